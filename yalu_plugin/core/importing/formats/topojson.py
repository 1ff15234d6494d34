"""Converts the points of TopoJSON to GeoJSON features. Lines and areas keep their type only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def topojson_features(topology: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (name of its object, feature) of each geometry."""
    transform = topology.get("transform")
    objects = topology.get("objects")
    for name, geometry in objects.items() if isinstance(objects, dict) else ():
        collected = isinstance(geometry, dict) and geometry.get("type") == "GeometryCollection"
        inner = geometry.get("geometries") if collected else [geometry]
        for one in inner if isinstance(inner, list) else ():
            yield str(name), _feature(one, transform if isinstance(transform, dict) else {})


def _feature(geometry: Any, transform: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(geometry, dict):
        return {"type": str(geometry)}
    shape = {"type": geometry.get("type"), "coordinates": geometry.get("coordinates", geometry.get("arcs"))}
    if shape["type"] == "Point":
        shape["coordinates"] = _in_crs_units(shape["coordinates"], transform)
    elif shape["type"] == "MultiPoint" and isinstance(shape["coordinates"], list):
        shape["coordinates"] = [_in_crs_units(position, transform) for position in shape["coordinates"]]
    identity = {"id": geometry["id"]} if "id" in geometry else {}
    return {"type": "Feature", **identity, "properties": geometry.get("properties"),
            "geometry": shape if shape["type"] else None}


def _in_crs_units(position: Any, transform: Mapping[str, Any]) -> Any:
    """Return a position in the units of the CRS; a damaged one unchanged, since the error is found later."""
    try:
        pairs = zip(position, transform.get("scale", (1, 1)), transform.get("translate", (0, 0)))
        return [float(number) * float(scale) + float(shift) for number, scale, shift in pairs]
    except (TypeError, ValueError):
        return position
