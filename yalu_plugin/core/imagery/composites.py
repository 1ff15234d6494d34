"""Composites: pictures made from many days, only one of which is in the name.

From the product pages of NASA's LP DAAC (MODIS, VIIRS) and VITO (PROBA-V): the day in the name is the first, except
for the daily MCD43 and VNP43, which are made from the sixteen days around it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from yalu_plugin.core.imagery.timespan import TimeSpan, whole_days

_PRODUCT = re.compile(r"(?<![A-Z0-9])(?:(?:MOD|MYD|MCD|VNP|VJ[12])(?P<code>\d{2}[A-Z]\w?\d?H?(?:GF)?)"
                      r"|PROBAV_S(?P<days>\d{1,2}))(?![A-Z0-9])", re.IGNORECASE)
_FOUR_DAYS = ("15A3", "15A3H")
_EIGHT_DAYS = ("09A1", "09H1", "09Q1", "10A2", "10C2", "11A2", "11C2", "14A2", "15A2", "15A2H", "16A2", "16A2GF",
               "17A2", "17A2H", "17A2HGF", "21A2", "21C2")
_SIXTEEN_DAYS = ("13A1", "13A2", "13C1", "13Q1")
_MONTH = ("10CM", "11B3", "11C3", "13A3", "13C2", "21A3", "21C3", "46A3", "64A1")
_YEAR = ("12C1", "12C2", "12Q1", "12Q2", "16A3", "16A3GF", "17A3", "17A3H", "17A3HGF", "44B", "44W", "46A4")
_LENGTHS = {code: days for codes, days in ((_FOUR_DAYS, 4), (_EIGHT_DAYS, 8), (_SIXTEEN_DAYS, 16)) for code in codes}


def composite_span(name: str, day: date) -> TimeSpan | None:
    """Return the UTC days that the composite `name` covers, given the `day` in its name; None if it is no composite.

    The last composite of a year is given its full length, as the 16-day ones have it.
    """
    match = _PRODUCT.search(name)
    if match is None:
        return None
    code = (match["code"] or "").upper()
    if code.startswith("43"):
        return whole_days(day - timedelta(days=8), day + timedelta(days=7))
    if code in _MONTH or code in _YEAR:
        return whole_days(day, _months_later(day, 1 if code in _MONTH else 12) - timedelta(days=1))
    length = _LENGTHS.get(code) or int(match["days"] or 1)
    return whole_days(day, day + timedelta(days=length - 1)) if length > 1 else None


def _months_later(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, min(day.day, 28))
