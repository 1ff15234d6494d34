"""Spreading of symbols: invariants for any places."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.cartography.symbol_spread import PaperFrame, Spot, SpreadLimits, spread_symbols

SYMBOLS, PAGE = SpreadLimits(radius=2.5, farthest=9.5), PaperFrame(0, 0, 263, 83)
crowds = st.lists(st.builds(Spot, st.floats(3, 40), st.floats(3, 40)), min_size=1, max_size=60)


def covered(one: Spot, other: Spot, radius: float) -> float:
    """Return the share of a disc that another of the same radius covers."""
    apart = math.dist(one, other)
    if apart >= 2 * radius:
        return 0.0
    half = math.acos(apart / 2 / radius)
    return (2 * half - math.sin(2 * half)) / math.pi


@settings(max_examples=100, deadline=None)
@given(crowds)
def test_no_symbol_covers_another_one_or_the_place_of_another_one(places):
    spots = spread_symbols(places, SYMBOLS, PAGE)
    standing = [(index, spot) for index, spot in enumerate(spots) if spot is not None]
    for (_, one), (_, other) in combinations(standing, 2):
        assert covered(one, other, SYMBOLS.radius) == 0.0
    for index, spot in standing:
        assert all(math.dist(spot, place) > SYMBOLS.radius for other, place in enumerate(places)
                   if other != index)


@settings(max_examples=100, deadline=None)
@given(crowds)
def test_a_symbol_is_on_the_map_and_near_its_place_and_no_line_runs_through_another_one(places):
    spots = spread_symbols(places, SYMBOLS, PAGE)
    for index, spot in enumerate(spots):
        if spot is None:
            continue
        assert PAGE.holds(spot, SYMBOLS.radius)
        assert math.dist(spot, places[index]) <= SYMBOLS.farthest
        for part in range(21):
            along = Spot(*(place + (end - place) * part / 20 for place, end in zip(places[index], spot)))
            assert all(math.dist(along, other) > SYMBOLS.radius for number, other in enumerate(spots)
                       if other is not None and number != index)


@settings(max_examples=100, deadline=None)
@given(crowds)
def test_isolated_symbols_stay_in_place(places):
    for place, spot in zip(places, spread_symbols(places, SYMBOLS, PAGE)):
        others = [other for other in places if other is not place]
        if all(math.dist(place, other) > 2 * SYMBOLS.radius + 0.31 for other in others):
            assert spot == place


@settings(max_examples=50, deadline=None)
@given(crowds, st.data())
def test_only_wanted_places_get_a_symbol_and_the_others_are_not_covered(places, data):
    wanted = data.draw(st.sets(st.integers(0, len(places) - 1)))
    spots = spread_symbols(places, SYMBOLS, PAGE, sorted(wanted))
    assert {index for index, spot in enumerate(spots) if spot is not None} <= wanted
    for index, spot in enumerate(spots):
        assert spot is None or all(math.dist(spot, place) > SYMBOLS.radius for other, place in enumerate(places)
                                   if other != index)


@pytest.mark.parametrize("count", [1, 2, 6])
def test_several_symbols_of_one_place_are_around_it(count):
    spots = spread_symbols([Spot(50, 40)] * count, SYMBOLS, PAGE)
    assert len(set(spots)) == count and None not in spots
    assert (spots == [Spot(50, 40)]) == (count == 1)


def test_a_place_at_the_edge_has_its_symbol_inside():
    (spot,) = spread_symbols([Spot(0.1, 40)], SYMBOLS, PAGE)
    assert spot is not None and spot.x >= SYMBOLS.radius


def test_without_places_there_are_no_symbols():
    assert spread_symbols([], SYMBOLS, PAGE) == []


def test_symbols_without_space_near_their_place_are_left_out():
    assert spread_symbols([Spot(50, 40)] * 100, SYMBOLS, PAGE).count(None) > 50


def test_a_spot_is_compared_only_with_nearby_places(monkeypatch):
    """Each of 400 places in a row is compared only with those near it: twice as many, twice the work."""
    from yalu_plugin.core.cartography import symbol_spread as module

    counts = []
    for count in (200, 400):
        calls = []
        with monkeypatch.context() as patch:
            patch.setattr(module.math, "dist", lambda *given, calls=calls, dist=math.dist: (
                calls.append(1) or dist(*given)))
            places = [Spot(4.0 * number, 40.0) for number in range(count)]
            spread_symbols(places, SYMBOLS, PaperFrame(-10, 0, 4.0 * count, 83))
        counts.append(len(calls))
    assert counts[1] < 2.2 * counts[0]


def test_two_crowds_are_displaced_from_each_other():
    dice = random.Random(1)
    for _ in range(100):
        apart, turn = dice.uniform(10, 26), dice.uniform(0, 6.3)
        places = [Spot(60 + crowd * apart * math.cos(turn) + dice.gauss(0, 1.5),
                       40 + crowd * apart * math.sin(turn) + dice.gauss(0, 1.5)) for crowd in (0, 1) for _ in range(9)]
        standing = [spot for spot in spread_symbols(places, SYMBOLS, PAGE) if spot is not None]
        assert min(math.dist(*two) for two in combinations(standing, 2)) >= 2 * SYMBOLS.radius
