"""The box around a footprint."""

from __future__ import annotations

import re

Box = tuple[float, float, float, float]  # west, south, east, north, degrees, EPSG:4326; west > east over 180 degrees
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_POSITION = rf"({_NUMBER})\s+({_NUMBER})"  # compiled by the first footprint: a start has 50 ms


def footprint_box(wkt: str) -> Box | None:
    """The box around a footprint, WKT in EPSG:4326 (longitude latitude); None where there is no position in it.

    A footprint over the 180th meridian, written with longitudes on both sides of it, gives a box with west > east.
    """
    positions = [(float(x), float(y)) for x, y in re.findall(_POSITION, wkt)]
    if not positions:
        return None
    longitudes, latitudes = zip(*positions)
    west, east = min(longitudes), max(longitudes)
    if east - west > 180:  # degrees: no scene is wider than half the Earth
        west, east = (min(x for x in longitudes if x > 0), max(x for x in longitudes if x <= 0))
    return west, min(latitudes), east, max(latitudes)
