"""Days as counted in a zone the user chose. Survey data stay in UTC; scenes are named and grouped by these days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone, tzinfo

# both banks of the river; the offsets of today, for a Python without the zones' history (Windows without tzdata)
_OFFSETS: Mapping[str, tzinfo] = {
    "UTC": timezone.utc,
    "Asia/Shanghai": timezone(timedelta(hours=8)),
    "Asia/Pyongyang": timezone(timedelta(hours=9)),
}
ZONES = tuple(_OFFSETS)


def zone(key: str) -> tzinfo:
    """The zone of this IANA name, one of ZONES; UTC for any other.

    Pyongyang was at UTC+8:30 from 15 August 2015 to 4 May 2018; where Python has no zone data it is UTC+9 always.
    """
    if key == "UTC" or key not in _OFFSETS:
        return timezone.utc
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # on first use: a start has 50 ms

    try:
        return ZoneInfo(key)
    except ZoneInfoNotFoundError:
        return _OFFSETS[key]


def day_in(where: tzinfo, moment: datetime) -> date:
    """The day of an aware `moment` in the zone `where`; the last of the calendar where it would be beyond."""
    try:
        return moment.astimezone(where).date()
    except OverflowError:
        return moment.date()


def day_start(where: tzinfo, day: date) -> datetime:
    """When a day begins in the zone `where`, UTC; at either end of the calendar, when it does in UTC."""
    begin = datetime(day.year, day.month, day.day, tzinfo=where)
    try:
        return begin.astimezone(timezone.utc)
    except OverflowError:
        return begin.replace(tzinfo=timezone.utc)


def offset_name(where: tzinfo, moment: datetime) -> str:
    """The zone as it stands next to a day: "UTC", "UTC+8", "UTC+8:30"."""
    minutes = round((moment.astimezone(where).utcoffset() or timedelta(0)).total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
