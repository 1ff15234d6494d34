"""Reads dates as people write them, as intervals of days: a month is its first to its last day, a year likewise.

What can be read in two ways is not read, and what is only likely is asked about: a wrong date is worse than none.
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
    "YearMissing", "find_order", "no_date", "read_date",
]

_LONGEST = 100  # characters of a text that can be a date
_FIRST_IMAGES = "1900-01-01"  # a date before there were pictures from above is a slip, or no date of a sighting
_EMPTY_DAYS = ("1970-01-01", "1904-01-01", "1900-01-01")  # what programs write for no day
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d./-])")
_NO_DATE = {
    "", "unknown", "unk", "na", "none", "null", "nil", "nan", "nat", "nodate", "undated", "nodata", "notknown",
    "notavailable", "notdated", "notstated", "notrecorded", "dateunknown", "unknowndate", "nd", "미상", "모름", "불명",
    "없음", "날짜없음", "날짜미상", "알수없음", "명시되지않음", "不明", "未知", "不详", "无", "無", "未注明",
    "нет", "неизвестно", "unbekannt", "keine", "ka", "inconnu", "sd"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def read_date(text: str, order: str = "", today: dt.date | None = None) -> Interval:
    """The days that `text` means; raises UnreadableDate, YearMissing, AmbiguousDate or DateToConfirm.

    A time with a zone gives the day in UTC. `order` is DAY_FIRST or MONTH_FIRST for dates like 07/08/2025, which are
    ambiguous without it. Asked about are, with a suggestion: two-digit years, counts of days or seconds, weekdays
    that do not fit, about and early and late, seasons, dates after `today` (the current day if None) or before 1900.
    """
    now = today or dt.datetime.now(dt.timezone.utc).date()
    whole = _DAY.fullmatch(text)  # what most files hold
    interval = days_of(*map(int, whole.groups())) if whole else None
    certain = True
    if interval is None:
        if len(text) > _LONGEST:
            raise UnreadableDate(text)
        interval, certain = _reading(text, order, now)
    if not certain or not _plausible(interval, now):
        raise DateToConfirm(text, interval)
    return interval


def find_order(texts: Iterable[str]) -> str:
    """The order of day and month that some of a column's texts prove and none contradicts; "" otherwise."""
    proven = set()
    for text in texts:
        for a, _, b, year in _NUMERIC.findall(text[:_LONGEST]):
            if 31 >= int(a) > 12 >= int(b) and len(year) == 4:  # 13/8/23 may begin with the year
                proven.add(DAY_FIRST)
            elif int(a) <= 12 < int(b) <= 31:
                proven.add(MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else ""


def no_date(text: str) -> bool:
    """Whether the text says that there is no date: empty, unknown, n/a, a dash, question marks."""
    return len(text) <= _LONGEST and (folded(text) in _NO_DATE or re.fullmatch(r"[0\s:/.-]+", text) is not None)


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
    """Not wholly in the future, not far into it, not before there were pictures."""
    first, last = interval
    if first == last and first in _EMPTY_DAYS:
        return False
    if (first or last or "") < _FIRST_IMAGES or (last or first or "") < _FIRST_IMAGES:
        return False
    return (first or last or "") <= today.isoformat() and (last is None or int(last[:4]) <= today.year)
