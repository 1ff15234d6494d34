"""Two analysts' marks are paired one to one; sizes and shares are those of the ellipsoid."""

from __future__ import annotations

from itertools import permutations
from math import cos, radians, sin, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.lonlat import GEOD
from yalu_plugin.core.counting.agreement import Agreement, Mark, agree
from yalu_plugin.core.counting.area_share import share_shown
from yalu_plugin.core.counting.object_size import size_of

LON, LAT = 128.02, 41.29611  # Samsu


def at(east: float, north: float = 0.0) -> tuple[float, float]:
    lon, lat, _ = GEOD.fwd(LON, LAT, 90, east)
    lon, lat, _ = GEOD.fwd(lon, lat, 0, north)
    return float(lon), float(lat)


def marks(name: str, *places: tuple[float, float], label: str = "car") -> list[Mark]:
    return [Mark(f"{name}{number}", *at(*place), label) for number, place in enumerate(places)]


def test_common_marks_and_marks_of_one_analyst() -> None:
    a = marks("a", (0, 0), (2.5, 0), (5, 0), (100, 0))
    b = marks("b", (0.5, 0), (3.0, 0), label="truck") + marks("c", (200, 0))
    found = agree(a, b)
    assert [(one.id, two.id) for one, two, _ in found.both] == [("a0", "b0"), ("a1", "b1")]
    assert [metres for *_, metres in found.both] == pytest.approx([0.5, 0.5], abs=1e-6)
    assert ([one.id for one in found.only_a], [one.id for one in found.only_b]) == (["a2", "a3"], ["c0"])
    assert len(found.other_class) == 2 and found.share == 2 / 5


def test_a_row_of_cars_that_is_shifted_is_paired_in_order() -> None:
    found = agree(marks("a", *((2.5 * n, 0) for n in range(5))), marks("b", *((2.5 * n + 1.5, 0) for n in range(5))))
    assert [(one.id[1:], two.id[1:]) for one, two, _ in found.both] == [(str(n), str(n)) for n in range(5)]


def test_nothing_agrees_with_nothing() -> None:
    one = marks("a", (0, 0))
    assert agree([], []) == Agreement([], [], []) and agree([], []).share is None
    assert agree(one, []) == Agreement([], one, []) and agree([], one).only_b == one and agree(one, []).share == 0.0


# no two of them exactly at the largest distance of a pair
PLACES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)).map(lambda at: (1.1 * at[0], 1.1 * at[1])),
                  max_size=5)


@given(PLACES, PLACES, st.randoms())
def test_neither_order_nor_side_matters(first: Any, second: Any, random: Any) -> None:
    a, b = marks("a", *first), marks("b", *second)
    found = agree(a, b)
    assert agree(random.sample(a, len(a)), random.sample(b, len(b))) == found
    back = agree(b, a)
    assert sorted((two, one, metres) for one, two, metres in back.both) == found.both
    assert (back.only_b, back.only_a) == (found.only_a, found.only_b)


@given(PLACES, PLACES)
def test_no_other_pairing_is_better(first: Any, second: Any) -> None:
    a, b = marks("a", *first), marks("b", *second)
    found = agree(a, b)
    assert len(found.both) + len(found.only_a) == len(a) and len(found.both) + len(found.only_b) == len(b)
    small, large = sorted((a, b), key=len)
    best = min(_cost(small, chosen) for chosen in permutations(large, len(small)))
    assert (-len(found.both), sum(metres for *_, metres in found.both)) == pytest.approx(best, abs=1e-6)


def _cost(some: Any, others: Any) -> tuple[int, float]:
    apart = [GEOD.inv(one.lon, one.lat, two.lon, two.lat)[2] for one, two in zip(some, others)]
    near = [metres for metres in apart if metres <= 2.0]
    return -len(near), sum(near)


def test_a_truck_of_twelve_metres_and_its_width() -> None:
    found = size_of([at(0), at(12), at(3, 2.5)], 0.5)
    assert (found.length_m, found.width_m) == pytest.approx((12, 2.5), abs=1e-4)
    assert found.error_m == pytest.approx(0.5 * sqrt(2 / 3)) == pytest.approx(0.408, abs=1e-3)
    assert size_of([at(0), at(20)], None) == (pytest.approx(20), None, None)


@pytest.mark.parametrize("degrees", range(0, 360, 15))
def test_the_size_does_not_depend_on_the_direction(degrees: int) -> None:
    def turned(east: float, north: float) -> tuple[float, float]:
        a = radians(degrees)
        return at(east * cos(a) - north * sin(a), east * sin(a) + north * cos(a))

    found = size_of([turned(0, 0), turned(12, 0), turned(3, 2.5)], 0.5)
    assert (found.length_m, found.width_m) == pytest.approx((12, 2.5), abs=1e-3)


def test_an_object_shorter_than_a_metre_has_a_width() -> None:
    found = size_of([at(0), at(0.5), at(0.25, 2)], 0.1)
    assert (found.length_m, found.width_m) == pytest.approx((0.5, 2), abs=1e-4)


def test_two_clicks_at_one_place_have_no_length() -> None:
    assert size_of([at(0), at(0)], 1.0).length_m == 0.0
    assert size_of([at(0), at(0), at(0, 2)], 1.0).width_m == pytest.approx(2)
    assert size_of([at(0), at(0), at(3, 2)], 1.0).width_m == pytest.approx(sqrt(13))


def test_the_error_is_as_large_as_clicks_within_a_pixel_scatter() -> None:
    import numpy as np

    ends = np.random.default_rng(1).uniform(-1, 1, (200_000, 2))
    assert (ends[:, 0] - ends[:, 1]).std() == pytest.approx(size_of([at(0), at(12)], 1.0).error_m, rel=0.01)


def square(west: float, south: float, east: float, north: float) -> str:
    corners = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
    return f"POLYGON (({', '.join(f'{x!r} {y!r}' for x, y in corners)}))"


@pytest.mark.parametrize(("footprint", "share"), [
    (square(-10, -10, 500, 500), 1.0), (square(50, -10, 500, 500), 0.5), (square(25, 25, 75, 75), 0.25),
    (square(200, 0, 300, 100), 0.0), (square(100, 0, 200, 100), 0.0), ("", None)])
def test_the_share_of_an_area_that_is_shown(footprint: str, share: float | None) -> None:
    assert share_shown(square(0, 0, 100, 100), footprint) == (None if share is None else pytest.approx(share, abs=1e-5))


def test_shares_of_odd_areas() -> None:
    bow = "POLYGON ((128 41, 128.01 41.01, 128.01 41, 128 41.01, 128 41))"  # crosses itself: both halves count
    assert share_shown(bow, "POLYGON ((128 41, 128.005 41, 128.005 41.01, 128 41.01, 128 41))") == pytest.approx(
        0.5, abs=1e-3)
    half = "POLYGON ((128 41, 128.005 41, 128.005 41.01, 128 41.01, 128 41))"
    # and a line there and back
    spiked = bow.replace("128 41.01, 128 41))", "128 41.01, 127.99 41.01, 128 41.01, 128 41))")
    assert share_shown(spiked, half) == pytest.approx(share_shown(bow, half), abs=1e-9)
    assert share_shown(square(0, 0, 0.7, 0.7), square(-1, -1, 0.35, 1)) == pytest.approx(0.5, abs=1e-3)  # half a metre²
    assert share_shown("POLYGON ((128 41, 128 41, 128 41, 128 41))", square(0, 0, 1, 1)) is None
    assert share_shown("", square(0, 0, 1, 1)) is None
    holed = "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"
    assert share_shown(holed, "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))") == pytest.approx(0, abs=1e-4)
    assert share_shown(holed, "POLYGON ((0 0, 1 0, 1 3, 0 3, 0 0))") == pytest.approx(3 / 8, rel=1e-3)
