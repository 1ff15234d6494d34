from __future__ import annotations

import numpy as np
import pytest

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import geodesic
from yalu_plugin.core.corridor.search_places import line_wkt, of_corridor, piece_downstream


def row(river, from_m, to_m, **more):
    geom = line_wkt(piece_downstream(river, (from_m, to_m)))
    return {"from_m": from_m, "to_m": to_m, "geom": geom, "corridor_id": None, **more}


def test_a_stretch_runs_downstream_and_is_as_long_as_it_says(river):
    piece = piece_downstream(river, (10_000.0, 13_000.0))
    assert geodesic(piece[:-1], piece[1:])[2].sum() == pytest.approx(3_000, abs=1e-3)
    at = downstream_m(river, locate(river, piece[[0, -1]]).station_m)
    assert at == pytest.approx([10_000, 13_000], abs=1e-3)


def test_wkt_has_full_precision():
    assert line_wkt(np.array([[0.1 + 0.2, 1.0], [2.0, -3.5]])) == "LINESTRING (0.30000000000000004 1.0, 2.0 -3.5)"


def test_rows_are_of_the_line_they_lie_on(river):
    mine = row(river, 1_000.0, 4_000.0)
    moved = {**mine, "to_m": 4_200.0}
    backward = {**mine, "from_m": 4_000.0, "to_m": 1_000.0}
    odd = [{**mine, "geom": wkt} for wkt in ("nonsense", "POINT (128 42)", "LINESTRING EMPTY", "LINESTRING (1 2, 3 4)")]
    beyond = [{**mine, "to_m": value} for value in (None, float("inf"), float("nan"), -1.0, 1e9)]
    assert of_corridor([moved, mine, backward, *odd, *beyond], river) == [mine]
    assert of_corridor([], river) == []
    part = Corridor(river.lonlat[200:], direction=river.direction)
    assert of_corridor([mine], part) == [mine]  # the line was drawn upstream: it lost its mouth
    assert of_corridor([mine], Corridor(river.lonlat[:-200], direction=river.direction)) == []


def test_a_row_without_a_line_is_of_the_corridor_it_names(river):
    bare = {**row(river, 1_000.0, 4_000.0), "geom": None, "corridor_id": "yalu"}
    assert of_corridor([bare], river, "yalu") == [bare]
    assert of_corridor([bare], river, "tumen") == []
    assert of_corridor([{**bare, "corridor_id": None}], river) == []
