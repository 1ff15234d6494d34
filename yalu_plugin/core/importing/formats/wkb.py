"""Reduces a geometry in well-known binary to its single point, or to the name of its type."""

from __future__ import annotations

import math
import struct

from yalu_plugin.core.importing.formats.point_shape import NOTHING, Shape, one_of, point_of
from yalu_plugin.core.importing.import_errors import DamagedGeometry

_NAMES = {2: "LineString", 3: "Polygon", 8: "CircularString", 9: "CompoundCurve", 10: "CurvePolygon",
          11: "MultiCurve", 12: "MultiSurface", 13: "Curve", 14: "Surface", 15: "PolyhedralSurface", 16: "Tin",
          17: "Triangle"}
_COLLECTED = {4: "MultiPoint", 5: "MultiLineString", 6: "MultiPolygon", 7: "GeometryCollection"}
_POINT, _LINE, _POLYGON = 1, 2, 3
_MAX_PARTS = 1000  # of a collection: one with more is not a site
_MAX_LEVELS = 5
_Z, _M, _SRID = 0x80000000, 0x40000000, 0x20000000  # PostGIS' extended WKB


def wkb_shape(data: bytes) -> Shape:
    """Return the shape of a geometry. Raises DamagedGeometry."""
    try:
        return _read(data, 0, 0)[0]
    except (struct.error, IndexError) as error:
        raise DamagedGeometry(text=data[:20].hex()) from error


def _read(data: bytes, at: int, depth: int) -> tuple[Shape, int]:
    """Return the shape that begins at the byte `at`, and the byte after it."""
    order = "<" if data[at] else ">"
    code = struct.unpack_from(order + "I", data, at + 1)[0]
    at += 9 if code & _SRID else 5
    kind = (code & 0xFFFF) % 1000
    numbers = 2 + (bool(code & _Z) + bool(code & _M) or (0, 1, 1, 2)[(code & 0xFFFF) // 1000 % 4])
    if kind == _POINT:
        x, y = struct.unpack_from(order + "2d", data, at)
        empty = math.isnan(x) and math.isnan(y)
        return NOTHING if empty else point_of((x, y)), at + 8 * numbers
    if kind not in _NAMES and kind not in _COLLECTED or depth > _MAX_LEVELS:
        raise DamagedGeometry(text=data[:20].hex())
    count = struct.unpack_from(order + "I", data, at)[0]
    if kind in _COLLECTED:
        return _collected(data, at + 4, count, _COLLECTED[kind], depth)
    return Shape(type=_NAMES[kind]) if count else NOTHING, _end(data, at + 4, order, kind, count, 8 * numbers)


def _end(data: bytes, at: int, order: str, kind: int, count: int, size: int) -> int:
    """Return the byte after a line or polygon of `count` parts; the end of `data` for other geometries."""
    if kind == _LINE:
        return at + count * size
    for _ in range(count if kind == _POLYGON else 0):
        if at >= len(data):
            break
        at += 4 + struct.unpack_from(order + "I", data, at)[0] * size
    return at if kind == _POLYGON else len(data)


def _collected(data: bytes, at: int, count: int, name: str, depth: int) -> tuple[Shape, int]:
    shapes: list[Shape] = []
    for _ in range(min(count, _MAX_PARTS)):
        shape, at = _read(data, at, depth + 1)
        shapes.append(shape)
    return Shape(type=name) if count > _MAX_PARTS else one_of(shapes, name), at
