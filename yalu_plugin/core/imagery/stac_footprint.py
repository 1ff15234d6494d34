"""The footprint of a STAC item: its GeoJSON geometry as WKT."""

from __future__ import annotations

from yalu_plugin.core.imagery.json_values import as_dict, as_list, as_number

MOST_POINTS = 10_000  # of all rings: no scene's outline is finer


def footprint_wkt(geometry: object) -> str:
    """The WKT of a GeoJSON Polygon, or of a MultiPolygon of one or more, in longitude and latitude.

    Empty for anything else, and for more than MOST_POINTS; a part with broken coordinates makes the whole unknown.
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
    return f"({', '.join(points)})" if len(points) >= 4 and points[0] == points[-1] and all(points) else ""


def _point(point: object) -> str:
    values = as_list(point)
    if len(values) < 2:
        return ""
    longitude, latitude = as_number(values[0]), as_number(values[1])
    if longitude is None or latitude is None or abs(longitude) > 180 or abs(latitude) > 90:
        return ""
    return f"{longitude!r} {latitude!r}"
