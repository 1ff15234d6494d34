"""The bounding box of a footprint."""

from __future__ import annotations

import re

Box = tuple[float, float, float, float]  # west, south, east, north, degrees, EPSG:4326; west > east over 180 degrees
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_POSITION = rf"({_NUMBER})\s+({_NUMBER})"  # compiled when first used: QGIS starts the plugin within 50 ms


def footprint_box(wkt: str) -> Box | None:
    """Return the bounding box of a footprint, WKT in EPSG:4326 (longitude latitude); None if it has no position.

    A footprint across the 180th meridian, with longitudes on both sides of it, has a box with west > east.
    """
    positions = [(float(x), float(y)) for x, y in re.findall(_POSITION, wkt)]
    if not positions:
        return None
    longitudes, latitudes = zip(*positions)
    west, east = min(longitudes), max(longitudes)
    if east - west > 180:  # degrees: no scene is wider than half the Earth
        west, east = (min(x for x in longitudes if x > 0), max(x for x in longitudes if x <= 0))
    return west, min(latitudes), east, max(latitudes)
