"""Dates that people, cameras and programs write into file names, in digits, English, Korean and Chinese.

Dates other than the acquisition are skipped: a date after "order", "processed" or "v", the digits of a hash, and every
date of a screenshot, of a picture saved by a messenger, or of a Wayback release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from yalu_plugin.core.imagery.timespan import MONTHS, TimeSpan, whole_days
from yalu_plugin.core.imagery.zoned_times import uncertain_zone, zoned_time

_FULL = ("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPT(?:EMBER)?", "OCTOBER",
         "NOVEMBER", "DECEMBER")
_MONTH = rf"(?P<mon>{'|'.join((*_FULL, *MONTHS))})"
_GAP, _NO_LETTER = r"[\s_.,-]*", r"(?<![A-Z])"
_TH, _YEAR, _DAY = r"(?:st|nd|rd|th)?", r"(?P<y>\d{4})(?!\d)", r"(?P<d>\d{1,2})"
_TO = r"(?:\s*(?:[~∼–—-]|至|到)\s*(?P<d2>\d{1,2})\s*[일日号號])?"
_WRITTEN = tuple(re.compile(expression, re.IGNORECASE) for expression in (
    r"(?<!\d)(?<!\d\.)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?(?!\d)",
    r"(?<!\d)(?<!\d\.)(?P<y>\d{4})(?P<sep>[-_. ])(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)",
    r"(?<!\d)(?P<y>\d{4})(?:-(?P<m>\d{1,2})-(?P<d>\d{1,2})|\. (?P<m2>\d{1,2})\. (?P<d3>\d{1,2}))(?!\d)",
    r"(?<![A-Z\d])(?<!\d\.)(?P<y>\d{4})\.(?P<m>\d{1,2})\.(?P<d>\d{1,2})(?!\d)",
    rf"(?<!\d)(?P<y>\d{{4}})\s*[년年]{_GAP}(?P<m>\d{{1,2}})\s*[월月]"
    rf"(?:{_GAP}(?P<d>\d{{1,2}})\s*[일日号號]{_TO})?",
    rf"(?<!\d)(?<!\d[-~]){_DAY}{_TH}{_GAP}{_MONTH}{_GAP}{_YEAR}",
    rf"{_NO_LETTER}{_MONTH}{_GAP}{_DAY}{_TH}[\s_.,-]+{_YEAR}",
    rf"(?<!\d)(?P<y>\d{{4}}){_GAP}{_MONTH}{_GAP}(?P<d>\d{{2}})(?!\d)",
    rf"{_NO_LETTER}(?<!\d)(?<!\d[\s_.,-]){_MONTH}{_GAP}{_YEAR}",
    rf"(?<!\d)(?P<y>\d{{4}}){_GAP}{_MONTH}(?![A-Z])(?!{_GAP}\d)"))
_DAY_FIRST_OR_MONTH_FIRST = re.compile(r"(?<![A-Z\d])(?<!\d\.)(\d{1,2})([-_. ])(\d{1,2})\2(\d{4})(?!\d)", re.IGNORECASE)
_OTHER_WORDS = (
    "orders?|ord|po|ids?|no|nr|num|number|ticket|job|batch|task|request|req|ref|tel|phone|fax|v|ver|version|rev",
    "revision|proc|processe?d?|processing|prod|production|produced|created?|creation|made|written|edite?d?",
    "exporte?d?|downloade?d?|delivere?d?|delivery|uploade?d?|saved?|updated?|modified|mod|publishe?d?|released?|printe?d?|reporte?d?",
    "retrieved|accessed|generated|backup|archived?|scanned|received|sent|tile|grid|patch|chip")
_OTHER_WORDS_EAST = (
    "주문|번호|전화|저장|작성|수정|다운로드|업로드|출력|생성|처리|보고서|내보내기",
    "订单|编号|电话|保存|制作|生成|处理|下载|上传|修改|导出|打印|报告")
_OTHER_DATE = re.compile(
    rf"(?:{_NO_LETTER}(?:{'|'.join(_OTHER_WORDS)})|{'|'.join(_OTHER_WORDS_EAST)})[\s_.:()#-]*$", re.IGNORECASE)
_SAVED_BY_PROGRAM = re.compile("|".join((
    r"screen[\s_-]?(?:shot|cap|grab|recording)", "snipaste", "sharex", "bildschirmfoto", "capture d.[ée]cran",
    "снимок экрана", r"스크린\s?샷", "캡[처쳐]", "截图", "截屏", "截圖", "屏幕快照", "擷取", "スクリーンショット",
    r"kakao\s?talk", "카카오톡", r"whats\s?app", r"-WA\d{4}(?!\d)", "wechat", "weixin", "微信", "mmexport", "QQ图片",
    "telegram", r"(?<![A-Z0-9])signal-\d{4}-", r"^photo_\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}", "(?<![A-Z])fb_img",
    "wayback")), re.IGNORECASE)
_RANGE = re.compile(r"\d\s*[년年월月일日号號]?\s*[~∼–—]\s*\d")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HASH = re.compile(r"(?<![0-9A-Z])(?=[0-9]*[A-F])[0-9A-F]{12,}(?![0-9A-Z])", re.IGNORECASE)


def written_dates(name: str) -> set[TimeSpan]:
    """Return the different UTC days and months in `name`, with both readings of an ambiguous date.

    A time with a zone is an instant; of a time without a zone only the day is used. A month that contains a day of the
    name is left out. Of ranges only those within one month are read: "7월 28일~30일".
    """
    found = _merged_by_day({_zoned(*reading) for reading in _date_readings(name)})
    return {one for one in found
            if not any(one != other and one.begin <= other.begin and other.end <= one.end for other in found)}


def unapplied_zone(name: str) -> str:
    """Return the possible zone of a time in `name` that is too uncertain to be applied; empty if there is none."""
    for span, before, after in _date_readings(name):
        zone = uncertain_zone(after, before)
        if zone and _zoned(span, before, after) == span:
            return zone
    return ""


def _date_readings(name: str) -> Iterator[tuple[TimeSpan, str, str]]:
    """Yield each reading of a date in the name, and the text before and after it."""
    if _SAVED_BY_PROGRAM.search(name):
        return
    name = _HASH.sub("_", _UUID.sub("_", name))
    yield from _in_order(name)
    if not _RANGE.search(name):
        yield from _in_either_order(name)


def _merged_by_day(found: set[TimeSpan]) -> set[TimeSpan]:
    """Merge the instants of a UTC day into one span, because names of recordings have begin and end."""
    moments: dict[date, list[datetime]] = {}
    for one in found:
        if one.begin == one.end:
            moments.setdefault(one.begin.date(), []).append(one.begin)
    return {one for one in found if one.begin != one.end} | {
        TimeSpan(min(times), max(times)) for times in moments.values()}


def _in_order(name: str) -> Iterator[tuple[TimeSpan, str, str]]:
    ranged = _RANGE.search(name) is not None
    for expression in _WRITTEN:
        for match in expression.finditer(name):
            part = {key: text for key, text in match.groupdict().items() if text}
            month = MONTHS[part["mon"][:3].upper()] if "mon" in part else int(part.get("m") or part["m2"])
            first = part.get("d") or part.get("d3")
            span = _days(int(part["y"]), month, first, part.get("d2") or first)
            part_of_range = ranged and "d2" not in part
            if span is not None and not part_of_range and not _OTHER_DATE.search(name[:match.start()]):
                yield span, name[:match.start()], name[_end_of_date(match):]


def _in_either_order(name: str) -> Iterator[tuple[TimeSpan, str, str]]:
    for match in _DAY_FIRST_OR_MONTH_FIRST.finditer(name):
        for day, month in ((match[1], match[3]), (match[3], match[1])):
            span = _days(int(match[4]), int(month), day, day)
            if span is not None and not _OTHER_DATE.search(name[:match.start()]):
                yield span, name[:match.start()], name[match.end():]


def _end_of_date(match: re.Match[str]) -> int:
    """Return where the date ends: the match may include a time of day."""
    digits_alone = "sep" not in match.groupdict() and "mon" not in match.groupdict() and match[0][:8].isdigit()
    return match.start() + 8 if digits_alone else match.end()


def _zoned(span: TimeSpan, before: str, after: str) -> TimeSpan:
    """Return a single day as an instant, if a time and zone are next to it in the name; else unchanged."""
    day = span.begin.date()
    return (zoned_time(day, after, before) if day == span.end.date() else None) or span


def _days(year: int, month: int, first: str | None, last: str | None) -> TimeSpan | None:
    """Return days of a month, or all of it; None if they do not exist."""
    try:
        if first and last:
            begin, end = date(year, month, int(first)), date(year, month, int(last))
            return whole_days(begin, end) if begin <= end else None
        following = date(year + month // 12, month % 12 + 1, 1)
        return whole_days(date(year, month, 1), date.fromordinal(following.toordinal() - 1))
    except ValueError:
        return None
