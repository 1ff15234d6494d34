"""What a text that gives a date is read as, and why one cannot be read."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

DAY_FIRST, MONTH_FIRST = "day first", "month first"
_SHOWN = 80  # characters of a text that an error quotes


class Interval(NamedTuple):
    """First and last day as ISO 8601, both included; None where it is open."""

    first: str | None
    last: str | None


class DateReading(NamedTuple):
    """The days that a text means; where it is not `certain`, a suggestion to ask about."""

    interval: Interval
    certain: bool = True


class DateError(YaluError):
    """A text that does not give a date for certain. Subclasses say why."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__("", text=text[:_SHOWN].strip(), **values)


class UnreadableDate(DateError):
    """The text is not written like a date, or no calendar has that day."""

    template = translatable("“{text}” is not a date. Write it as 2025-07-30, 2025-07 or 2025.")


class YearMissing(DateError):
    """A day or month of no year."""

    template = translatable("“{text}” names no year. Write the date as 2025-07-30, 2025-07 or 2025.")


class AmbiguousDate(DateError):
    """The text can be read as two dates."""

    template = translatable("“{text}” can be read as two dates. Write it as 2025-07-30.")


class DateToConfirm(DateError):
    """The text is likely the date of `suggestion`, which is not used before somebody confirms it."""

    template = translatable("“{text}” may mean {first} to {last}. Confirm it, or leave it undated.")

    def __init__(self, text: str, suggestion: Interval) -> None:
        self.suggestion = suggestion
        super().__init__(text, first=suggestion.first or "…", last=suggestion.last or "…")


def days_of(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """A year, a month or a day; None where no calendar has it."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    last_month = 12 if month is None else month
    longest = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= longest:
        return None
    return between(dt.date(year, month or 1, day or 1), dt.date(year, last_month, day or longest))


def months_of(year: int, first: int, last: int) -> Interval | None:
    """From the first day of one month to the last of another one in the same year."""
    start, end = days_of(year, first), days_of(year, last)
    return Interval(start.first, end.last) if start and end else None


def between(first: dt.date, last: dt.date) -> Interval:
    """Two days and all between them."""
    return Interval(first.isoformat(), last.isoformat())


def unit_of(interval: Interval) -> str:
    """day, month or year where the interval is one, "other" else, "" where it is open."""
    first, last = interval
    if first is None or last is None:
        return ""
    if first == last:
        return "day"
    if first[:7] == last[:7]:
        return "month"
    return "year" if (first[5:], last[5:]) == ("01-01", "12-31") else "other"
