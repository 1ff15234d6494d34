"""Dense reaches: together they show every crowded place, each with space for all of its symbols."""

from __future__ import annotations

import math
import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.cartography.dense_reaches import ReachMapSize, dense_reaches
from yalu_plugin.core.cartography.symbol_spread import Spot, SpreadLimits

SYMBOLS = SpreadLimits(radius=2.5, farthest=9.5)
MAP = ReachMapSize((66.0, 62.0), 5_000.0, 15_000.0, 100.0)
corridors = st.lists(st.builds(Spot, st.floats(0, 40_000), st.floats(0, 4_000)), min_size=1, max_size=60).map(sorted)


@settings(max_examples=60, deadline=None)
@given(corridors, st.data())
def test_every_crowded_place_is_in_a_reach_with_its_symbol(places, data):
    crowded = data.draw(st.sets(st.integers(0, len(places) - 1)))
    reaches = list(dense_reaches(places, crowded, MAP, SYMBOLS))
    assert crowded <= {index for reach in reaches for index in reach.spots}
    for reach in reaches:
        width = reach.ground.right - reach.ground.left
        assert MAP.closest_ground_m - 1e-6 <= width <= MAP.max_ground_m + 1e-6
        for one, other in combinations(reach.spots.values(), 2):
            assert math.dist(one, other) >= 2 * SYMBOLS.radius
        for index, spot in reach.spots.items():
            mm = width / MAP.size_mm[0]
            place = ((places[index].x - reach.ground.left) / mm, (reach.ground.high - places[index].y) / mm)
            assert math.dist(place, spot) <= SYMBOLS.farthest + 1e-6


def test_without_crowded_places_there_is_no_reach():
    assert list(dense_reaches([Spot(0, 0), Spot(10, 10)], set(), MAP, SYMBOLS)) == []


def test_neighbours_share_a_reach_with_the_places_between_them():
    places = [Spot(x, 0.0) for x in (0, 2_000, 4_000, 30_000, 30_400)]
    reaches = list(dense_reaches(places, {0, 2, 3}, MAP, SYMBOLS))
    assert [sorted(reach.spots) for reach in reaches] == [[0, 1, 2], [3, 4]]


def test_many_at_one_place_need_several_reaches_and_none_is_lost():
    reaches = list(dense_reaches([Spot(5.0, 5.0)] * 60, set(range(60)), MAP, SYMBOLS))
    assert {index for reach in reaches for index in reach.spots} == set(range(60))
    assert 1 < len(reaches) < 15


def test_very_dense_places_are_shown_at_larger_scales_in_few_maps(monkeypatch):
    from yalu_plugin.core.cartography import dense_reaches as module
    from yalu_plugin.core.cartography import symbol_spread as spreading

    chance, tried = random.Random(1), []
    places = [Spot(200 * math.sqrt(away) * math.cos(turn), 200 * math.sqrt(away) * math.sin(turn))
              for away, turn in ((chance.random(), chance.uniform(0, 2 * math.pi)) for _ in range(500))]
    is_free = spreading._Spreading._is_free
    monkeypatch.setattr(spreading._Spreading, "_is_free", lambda *given: tried.append(1) or is_free(*given))
    found = list(module.dense_reaches(places, range(500), MAP, SYMBOLS))
    assert {index for reach in found for index in reach.spots} == set(range(500))
    assert len(found) < 40  # it would be 198 maps of the same ground at only the ordinary scale
    assert len(tried) < 1_000_000
    assert min(reach.ground.right - reach.ground.left for reach in found) < MAP.min_ground_m / 10
