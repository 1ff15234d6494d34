"""Reads dates as people write them, as intervals: a month is its first to its last day, a year likewise.

A date that can be read in two ways (03/04/2025) is not read at all.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

Interval = tuple[str, str]

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


def read_interval(text: str) -> Interval | None:
    """First and last day (ISO 8601) that `text` can mean, or None where it is no date or more than one.

    Days in numbers before the year (30/07/2025, 07/30/2025) are read only where one order is possible.
    """
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
    return first.isoformat(), last.isoformat()
