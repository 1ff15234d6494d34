"""Parses machine notations of places: ISO 6709, NMEA sentences of GPS receivers, wiki templates, scaled numbers."""

from __future__ import annotations

import re

from yalu_plugin.core.importing.notations.angles import read_pair
from yalu_plugin.core.importing.notations.coordinate_spelling import visible
from yalu_plugin.core.importing.notations.coordinate_types import (
    OtherCrs,
    ScaledCoordinate,
    UnreadableCoordinate,
    WrittenPosition,
)

_ISO_6709 = re.compile(r"([+-])(\d{2}|\d{4}|\d{6})(\.\d{1,12})?([+-])(\d{3}|\d{5}|\d{7})(\.\d{1,12})?"
                       r"(?:[+-]\d{1,6}(?:\.\d{1,6})?)?(?:CRS([\w:]{1,40}))?/?")
_NMEA = re.compile(r"\$?G[A-Z]{4},.{0,40}?(\d{4}\.\d{1,8}),([NS]),(\d{5}\.\d{1,8}),([EW])(?:,.*)?")
_TEMPLATE = re.compile(r"\{\{ ?[^|{}]{1,40}\|([^{}]{1,400})\}\}")
_E7 = re.compile(r"-?\d{8,10}[,; ] ?-?\d{8,10}")


def read_packed(text: str) -> WrittenPosition | None:
    """Return the place of a text in one of these notations, None for other text.

    Raises ScaledCoordinate for degrees times ten million, UnreadableCoordinate or OtherCrs for a damaged text.
    """
    plain = visible(text)
    iso, nmea, template = _ISO_6709.fullmatch(plain), _NMEA.fullmatch(plain), _TEMPLATE.fullmatch(plain)
    if iso:
        return _iso_6709(iso, text)
    if nmea:
        return read_pair(f"{nmea[1]}{nmea[2]} {nmea[3]}{nmea[4]}")
    if template:
        return _template(template[1])
    if _E7.fullmatch(plain):
        raise ScaledCoordinate(text=text)
    return None


def _iso_6709(match: re.Match[str], text: str) -> WrittenPosition:
    if match[7] and match[7].upper().replace("_", "") not in ("WGS84", "EPSG:4326"):
        raise OtherCrs(text=text, crs=match[7])
    lat = _sixtieths(match[1], match[2], match[3], 2, text)
    lon = _sixtieths(match[4], match[5], match[6], 3, text)
    return WrittenPosition(lat, lon, order_known=True)


def _sixtieths(sign: str, digits: str, fraction: str | None, whole: int, text: str) -> float:
    """Return the degrees of DD, DDMM or DDMMSS with a fraction of the last part; `whole` digits are degrees."""
    parts = [digits[:whole], *(digits[at:at + 2] for at in range(whole, len(digits), 2))]
    values = [float(part) for part in parts]
    values[-1] += float(fraction or 0)
    if any(value >= 60 for value in values[1:]):
        raise UnreadableCoordinate(text=text)
    degrees, minutes, seconds = (*values, 0.0, 0.0)[:3]
    size = degrees + minutes / 60 + seconds / 3600
    return -size if sign == "-" else size


def _template(inner: str) -> WrittenPosition | None:
    """Read coord|41|24|40|N|128|11|12|E, coord|41.41|128.18|display=title, Coordinate|NS=41/24/40/N|EW=..."""
    parts = [part.strip() for part in inner.split("|")]
    named = {key.strip().upper(): value.strip() for key, _, value in (part.partition("=") for part in parts) if value}
    if {"NS", "EW"} <= named.keys():
        return read_pair(" ".join(named[key].strip("/").replace("/", " ") for key in ("NS", "EW")))
    leading = []
    for part in parts:
        if not re.fullmatch(r"-?\d{1,3}(?:\.\d{1,12})?|[NSEWnsew]", part):
            break
        leading.append(part)
    if len(leading) < 2:
        return None
    return read_pair((", " if len(leading) == 2 else " ").join(leading))._replace(order_known=True)
