from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate, point_at
from yalu_plugin.core.corridor.coverage import covers, total_m
from yalu_plugin.core.corridor.footprint_reach import covered_reach
from yalu_plugin.core.corridor.line import Corridor

EQUATOR = Corridor(np.array([[10.0, 0.0], [10.1, 0.0], [10.2, 0.0]]))
DEGREE_M = 111_319.490793


def box(west, south, east, north):
    return shapely.box(west, south, east, north).wkt


def test_a_box_over_the_middle_of_a_straight_line():
    found = covered_reach(EQUATOR, box(10.05, -1, 10.15, 1))
    assert len(found) == 1
    assert found[0] == pytest.approx((0.05 * DEGREE_M, 0.15 * DEGREE_M), abs=0.001)


def test_kilometres_grow_downstream_whichever_way_the_line_was_drawn():
    upstream = Corridor(EQUATOR.lonlat[::-1], direction="upstream")
    wrong_way = Corridor(EQUATOR.lonlat, direction="upstream")
    assert covered_reach(upstream, box(10, -1, 10.05, 1))[0] == pytest.approx((0, 0.05 * DEGREE_M), abs=0.001)
    assert covered_reach(wrong_way, box(10, -1, 10.05, 1))[0] == pytest.approx(
        (0.15 * DEGREE_M, 0.2 * DEGREE_M), abs=0.001)


def test_a_meander_is_covered_in_parts(river):
    found = covered_reach(river, box(127.5, 41, 128, 42))
    assert len(found) == 2
    assert total_m(found) == pytest.approx(78_679, abs=1)
    ends = point_at(river, downstream_m(river, np.array(found).ravel()))
    assert all(np.isclose(lon, (127.5, 128), atol=1e-6).any() for lon, _ in ends)  # where the box ends


def test_all_of_the_river_and_none_of_it(river):
    assert covered_reach(river, box(120, 38, 132, 44)) == [pytest.approx((0, length_m(river)), abs=0.001)]
    assert covered_reach(river, box(25, 45, 26, 46)) == []


@pytest.mark.parametrize("wkt", ["", "nonsense", "POLYGON EMPTY", "POINT (10.1 0)", "LINESTRING (10 0, 10.2 0)"])
def test_what_is_no_area_covers_nothing(wkt):
    assert total_m(covered_reach(EQUATOR, wkt)) == (pytest.approx(0.2 * DEGREE_M) if "LINE" in wkt else 0)


def test_a_bow_tie_covers_what_its_two_halves_do():
    assert covered_reach(EQUATOR, "POLYGON ((10.05 -1, 10.15 1, 10.15 -1, 10.05 1, 10.05 -1))") == [
        pytest.approx((0.05 * DEGREE_M, 0.15 * DEGREE_M), abs=0.001)]


def test_a_footprint_over_the_180th_meridian_covers_both_sides():
    corridor = Corridor(np.array([[-179.9, 0.0], [-179.7, 0.0]]))
    assert covered_reach(corridor, box(179, -1, 180.2, 1)) == [pytest.approx((0, 0.1 * DEGREE_M), abs=0.001)]


@given(st.floats(126.5, 129), st.floats(40.9, 42.2), st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_point_of_the_river_is_covered_where_it_lies_in_the_box(river, west, south, width, height):
    found = covered_reach(river, box(west, south, west + width, south + height))
    for lon, lat in river.lonlat[::97]:
        inside = west + 1e-6 < lon < west + width - 1e-6 and south + 1e-6 < lat < south + height - 1e-6
        at = float(downstream_m(river, locate(river, np.array([[lon, lat]])).station_m)[0])
        if inside:
            assert covers(found, (max(at - 0.05, 0), at + 0.05), 0.11)
        elif not (west - 1e-6 <= lon <= west + width + 1e-6 and south - 1e-6 <= lat <= south + height + 1e-6):
            assert not covers(found, (at - 0.001, at + 0.001), 0.0005)
