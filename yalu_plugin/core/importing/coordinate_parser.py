"""Parses coordinates as people write them: degrees in many forms and scripts, grid references, geometries, links.

Results are degrees on WGS 84 as written. No order of latitude and longitude is assumed where the text states none,
nothing is shifted, and text that can be read in two ways is refused rather than guessed.
"""

from __future__ import annotations

import re

from yalu_plugin.core.importing.notations.angles import read_angle, read_pair
from yalu_plugin.core.importing.notations.coordinate_types import (
    BD_09,
    GCJ_02,
    LATITUDE,
    LIMITS,
    LONGITUDE,
    AmbiguousCoordinate,
    AmbiguousZone,
    Angle,
    CoarseReference,
    CoordinateError,
    CoordinateOutOfRange,
    EmptyCoordinate,
    HalfCoordinate,
    LinkWithoutPlace,
    NotAPoint,
    OtherCrs,
    ScaledCoordinate,
    SeveralPlaces,
    ShortPlusCode,
    UnreadableCoordinate,
    WrittenPosition,
    WrongAxis,
    WrongGridReference,
)
from yalu_plugin.core.importing.notations.grid_references import from_utm, read_grid
from yalu_plugin.core.importing.notations.machine_notations import read_packed
from yalu_plugin.core.importing.notations.map_links import read_link
from yalu_plugin.core.importing.notations.places_in_text import positions_in
from yalu_plugin.core.importing.notations.written_geometry import read_geometry

__all__ = [
    "BD_09", "GCJ_02", "LATITUDE", "LIMITS", "LONGITUDE", "AmbiguousCoordinate", "AmbiguousZone", "Angle",
    "CoarseReference", "CoordinateError", "CoordinateOutOfRange", "EmptyCoordinate", "HalfCoordinate",
    "LinkWithoutPlace", "NotAPoint", "OtherCrs", "ScaledCoordinate", "SeveralPlaces", "ShortPlusCode",
    "UnreadableCoordinate", "WrittenPosition", "WrongAxis", "WrongGridReference", "from_parts", "from_utm",
    "positions_in", "read_angle", "read_position",
]

_MAX_LENGTH = 2_000  # characters: a link to a map may be long
_PLAIN = re.compile(r"\s*([+-]?\d{1,3}\.\d{1,17})\s*[,;]?\s+([+-]?\d{1,3}\.\d{1,17})\s*")
_NOTATION_READERS = (read_link, read_geometry, read_grid, read_packed)


def read_position(text: str) -> WrittenPosition:
    """Return the place that a text gives in any notation; latitude first unless the text states another order.

    Several notations in one text must agree; other words around them are ignored. The range of the degrees is not
    checked.

    Raises:
        CoordinateError: the text gives no place; the subclass and message state the reason.
    """
    plain = _PLAIN.fullmatch(text)  # what most files hold
    if plain:
        return WrittenPosition(float(plain[1]), float(plain[2]), order_known=False)
    if len(text) > _MAX_LENGTH:
        raise UnreadableCoordinate(text=text)
    for read in _NOTATION_READERS:
        found = read(text)
        if found is not None:
            return found
    try:
        return read_pair(text)
    except EmptyCoordinate:
        raise
    except CoordinateError as error:
        places = positions_in(text)
        if len(places) == 1:
            return places[0]
        raise (SeveralPlaces(text=text) if places else error) from error


def from_parts(degrees: str, minutes: str = "", seconds: str = "", hemisphere: str = "") -> Angle:
    """Return one angle from texts of degrees, minutes, seconds and the letter or word of the hemisphere.

    Trailing empty parts count as 0. Raises CoordinateError.
    """
    parts = [re.sub(r"\.0+$", "", part.strip().rstrip("°'\"′″ ")) for part in (degrees, minutes, seconds)]
    while parts and (not parts[-1] or (len(parts) > 1 and parts[-1].strip("0") == "")):
        parts.pop()
    text = " ".join([*(part + sign for part, sign in zip(parts, "°'\"")), hemisphere.strip()]).strip()
    if not parts:
        raise EmptyCoordinate()
    return read_angle(text)
