"""The one point of a geometry in well-known binary, or what else it is."""

from __future__ import annotations

import math
import struct

from yalu_plugin.core.importing.errors import DamagedGeometry
from yalu_plugin.core.importing.formats.geometry import NOTHING, Shape, one_of, point_of

_NAMES = {2: "LineString", 3: "Polygon", 5: "MultiLineString", 6: "MultiPolygon", 8: "CircularString",
          9: "CompoundCurve", 10: "CurvePolygon", 11: "MultiCurve", 12: "MultiSurface", 13: "Curve", 14: "Surface",
          15: "PolyhedralSurface", 16: "Tin", 17: "Triangle"}
_POINT, _COLLECTED = 1, {4: "MultiPoint", 7: "GeometryCollection"}
_MOST_PARTS = 100
_Z, _M, _SRID = 0x80000000, 0x40000000, 0x20000000  # PostGIS' extended WKB


def wkb_shape(data: bytes) -> Shape:
    """Its shape. Raises DamagedGeometry."""
    try:
        return _read(data, 0, 0)[0]
    except (struct.error, IndexError) as error:
        raise DamagedGeometry(text=data[:20].hex()) from error


def _read(data: bytes, at: int, depth: int) -> tuple[Shape, int]:
    """The shape that begins at a byte, and where the next begins (only that of a point is known)."""
    order = "<" if data[at] else ">"
    code = struct.unpack_from(order + "I", data, at + 1)[0]
    at += 9 if code & _SRID else 5
    kind = (code & 0xFFFF) % 1000
    numbers = 2 + (bool(code & _Z) + bool(code & _M) or (0, 1, 1, 2)[(code & 0xFFFF) // 1000 % 4])
    if kind == _POINT:
        x, y = struct.unpack_from(order + "2d", data, at)
        empty = math.isnan(x) and math.isnan(y)
        return NOTHING if empty else point_of((x, y)), at + 8 * numbers
    if kind in _COLLECTED and depth < 5:
        return _collected(data, at, order, _COLLECTED[kind], depth)
    if kind not in _NAMES:
        raise DamagedGeometry(text=data[:20].hex())
    empty = struct.unpack_from(order + "I", data, at)[0] == 0
    return NOTHING if empty else Shape(type=_NAMES[kind]), len(data)


def _collected(data: bytes, at: int, order: str, name: str, depth: int) -> tuple[Shape, int]:
    count = struct.unpack_from(order + "I", data, at)[0]
    at += 4
    shapes: list[Shape] = []
    for _ in range(min(count, _MOST_PARTS)):
        if at >= len(data):  # a part that is no point came before: where it ends is not looked for
            break
        shape, at = _read(data, at, depth + 1)
        shapes.append(shape)
    ended = len(shapes) < count and (name == "MultiPoint" or not shapes)
    return (Shape(type=name) if ended else one_of(shapes, name)), at
