"""Places along the bundled river, and kilometres as places."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.counties import Reaches, reaches_along
from yalu_plugin.core.corridor.datum import HYESAN_FORD, datum_on
from yalu_plugin.core.corridor.measured_line import MeasuredLine


@pytest.fixture
def line(river, breaks):
    datum_m = datum_on(river, None)[1]
    found = reaches_along(river, breaks)
    return MeasuredLine(river, datum_m, Reaches(found.break_m - datum_m, found.counties))


@pytest.mark.parametrize(("lon", "lat", "km", "offset_m", "side", "county", "certain"), [
    (127.885265, 41.431189, 58.69, 57, "left", "Kimjongsuk", True),
    (128.051521, 41.393617, 24.42, 106, "left", "Samsu", True),
    (127.221360, 41.519380, 160.38, 101, "left", "Kimhyongjik", True),
    (*HYESAN_FORD, 0.0, None, None, "Hyesan", False)])  # within 2 km of the break
def test_published_places(line, lon, lat, km, offset_m, side, county, certain):
    found = line.place(lon, lat)
    assert found.km == pytest.approx(km, abs=0.006)
    assert (found.county, found.county_certain) == (county, certain)
    assert offset_m is None or found.offset_m == pytest.approx(offset_m, abs=1)
    assert side is None or found.side == side


@pytest.mark.parametrize("place", [
    (127.885, 41.60), (0.0, 0.0), (128.0, -41.4), (-52.1, 41.4), (180.0, 90.0), (float("nan"), 41.4)])
def test_far_from_the_river_there_is_no_kilometre(line, place):
    assert line.place(*place) is None


def test_the_box_hides_nothing_that_is_near(line, river):
    """Around the line, a place is measured exactly where the line is at most 5 km away."""
    (west, south), (east, north) = river.lonlat.min(axis=0), river.lonlat.max(axis=0)
    places = [(lon, lat) for lon in np.linspace(west - 0.1, east + 0.1, 23)
              for lat in np.linspace(south - 0.1, north + 0.1, 23)]
    offsets = locate(river, np.array(places)).offset_m
    assert [line.place(*place) is not None for place in places] == (offsets <= 5_000).tolist()


def test_the_box_reaches_as_far_as_places_are_measured(line, river):
    """Places 4.99 km outwards of the outermost vertices."""
    for axis, outermost, step in ((1, np.argmax, 1), (1, np.argmin, -1), (0, np.argmax, 1), (0, np.argmin, -1)):
        lon, lat = river.lonlat[outermost(river.lonlat[:, axis])]
        metres = 111_050 if axis else 111_320 * np.cos(np.radians(lat))
        moved = 4_990 * step / metres
        found = line.place(lon + (0 if axis else moved), lat + (moved if axis else 0))
        assert found is not None and found.offset_m <= 5_000


def test_ends(line):
    first, last = line.km_range()
    assert last - first == pytest.approx(374.415, abs=0.001) and last == pytest.approx(269.27, abs=0.01)
    assert line.point(first - 0.001) is None and line.point(last + 0.001) is None
    assert line.point(first) == pytest.approx(tuple(line.corridor.lonlat[-1]), abs=1e-7)
    assert line.point(last) == pytest.approx(tuple(line.corridor.lonlat[0]), abs=1e-7)


def test_kilometre_zero_is_the_datum(line, river):
    on_line = locate(river, np.array([line.point(0.0)]))
    assert downstream_m(river, on_line.station_m)[0] == pytest.approx(line.datum_m, abs=0.001)


def test_a_kilometre_is_measured_back(line):
    first, last = line.km_range()

    @given(st.floats(first, last))
    def law(km):
        found = line.place(*line.point(km))
        assert found.offset_m < 0.001 and found.km == pytest.approx(km, abs=1e-5)

    law()


def test_without_reaches_no_county_is_stated(river):
    found = MeasuredLine(river, 0.0).place(*HYESAN_FORD)
    assert (found.county, found.county_certain) == (None, False)
