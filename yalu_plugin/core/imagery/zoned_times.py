"""A time of day with its zone, after a date in a file name: 2024-07-19T23:59-08:00 is 07:59 UTC of the day after.

Only unambiguous zones are used: Z, UTC or GMT with or without hours, hours and minutes as in ISO 8601, and names that
mean one zone on these rivers. CST, for example, is China's time and America's. A local time without a zone is not read
here: only its day is used.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from yalu_plugin.core.imagery.timespan import TimeSpan

_NAMED = {"UTC": 0, "GMT": 0, "KST": 9, "JST": 9, "BJT": 8, "HKT": 8, "北京时间": 8, "北京時間": 8, "한국시간": 9,
          "한국표준시": 9, "ASIA/SEOUL": 9, "ASIA/TOKYO": 9, "ASIA/SHANGHAI": 8}
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)  # largest offsets; 10:30-13:00 is an interval
_HALVES = {"오전": 0, "上午": 0, "午前": 0, "AM": 0, "오후": 12, "下午": 12, "午後": 12, "PM": 12}
_HOUR_WORD = "[시時时点點]"
_CLOCK = (r"(?P<t>T|[\s_.,-]{0,2})(?P<first>(?:오[전후]|[上下]午|午[前後])\s?)?(?P<H>2[0-4]|[01]\d|\d)"
          rf"(?:(?P<sep>[:_.h\s-]|\s?{_HOUR_WORD}\s?|)(?P<M>[0-5]\d)[분分]?"
          r"(?:(?:(?P=sep)|\s)(?P<S>[0-5]\d)(?:[.,]\d{1,9})?[초秒]?(?!\d))?(?!\d)(?P<half>\s?[AP]M(?![A-Z]))?"
          rf"|\s?{_HOUR_WORD}[整정]?(?!\s?\d))")
_HOURS = r"(?P<sign>[+−-])(?P<h>\d{1,2})(?:(?P<colon>[:_.h]?)(?P<m>[0-5]\d))?(?![\d])"
_NAMES = "|".join(name.replace("/", "[/_-]") for name in _NAMED)
_ZONE = rf"(?:(?:UTC|GMT)\s?{_HOURS}|(?!(?:UTC|GMT)\s\d{{1,2}}(?![\d:_h시時时]|\.\d))(?P<only>{_NAMES})(?![A-Z\d]))"
_AFTER_NAME = re.compile(rf"(?P<zulu>Z)(?![A-Z\d])|[\s_.([-]{{0,2}}{_ZONE}", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"(?<![A-Z\d]){_ZONE}[\])]?[\s_:,-]{{0,2}}$", re.IGNORECASE)
_OFFSET = re.compile(rf"(?:[\s_](?=\+))?{_HOURS}(?!\s?(?:k?m|px|ft)(?![A-Za-z]))")
_TIME = re.compile(_CLOCK, re.IGNORECASE)
# What may be a zone, but is not used: hours after a time, and names of zones anywhere.
_UNSURE_HOURS = re.compile(r"[\s_]?\+\d{1,2}(?:[:_.h]?\d{2})?(?!\d)"
                           r"|[\s_]?[−-](?:0\d|1[0-2])(?:[:_.h-]?(?:00|15|30|45))(?!\d)|[HI](?![A-Za-z\d])")
_UNSURE_AFTER_DAY = re.compile(r"[\s_]?\+\d{2}:?\d{2}(?!\d)")
_UNSURE_AFTER_T = re.compile(r"[−-](?:0\d|1[0-2])(?!\d)")
_UNSURE_AFTER_TIME = re.compile(r"[\s_.([-]{0,2}(?:[ECMPAI][SD]T|[CEW]ES?T|MSK|SGT|PYT|LT|LOCAL)(?![A-Z\d])",
                                re.IGNORECASE)
_UNSURE_ANYWHERE = re.compile(
    r"(?<![A-Z])(?:KST|JST|BJT|HKT|CST|PYT|(?:UTC|GMT)\s?[+−-]?(?:0?\d|1[0-4])(?!\d)(?:[:_.h]?[0-5]\d)?"
    r"|Asia[/_-][A-Z_]+|local\s?time)(?![A-Z\d])"
    r"|(?:北京|平壤|朝鲜|朝鮮|韩国|韓國|中国|中國|当地|當地|本地)(?:标准|標準)?[时時][间間]|[东東][八九]区"
    r"|(?:북경|베이징|평양|조선|한국|중국|현지)\s?(?:표준시|시[간각])", re.IGNORECASE)


def zoned_time(day: date, after: str, before: str = "") -> TimeSpan | None:
    """Return the instant, or the day, in UTC, of `day` with the text `after` and `before` it; None without a sure zone.

    A day with the name of a zone, but without a time, is the whole day in that zone.
    """
    clock = _TIME.match(after)
    moment = _time_of(clock) if clock else None
    midnight = datetime.combine(day, time(0))
    if clock is not None and moment is not None:
        zone = _zone_after(after[clock.end():], clock)
        if zone is None and not uncertain_zone(after):
            zone = _zone(_BEFORE_NAME.search(before)) if clock["t"].upper() == "T" or clock["sep"] != "" else None
        if zone is not None:
            return _in_utc(midnight, moment, moment, zone)
    zone = _zone(_AFTER_NAME.match(after))
    if zone is None and not uncertain_zone(after):
        zone = _zone(_BEFORE_NAME.search(before))
    return None if zone is None else _in_utc(midnight, timedelta(0), timedelta(days=1, seconds=-1), zone)


def uncertain_zone(after: str, before: str = "") -> str:
    """Return the text that may be a zone, `after` or `before` a date in a name; empty if there is none."""
    clock = _TIME.match(after)
    if clock is not None:
        rest = after[clock.end():]
        near = _UNSURE_HOURS.match(rest) or _UNSURE_AFTER_TIME.match(rest)
        if near is None and clock["t"].upper() == "T":
            near = _UNSURE_AFTER_T.match(rest)
        if near is not None:
            return near[0].strip(" _.([")
    elif (hours := _UNSURE_AFTER_DAY.match(after)) is not None:
        return hours[0].strip(" _")
    far = _UNSURE_ANYWHERE.search(after) or _UNSURE_ANYWHERE.search(before)
    return far[0] if far else ""


def _time_of(clock: re.Match[str]) -> timedelta | None:
    """Return the time since midnight; 24:00 is the end of the day."""
    hour, minute, second = int(clock["H"]), int(clock["M"] or 0), int(clock["S"] or 0)
    half = (clock["half"] or clock["first"] or "").strip().upper()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + _HALVES[half]
    return None if hour == 24 and (minute or second) else timedelta(hours=hour, minutes=minute, seconds=second)


def _zone_after(text: str, clock: re.Match[str]) -> timedelta | None:
    named = _AFTER_NAME.match(text)
    if named is not None:
        return _zone(named)
    hours = _OFFSET.match(text)
    return _zone(hours) if hours is not None and _is_offset(hours, clock) else None


def _is_offset(hours: re.Match[str], clock: re.Match[str]) -> bool:
    """Return whether these are hours from UTC. "+2 bands" are not, and a hyphen may also separate parts of a name."""
    after_t, minutes = clock["t"].upper() == "T", hours["m"] is not None
    if len(hours["h"]) != 2 or not (after_t or minutes):
        return False
    if hours["sign"] == "+" or not minutes:
        return hours["sign"] == "+"
    if after_t:
        return clock["sep"] != "-" or clock["S"] is not None or hours["colon"] == ":"
    until = (int(hours["h"]), int(hours["m"])) > (int(clock["H"]), int(clock["M"] or 0))  # 10:30-11:30
    return hours["colon"] == ":" and not until


def _zone(match: re.Match[str] | None) -> timedelta | None:
    part = match.groupdict() if match else {}
    if part.get("zulu") or part.get("only"):
        return timedelta(hours=_NAMED[re.sub("[_-]", "/", part["only"] or "UTC").upper()])
    if not part:
        return None
    zone = timedelta(hours=int(part["h"]), minutes=int(part["m"] or 0))
    if zone > (_EAST if part["sign"] == "+" else _WEST) or int(part["m"] or 0) % 15:
        return None
    return zone if part["sign"] == "+" else -zone


def _in_utc(midnight: datetime, first: timedelta, last: timedelta, zone: timedelta) -> TimeSpan | None:
    try:
        begin, end = (midnight.replace(tzinfo=timezone.utc) + each - zone for each in (first, last))
    except OverflowError:
        return None
    return TimeSpan(begin, end)
