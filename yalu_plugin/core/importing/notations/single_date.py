"""Parses one date in many forms: a day, a month, a quarter, a half or a year, with a time of day and a weekday.

All functions expect text that `folded_date` has normalized.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from yalu_plugin.core.importing.notations.calendar_words import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from yalu_plugin.core.importing.notations.date_types import (
    DAY_FIRST,
    MONTH_FIRST,
    AmbiguousDate,
    DateReading,
    Interval,
    YearMissing,
    days_of,
    months_of,
)
from yalu_plugin.core.importing.notations.eras import read_era
from yalu_plugin.core.importing.notations.numeric_date import read_number
from yalu_plugin.core.importing.notations.time_of_day import without_time

_Y, _M, _D, _NAME = r"(?P<y>\d{4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})", rf"(?P<name>{MONTH})\.?"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_FORMS = [re.compile(form) for form in (
    rf"{_Y}(?: ?[年년]| ?г\.?| года?|\.0)?",
    rf"{_Y} ?[-/.] ?{_M}",
    rf"{_Y} ?(?P<sep>[-/.:_]) ?{_M} ?(?P=sep) ?{_D}(?:z| ?utc)?",
    r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:\.0)?",
    rf"{_Y} ?[年년] ?{_M} ?[月월](?: ?{_D} ?[日일号號])?",
    rf"{_D}{_ORDINAL}[ /.-]*(?:of |de )?{_NAME}[ ,/-]*(?:de |del )?{_Y}(?: ?г\.?| года)?",
    rf"{_NAME}[ -]?{_D}{_ORDINAL}[ ,-]+{_Y}",
    rf"{_NAME}[ ,/-]*(?:of |de )?{_Y}(?: ?г\.?| года)?",
    rf"{_Y}[ ,/-]*{_NAME}(?:[ /-]*{_D}{_ORDINAL})?",
    rf"{_M} ?[-/.] ?{_Y}",
)]
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2}) ?(?P<sep>[-/.]) ?(?P<b>\d{1,2}) ?(?P=sep) ?(?P<y>\d{4})(?: ?г\.?| года)?")
_SHORT = re.compile(r"(?P<mark>')?(?P<a>\d{1,2}) ?(?P<sep>[-/.]) ?(?P<b>\d{1,2}) ?(?P=sep) ?(?P<c>\d{1,2})\.?")
_SHORT_NAMED = re.compile(rf"(?:(?P<d>\d{{1,2}}){_ORDINAL}[ -]?)?{_NAME}[ ,-]*(?P<mark>')?(?P<yy>\d\d)")
_SHORT_CJK = re.compile(rf"'?(?P<yy>\d\d) ?[年년] ?{_M} ?[月월](?: ?{_D} ?[日일号])?")
_NO_YEAR = re.compile(rf"\d{{1,2}}{_ORDINAL}[ .-]*(?:of )?{_NAME}|(?P<name2>{MONTH})\.?[ -]\d{{1,2}}{_ORDINAL}"
                      r"|\d{1,2} ?[月월](?: ?\d{1,2} ?[日일号])?|\d{1,2}[-/.]\d{1,2}\.?" rf"|(?:{MONTH})\.?")
_TENS = re.compile(rf"{_Y} ?[年년] ?{_M} ?[月월] ?(?P<ten>[상초중하]순|[上中下]旬)")  # thirds of a month
_WEEKDAY_BEFORE = re.compile(rf"({WEEKDAY})[.,]* ?(?=[\d'{{])|({WEEKDAY})[.,]* (?=\w)")
_WEEKDAY_AFTER = re.compile(rf"(?<=\d|[日일号号년年]|[).])[, ]*({WEEKDAY})\.?$")


def read_day(text: str, order: str, today: dt.date) -> DateReading | None:
    """Return one date, not a span; None for other text.

    `order` is DAY_FIRST or MONTH_FIRST for numeric dates, "" where the column proves neither. Raises AmbiguousDate or
    YearMissing.
    """
    shorter, to_utc, zone_known = without_time(text)
    shorter = re.sub(r"^(?:on|in|during|dated|date:?|le|am) (?:the )?", "", shorter)
    plain, weekday = _without_weekday(shorter)
    found = _read(plain, order, today)
    if found is None:
        return None
    interval, certain = found
    day = dt.date.fromisoformat(interval.first) if interval.first and interval.first == interval.last else None
    if day is None:
        return found if shorter == plain and to_utc is None and text.endswith(shorter) else None
    if to_utc is not None:
        moved = (dt.datetime.combine(day, dt.time()) + to_utc).date().isoformat()
        interval = Interval(moved, moved)
    return DateReading(interval, certain and zone_known and weekday in (None, day.weekday()))


def _without_weekday(text: str) -> tuple[str, int | None]:
    before, after = _WEEKDAY_BEFORE.match(text), _WEEKDAY_AFTER.search(text)
    if before:
        return text[before.end():], WEEKDAYS[before[1] or before[2]]
    if after:
        return text[:after.start()].rstrip(". "), WEEKDAYS[after[1]]
    return text, None


def _read(text: str, order: str, today: dt.date) -> DateReading | None:
    for interval in _unambiguous(text):
        return DateReading(interval, certain=not re.fullmatch(r"\d{4}\.1", text))  # 2025.10 in a spreadsheet
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _in_one_order(int(numeric["a"]), int(numeric["b"]), int(numeric["y"]), order, text)
    found = read_number(text, today) or read_era(text, lambda plain: _read(plain, order, today))
    found = found or _two_digit_year(text, order, today)
    if found is None and _NO_YEAR.fullmatch(text):
        raise YearMissing(text)
    return found


def _unambiguous(text: str) -> Iterator[Interval]:
    """Yield the intervals of the forms that have one meaning only."""
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            found = match.groupdict()
            month = MONTHS[found["name"]] if found.get("name") else _number(found.get("m"))
            interval = days_of(int(found["y"]), month, _number(found.get("d")))
            if interval:
                yield interval
    tens = _TENS.fullmatch(text)
    month_days = days_of(int(tens["y"]), int(tens["m"])) if tens else None
    if tens and month_days:
        yield third_of(month_days, {"상": 0, "초": 0, "上": 0, "중": 1, "中": 1, "하": 2, "下": 2}[tens["ten"][0]])


def third_of(interval: Interval, third: int) -> Interval:
    """Return a third (0 to 2): of a month the days 1 to 10, 11 to 20 or 21 to the end; of a year four months."""
    first, last = str(interval.first), str(interval.last)
    if first[:7] != last[:7]:
        return months_of(int(first[:4]), 4 * third + 1, 4 * third + 4) or interval
    starts, ends = ("01", "11", "21"), ("10", "20", last[8:])
    return Interval(first[:8] + starts[third], first[:8] + ends[third])


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _in_one_order(a: int, b: int, year: int, order: str, text: str) -> DateReading | None:
    """Read day/month or month/day, where only one of them is a valid date, or `order` decides."""
    readings = {DAY_FIRST: days_of(year, b, a), MONTH_FIRST: days_of(year, a, b)}
    possible = set(filter(None, readings.values()))
    if len(possible) > 1 and order not in readings:
        raise AmbiguousDate(text)
    chosen = readings.get(order) or next(iter(possible), None)
    return DateReading(chosen) if chosen else None


def _two_digit_year(text: str, order: str, today: dt.date) -> DateReading | None:
    """Read a date with a two-digit year, never certain; readings of 25.07.30 in the future or too early are dropped."""
    short, named, cjk = (form.fullmatch(text) for form in (_SHORT, _SHORT_NAMED, _SHORT_CJK))
    if named and not (named["d"] is None and " " in text and not named["mark"]):  # "Jul 25" is a day of no year
        year = full_year(named["yy"], today)
        found = {days_of(year, MONTHS[named["name"]], _number(named["d"]))} if year else set()
    elif cjk:
        year = full_year(cjk["yy"], today)
        found = {days_of(year, int(cjk["m"]), _number(cjk["d"]))} if year else set()
    elif short:
        found = _orders(short, order, today)
    else:
        return None
    found.discard(None)
    if len(found) > 1:
        raise AmbiguousDate(text)
    return DateReading(interval, certain=False) if (interval := next(iter(found), None)) else None


def _orders(short: re.Match[str], order: str, today: dt.date) -> set[Interval | None]:
    a, b, c = short.group("a", "b", "c")
    year_first, day_first, month_first = (a, b, c), (c, b, a), (c, a, b)
    if short["mark"]:
        orders = [year_first]
    elif order:
        orders = [day_first if order == DAY_FIRST else month_first]
    else:
        orders = [year_first, day_first, *([month_first] if short["sep"] != "." else [])]
    found: set[Interval | None] = set()
    for yy, month, day in orders:
        year = full_year(yy, today) if len(yy) == 2 else None
        found.add(days_of(year, int(month), int(day)) if year else None)
    return {interval for interval in found if interval and str(interval.first) <= today.isoformat()}


def full_year(yy: str, today: dt.date) -> int | None:
    """Return the latest year from 1960 (first satellites) to today's that ends in these digits; None without one."""
    return next((year for year in (2000 + int(yy), 1900 + int(yy)) if 1960 <= year <= today.year), None)
