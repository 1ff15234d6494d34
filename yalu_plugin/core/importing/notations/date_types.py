"""The types and errors of reading dates, and intervals of calendar units."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

DAY_FIRST, MONTH_FIRST = "day first", "month first"
_MAX_QUOTED = 80  # characters of a text that an error quotes


class Interval(NamedTuple):
    """First and last day as ISO 8601, both included; None for an open end."""

    first: str | None
    last: str | None


class DateReading(NamedTuple):
    """The days that a text means; if not `certain`, a suggestion that needs confirmation."""

    interval: Interval
    certain: bool = True


class DateError(YaluError):
    """The text does not give a certain date. Subclasses state the reason."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__("", text=text[:_MAX_QUOTED].strip(), **values)


class UnreadableDate(DateError):
    """The text is not written like a date, or no calendar has that day."""

    template = translatable("“{text}” is not a date. Write it as 2025-07-30, 2025-07 or 2025.")


class YearMissing(DateError):
    """The text gives a day or month without a year."""

    template = translatable("“{text}” names no year. Write the date as 2025-07-30, 2025-07 or 2025.")


class AmbiguousDate(DateError):
    """The text can be read as two dates."""

    template = translatable("“{text}” can be read as two dates. Write it as 2025-07-30.")


class DateToConfirm(DateError):
    """The text is likely the date of `suggestion`, which is not used before the analyst confirms it."""

    template = translatable("“{text}” may mean {first} to {last}. Confirm it, or leave it undated.")

    def __init__(self, text: str, suggestion: Interval) -> None:
        self.suggestion = suggestion
        super().__init__(text, first=suggestion.first or "…", last=suggestion.last or "…")


def days_of(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Return the interval of a year, a month or a day; None for an invalid date."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    last_month = 12 if month is None else month
    longest = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= longest:
        return None
    return between(dt.date(year, month or 1, day or 1), dt.date(year, last_month, day or longest))


def months_of(year: int, first: int, last: int) -> Interval | None:
    """Return the interval from the first day of one month to the last day of another one in the same year."""
    start, end = days_of(year, first), days_of(year, last)
    return Interval(start.first, end.last) if start and end else None


def between(first: dt.date, last: dt.date) -> Interval:
    """Return the interval of two days and all between them."""
    return Interval(first.isoformat(), last.isoformat())


def unit_of(interval: Interval) -> str:
    """Return day, month or year if the interval is one, "other" otherwise, "" for an open interval."""
    first, last = interval
    if first is None or last is None:
        return ""
    if first == last:
        return "day"
    if first[:7] == last[:7]:
        return "month"
    return "year" if (first[5:], last[5:]) == ("01-01", "12-31") else "other"
