"""Formats values of a workbook as its cells show them: dates as exact as their format, numbers as entered."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_BUILT_IN = {  # formats with a number but no code; 27 to 36 and 50 to 58 are East Asian dates
    **dict.fromkeys((14, 15, 28, 29, 30, 31, 51, 53, 54, 58), "ymd"), 16: "md", 17: "ym", 22: "ymdt",
    **dict.fromkeys((27, 36, 50, 52, 57), "ym?"),  # a month in Chinese, a day in Japanese and Korean
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "t")}


def date_parts(code: str, number: int) -> str:
    """Return the parts of a date, out of "ymdt" (t for a time), that an Excel number format shows; "" for no date.

    "ym?" is a month in some languages and a day in others.
    """
    if not code:
        return _BUILT_IN.get(number, "")
    plain = _LITERALS.sub("", code).split(";")[0].lower()
    if "general" in plain or re.search(r"[0#?]", plain):
        return "" if not re.search(r"[ymdh]", plain) or "general" in plain else _parts(plain)
    return _parts(plain)


def _parts(plain: str) -> str:
    time = bool(re.search(r"[hs]", plain))
    month = "m" in (re.sub(r"h+\W*m+|m+\W*s+", "", plain) if time else plain)
    return "y" * ("y" in plain or "e" in plain) + "m" * month + "d" * ("d" in plain) + "t" * time


def date_text(moment: datetime, parts: str) -> str:
    """Return a moment as ISO 8601, as exact as its parts: a month without a day, a year without a month.

    With a format that has no year, or only a time, the text still has the whole day, since a day was entered.
    """
    moment = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
    if parts == "t" and moment.year < 1905:
        return moment.strftime("%H:%M:%S")
    if parts == "y":
        return f"{moment.year:04d}"
    if parts == "ym" or (parts == "ym?" and moment.day == 1):
        return f"{moment.year:04d}-{moment.month:02d}"
    day = moment.date().isoformat()
    return day if not (moment.hour or moment.minute or moment.second) else moment.isoformat()


def number_text(value: str) -> str:
    """Round a number to the fifteen digits that spreadsheets show: 41.411113999999998 was entered as 41.411114."""
    if re.fullmatch(r"-?\d+", value):
        return value
    number = float(value)
    text = f"{number:.15g}"
    return f"{number:.0f}" if "e" in text and number.is_integer() and abs(number) < 1e21 else text
