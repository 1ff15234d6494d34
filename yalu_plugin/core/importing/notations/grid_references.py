"""Parses grid references: UTM, MGRS, Plus Codes."""

from __future__ import annotations

import re

from yalu_plugin.core import mgrs
from yalu_plugin.core.importing.notations.coordinate_spelling import folded_signs
from yalu_plugin.core.importing.notations.coordinate_types import (
    AmbiguousZone,
    CoarseReference,
    ShortPlusCode,
    UnreadableCoordinate,
    WrittenPosition,
    WrongGridReference,
)
from yalu_plugin.core.mgrs import BANDS, FALSE_NORTHING_M, SOUTH
from yalu_plugin.core.plus_code import ALPHABET

_MAX_SQUARE_KM = 1.0
_OVERLAP = 0.5  # degrees by which references may reach into the adjacent zone
_METRES = r"(\d{4,8}(?:\.\d+)?)(?: ?M)?"
_ZONE = re.compile(r"(?:UTM)? ?(?:ZONE)? ?(\d{1,2}) ?([C-HJ-NP-X])?")
_NUMBERS = rf"(?:([EN]) ?[:=]? ?{_METRES}[ ,;/]+([EN]) ?[:=]? ?{_METRES}|{_METRES} ?([EN])?[ ,;/]+{_METRES} ?([EN])?)"
_NAMED_ZONE = r"(?:WGS ?84 ?/? ?)?(?:UTM)? ?(?:ZONE)?:? ?(\d{1,2} ?[C-HJ-NP-X])"
_UTM = re.compile(rf"{_NAMED_ZONE}[ ,:]*{_NUMBERS}(?: ?\(?WGS ?84\)?)?")
_UTM_LAST = re.compile(rf"{_NUMBERS}[ ,;]+{_NAMED_ZONE}")
_MGRS = re.compile(r"(?:MGRS|USNG)?:? ?(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]) ?([A-HJ-NP-V]) ?(\d*) ?(\d*)")
_PLUS = re.compile(rf"([{ALPHABET}0]{{8}})\+([{ALPHABET}]{{0,7}})")
_SHORT_PLUS = re.compile(
    rf"[{ALPHABET}]{{4}}(?:[{ALPHABET}]{{2}})?\+[{ALPHABET}]{{2,3}}(?: [^\d].*)?")
_BAND_S_M = (3_540_000.0, 4_430_000.0)  # northings from 32 to 40 degrees north


def read_grid(text: str) -> WrittenPosition | None:
    """Return the place of a grid reference, None for other text.

    Raises WrongGridReference, AmbiguousZone, CoarseReference or ShortPlusCode for a reference that gives no place.
    """
    plain = folded_signs(text).strip("()[].,; ")
    return _utm(plain, text) or _mgrs(plain, text) or _plus_code(plain, text)


def from_utm(zone: str, easting: str, northing: str) -> WrittenPosition:
    """Return the place of texts of a UTM zone ("52T" band, "52N" hemisphere), easting and northing in metres.

    Raises CoordinateError.
    """
    text = f"{zone} {easting} {northing}"
    place = _ZONE.fullmatch(folded_signs(zone))
    metres = [re.fullmatch(_METRES, _ungrouped(folded_signs(number))) for number in (easting, northing)]
    if place is None or metres[0] is None or metres[1] is None:
        raise UnreadableCoordinate(text=text)
    if place[2] is None:
        raise AmbiguousZone(text=text)
    return _placed(place[1] + place[2], float(metres[0][1]), float(metres[1][1]), text)


def _ungrouped(number: str) -> str:
    """Remove the commas of 4,584,715."""
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", number.strip())


def _utm(plain: str, text: str) -> WrittenPosition | None:
    plain = _ungrouped(plain)
    first, last = _UTM.fullmatch(plain), _UTM_LAST.fullmatch(plain)
    if first:
        zone, *numbers = first.groups()
    elif last:
        *numbers, zone = last.groups()
    else:
        return None
    before, one, before_other, other = numbers[:4] if numbers[0] else (numbers[5], numbers[4], numbers[7], numbers[6])
    axes = (before or "", before_other or "")
    if axes == ("N", "E") or (axes == ("", "") and float(one) > 900_000 >= float(other)):
        one, other = other, one
    elif axes not in (("", ""), ("E", "N")):
        raise WrongGridReference(text=text)
    return _placed(zone.replace(" ", ""), float(one), float(other), text)


def _placed(zone: str, easting: float, northing: float, text: str) -> WrittenPosition:
    """Return the place of a zone and metres, if the letter, a band or hemisphere, fits the northing."""
    number, letter = int(zone[:-1]), zone[-1]
    if not 1 <= number <= 60 or not 100_000 <= easting <= 900_000 or not 0 <= northing <= FALSE_NORTHING_M:
        raise WrongGridReference(text=text)
    if letter == "S" and _BAND_S_M[0] <= northing <= _BAND_S_M[1]:
        raise AmbiguousZone(text=text)
    longitude, latitude = mgrs.from_utm(number, easting, northing, north=letter >= "N" and letter != "S")
    in_band = abs(latitude - (SOUTH + 8 * BANDS.index(letter) + 4)) <= (8.5 if letter == "X" else 4.5)
    if letter not in "NS" and not in_band:
        raise WrongGridReference(text=text)
    return WrittenPosition(latitude, longitude, order_known=True)


def _mgrs(plain: str, text: str) -> WrittenPosition | None:
    match = _MGRS.fullmatch(plain)
    if match is None:
        return None
    zone, band, column, row, first, second = match.groups()
    digits = first + second
    if len(digits) % 2 or len(digits) > 10 or (second and len(first) != len(second)):
        raise WrongGridReference(text=text)
    size_m = 10 ** (5 - len(digits) // 2)
    if size_m / 1000 > _MAX_SQUARE_KM:
        raise CoarseReference(text=text, km=size_m / 1000)
    half = len(digits) // 2
    place = mgrs.from_mgrs(int(zone), band, column + row,
                           int(digits[:half]) * size_m, int(digits[half:]) * size_m, size_m)
    if place is None:
        raise WrongGridReference(text=text)
    longitude, latitude = place
    if not any(mgrs.utm_zone(longitude + shift, latitude) == int(zone) for shift in (0, _OVERLAP, -_OVERLAP)):
        raise WrongGridReference(text=text)
    return WrittenPosition(latitude, longitude, order_known=True)


def _plus_code(plain: str, text: str) -> WrittenPosition | None:
    """Return the centre of an Open Location Code (by its specification: base 20, then a grid of 5 by 4)."""
    if _SHORT_PLUS.fullmatch(plain):
        raise ShortPlusCode(text=text)
    match = _PLUS.fullmatch(plain)
    if match is None or len(match[2]) == 1:
        return None
    if "0" in match[1] or len(match[2]) < 2:
        raise CoarseReference(text=text, km=5 if "0" not in match[1] else 100)
    values = [ALPHABET.index(sign) for sign in match[1] + match[2]]
    if values[0] > 8 or values[1] > 17:
        raise WrongGridReference(text=text)
    latitude, longitude, height, width = -90.0, -180.0, 400.0, 400.0
    for north, east in zip(values[:10:2], values[1:10:2]):
        height, width = height / 20, width / 20
        latitude, longitude = latitude + north * height, longitude + east * width
    for value in values[10:]:
        height, width = height / 5, width / 4
        latitude, longitude = latitude + value // 4 * height, longitude + value % 4 * width
    return WrittenPosition(latitude + height / 2, longitude + width / 2, order_known=True)
