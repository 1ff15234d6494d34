"""A time of day with its zone, after a date in a file name: 2024-07-19T23:59-08:00 is 07:59 UTC of the day after.

Only zones that are sure count: Z, UTC or GMT with or without hours, hours and minutes as ISO 8601 has them, and those
names that mean one zone on these rivers. CST, say, is China's time and America's. A local time without a zone tells the
day it was there, and is not read here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from yalu_plugin.core.imagery.timespan import TimeSpan

_NAMED = {"UTC": 0, "GMT": 0, "KST": 9, "JST": 9, "BJT": 8, "HKT": 8, "北京时间": 8, "北京時間": 8, "한국시간": 9,
          "한국표준시": 9}
_FARTHEST = timedelta(hours=14)
_CLOCK = (r"(?P<t>T|[\s_.,-]{0,2})(?P<H>2[0-3]|[01]\d|\d)(?P<sep>[:_.h\s-]|\s?[시時时点點]\s?|)(?P<M>[0-5]\d)[분分]?"
          r"(?:(?:(?P=sep)|\s)(?P<S>[0-5]\d)(?:[.,]\d{1,9})?[초秒]?(?!\d))?(?!\d)(?P<half>\s?[AP]M(?![A-Z]))?")
_HOURS = r"(?P<sign>[+−-])(?P<h>\d{1,2})(?:(?P<colon>[:_.h]?)(?P<m>[0-5]\d))?(?![\d])"
_AFTER_NAME = re.compile(
    rf"(?P<zulu>Z)(?![A-Z\d])|[\s_.([-]{{0,2}}(?:(?:UTC|GMT)\s?{_HOURS}|(?P<only>{'|'.join(_NAMED)})(?![A-Z\d]))",
    re.IGNORECASE)
_OFFSET = re.compile(_HOURS)
_TIME = re.compile(_CLOCK, re.IGNORECASE)


def zoned_time(day: date, after: str) -> TimeSpan | None:
    """The moment, or the day, in UTC that `day` and what stands `after` it in a name tell; None without a sure zone.

    A day with the name of a zone, but without a time, is the day as counted there.
    """
    clock = _TIME.match(after)
    if clock is not None:
        moment = _time_of(clock)
        zone = _zone_after(after[clock.end():], clock) if moment else None
        if moment is not None and zone is not None:
            return _in_utc(datetime.combine(day, moment), datetime.combine(day, moment), zone)
    named = _AFTER_NAME.match(after)
    zone = _zone(named) if named is not None else None
    if zone is None:
        return None
    return _in_utc(datetime.combine(day, time(0)), datetime.combine(day, time(23, 59, 59)), zone)


def _time_of(clock: re.Match[str]) -> time | None:
    hour, half = int(clock["H"]), (clock["half"] or "").strip().upper()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "PM" else 0)
    return time(hour, int(clock["M"]), int(clock["S"] or 0))


def _zone_after(text: str, clock: re.Match[str]) -> timedelta | None:
    named = _AFTER_NAME.match(text)
    if named is not None:
        return _zone(named)
    hours = _OFFSET.match(text)
    return _zone(hours) if hours is not None and _is_offset(hours, clock) else None


def _is_offset(hours: re.Match[str], clock: re.Match[str]) -> bool:
    """Whether these are hours from UTC. "+2 bands" are not, and a hyphen also stands between the parts of a name."""
    after_t, minutes = clock["t"].upper() == "T", hours["m"] is not None
    if len(hours["h"]) != 2 or not (after_t or minutes):
        return False
    return hours["sign"] == "+" or (minutes and ((after_t and clock["sep"] != "-") or hours["colon"] == ":"))


def _zone(match: re.Match[str]) -> timedelta | None:
    part = match.groupdict()
    if part.get("zulu") or part.get("only"):
        return timedelta(hours=_NAMED[(part["only"] or "UTC").upper()])
    zone = timedelta(hours=int(part["h"]), minutes=int(part["m"] or 0))
    if zone > _FARTHEST or int(part["m"] or 0) % 15:
        return None
    return zone if part["sign"] == "+" else -zone


def _in_utc(first: datetime, last: datetime, zone: timedelta) -> TimeSpan | None:
    try:
        begin, end = (each.replace(tzinfo=timezone.utc) - zone for each in (first, last))
    except OverflowError:
        return None
    return TimeSpan(begin, end)
