"""Places found again by where they are: the same as by looking at each."""

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
def test_as_by_looking_at_each(centre: tuple[float, float], offsets: list[tuple[float, float]],
                               asked: tuple[float, float]) -> None:
    places = [(centre[0] + east, max(-90.0, min(90.0, centre[1] + north))) for east, north in offsets]
    lon, lat = centre[0] + asked[0], max(-90.0, min(90.0, centre[1] + asked[1]))
    found = PlaceIndex()
    for place in places:
        found.add(*place)
    here = to_cartesian(lon, lat)
    distances = [(math.dist(here, to_cartesian(*place)), number) for number, place in enumerate(places)]
    assert found.within(lon, lat) == sorted(each for each in distances if each[0] <= SAME_SITE_M)


def test_the_work_for_a_place_does_not_grow_with_their_number(monkeypatch) -> None:
    """A file of one place over and over, and one of places all over, must not stall."""
    calls = []
    monkeypatch.setattr(place_index, "to_cartesian", lambda lon, lat: calls.append(lon) or to_cartesian(lon, lat))
    for spread in (0.0, 0.001):
        found = PlaceIndex()
        for number in range(3_000):
            found.add(128.0 + spread * number, 41.4)
        calls.clear()
        found.within(128.0, 41.4)
        assert len(calls) < 60
