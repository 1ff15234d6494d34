"""Acquisition dates in file names: what satellite products are called, and plain dates.

Sources of the patterns: the naming conventions published with Sentinel-1 and -2 (ESA), Landsat Collection 2 and
Landsat scene ids (USGS), MODIS (NASA LP DAAC), PlanetScope and SkySat (Planet), WorldView (Maxar), Pleiades and
SPOT (Airbus), and Gaofen (CRESDA).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from yalu_plugin.core.imagery.timespan import TimeSpan, instant, parse_time, whole_day

FIRST_YEAR = 1960
MONTHS = {name: number for number, name in enumerate(
    ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1)}

_START = r"(?<![A-Z0-9])"
_DATE = r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"
_CLOCK = r"(?P<H>\d{2})(?P<M>\d{2})(?P<S>\d{2})"
_DAY_OF_YEAR = r"(?P<y>\d{4})(?P<j>\d{3})"

# Name of the pattern, expression, platform ("{0}" is the group `unit`). The first that matches decides.
_PRODUCTS = tuple((name, re.compile(expression, re.IGNORECASE), platform) for name, expression, platform in (
    ("sentinel-1", rf"{_START}S1(?P<unit>[A-D])_.*?_{_DATE}T{_CLOCK}_(?P<end>\d{{8}}T\d{{6}})(?!\d)", "sentinel-1{0}"),
    ("sentinel-2", rf"{_START}S2(?P<unit>[A-D])_MSI\w{{3}}_{_DATE}T{_CLOCK}(?!\d)", "sentinel-2{0}"),
    # Before 2016 the date of processing stood first; without the sensing time after V the name tells nothing.
    ("sentinel-2 operational", rf"{_START}S2(?P<unit>[A-D])_OPER_(?:.*_V{_DATE}T{_CLOCK}(?!\d))?", "sentinel-2{0}"),
    ("sentinel-2 granule", rf"{_START}T\d{{2}}[A-Z]{{3}}_{_DATE}T{_CLOCK}(?!\d)", "sentinel-2"),
    ("landsat collection", rf"{_START}L[COTEM](?P<unit>0[1-9])_L\w{{3}}_\d{{6}}_{_DATE}_\d{{8}}_", "landsat-{0}"),
    ("landsat scene", rf"{_START}L[COTEM](?P<unit>[1-9])\d{{6}}{_DAY_OF_YEAR}[A-Z]{{3}}\d{{2}}", "landsat-{0}"),
    ("modis", rf"{_START}(?:MOD|MYD|MCD)\w+\.A{_DAY_OF_YEAR}(?!\d)", "modis"),
    ("skysat", rf"(?<!\d){_DATE}_{_CLOCK}_(?:ssc|s)(?P<unit>\d+)", "skysat"),
    ("planetscope", rf"(?<!\d){_DATE}_{_CLOCK}_(?:\d{{1,2}}_)?[0-9a-f]{{4}}(?![0-9a-z])", "planetscope"),
    ("maxar", rf"{_START}(?P<yy>\d{{2}})(?P<mon>{'|'.join(MONTHS)})(?P<d>\d{{2}}){_CLOCK}-[PMS]", ""),
    ("pleiades", rf"{_START}(?P<unit>PHR1[AB]|PNEO\d|SPOT[67])_(?:\w*?_)?{_DATE}(?P<H>\d{{2}})(?P<M>\d{{2}})", "{0}"),
    ("gaofen", rf"{_START}(?P<unit>GF\d)[A-D]?_\w+?_E\d+\.\d+_N\d+\.\d+_{_DATE}(?!\d)", "{0}"),
))
_PLAIN = re.compile(r"(?<!\d)(?P<y>\d{4})(?P<sep>[-_.]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)")


@dataclass(frozen=True)
class FoundDate:
    """The time a file name tells, the name of the pattern it was read by, and the platform where that tells it."""

    span: TimeSpan
    pattern: str
    platform: str = ""


def date_in_name(name: str, today: date | None = None) -> FoundDate | None:
    """The acquisition date in the file name `name`, or None: no date, an impossible one, or two different ones.

    Product names carry several dates; the acquisition is taken, never the processing. Dates before 1960 or after
    next year are taken for numbers that mean something else. `today` is the UTC date unless given.
    """
    latest = (today or datetime.now(timezone.utc).date()).year + 1
    for pattern, expression, platform in _PRODUCTS:
        match = expression.search(name)
        if match is not None:
            span = _product_span(match)
            if span is None or not FIRST_YEAR <= span.begin.year <= latest:
                return None
            return FoundDate(span, pattern, _platform(platform, match))
    days = {day for match in _PLAIN.finditer(name) if (day := _plain_day(match)) and FIRST_YEAR <= day.year <= latest}
    return FoundDate(whole_day(days.pop()), "date") if len(days) == 1 else None


def _product_span(match: re.Match[str]) -> TimeSpan | None:
    part = {name: text for name, text in match.groupdict().items() if text is not None}
    day = _product_day(part)
    if day is None or "H" not in part:
        return whole_day(day) if day else None
    begin = instant(day.year, day.month, day.day, int(part["H"]), int(part["M"]), int(part.get("S", 0)))
    end = parse_time(part.get("end", ""))
    return TimeSpan(begin.begin, end.end) if begin and end and end.end >= begin.begin else begin


def _product_day(part: dict[str, str]) -> date | None:
    if "y" not in part and "yy" not in part:
        return None
    year = int(part["y"]) if "y" in part else 2000 + int(part["yy"])
    if "j" in part:
        return _day_of_year(year, int(part["j"]))
    return _day(year, MONTHS[part["mon"].upper()] if "mon" in part else int(part["m"]), int(part["d"]))


def _plain_day(match: re.Match[str]) -> date | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_year(year: int, number: int) -> date | None:
    first = _day(year, 1, 1)
    if first is None or not 1 <= number <= 366:
        return None
    day = first + timedelta(days=number - 1)
    return day if day.year == year else None


def _platform(template: str, match: re.Match[str]) -> str:
    unit = (match.groupdict().get("unit") or "").lower().lstrip("0")
    return template.format(unit)
