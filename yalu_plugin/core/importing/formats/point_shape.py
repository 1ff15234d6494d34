"""Reduces a geometry of GeoJSON or Esri JSON to its single point, or to the name of its type."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from yalu_plugin.core.importing.import_errors import DamagedGeometry

_KINDS = ("LineString", "MultiLineString", "Polygon", "MultiPolygon", "CircularString", "CompoundCurve", "CurvePolygon",
          "MultiCurve", "MultiSurface")


class Shape(NamedTuple):
    """x and y of a single point, else the name of the geometry's type; neither where there is no geometry."""

    x: float | None = None
    y: float | None = None
    type: str = ""


NOTHING = Shape()


def point_of(numbers: Sequence[object]) -> Shape:
    """Return the point of two or more numbers, which may be texts. Raises DamagedGeometry."""
    try:
        x, y = float(numbers[0]), float(numbers[1])  # type: ignore[arg-type]
    except (TypeError, ValueError, IndexError) as error:
        raise DamagedGeometry(text=_short(numbers)) from error
    if not math.isfinite(x + y):
        raise DamagedGeometry(text=_short(numbers))
    return Shape(x, y)


def one_of(shapes: Sequence[Shape], otherwise: str) -> Shape:
    """Return the only point among the shapes, NOTHING if there are none, else a shape of the type `otherwise`."""
    shapes = [shape for shape in shapes if shape != NOTHING]
    points = {shape for shape in shapes if shape.x is not None}
    if len(points) == 1:
        return points.pop()
    return Shape(type=otherwise) if shapes else NOTHING


def geojson_shape(geometry: Any, depth: int = 0) -> Shape:
    """Return the shape of a GeoJSON geometry. Raises DamagedGeometry."""
    if geometry is None:
        return NOTHING
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list) and depth < 10:
        return one_of([geojson_shape(part, depth + 1) for part in geometry["geometries"]], kind)
    coordinates = geometry.get("coordinates") if kind is not None else None
    if not isinstance(coordinates, list):
        raise DamagedGeometry(text=_short(geometry))
    if not coordinates:
        return NOTHING
    if kind == "Point":
        return point_of(coordinates)
    if kind == "MultiPoint":
        return one_of([point_of(position) for position in coordinates], kind)
    if kind not in _KINDS:
        raise DamagedGeometry(text=_short(geometry))
    return Shape(type=str(kind))


def esri_shape(geometry: Any) -> Shape:
    """Return the shape of a geometry in Esri JSON. Raises DamagedGeometry."""
    if not geometry:
        return NOTHING
    if not isinstance(geometry, dict):
        raise DamagedGeometry(text=_short(geometry))
    if "x" in geometry:
        empty = geometry["x"] in (None, "NaN")
        return NOTHING if empty else point_of((geometry["x"], geometry.get("y")))
    if isinstance(geometry.get("points"), list):
        return one_of([point_of(position) for position in geometry["points"]], "MultiPoint")
    for name, kind in (("paths", "LineString"), ("rings", "Polygon")):
        if name in geometry:
            return Shape(type=kind) if geometry[name] else NOTHING
    raise DamagedGeometry(text=_short(geometry))


def _short(value: object) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    except (TypeError, ValueError, RecursionError):
        text = str(type(value))
    return text if len(text) <= 60 else text[:60] + "…"
