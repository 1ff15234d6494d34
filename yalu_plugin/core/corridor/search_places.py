"""Searches on the ground: the piece of the corridor of a search, and which searches of a survey are on a corridor."""

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
from yalu_plugin.core.search_rows import searches_of

SAME_PLACE_M = 50.0  # the largest distance between the end of a search's line and its stated chainage


def piece_downstream(corridor: Corridor, stretch: Interval) -> FloatArray:
    """Return the vertices (n, 2) in EPSG:4326 of a stretch in metres from the upstream end, in order downstream."""
    begin, end = downstream_m(corridor, np.array(stretch))
    return piece_of(corridor, float(begin), float(end))


def places_along(corridor: Corridor, stretch: Interval, parts: Sequence[float]) -> FloatArray:
    """Return longitude and latitude (n, 2) of places at `parts` of a stretch, from 0 at its upstream end to 1."""
    return point_at(corridor, downstream_m(corridor, stretch[0] + (stretch[1] - stretch[0]) * np.array(parts)))


def line_wkt(lonlat: FloatArray) -> str:
    """Return a line through these vertices (n, 2) as WKT with full precision."""
    return "LINESTRING (" + ", ".join(f"{lon!r} {lat!r}" for lon, lat in lonlat.tolist()) + ")"


def searches_along(rows: Sequence[Row], images: Iterable[Row], corridor: Corridor, corridor_id: str = ""
                   ) -> list[Search]:
    """Return the searches of this corridor among these rows, on images that have a day; see of_corridor."""
    return searches_of(of_corridor(rows, corridor, corridor_id), {image["id"]: image for image in images})


def of_corridor(rows: Sequence[Row], corridor: Corridor, corridor_id: str = "") -> list[Row]:
    """Return the rows of searches that are of this corridor.

    Their lines end where their from_m and to_m are on it; of rows without a line, those with this corridor id. Searches
    of another line, or of an earlier version of this one, do not apply to it.
    """
    with_line = [row for row in rows if row.get("geom")]
    same = set(map(id, _rows_on_line(with_line, corridor))) if with_line else set()
    return [row for row in rows
            if id(row) in same or (not row.get("geom") and corridor_id and row.get("corridor_id") == corridor_id)]


def _rows_on_line(rows: Sequence[Row], corridor: Corridor) -> list[Row]:
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
