"""Parses numbered periods as dates: quarters, halves, weeks, days of a year, and counts that programs store."""

from __future__ import annotations

import datetime as dt
import re

from yalu_plugin.core.importing.notations.date_types import (
    AmbiguousDate,
    DateReading,
    Interval,
    between,
    days_of,
    months_of,
)

_Y = r"(?P<y>\d{4})"
_ORDINALS = {"first": 1, "1st": 1, "i": 1, "一": 1, "상": 1, "上": 1, "second": 2, "2nd": 2, "ii": 2, "二": 2, "하": 2,
             "下": 2, "third": 3, "3rd": 3, "iii": 3, "三": 3, "fourth": 4, "4th": 4, "iv": 4, "四": 4}
_N = r"(?P<n>[1-4]|first|second|third|fourth|1st|2nd|3rd|4th)"
_QUARTERS = [re.compile(form) for form in (
    rf"q(?P<n>[1-4])[ ,/.-]*(?:of )?{_Y}", rf"{_Y}[ ,/.-]*q(?P<n>[1-4])", rf"(?P<n>[1-4])q[ ,/-]*{_Y}",
    rf"(?:the )?{_N}[ -]quarter[ ,]*(?:of )?{_Y}", rf"{_Y} ?년? ?(?P<n>[1-4]) ?분기",
    rf"{_Y} ?年? ?第?(?P<n>[1-4一二三四]) ?季度?", rf"(?P<n>[1-4])\. ?quartal {_Y}",
    rf"(?P<n>[1-4]|i{{1,3}}|iv)[ -]?(?:и )?(?:кв\.?|квартала?) {_Y}(?: ?г\.?| года)?",
    rf"(?P<n>[1-4])(?:er|e|eme) trimestre {_Y}")]
_HALVES = [re.compile(form) for form in (
    rf"h(?P<n>[12])[ ,/.-]*(?:of )?{_Y}", rf"{_Y}[ ,/.-]*h(?P<n>[12])", rf"(?P<n>[12])h[ ,/-]*{_Y}",
    rf"(?:the )?(?P<n>first|second|1st|2nd) half[ ,]*(?:of )?{_Y}", rf"{_Y} ?년? ?(?P<n>[상하])반기",
    rf"{_Y} ?年?(?P<n>[上下])半年", rf"(?P<n>[12])\. ?halbjahr {_Y}")]
_SHORT = re.compile(r"(?:(?P<kind>[qh])(?P<n>[1-4])|(?P<n2>[1-4])(?P<kind2>[qh]))[ -]?'?(?P<yy>\d\d)")
_ISO_WEEK = re.compile(rf"{_Y}-?w(?P<w>\d\d)(?:-?(?P<d>[1-7]))?")
_WEEK = re.compile(rf"(?:week|wk|kw|w)[ .-]*(?P<w>\d{{1,2}})[ ,/-]*(?:of )?{_Y}"
                   r"|(?P<y2>\d{4})[ ,/-]*(?:week|wk|kw) ?(?P<w2>\d{1,2})"
                   r"|(?P<y3>\d{4}) ?[년年] ?第?(?P<w3>\d{1,2}) ?[주周]")
_DAY_OF_YEAR = re.compile(rf"{_Y}(?P<hyphen>-)?(?P<n>\d{{3}})")
_SERIAL, _EPOCH = re.compile(r"(\d{5})(?:\.\d+)?"), re.compile(r"(?:/date\()?(\d{10}|\d{13})(?:\.\d+)?(?:\)/)?")
_DIGITS = re.compile(r"\d{6}|\d{8}")
_FIRST_SERIAL = dt.date(1899, 12, 30)  # Excel's day 0 for dates after February 1900
_SERIALS = (21_916, 73_050)  # 1960 to 2099
_DECADE = re.compile(r"(?:the )?(?P<y>\d{3}0)'?s")


def read_number(text: str, today: dt.date) -> DateReading | None:
    """Return the days of a quarter, half, week, day of the year, or count of days or seconds; None for other text.

    A count of days, seconds and the like is only a suggestion. Raises AmbiguousDate for a run of digits.
    """
    for forms, months in ((_QUARTERS, 3), (_HALVES, 6)):
        match = next(filter(None, (form.fullmatch(text) for form in forms)), None)
        if match:
            return _part_of_year(int(match["y"]), match["n"], months)
    short = _SHORT.fullmatch(text)
    if short:
        found = _part_of_year(2000 + int(short["yy"]), short["n"] or short["n2"],
                      3 if (short["kind"] or short["kind2"]) == "q" else 6)
        return found._replace(certain=False) if found else None
    return _week(text) or _day_of_year(text) or _count(text, today)


def _part_of_year(year: int, number: str, months: int) -> DateReading | None:
    n = int(number) if number.isdigit() else _ORDINALS[number]
    interval = months_of(year, months * (n - 1) + 1, months * n)
    return DateReading(interval) if interval else None


def _week(text: str) -> DateReading | None:
    """Read a week: one in ISO 8601 is certain, "week 31 2025" may be counted differently."""
    iso, loose = _ISO_WEEK.fullmatch(text), _WEEK.fullmatch(text)
    if iso:
        year, week, day = int(iso["y"]), int(iso["w"]), iso["d"]
    elif loose:
        year, week = (int(next(filter(None, loose.group(*names)))) for names in (("y", "y2", "y3"), ("w", "w2", "w3")))
        day = None
    else:
        return None
    if not (1 <= year <= 9998 and 1 <= week <= dt.date(year, 12, 28).isocalendar()[1]):
        return None
    first, last = (dt.date.fromisocalendar(year, week, int(day or which)) for which in (1, 7))
    return DateReading(between(first, last), certain=iso is not None)


def _day_of_year(text: str) -> DateReading | None:
    match = _DAY_OF_YEAR.fullmatch(text)
    if match is None or not 1900 <= int(match["y"]) <= 2100 or not 1 <= int(match["n"]) <= 366:
        return None
    day = dt.date(int(match["y"]), 1, 1) + dt.timedelta(days=int(match["n"]) - 1)
    return DateReading(between(day, day), certain=match["hyphen"] is not None) if day.year == int(match["y"]) else None


def _count(text: str, today: dt.date) -> DateReading | None:
    """Suggest the date of days since 1899, (milli)seconds since 1970, a run of digits, or a decade."""
    serial, epoch, digits, decade = (form.fullmatch(text) for form in (_SERIAL, _EPOCH, _DIGITS, _DECADE))
    found: set[Interval | None] = set()
    if serial and _SERIALS[0] <= int(serial[1]) <= _SERIALS[1]:
        day = _FIRST_SERIAL + dt.timedelta(days=int(serial[1]))
        found = {between(day, day)}
    elif epoch:
        seconds = int(epoch[1]) / (1000 if len(epoch[1]) == 13 else 1)
        day = (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date()
        found = {between(day, day)}
    elif digits:
        found = {interval for interval in _digit_dates(text) if interval and str(interval.first) <= today.isoformat()}
    elif decade:
        found = {months_of(int(decade["y"]), 1, 12)}
        last = days_of(int(decade["y"]) + 9)
        found = {Interval(interval.first, last.last) for interval in found if interval and last}
    if len(found) > 1:
        raise AmbiguousDate(text)
    return DateReading(interval, certain=False) if (interval := next(iter(found), None)) else None


def _digit_dates(digits: str) -> list[Interval | None]:
    """Return all readings of 202507, 250730, 300725, 30072025."""
    one, two, three, four = (int(digits[at:at + 2] or 0) for at in (0, 2, 4, 6))
    if len(digits) == 8:
        return [days_of(100 * three + four, two, one), days_of(100 * three + four, one, two)]
    month = days_of(100 * one + two, three) if one in (19, 20) else None
    return [month, days_of(2000 + one, two, three), days_of(2000 + three, two, one)]
