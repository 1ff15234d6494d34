"""Names of months and weekdays in several languages, and the normalization of a date's spelling."""

from __future__ import annotations

import re
import unicodedata

_MONTH_NAMES = (
    "january jan januar janvier enero января январь январе янв ene jänner",
    "february feb februar février févr fév febrero февраля февраль феврале фев",
    "march mar märz mrz mars marzo марта март марте мар",
    "april apr avril avr abril abr апреля апрель апреле апр",
    "may mai mayo мая май мае",
    "june jun juni juin junio июня июнь июне июн",
    "july jul juli juillet juil julio июля июль июле июл",
    "august aug août agosto ago августа август августе авг",
    "september sep sept septembre septiembre сентября сентябрь сентябре сен сент",
    "october oct oktober okt octobre octubre октября октябрь октябре окт",
    "november nov novembre noviembre ноября ноябрь ноябре ноя нояб",
    "december dec dezember dez décembre déc diciembre dic декабря декабрь декабре дек",
)
_WEEKDAY_NAMES = (
    "monday mon montag lundi понедельник пн 월요일 星期一 周一 週一 礼拜一 月曜日",
    "tuesday tue tues dienstag mardi вторник вт 화요일 星期二 周二 週二 礼拜二 火曜日",
    "wednesday wed weds mittwoch mercredi среда ср 수요일 星期三 周三 週三 礼拜三 水曜日",
    "thursday thu thur thurs donnerstag jeudi четверг чт 목요일 星期四 周四 週四 礼拜四 木曜日",
    "friday fri freitag vendredi пятница пт 금요일 星期五 周五 週五 礼拜五 金曜日",
    "saturday sat samstag samedi суббота сб 토요일 星期六 周六 週六 礼拜六 土曜日",
    "sunday sun sonntag dimanche воскресенье вс 일요일 星期日 星期天 周日 週日 礼拜日 日曜日",
)
_IN_BRACKETS = ("월月", "화火", "수水", "목木", "금金", "토土", "일日")
_SIGNS = str.maketrans({**dict.fromkeys("–—−‐‑‒―－", "-"), **dict.fromkeys("〜～∼∽", "~"),
                        **dict.fromkeys("’‘´`ʼ", "'"), **dict.fromkeys("，、", ","), "。": ".", "：": ":", "／": "/",
                        "．": "."})


def folded_date(text: str) -> str:
    """Normalize a date: lower case, no accents and invisible characters, uniform blanks, dashes and punctuation."""
    if not text.isascii():
        seen = "".join(sign for sign in text.translate(_SIGNS) if unicodedata.category(sign) != "Cf")
        apart = unicodedata.normalize("NFKD", seen)
        text = unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))
    return " ".join(text.lower().split())


MONTHS = {folded_date(name): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS = {folded_date(name): number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
WEEKDAYS.update({f"({sign})": number for number, signs in enumerate(_IN_BRACKETS) for sign in signs})
WEEKDAYS.update({f"({name})": number for name, number in list(WEEKDAYS.items()) if name[0] != "("})
MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
