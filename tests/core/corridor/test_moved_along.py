"""A site rebuilt up or down the river: on the same side, as far from the line, and measured at that distance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate, point_at
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import GEOD
from yalu_plugin.core.corridor.moved_along import CLOSE_M, BeyondLine, FarFromLine, NoPlaceThere, moved_along

HYESAN, PHUNGYANG = (128.186804, 41.411114), (127.885265, 41.431189)
MERIDIAN = Corridor(np.array([[127.0, 41.0], [127.0, 41.1]]))  # flows north; 11,106.7 m


def test_next_to_a_straight_line_it_is_that_far_along_and_on_the_same_side() -> None:
    old = GEOD.fwd(*GEOD.fwd(127.0, 41.0, 0.0, 2000.0)[:2], 90.0, 45.0)[:2]  # 2 km on, 45 m to the right
    new = moved_along(MERIDIAN, old, 180.0)
    expected = GEOD.fwd(*GEOD.fwd(127.0, 41.0, 0.0, 2180.0)[:2], 90.0, 45.0)[:2]
    assert new.lonlat == pytest.approx(expected, abs=1e-9)  # 0.1 mm
    assert (new.offset_m, new.along_m) == (pytest.approx(45.0, abs=1e-3), pytest.approx(180.0, abs=1e-3))
    assert new.straight_m == pytest.approx(180.0, abs=0.01)
    back = moved_along(MERIDIAN, new.lonlat, -180.0)
    assert back.lonlat == pytest.approx(old, abs=1e-8) and back.along_m == pytest.approx(-180.0, abs=1e-3)


def test_the_way_a_line_was_digitised_makes_no_difference() -> None:
    upwards = Corridor(MERIDIAN.lonlat[::-1], direction="upstream")
    for old in ((127.001, 41.05), (126.999, 41.05)):
        assert moved_along(upwards, old, 500.0).lonlat == pytest.approx(
            moved_along(MERIDIAN, old, 500.0).lonlat, abs=1e-9)
        assert (moved_along(MERIDIAN, old, 500.0).lonlat[0] > 127.0) == (old[0] > 127.0)


def test_round_a_bend_the_distance_is_along_the_line() -> None:
    bend = Corridor(np.array([[127.0, 41.0], [127.0, 41.01], [127.01, 41.01]]))
    new = moved_along(bend, (127.0, 41.0), 1500.0)
    left = 1500.0 - GEOD.inv(127.0, 41.0, 127.0, 41.01)[2]  # of the stretch to the east
    expected = GEOD.fwd(127.0, 41.01, GEOD.inv(127.0, 41.01, 127.01, 41.01)[0], left)[:2]
    assert new.lonlat == pytest.approx(expected, abs=1e-9) and new.along_m == pytest.approx(1500.0, abs=1e-3)
    assert new.straight_m == pytest.approx(GEOD.inv(127.0, 41.0, *expected)[2], abs=1e-3)


def test_on_the_bundled_river(river) -> None:
    new = moved_along(river, HYESAN, 180.0)
    found = locate(river, np.array([HYESAN, new.lonlat]))
    assert found.side[0] == found.side[1] and found.offset_m[1] == pytest.approx(new.offset_m, abs=0.5)
    assert float(np.diff(downstream_m(river, found.station_m))[0]) == new.along_m


@settings(deadline=None)
@given(st.floats(0, 1), st.floats(0, 1))
def test_from_any_place_on_the_line_to_any_other(river, begin: float, end: float) -> None:
    long = length_m(river)
    old, there = point_at(river, downstream_m(river, np.array([begin * long, end * long])))
    new = moved_along(river, tuple(old), (end - begin) * long * (1 - 1e-9))
    assert new.lonlat == pytest.approx(tuple(there), abs=1e-6)  # 0.1 m of 250 km


def test_where_another_bend_is_nearer_there_is_no_place_at_that_chainage(river) -> None:
    with pytest.raises(NoPlaceThere, match=r"\(2.30 km\) no place lies 180 m along"):
        moved_along(river, (127.6, 41.45), 180.0)


@settings(deadline=None)
@given(st.floats(0.1, 0.9), st.floats(-300, 300), st.floats(-5000, 5000))
def test_the_place_found_is_measured_at_the_distance_requested(river, begin: float, offset: float, metres: float
                                                               ) -> None:
    ((lon, lat),) = point_at(river, np.array([begin * length_m(river)]))
    old = GEOD.fwd(lon, lat, 0.0, offset)[:2]
    try:
        new = moved_along(river, old, metres)
    except NoPlaceThere:
        return
    assert abs(new.along_m - metres) <= CLOSE_M
    assert locate(river, np.array([new.lonlat])).offset_m[0] <= new.offset_m + 1e-3


@pytest.mark.parametrize("metres, message", [
    (10_000.0, "ends 9.11 km downstream of the site"), (-2001.0, "ends 2.00 km upstream of the site"),
    (float("inf"), "downstream"), (float("nan"), "downstream"), (-1e300, "upstream")])
def test_beyond_the_line_says_how_much_of_it_there_is(metres: float, message: str) -> None:
    old = GEOD.fwd(127.0, 41.0, 0.0, 2000.0)[:2]
    with pytest.raises(BeyondLine, match=message):
        moved_along(MERIDIAN, old, metres)


def test_far_from_the_line_says_how_far() -> None:
    with pytest.raises(FarFromLine, match="The site is 8.41 km off the river line"):
        moved_along(MERIDIAN, (127.1, 41.05), 180.0)
