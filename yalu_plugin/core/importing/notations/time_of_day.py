"""Splits the time of day, with its zone, from a date."""

from __future__ import annotations

import datetime as dt
import re

_ZONES = {"z": 0.0, "utc": 0.0, "gmt": 0.0, "kst": 9.0, "jst": 9.0, "msk": 3.0, "cet": 1.0, "cest": 2.0, "est": -5.0,
          "edt": -4.0, "pst": -8.0, "pdt": -7.0}
_HALF = r"(?:(?P<half>오전|오후|上午|下午|am|pm) ?)?"
_ZONE = r"(?: ?(?P<zone>[a-z]{1,4})?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?(?: ?\([a-z ]+\))?)"
_TIME = re.compile(
    rf"(?:[t, ]+|(?<=[)일日])){_HALF}(?:at )?(?P<h>\d{{1,2}})(?::(?P<m>\d{{2}})(?::(?P<s>\d{{2}})(?:[.,]\d{{1,9}})?)?"
    rf"|[시时時点點] ?(?:(?P<m2>\d{{1,2}})[분分])?(?: ?\d{{1,2}}[초秒])?)"
    rf"(?: ?(?P<half2>am|pm|a\.m\.?|p\.m\.?))?{_ZONE}$")
_PACKED = re.compile(r"(\d{8})[t _-]?(\d{2})(\d{2})(\d{2})?((?:[.]\d+)?(?:z|[+-]\d{2}:?\d{2})?)")
_IN_THE_MIDDLE = re.compile(r"((?:[a-z]{3} )?[a-z]{3} \d{1,2}) (\d\d:\d\d:\d\d) ?([a-z]{1,4}|[+-]\d{4})? (\d{4})")
_LATER = ("오후", "下午", "pm", "p.m", "p.m.")


def without_time(text: str) -> tuple[str, dt.timedelta | None, bool]:
    """Return the date alone, the offset from its midnight to the time in UTC (None without a zone), and whether the
    zone is known, or none is stated.
    """
    packed = _PACKED.fullmatch(text)
    if packed:
        day, hour, minute, second, rest = packed.groups()
        text = f"{day} {hour}:{minute}:{second or '00'}{rest}"
    middle = _IN_THE_MIDDLE.fullmatch(text)
    if middle:
        text = f"{middle[1]} {middle[4]} {middle[2]}{' ' + middle[3] if middle[3] else ''}"
    match = _TIME.search(text)
    if match is None:
        return text, None, True
    hour, minute = int(match["h"]), int(match["m"] or match["m2"] or 0)
    half = match["half"] or match["half2"] or ""
    if hour > 24 or minute > 59:
        return text, None, True
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in _LATER else 0)
    zone, offset = match["zone"], match["offset"]
    if zone is None and offset is None:
        return text[:match.start()], None, True
    if zone is not None and zone not in _ZONES:
        return text[:match.start()], None, False
    hours = _ZONES[zone] if zone else 0.0
    if offset:
        digits = offset[1:].replace(":", "")
        east = int(digits[:2] if len(digits) > 2 else digits) + int(digits[2:] or 0) / 60
        hours += -east if offset[0] == "-" else east
    return text[:match.start()], dt.timedelta(hours=hour - hours, minutes=minute), True
