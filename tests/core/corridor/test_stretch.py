from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.chainage import length_m, point_at
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import geodesic
from yalu_plugin.core.corridor.stretch import OffTheLine, between, between_nearest, piece_of
from yalu_plugin.core.decimals import metres_or_km

HYESAN, KUMCHANG, POCHON = (128.186804, 41.411114), (127.09333, 41.53528), (128.236, 41.488)
FAR = (127.5, 41.75)


def length(lonlat):
    return float(geodesic(lonlat[:-1], lonlat[1:])[2].sum())


def test_the_two_published_stretches(river):
    stretch = between(river, KUMCHANG, HYESAN)
    assert stretch.along_km == pytest.approx(176.76, abs=0.01)
    assert stretch.straight_km == pytest.approx(92.37, abs=0.01)
    assert stretch.sinuosity == pytest.approx(1.914, abs=0.001)
    assert between(river, KUMCHANG, POCHON).straight_km == pytest.approx(95.54, abs=0.01)
    assert between(river, HYESAN, (128.02, 41.29611)).bearing_deg == pytest.approx(228, abs=0.5)


def test_the_traced_piece_runs_from_the_first_place_to_the_second(river):
    there, back = between(river, KUMCHANG, HYESAN), between(river, HYESAN, KUMCHANG)
    assert length(there.lonlat) / 1000 == pytest.approx(there.along_km, abs=1e-6)
    assert np.array_equal(there.lonlat, back.lonlat[::-1])
    assert geodesic(there.lonlat[:1], np.array([KUMCHANG]))[2][0] == pytest.approx(there.offset_m[0], abs=0.01)
    assert there.offset_m[0] == pytest.approx(864, abs=1)
    assert len(there.lonlat) > 500


def test_one_place_is_a_stretch_of_no_length(river):
    stretch = between(river, HYESAN, HYESAN)
    assert (stretch.along_km, stretch.straight_km, len(stretch.lonlat)) == (0, 0, 2)
    assert np.isnan(stretch.bearing_deg) and np.isnan(stretch.sinuosity)


def test_between_the_points_of_the_line_nearest_to_two_places(river):
    stretch, straight = between_nearest(river, KUMCHANG, HYESAN), between(river, KUMCHANG, HYESAN)
    assert stretch.along_km == pytest.approx(straight.along_km, abs=1e-3)
    assert stretch.offset_m == pytest.approx(straight.offset_m)
    apart = geodesic(stretch.lonlat[:1], stretch.lonlat[-1:])[2][0] / 1000
    assert stretch.straight_km == pytest.approx(apart, abs=1e-6) and abs(apart - straight.straight_km) > 0.01


@pytest.mark.parametrize("ends", [(FAR, HYESAN), (HYESAN, FAR), (POCHON, FAR)])
def test_places_off_the_line_are_not_measured(river, ends):
    with pytest.raises(OffTheLine) as refused:
        between_nearest(river, *ends)
    far = between(river, *ends).offset_m
    assert max(far) > 5000
    for metres in far:
        assert metres_or_km(metres) in str(refused.value)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_piece_is_as_long_as_its_stations_lie_apart(first, last):
    line = Corridor(np.array([[128.0, 41.0], [128.1, 41.0], [128.1, 41.2], [128.3, 41.2]]))
    start, end = first * length_m(line), last * length_m(line)
    piece = piece_of(line, start, end)
    assert length(piece) == pytest.approx(abs(end - start), abs=1e-4)
    assert np.allclose(piece[[0, -1]], point_at(line, np.array([start, end])), atol=1e-9)
