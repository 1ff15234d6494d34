"""What a text typed into the search may say besides a name: a kilometre, coordinates, days."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from yalu_plugin.core.importing.coordinate_parser import LATITUDE, LIMITS, LONGITUDE, CoordinateError, read_position
from yalu_plugin.core.importing.date_parser import DateError, read_date

_KM = re.compile(r"km ?([+-]?\d{1,4}(?:[.,]\d{1,3})?)|([+-]?\d{1,4}(?:[.,]\d{1,3})?) ?km", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3},\d{3}")  # 1,234 km may be either


class WrittenPlace(NamedTuple):
    """A place in degrees; `swapped`: it was read as longitude, latitude. datum: GCJ_02, BD_09, or empty for WGS 84."""

    lat: float
    lon: float
    swapped: bool
    datum: str


def km_in(text: str) -> float | None:
    """Return the kilometre that a text such as "km 58.7" states, None for other text."""
    match = _KM.fullmatch(" ".join(unicodedata.normalize("NFKC", text).replace("\u2212", "-").split()))
    number = (match[1] or match[2]) if match else None
    return None if number is None or _THOUSANDS.fullmatch(number) else float(number.replace(",", "."))


def place_in(text: str) -> WrittenPlace | None:
    """Return the place that a text gives in any notation, None for other text.

    Two numbers of which the first is no latitude are read as longitude, latitude.
    """
    try:
        found = read_position(text)
    except CoordinateError:
        return None
    lat, lon, swapped = found.lat, found.lon, False
    if not found.order_known and abs(lat) > LIMITS[LATITUDE]:
        lat, lon, swapped = lon, lat, True
    inside = abs(lat) <= LIMITS[LATITUDE] and abs(lon) <= LIMITS[LONGITUDE]
    return WrittenPlace(lat, lon, swapped, found.datum) if inside else None


def days_in(text: str) -> tuple[date, date] | None:
    """Return first and last day of the one date or span that a text states; None for other text, or if it is doubtful.

    A span without a first or last day is none.
    """
    try:
        first, last = read_date(text.strip())
    except DateError:
        return None
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None
