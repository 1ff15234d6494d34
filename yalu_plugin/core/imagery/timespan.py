"""Spans of time in UTC, and parsing them from metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

MONTHS = {name: number for number, name in enumerate(
    ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1)}
_TIME = re.compile(
    r"(?P<year>\d{4})(?P<dash>[-:/]?)(?P<month>\d{2})(?P=dash)(?P<day>\d{2})"
    r"(?:[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?)?"
    r"\s*(?P<zone>Z|UTC|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE)


@dataclass(frozen=True)
class TimeSpan:
    """A span from `begin` to `end`, both inclusive, aware and in UTC; an instant has begin == end."""

    begin: datetime
    end: datetime


def whole_day(day: date) -> TimeSpan:
    """Return the UTC day, 00:00:00 to 23:59:59: the span of a date without a time."""
    return whole_days(day, day)


def whole_days(first: date, last: date) -> TimeSpan:
    """Return the UTC days from `first` 00:00:00 to `last` 23:59:59."""
    return TimeSpan(datetime.combine(first, time(0, 0), timezone.utc),
                    datetime.combine(last, time(23, 59, 59), timezone.utc))


def instant(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> TimeSpan | None:
    """Return an instant in UTC, None if there is no such date or time."""
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=timezone.utc)
    except ValueError:
        return None
    return TimeSpan(moment, moment)


def parse_time(text: str) -> TimeSpan | None:
    """Parse a date or time, None if it is neither.

    Reads ISO 8601 and RFC 3339, their forms without separators, and TIFF's 2016:10:14 00:00:00. A date alone is
    the whole UTC day. A time without a zone is UTC, as in satellite products.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    part = match.groupdict()
    moment = instant(*(int(part[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")))
    if moment is None or (part["hour"] is None and part["zone"] not in (None, "Z", "z")):
        return None
    if part["hour"] is None:
        return whole_day(moment.begin.date())
    offset = _offset(part["zone"])
    if offset is None:
        return None
    microseconds = int((part["fraction"] or "").ljust(6, "0")[:6])
    try:
        utc = moment.begin + timedelta(microseconds=microseconds) - offset
    except OverflowError:
        return None
    return TimeSpan(utc, utc)


def _offset(zone: str | None) -> timedelta | None:
    """Return how far local time is ahead of UTC, None if there is no such zone: the largest offset is 14 hours."""
    if zone is None or zone.upper() in ("Z", "UTC"):
        return timedelta(0)
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > timedelta(hours=14):
        return None
    return -offset if zone[0] == "-" else offset
