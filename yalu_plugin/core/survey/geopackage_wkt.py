"""Conversion of GeoPackage geometry blobs to WKT as QGIS writes it with nine decimals."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite, isnan
from typing import NamedTuple

MAGIC = "4750"  # "GP" as hexadecimal digits, with which every geometry of a GeoPackage starts
# a point with only x and y and without an envelope: the digits before the number of its CRS, and after it
_POINT_HEAD, _POINT, _POINT_AT, _POINT_DIGITS = "47500001", "0101000000", 16, 58
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_NINE_DECIMALS = Decimal("1e-9")
_KINDS = {1: "Point", 2: "LineString", 3: "Polygon", 4: "MultiPoint", 5: "MultiLineString", 6: "MultiPolygon",
          7: "GeometryCollection"}
_PARTS_WITHOUT_A_NAME = ("MultiPoint", "MultiLineString", "MultiPolygon")
_NAMES = {name.upper(): name for name in _KINDS.values()}
_WKT = re.compile(r"\s*([A-Za-z]+?)\s*(?:ZM?|M)?\s*(\([^A-DF-Z]*\))\s*$", re.IGNORECASE)
_NUMBER = r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)"
_VERTEX = re.compile(rf"{_NUMBER}\s+{_NUMBER}[^,()]*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")


class ExactWkt(str):
    """WKT with nine decimals that also has its exact geometry.

    A row that is written back, by Undo or with another name, keeps its geometry to the last bit.
    """

    __slots__ = ("blob",)
    blob: str

    def __new__(cls, wkt: str, blob: str) -> ExactWkt:
        """Create the text; `blob` is the GeoPackage geometry in hexadecimal digits."""
        text = super().__new__(cls, wkt)
        text.blob = blob
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # for copies
        return str(self), self.blob


def wkt_of_blob(blob: str | None) -> str | None:
    """Return the WKT ("Point (127.1 41.4)") of a GeoPackage geometry in hexadecimal digits, in its own CRS.

    Z and M are dropped. None for no geometry, an empty one, one with a vertex that is not finite, and one that is
    damaged or of another type than point, line, polygon and collections of these.
    """
    if not blob:
        return None
    try:
        if len(blob) == _POINT_DIGITS and blob.startswith(_POINT_HEAD) and blob.startswith(_POINT, _POINT_AT):
            x, y = struct.unpack("<2d", bytes.fromhex(blob[-32:]))  # the usual case
            return None if isnan(x) or isnan(y) else _point_wkt(x, y, blob)
        data = bytes.fromhex(blob)
        begin = 8 + _ENVELOPE_BYTES[data[3] >> 1 & 7]
        if data[:2] != b"GP" or data[3] >> 4 & 1:
            return None
        found = _shape(data, begin)
    except (ValueError, IndexError, KeyError, struct.error, RecursionError):
        return None
    return ExactWkt(f"{found.kind} {found.text}", blob) if found.text else None


def wkb_of_blob(blob: str) -> bytes:
    """Return the WKB in a GeoPackage geometry, given in hexadecimal digits that `wkt_of_blob` can read."""
    data = bytes.fromhex(blob)
    return data[8 + _ENVELOPE_BYTES[data[3] >> 1 & 7]:]


def _point_wkt(x: float, y: float, blob: str) -> str:
    """Return plain text where it is exact, so that a hundred thousand imported sites need no second copy."""
    across, up = _number(x), _number(y)
    wkt = f"Point ({across} {up})"
    return wkt if float(across) == x and float(up) == y else ExactWkt(wkt, blob)


def lonlat_of(point: str) -> tuple[float, float]:
    """Return longitude and latitude in degrees of a point in the form of `wkt_of_blob`."""
    lon, lat = point[len("Point ("):-1].split()
    return float(lon), float(lat)


def wkt_of_text(wkt: str | None) -> str | None:
    """Return WKT of another writer ("POINT Z (127.10 41.4 0)") in the form of `wkt_of_blob`; None if it is not WKT."""
    match = _WKT.match(wkt or "")
    if match is None or match.group(1).upper() not in _NAMES:
        return None
    parts = _VERTEX.sub(lambda vertex: _vertex(*map(float, vertex.group(1, 2))), match.group(2))
    return f"{_NAMES[match.group(1).upper()]} {_COMMA.sub(', ', parts).replace('), (', '),(')}"


class _Shape(NamedTuple):
    """A part of WKT: its `text` in parentheses, "" for an empty one; `end` is the byte at which the next one starts."""

    kind: str
    text: str
    end: int


def _shape(data: bytes, begin: int) -> _Shape:
    order = "<" if data[begin] else ">"
    (code,) = struct.unpack_from(f"{order}I", data, begin + 1)
    begin += 5 + (4 if code & 0x20000000 else 0)  # the CRS of PostGIS' extended WKB
    flat = code & 0x0FFFFFFF
    dimensions = 2 + (code >> 31 & 1) + (code >> 30 & 1) + (0, 1, 1, 2)[flat // 1000]
    kind = _KINDS[flat % 1000]
    return _READ.get(kind, _collection)(kind, data, begin, order, dimensions)


def _point(kind: str, data: bytes, begin: int, order: str, dimensions: int) -> _Shape:
    x, y = struct.unpack_from(f"{order}2d", data, begin)
    return _Shape(kind, "" if isnan(x) or isnan(y) else f"({_vertex(x, y)})", begin + 8 * dimensions)


def _line(kind: str, data: bytes, begin: int, order: str, dimensions: int) -> _Shape:
    (count,) = struct.unpack_from(f"{order}I", data, begin)
    end = begin + 4 + 8 * dimensions * count
    values = struct.unpack_from(f"{order}{dimensions * count}d", data, begin + 4) if end <= len(data) else _cut()
    vertices = map(_vertex, values[::dimensions], values[1::dimensions])
    return _Shape(kind, f"({', '.join(vertices)})" if count else "", end)


def _polygon(kind: str, data: bytes, begin: int, order: str, dimensions: int) -> _Shape:
    (count,) = struct.unpack_from(f"{order}I", data, begin)
    rings, end = [], begin + 4
    for _ in range(count):
        ring = _line(kind, data, end, order, dimensions)
        rings.append(ring.text)
        end = ring.end
    return _Shape(kind, _joined(rings), end)


def _collection(kind: str, data: bytes, begin: int, order: str, dimensions: int) -> _Shape:
    (count,) = struct.unpack_from(f"{order}I", data, begin)
    parts, end = [], begin + 4
    for _ in range(count):
        part = _shape(data, end)
        parts.append(part.text if kind in _PARTS_WITHOUT_A_NAME or not part.text else f"{part.kind} {part.text}")
        end = part.end
    return _Shape(kind, _joined(parts), end)


_READ: dict[str, Callable[[str, bytes, int, str, int], _Shape]] = {
    "Point": _point, "LineString": _line, "Polygon": _polygon}


def _joined(parts: list[str]) -> str:
    filled = [part for part in parts if part]
    return f"({','.join(filled)})" if filled else ""


def _cut() -> tuple[float, ...]:
    raise ValueError("the geometry ends before its last vertex")


def _vertex(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    """Format as QGIS does: at most nine decimals, halves away from zero, no -0. Raises ValueError if not finite."""
    if not isfinite(value):
        raise ValueError(value)
    if value * 1024 % 2 == 1:  # halfway between two numbers of nine decimals: only odd multiples of 1/1024 can be
        text = f"{Decimal(value).quantize(_NINE_DECIMALS, ROUND_HALF_UP):f}"
    else:
        text = f"{value:.9f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
