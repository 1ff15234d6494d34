"""The share of an area that an image shows."""

from __future__ import annotations

from typing import Any

from yalu_plugin.core.requirements import need_line_packages


def share_shown(area_wkt: str, footprint_wkt: str) -> float | None:
    """Return the share (0 to 1) of an area that is within an image's footprint, by areas on the WGS 84 ellipsoid.

    Both are polygons in EPSG:4326. Lines between corners are geodesics for the areas, and straight in degrees for the
    intersection, which differs by millimetres in an area of some kilometres. None if the image has no footprint, or
    the area is empty.

    Raises:
        MissingPackages: a package for line calculations is not installed.
    """
    need_line_packages()
    import shapely

    if not area_wkt or not footprint_wkt:
        return None
    area, footprint = (shapely.make_valid(shapely.from_wkt(wkt)) for wkt in (area_wkt, footprint_wkt))
    whole = _square_metres(area)
    if whole <= 0 or footprint.is_empty:
        return None
    return min(1.0, _square_metres(area.intersection(footprint)) / whole)


def _square_metres(geometry: Any) -> float:
    from yalu_plugin.core.corridor.lonlat import GEOD

    parts = getattr(geometry, "geoms", [geometry])
    return sum(_square_metres(part) if hasattr(part, "geoms") else _of_polygon(part, GEOD) for part in parts)


def _of_polygon(part: Any, geod: Any) -> float:
    if part.geom_type != "Polygon" or part.is_empty:
        return 0.0
    rings = (part.exterior, *part.interiors)
    shell, *holes = (abs(geod.polygon_area_perimeter(*zip(*((x, y) for x, y, *_ in ring.coords)))[0])
                     for ring in rings)
    return float(shell - sum(holes))
