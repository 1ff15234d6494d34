"""The part of a corridor that an image covers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from yalu_plugin.core.corridor.chainage import downstream_m
from yalu_plugin.core.corridor.coverage import Interval, union
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.line_pieces import cut
from yalu_plugin.core.corridor.lonlat import FloatArray

SAME_M = 0.001  # intervals nearer to each other than this are merged


def covered_reach(corridor: Corridor, footprint_wkt: str) -> list[Interval]:
    """Return the parts of a corridor inside a footprint (a polygon in EPSG:4326, as WKT), metres from the upstream end.

    Empty where the footprint is empty or its text is not a geometry. A footprint across the 180th meridian has
    longitudes beyond 180 degrees.
    """
    footprint = shapely.from_wkt(footprint_wkt or None, on_invalid="ignore")
    if footprint is None or footprint.is_empty:
        return []
    footprint = shapely.make_valid(footprint)
    pieces = cut(corridor.lonlat)
    lines = shapely.linestrings(np.stack([pieces.start, pieces.end], axis=1))
    found: list[Interval] = []
    for place in (footprint, translate(footprint, -360.0)):
        with np.errstate(invalid="ignore"):  # GEOS leaves the processor's flag set where it falls back
            cut_out = shapely.intersection(lines, place)
        part, piece = shapely.get_parts(cut_out, return_index=True)
        keep = (shapely.get_type_id(part) == shapely.GeometryType.LINESTRING) & (shapely.length(part) > 0)
        part, piece = part[keep], piece[keep]
        ends = np.sort([_along(part, end, pieces.start[piece], pieces.end[piece]) for end in (0, -1)], axis=0)
        at = downstream_m(corridor, pieces.station_m[piece] + ends * pieces.length_m[piece])
        found += zip(at.min(axis=0).tolist(), at.max(axis=0).tolist())
    return union(found, SAME_M)


def _along(parts: Sequence[BaseGeometry], end: int, start: FloatArray, stop: FloatArray) -> FloatArray:
    """Return the position, 0 to 1, of the first (0) or last (-1) vertex of each part on its piece, start to stop."""
    vertex = shapely.get_coordinates(shapely.get_point(parts, end)).reshape(-1, 2)
    whole = stop - start
    along: FloatArray = np.clip(((vertex - start) * whole).sum(axis=1) / (whole * whole).sum(axis=1), 0.0, 1.0)
    return along
