"""The footprint of a STAC item: its GeoJSON geometry as WKT."""

from __future__ import annotations

from yalu_plugin.core.imagery.json_values import as_dict, as_list, as_number

_HALF_ROUND = 180.0  # degrees
MOST_POINTS = 10_000  # in all rings together; no scene's outline has more


def footprint_wkt(geometry: object) -> str:
    """Return the WKT of a GeoJSON Polygon or MultiPolygon, in longitude and latitude.

    Empty for any other geometry, for more than MOST_POINTS, and if any part has invalid coordinates.
    """
    kind, coordinates = as_dict(geometry).get("type"), as_list(as_dict(geometry).get("coordinates"))
    parts = coordinates if kind == "MultiPolygon" else [coordinates] if kind == "Polygon" else []
    if sum(len(as_list(ring)) for part in parts for ring in as_list(part)) > MOST_POINTS:
        return ""
    texts = [_polygon(part) for part in parts]
    if not texts or not all(texts):
        return ""
    return f"POLYGON {texts[0]}" if len(texts) == 1 else f"MULTIPOLYGON ({', '.join(texts)})"


def _polygon(rings: object) -> str:
    texts = [_ring(ring) for ring in as_list(rings)]
    return f"({', '.join(texts)})" if texts and all(texts) else ""


def _ring(ring: object) -> str:
    points = [_point(point) for point in as_list(ring)]
    known = [point for point in points if point is not None]
    if len(points) < 4 or len(known) < len(points) or points[0] != points[-1]:
        return ""
    if any(abs(one[0] - other[0]) > _HALF_ROUND for one, other in zip(known, known[1:])):
        return ""  # across the date line in one piece: in degrees it would cover the rest of the world
    return f"({', '.join(f'{longitude!r} {latitude!r}' for longitude, latitude in known)})"


def _point(point: object) -> tuple[float, float] | None:
    values = as_list(point)
    if len(values) < 2:
        return None
    longitude, latitude = as_number(values[0]), as_number(values[1])
    if longitude is None or latitude is None or abs(longitude) > 180 or abs(latitude) > 90:
        return None
    return longitude, latitude
