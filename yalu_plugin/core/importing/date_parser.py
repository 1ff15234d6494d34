"""Parses dates as people write them into intervals of days: a month is its first to its last day, a year likewise.

An ambiguous date is refused and a likely one needs confirmation: a wrong date is worse than none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from yalu_plugin.core.importing.notations.calendar_words import folded_date
from yalu_plugin.core.importing.notations.date_types import (
    DAY_FIRST,
    MONTH_FIRST,
    AmbiguousDate,
    DateError,
    DateReading,
    DateToConfirm,
    Interval,
    UnreadableDate,
    YearMissing,
    days_of,
)
from yalu_plugin.core.importing.notations.vague_date import read_any
from yalu_plugin.core.importing.vocabulary import folded

__all__ = [
    "DAY_FIRST", "MONTH_FIRST", "AmbiguousDate", "DateError", "DateToConfirm", "Interval", "UnreadableDate",
    "YearMissing", "find_order", "read_date", "states_no_date",
]

_MAX_LENGTH = 100  # characters of a text that can be a date
_FIRST_IMAGES = "1900-01-01"  # earlier than any image from above: a mistake, or not the date of a sighting
_EMPTY_DAYS = ("1970-01-01", "1904-01-01", "1900-01-01")  # what programs write for an empty date
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d./-])")
_NO_DATE = {
    "", "unknown", "unk", "na", "none", "null", "nil", "nan", "nat", "nodate", "undated", "nodata", "notknown",
    "notavailable", "notdated", "notstated", "notrecorded", "dateunknown", "unknowndate", "nd", "미상", "모름", "불명",
    "없음", "날짜없음", "날짜미상", "알수없음", "명시되지않음", "不明", "未知", "不详", "无", "無", "未注明",
    "нет", "неизвестно", "unbekannt", "keine", "ka", "inconnu", "sd"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def read_date(text: str, order: str = "", today: dt.date | None = None) -> Interval:
    """Return the days that `text` means.

    A time with a zone gives the day in UTC. `order` is DAY_FIRST or MONTH_FIRST for dates like 07/08/2025, which are
    ambiguous without it. `today` is the current day (UTC) if None.

    Raises:
        UnreadableDate: the text is not a date.
        YearMissing: the text names no year.
        AmbiguousDate: the text can be read as two dates.
        DateToConfirm: the date is only likely: a two-digit year, a count of days or seconds, a weekday that does not
            fit, about, early or late, a season, a date after `today` or before 1900.
    """
    now = today or dt.datetime.now(dt.timezone.utc).date()
    whole = _DAY.fullmatch(text)  # what most files hold
    interval = days_of(*map(int, whole.groups())) if whole else None
    certain = True
    if interval is None:
        if len(text) > _MAX_LENGTH:
            raise UnreadableDate(text)
        interval, certain = _reading(text, order, now)
    if not certain or not _plausible(interval, now):
        raise DateToConfirm(text, interval)
    return interval


def find_order(texts: Iterable[str]) -> str:
    """Return the order of day and month that some texts of a column prove and none contradicts; "" otherwise."""
    proven = set()
    for text in texts:
        for a, _, b, year in _NUMERIC.findall(text[:_MAX_LENGTH]):
            if 31 >= int(a) > 12 >= int(b) and len(year) == 4:  # 13/8/23 may begin with the year
                proven.add(DAY_FIRST)
            elif int(a) <= 12 < int(b) <= 31:
                proven.add(MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else ""


def states_no_date(text: str) -> bool:
    """Whether the text states that there is no date: empty, unknown, n/a, a dash, question marks."""
    return len(text) <= _MAX_LENGTH and (folded(text) in _NO_DATE or re.fullmatch(r"[0\s:/.-]+", text) is not None)


def _reading(text: str, order: str, today: dt.date) -> DateReading:
    plain = re.sub(r"(?<!\.)\.$|^'(?=\d{4})|\"", "", folded_date(text).rstrip(",; "))
    try:
        found = read_any(plain, order or find_order([plain]), today) if re.search(r"\d", plain) else None
    except (AmbiguousDate, YearMissing) as error:
        raise type(error)(text) from error
    if found is None:
        raise UnreadableDate(text)
    return found


def _plausible(interval: Interval, today: dt.date) -> bool:
    """Whether the interval begins by today, ends by the end of this year, and is not before the first images."""
    first, last = interval
    if first == last and first in _EMPTY_DAYS:
        return False
    if (first or last or "") < _FIRST_IMAGES or (last or first or "") < _FIRST_IMAGES:
        return False
    return (first or last or "") <= today.isoformat() and (last is None or int(last[:4]) <= today.year)
