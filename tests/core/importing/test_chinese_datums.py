"""GCJ-02 and BD-09 against published values, and their inverse as a law."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.chinese_datums import EAST, NORTH, SOUTH, WEST, is_shifted_place, shift, undo_shift
from yalu_plugin.core.importing.coordinate_parser import BD_09, GCJ_02
from yalu_plugin.core.importing.geodesy import distance_m

EDGE = 0.03  # degrees: nearer to the edge of the rectangle a shift may cross it
inside = st.tuples(st.floats(WEST + EDGE, EAST - EDGE), st.floats(SOUTH + EDGE, NORTH - EDGE))
along_the_yalu = st.tuples(st.floats(124.3, 128.4), st.floats(39.8, 42.1))
datums = st.sampled_from((GCJ_02, BD_09))


def test_published_values() -> None:
    """The examples of public converters, for a place in Beijing."""
    assert shift(116.404, 39.915, GCJ_02) == pytest.approx((116.41024449916938, 39.91640428150164), abs=1e-12)
    in_wgs_84 = undo_shift(116.404, 39.915, GCJ_02)
    assert shift(*in_wgs_84, BD_09) == pytest.approx((116.41036949371029, 39.92133699351021), abs=1e-8)


@given(inside, datums)
def test_the_inverse_is_exact_within_a_decimetre(place: tuple[float, float], datum: str) -> None:
    assert distance_m(*place, *shift(*undo_shift(*place, datum), datum)) < 0.1
    assert distance_m(*place, *undo_shift(*shift(*place, datum), datum)) < 0.1


@given(st.floats(-180, 180), st.floats(-89, 89), datums)
def test_outside_the_rectangle_nothing_is_shifted(lon: float, lat: float, datum: str) -> None:
    if not is_shifted_place(lon, lat):
        assert shift(lon, lat, datum) == undo_shift(lon, lat, datum) == (lon, lat)
        return
    assert all(map(math.isfinite, undo_shift(lon, lat, datum)))


@given(along_the_yalu)
def test_how_far_the_yalu_is_shifted(place: tuple[float, float]) -> None:
    gcj, bd = shift(*place, GCJ_02), shift(*place, BD_09)
    assert 300 < distance_m(*place, *gcj) < 700
    assert 1_000 < distance_m(*place, *bd) < 1_700
    assert gcj[0] > place[0] and gcj[1] > place[1]  # to the north-east


@pytest.mark.parametrize("place", [(WEST, SOUTH), (EAST, NORTH), (105.0, 35.0), (math.nan, 41.0), (math.inf, 41.0)])
def test_corners_and_what_is_no_place(place: tuple[float, float]) -> None:
    for datum in (GCJ_02, BD_09):
        lon, lat = undo_shift(*place, datum)
        assert distance_m(*place, lon, lat) < 2_000 if all(map(math.isfinite, place)) else (lon, lat) == pytest.approx(
            place, nan_ok=True)
