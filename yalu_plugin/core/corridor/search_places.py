"""Searches on the ground: the piece of a corridor that one is of, and whether those in a survey are of a corridor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, point_at
from yalu_plugin.core.corridor.coverage import Interval, Search
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic
from yalu_plugin.core.corridor.stretch import piece_of
from yalu_plugin.core.published import Row
from yalu_plugin.core.searches import searches_of

SAME_PLACE_M = 50.0  # nearer to where a search says that it ends, it ends there


def piece_downstream(corridor: Corridor, stretch: Interval) -> FloatArray:
    """The vertices (n, 2) in EPSG:4326 of a stretch given in metres from the upstream end, in order downstream."""
    begin, end = downstream_m(corridor, np.array(stretch))
    return piece_of(corridor, float(begin), float(end))


def places_along(corridor: Corridor, stretch: Interval, parts: Sequence[float]) -> FloatArray:
    """Longitude and latitude (n, 2) of the places that lie so far along a stretch, 0 at its upstream end, 1 at the
    other.
    """
    return point_at(corridor, downstream_m(corridor, stretch[0] + (stretch[1] - stretch[0]) * np.array(parts)))


def line_wkt(lonlat: FloatArray) -> str:
    """A line through these vertices (n, 2) as WKT, every digit kept."""
    return "LINESTRING (" + ", ".join(f"{lon!r} {lat!r}" for lon, lat in lonlat.tolist()) + ")"


def searches_along(rows: Sequence[Row], images: Iterable[Row], corridor: Corridor, corridor_id: str = ""
                   ) -> list[Search]:
    """What the rows of searches say of this corridor, on the images that tell a day; see of_corridor."""
    return searches_of(of_corridor(rows, corridor, corridor_id), {image["id"]: image for image in images})


def of_corridor(rows: Sequence[Row], corridor: Corridor, corridor_id: str = "") -> list[Row]:
    """The rows of searches that are of this corridor: their lines end where their from_m and to_m lie on it; of rows
    without a line, those with this id. What is of another line, or of this one as it was before, tells nothing of it.
    """
    with_line = [row for row in rows if row.get("geom")]
    same = set(map(id, _lying_on(with_line, corridor))) if with_line else set()
    return [row for row in rows
            if id(row) in same or (not row.get("geom") and corridor_id and row.get("corridor_id") == corridor_id)]


def _lying_on(rows: Sequence[Row], corridor: Corridor) -> list[Row]:
    lines = shapely.from_wkt([row["geom"] for row in rows], on_invalid="ignore")
    same = np.ones(len(rows), dtype=bool)
    for end, name in ((0, "from_m"), (-1, "to_m")):
        at = np.array([np.nan if row[name] is None else row[name] for row in rows], dtype=float)
        vertex = shapely.get_point(lines, end)
        known = ~shapely.is_missing(vertex) & (at >= 0) & (at <= length_m(corridor) + SAME_PLACE_M)
        same &= known
        station = downstream_m(corridor, np.clip(at[known], 0.0, length_m(corridor)))
        places = shapely.get_coordinates(vertex[known]).reshape(-1, 2)
        if known.any():
            same[known] &= geodesic(point_at(corridor, station), places)[2] <= SAME_PLACE_M
    return [row for row, is_same in zip(rows, same.tolist()) if is_same]
