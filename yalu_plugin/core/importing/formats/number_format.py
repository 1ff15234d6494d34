"""What cells of a workbook show: dates as exact as their format, numbers as people wrote them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_NO_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_BUILT_IN = {  # formats that have a number and no text; 27 to 36 and 50 to 58 are East Asian dates
    **dict.fromkeys((14, 15, 28, 29, 30, 31, 51, 53, 54, 58), "ymd"), 16: "md", 17: "ym", 22: "ymdt",
    **dict.fromkeys((27, 36, 50, 52, 57), "ym?"),  # a month in Chinese, a day in Japanese and Korean
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "t")}


def date_parts(code: str, number: int) -> str:
    """The parts of a date, of "ymdt" (t for a time), that a number format of Excel shows; "" for no date.

    "ym?" is a month in some languages and a day in others.
    """
    if not code:
        return _BUILT_IN.get(number, "")
    plain = _NO_FORMAT.sub("", code).split(";")[0].lower()
    if "general" in plain or re.search(r"[0#?]", plain):
        return "" if not re.search(r"[ymdh]", plain) or "general" in plain else _parts(plain)
    return _parts(plain)


def _parts(plain: str) -> str:
    time = bool(re.search(r"[hs]", plain))
    month = "m" in (re.sub(r"h+\W*m+|m+\W*s+", "", plain) if time else plain)
    return "y" * ("y" in plain or "e" in plain) + "m" * month + "d" * ("d" in plain) + "t" * time


def date_text(moment: datetime, parts: str) -> str:
    """ISO 8601 text of a moment, as exact as its parts say: a month without its day, a year without its month.

    A format without a year, or a time, still tells the whole day, for a day is what was entered.
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
    """A number with the fifteen digits that spreadsheets show: 41.411113999999998 was written 41.411114."""
    if re.fullmatch(r"-?\d+", value):
        return value
    number = float(value)
    text = f"{number:.15g}"
    return f"{number:.0f}" if "e" in text and number.is_integer() and abs(number) < 1e21 else text
