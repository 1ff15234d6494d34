"""The place index finds the same places as a comparison with each place."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing import place_index
from yalu_plugin.core.importing.geodesy import to_cartesian
from yalu_plugin.core.importing.place_index import PlaceIndex
from yalu_plugin.core.schema import SAME_SITE_M

NEAR = st.tuples(st.floats(-0.004, 0.004), st.floats(-0.004, 0.004))
CENTRE = st.sampled_from([(128.2, 41.4), (180.0, 0.0), (-180.0, 10.0), (0.0, 89.999), (10.0, -90.0), (0.0, 0.0)])


@given(CENTRE, st.lists(NEAR, max_size=12), NEAR)
def test_same_result_as_comparing_each_place(centre: tuple[float, float], offsets: list[tuple[float, float]],
                                             query: tuple[float, float]) -> None:
    places = [(centre[0] + east, max(-90.0, min(90.0, centre[1] + north))) for east, north in offsets]
    lon, lat = centre[0] + query[0], max(-90.0, min(90.0, centre[1] + query[1]))
    found = PlaceIndex()
    for place in places:
        found.add(*place)
    here = to_cartesian(lon, lat)
    distances = [(math.dist(here, to_cartesian(*place)), number) for number, place in enumerate(places)]
    assert found.within(lon, lat) == sorted(each for each in distances if each[0] <= SAME_SITE_M)


def test_a_query_does_not_slow_down_with_many_places(monkeypatch) -> None:
    """Neither many equal places nor many distant ones slow down a query."""
    calls = []
    monkeypatch.setattr(place_index, "to_cartesian", lambda lon, lat: calls.append(lon) or to_cartesian(lon, lat))
    for spread in (0.0, 0.001):
        found = PlaceIndex()
        for number in range(3_000):
            found.add(128.0 + spread * number, 41.4)
        calls.clear()
        found.within(128.0, 41.4)
        assert len(calls) < 60
