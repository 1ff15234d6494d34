"""Reads dates as people write them, as intervals: a month is its first to its last day, a year likewise.

A date that can be read in two ways (03/04/2025) is not read at all.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.words import folded
from yalu_plugin.core.text import translatable

DAY_FIRST, MONTH_FIRST = "day first", "month first"
_NO_DATE = {"", "unknown", "na", "none", "nodate", "undated", "미상", "모름", "不明", "未知"}


class Interval(NamedTuple):
    """First and last day as ISO 8601, both included; None where it is open."""

    first: str | None
    last: str | None


class DateError(YaluError):
    """A text that does not give a date for certain. Subclasses say why."""


class UnreadableDate(DateError):
    """The text is not written like a date, or no calendar has that day."""

    template = translatable("“{text}” is not a date. Write it as 2025-07-30, 2025-07 or 2025.")


class AmbiguousDate(DateError):
    """The text can be read as two dates."""

    template = translatable("“{text}” can be read as two dates. Write it as 2025-07-30.")


class DateToConfirm(DateError):
    """The text is likely the date of `suggestion`, which is not used before somebody confirms it."""

    template = translatable("“{text}” may mean {first} to {last}. Confirm it, or leave it undated.")

    def __init__(self, text: str, suggestion: Interval) -> None:
        self.suggestion = suggestion
        super().__init__(text=text, first=suggestion.first or "…", last=suggestion.last or "…")

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS.update({name[:3]: number for name, number in list(_MONTHS.items())})
_MONTHS["sept"] = 9

_Y, _M, _D = r"(?P<y>\d{4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_NAME = r"(?P<name>[a-z]+)\.?"
_FORMS = [re.compile(form) for form in (
    rf"{_Y}",
    rf"{_Y}[-/.] ?{_M}\.?",
    rf"{_Y}[-/.] ?{_M}[-/.] ?{_D}\.?(?:[t ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?",
    r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)",
    rf"{_Y} ?[年년](?: ?{_M} ?[月월](?: ?{_D} ?[日일号])?)?",
    rf"{_D}(?:st|nd|rd|th)?[ -]{_NAME}[ -,]+{_Y}",
    rf"{_NAME} {_D}(?:st|nd|rd|th)?,? {_Y}",
    rf"{_NAME}[ -,]+{_Y}",
)]
_NUMERIC = re.compile(r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4})")


def read_date(text: str, order: str = "", today: dt.date | None = None) -> Interval:
    """The days that `text` means; raises UnreadableDate, AmbiguousDate or DateToConfirm.

    `order` is DAY_FIRST or MONTH_FIRST for dates like 07/08/2025, which are ambiguous without it. A date after
    `today` (the current day if None) is asked about.
    """
    found = _read_interval(text)
    if found is None:
        raise UnreadableDate(text=text.strip())
    return found


def find_order(texts: Iterable[str]) -> str:
    """The order of day and month that some of a column's texts prove and none contradicts; "" otherwise."""
    return ""


def no_date(text: str) -> bool:
    """Whether the text says that there is no date: empty, unknown, n/a, a dash."""
    return folded(text) in _NO_DATE


def _read_interval(text: str) -> Interval | None:
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match:
            found = match.groupdict()
            month = _MONTHS.get(found["name"], 0) if found.get("name") else _number(found.get("m"))
            return _interval(int(found["y"]), month, _number(found.get("d")))
    match = _NUMERIC.fullmatch(plain)
    return _one_order(int(match["a"]), int(match["b"]), int(match["y"])) if match else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _one_order(a: int, b: int, year: int) -> Interval | None:
    """day/month or month/day, where only one of them is a date."""
    readings = {reading for reading in (_interval(year, b, a), _interval(year, a, b)) if reading}
    return readings.pop() if len(readings) == 1 else None


def _interval(year: int, month: int | None, day: int | None) -> Interval | None:
    try:
        first = dt.date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = dt.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
    return Interval(first.isoformat(), last.isoformat())
