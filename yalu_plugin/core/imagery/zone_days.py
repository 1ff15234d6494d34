"""Days in a time zone selected by the user. Survey data stay in UTC; scenes are named and grouped by these days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone, tzinfo

# The zones of both banks with today's offsets, which are used where Python has no zone data (Windows without tzdata).
_OFFSETS: Mapping[str, tzinfo] = {
    "UTC": timezone.utc,
    "Asia/Shanghai": timezone(timedelta(hours=8)),
    "Asia/Pyongyang": timezone(timedelta(hours=9)),
}
ZONES = tuple(_OFFSETS)


def zone(key: str) -> tzinfo:
    """Return the zone with this IANA name, one of ZONES; UTC for any other.

    Pyongyang was at UTC+8:30 from 15 August 2015 to 4 May 2018; where Python has no zone data it is always UTC+9.
    """
    if key == "UTC" or key not in _OFFSETS:
        return timezone.utc
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # on first use: a start has 50 ms

    try:
        return ZoneInfo(key)
    except ZoneInfoNotFoundError:
        return _OFFSETS[key]


def day_in(tz: tzinfo, moment: datetime) -> date:
    """Return the day of an aware `moment` in the zone `tz`; its own day if that would be outside the calendar."""
    try:
        return moment.astimezone(tz).date()
    except OverflowError:
        return moment.date()


def day_start(tz: tzinfo, day: date) -> datetime:
    """Return when a day begins in the zone `tz`, as UTC; at either end of the calendar, when it begins in UTC."""
    begin = datetime(day.year, day.month, day.day, tzinfo=tz)
    try:
        return begin.astimezone(timezone.utc)
    except OverflowError:
        return begin.replace(tzinfo=timezone.utc)


def offset_name(tz: tzinfo, moment: datetime) -> str:
    """Return the zone as it is written next to a day: "UTC", "UTC+8", "UTC+8:30"."""
    minutes = round((moment.astimezone(tz).utcoffset() or timedelta(0)).total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
