"""Parses geometries in text: WKT and EWKT, hexadecimal WKB and GeoPackage blobs, GeoJSON and lists of numbers."""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from yalu_plugin.core.importing.notations.coordinate_spelling import visible
from yalu_plugin.core.importing.notations.coordinate_types import (
    EmptyCoordinate,
    NotAPoint,
    OtherCrs,
    UnreadableCoordinate,
    WrittenPosition,
)
from yalu_plugin.core.mgrs import from_utm

_NUMBER = r"[+-]?\d{1,20}(?:\.\d{0,20})?(?:[eE][+-]?\d{1,3})?"
_DECIMAL = re.compile(_NUMBER)
_POINT = re.compile(
    rf"(?:SRID ?= ?(?P<srid>\d+) ?;|<[^<>]*/(?P<crs>CRS84|EPSG/\d*/4326)>)? ?"
    rf"(?:GEOMETRYCOLLECTION ?(?:ZM|Z|M)? ?\( ?)?(?P<multi>MULTI)?POINT ?(?:ZM|Z|M)? ?\( ?\(? ?(?P<x>{_NUMBER}) "
    rf"(?P<y>{_NUMBER})(?: {_NUMBER}){{0,2}} ?\)[ )]*", re.IGNORECASE)
_GEOMETRY = re.compile(
    r"(?:SRID ?= ?\d+ ?;)? ?(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION"
    r"|CIRCULARSTRING|CURVEPOLYGON)[ ZM]*(\(|EMPTY)", re.IGNORECASE)
_WKB_KINDS = {1: "Point", 2: "LineString", 3: "Polygon", 4: "MultiPoint", 5: "MultiLineString", 6: "MultiPolygon",
              7: "GeometryCollection"}
_WGS_84 = (0, 4326, 4979)
_MAX_BRACKETS = 12  # brackets within brackets in JSON
_LATITUDES, _LONGITUDES = ("lat", "latitude"), ("lon", "lng", "long", "longitude")


def read_geometry(text: str) -> WrittenPosition | None:
    """Return the place of a geometry, None for other text.

    Raises NotAPoint, OtherCrs, EmptyCoordinate or UnreadableCoordinate for a geometry that gives no place.
    """
    plain = visible(text)
    if plain.startswith(("{", "[")):
        return _json(plain)
    digits = plain[2:] if plain[:2] in ("0x", "0X", "\\x") else plain
    if len(digits) >= 42 and re.fullmatch(r"(?:[0-9A-Fa-f]{2})+", digits):
        return _blob(bytes.fromhex(digits), text)
    return _wkt(plain)


def _wkt(plain: str) -> WrittenPosition | None:
    point = _POINT.fullmatch(plain)
    if point:
        x, y = float(point["x"]), float(point["y"])
        if "EPSG" in (point["crs"] or "").upper():  # EPSG defines latitude as the first axis
            x, y = y, x
        return _in_degrees(x, y, int(point["srid"] or 0), plain)
    other = _GEOMETRY.match(plain)
    if other is None:
        return None
    if other[2].upper() == "EMPTY":
        raise EmptyCoordinate()
    if other[1].upper() == "POINT":
        raise UnreadableCoordinate(text=plain)
    raise NotAPoint(geometry=other[1].upper())


def _in_degrees(x: float, y: float, srid: int, text: str) -> WrittenPosition:
    if srid // 100 in (326, 327) and 1 <= srid % 100 <= 60:
        x, y = from_utm(srid % 100, x, y, north=srid // 100 == 326)
    elif srid not in _WGS_84:
        raise OtherCrs(text=text, crs=f"EPSG:{srid}")
    return WrittenPosition(y, x, order_known=True)


def _blob(blob: bytes, text: str) -> WrittenPosition:
    """Read WKB, EWKB, or the blob of a GeoPackage: a header followed by WKB."""
    try:
        srid = 0
        if blob[:2] == b"GP":
            order = "<" if blob[3] & 1 else ">"
            srid = max(0, struct.unpack_from(order + "i", blob, 4)[0])
            envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
            blob = blob[8 + envelope:]
        return _wkb(blob, srid, text)
    except (struct.error, KeyError, IndexError) as error:
        raise UnreadableCoordinate(text=text) from error


def _wkb(blob: bytes, srid: int, text: str) -> WrittenPosition:
    order = {0: ">", 1: "<"}[blob[0]]
    (code,) = struct.unpack_from(order + "I", blob, 1)
    at = 5
    if code & 0x20000000:
        (srid,) = struct.unpack_from(order + "I", blob, at)
        at += 4
    dimensions = 2 + bool(code & 0x80000000) + bool(code & 0x40000000)
    kind, iso = code & 0xFFFF, (code & 0xFFFF) // 1000
    if iso:
        kind, dimensions = kind % 1000, 2 + {1: 1, 2: 1, 3: 2}[iso]
    if kind in (4, 7) and struct.unpack_from(order + "I", blob, at) == (1,):
        return _wkb(blob[at + 4:], srid, text)
    if kind != 1:
        raise NotAPoint(geometry=_WKB_KINDS[kind])
    if len(blob) != at + 8 * dimensions:
        raise UnreadableCoordinate(text=text)
    x, y = struct.unpack_from(order + "dd", blob, at)
    if not (math.isfinite(x) and math.isfinite(y)):
        raise EmptyCoordinate()
    return _in_degrees(x, y, srid, text)


def _json(plain: str) -> WrittenPosition | None:
    """Read GeoJSON, an object with lat and lon, or a list of two to four numbers, whose order is unknown."""
    if plain.count("{") + plain.count("[") > _MAX_BRACKETS:
        return None
    try:
        found = json.loads(plain)
    except ValueError:
        return None
    if isinstance(found, list):
        pair = _numbers(found)
        return WrittenPosition(pair[0], pair[1], order_known=False) if pair else None
    named = {str(key).lower(): value for key, value in found.items()}
    lat, lon = (next((named[key] for key in keys if key in named), None) for keys in (_LATITUDES, _LONGITUDES))
    both = _numbers([float(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else value
                     for value in (lat, lon)])
    return WrittenPosition(both[0], both[1], order_known=True) if both else _geojson(found, plain)


def _numbers(values: object) -> tuple[float, float] | None:
    """Return the first two of two to four finite numbers, else None."""
    if not isinstance(values, Sequence) or isinstance(values, str) or not 2 <= len(values) <= 4:
        return None
    if any(isinstance(value, bool) or not isinstance(value, (int, float)) for value in values):
        return None
    if any(abs(value) > 1e12 or value != value for value in values):
        return None
    return float(values[0]), float(values[1])


def _geojson(found: Mapping[str, Any], plain: str) -> WrittenPosition:
    crs = json.dumps(found.get("crs"))
    if found.get("crs") and "4326" not in crs and "CRS84" not in crs:
        raise OtherCrs(text=plain, crs=crs)
    kind, inner = found.get("type"), None
    if kind == "Point":
        pair = _numbers(found.get("coordinates"))
        if pair:
            return WrittenPosition(pair[1], pair[0], order_known=True)
        raise (EmptyCoordinate if found.get("coordinates") == [] else UnreadableCoordinate)(text=plain)
    if kind == "Feature":
        inner = [found.get("geometry")]
    elif kind in ("FeatureCollection", "GeometryCollection"):
        inner = found.get("features" if kind == "FeatureCollection" else "geometries")
    elif kind == "MultiPoint" and isinstance(found.get("coordinates"), list):
        inner = [{"type": "Point", "coordinates": each} for each in found["coordinates"]]
    if isinstance(inner, list) and len(inner) == 1 and isinstance(inner[0], Mapping):
        return _geojson(inner[0], plain)
    if inner is None and kind not in _WKB_KINDS.values():
        raise UnreadableCoordinate(text=plain)
    raise NotAPoint(geometry=kind)
