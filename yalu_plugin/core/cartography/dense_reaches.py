"""Reaches that need a separate map, because their symbols have no space on the main map."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from yalu_plugin.core.cartography.symbol_spread import PaperFrame, Spot, SpreadLimits, spread_symbols

MARGIN = 0.12  # share of the map of a reach, on either side of its outermost places
CLOSER = 4.0  # factor of the next scale that is tried if there is not enough space


class ReachMapSize(NamedTuple):
    """The map of a reach: its width and height on paper in mm, and the metres on the ground across its width.

    Usually from min_ground_m to max_ground_m; if neighbours have no space at min_ground_m, down to closest_ground_m.
    """

    size_mm: tuple[float, float]
    min_ground_m: float
    max_ground_m: float
    closest_ground_m: float


@dataclass(frozen=True)
class Reach:
    """Neighbouring places, the extent of their map, and the positions of their symbols on it.

    spots: by the index of each place, in mm from the upper left corner, y down. ground: in the unit of the places.
    """

    ground: PaperFrame
    spots: dict[int, Spot]


def dense_reaches(places: Sequence[Spot], crowded: Container[int], map_size: ReachMapSize, symbols: SpreadLimits
                  ) -> Iterator[Reach]:
    """Yield reaches that together contain every `crowded` place, each with space for all of its symbols.

    places: on the ground, in metres (y up) and in order along the river. A reach begins with the first crowded place
    that is in no reach yet, and contains as many of those nearest to it as its map has space for; and the other places
    on the map, if there is space for them.
    """
    remaining = dict.fromkeys(index for index in range(len(places)) if index in crowded)
    while remaining:
        best = _best_reach(list(remaining), places, map_size, symbols)
        reach = _with_other_places(best, remaining, places, map_size, symbols)
        yield reach
        for index in reach.spots:
            remaining.pop(index, None)


def _best_reach(remaining: Sequence[int], places: Sequence[Spot], map_size: ReachMapSize, symbols: SpreadLimits
                ) -> Reach:
    """Return the reach with the most places around the first one, at a larger scale if that has space for more."""
    best = _reach_with_most(remaining, places, map_size, symbols)
    near = len(_nearest_first(remaining, places, map_size))
    while len(best.spots) < near and map_size.min_ground_m > map_size.closest_ground_m:
        map_size = map_size._replace(min_ground_m=max(map_size.min_ground_m / CLOSER, map_size.closest_ground_m))
        best = max(best, _reach_with_most(remaining, places, map_size, symbols), key=lambda reach: len(reach.spots))
    return best


def _reach_with_most(remaining: Sequence[int], places: Sequence[Spot], map_size: ReachMapSize, symbols: SpreadLimits
                     ) -> Reach:
    """Return the first place, whose symbol is always in place, with as many of its neighbours as have space."""
    first, nearest = remaining[0], _nearest_first(remaining, places, map_size)
    ground = _ground([places[first]], map_size)
    best = _reach_of([first], ground, places, map_size, symbols) or Reach(
        ground, {first: _on_paper(places[first], ground, map_size)})
    shown, most = 1, len(nearest)  # binary search: the more members, the less space
    while shown < most:
        middle = (shown + most + 1) // 2
        members = nearest[:middle]
        more = _reach_of(members, _ground([places[index] for index in members], map_size), places, map_size, symbols)
        if more is None:
            most = middle - 1
        else:
            best, shown = more, middle
    return best


def _nearest_first(remaining: Sequence[int], places: Sequence[Spot], map_size: ReachMapSize) -> list[int]:
    """Return the places that one map can show together with the first of them, nearest first."""
    first = places[remaining[0]]
    order = sorted(remaining, key=lambda index: math.dist(first, places[index]))
    ends = takewhile(lambda end: _width([places[index] for index in order[:end]], map_size) <= map_size.max_ground_m,
                     range(1, len(order) + 1))
    return order[:max(ends, default=1)]


def _with_other_places(reach: Reach, remaining: Container[int], places: Sequence[Spot], map_size: ReachMapSize,
                       symbols: SpreadLimits) -> Reach:
    """Add all other places on the map if there is space for all; else the crowded ones for which there is space."""
    inside = _places_inside(reach.ground, places)
    others = [index for index in inside if index in remaining and index not in reach.spots]
    more = _spots([*reach.spots, *others], reach.ground, inside, places, map_size, symbols, all_or_none=False)
    return (_reach_of(inside, reach.ground, places, map_size, symbols)
            or (Reach(reach.ground, more) if more.keys() >= reach.spots.keys() else reach))


def _reach_of(members: Sequence[int], ground: PaperFrame, places: Sequence[Spot], map_size: ReachMapSize,
              symbols: SpreadLimits) -> Reach | None:
    """Return the members as a reach on this ground, among all places on it; None if one of them has no space."""
    placed = _spots(members, ground, _places_inside(ground, places), places, map_size, symbols, all_or_none=True)
    return Reach(ground, placed) if len(placed) == len(members) else None


def _spots(members: Sequence[int], ground: PaperFrame, inside: Sequence[int], places: Sequence[Spot],
           map_size: ReachMapSize, symbols: SpreadLimits, all_or_none: bool) -> dict[int, Spot]:
    """Return the positions of the members that have space among all places `inside` on the ground."""
    at = {index: number for number, index in enumerate(inside)}
    spots = spread_symbols([_on_paper(places[index], ground, map_size) for index in inside], symbols,
                           PaperFrame(0.0, 0.0, *map_size.size_mm), [at[index] for index in members], all_or_none)
    found = {index: spots[at[index]] for index in members}
    return {index: spot for index, spot in found.items() if spot is not None}


def _width(places: Sequence[Spot], map_size: ReachMapSize) -> float:
    ground = _ground(places, map_size)
    return ground.right - ground.left


def _places_inside(ground: PaperFrame, places: Sequence[Spot]) -> list[int]:
    return [index for index, place in enumerate(places) if ground.holds(place, 0.0)]


def _ground(places: Sequence[Spot], map_size: ReachMapSize) -> PaperFrame:
    """Return the extent, in the shape of the map, that shows these places with a margin."""
    left, right = min(spot.x for spot in places), max(spot.x for spot in places)
    low, high = min(spot.y for spot in places), max(spot.y for spot in places)
    shape, factor = map_size.size_mm[1] / map_size.size_mm[0], 1 / (1 - 2 * MARGIN)
    width = max((right - left) * factor, (high - low) * factor / shape, map_size.min_ground_m)
    x, y = (left + right) / 2, (low + high) / 2
    return PaperFrame(x - width / 2, y - width * shape / 2, x + width / 2, y + width * shape / 2)


def _on_paper(place: Spot, ground: PaperFrame, map_size: ReachMapSize) -> Spot:
    mm = map_size.size_mm[0] / (ground.right - ground.left)
    return Spot((place.x - ground.left) * mm, (ground.high - place.y) * mm)
