"""Which reaches of a map need a map of their own: neighbours that have no room where they are."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from yalu_plugin.core.cartography.symbol_spread import Frame, Spot, Symbols, spread_symbols

MARGIN = 0.12  # of the map of a reach, on either side of its outermost places
CLOSER = 4.0  # times: the next scale that is tried where the one before has no room


class ReachMapSize(NamedTuple):
    """The map of a reach: its width and height on paper in mm, and how many metres it shows across its width.

    closest_m: where neighbours have no room on a map of least_m, it shows less ground, down to this.
    """

    size_mm: tuple[float, float]
    min_ground_m: float
    max_ground_m: float
    closest_ground_m: float


@dataclass(frozen=True)
class Reach:
    """Neighbours, the ground of their map, and where their symbols stand on it.

    spots: by the index of each, in mm from the upper left corner, down. ground: in the unit of the places.
    """

    ground: Frame
    spots: dict[int, Spot]


def dense_reaches(places: Sequence[Spot], crowded: Container[int], enlarged: ReachMapSize, symbols: Symbols
                  ) -> Iterator[Reach]:
    """The reaches that hold every place that is `crowded`, each so large that all of its symbols have room.

    places: on the ground, in metres (y up) and in order along the river. A reach begins with the first crowded place
    that is in none, and takes in as many of those nearest to it as its map has room for; and what else lies there, if
    there is room for that.
    """
    left = dict.fromkeys(index for index in range(len(places)) if index in crowded)
    while left:
        reach = _filled(_largest(list(left), places, enlarged, symbols), left, places, enlarged, symbols)
        yield reach
        for index in reach.spots:
            left.pop(index, None)


def _largest(left: Sequence[int], places: Sequence[Spot], enlarged: ReachMapSize, symbols: Symbols) -> Reach:
    """The reach with the most places around the first one: closer to the ground where that makes room for more."""
    best = _longest(left, places, enlarged, symbols)
    near = len(_around(left, places, enlarged))
    while len(best.spots) < near and enlarged.min_ground_m > enlarged.closest_ground_m:
        enlarged = enlarged._replace(min_ground_m=max(enlarged.min_ground_m / CLOSER, enlarged.closest_ground_m))
        best = max(best, _longest(left, places, enlarged, symbols), key=lambda reach: len(reach.spots))
    return best


def _longest(left: Sequence[int], places: Sequence[Spot], enlarged: ReachMapSize, symbols: Symbols) -> Reach:
    """The first of the places, whose symbol stands on it whatever there is around it, with as many as have room."""
    first, around = left[0], _around(left, places, enlarged)
    ground = _ground([places[first]], enlarged)
    best = _shown([first], ground, places, enlarged, symbols) or Reach(
        ground, {first: _on_paper(places[first], ground, enlarged)})
    shown, most = 1, len(around)  # the more, the less room
    while shown < most:
        middle = (shown + most + 1) // 2
        members = around[:middle]
        more = _shown(members, _ground([places[index] for index in members], enlarged), places, enlarged, symbols)
        if more is None:
            most = middle - 1
        else:
            best, shown = more, middle
    return best


def _around(left: Sequence[int], places: Sequence[Spot], enlarged: ReachMapSize) -> list[int]:
    """Those of the places that one map can show with the first of them, that one first and the nearest next."""
    first = places[left[0]]
    order = sorted(left, key=lambda index: math.dist(first, places[index]))
    ends = takewhile(lambda end: _width([places[index] for index in order[:end]], enlarged) <= enlarged.max_ground_m,
                     range(1, len(order) + 1))
    return order[:max(ends, default=1)]


def _filled(reach: Reach, left: Container[int], places: Sequence[Spot], enlarged: ReachMapSize, symbols: Symbols) -> Reach:
    """The reach with all that lies there, if there is room for all of that; else with what of the crowded has room."""
    lying = _lying(reach.ground, places)
    others = [index for index in lying if index in left and index not in reach.spots]
    more = _spots([*reach.spots, *others], reach.ground, lying, places, enlarged, symbols, all_or_none=False)
    return (_shown(lying, reach.ground, places, enlarged, symbols)
            or (Reach(reach.ground, more) if more.keys() >= reach.spots.keys() else reach))


def _shown(members: Sequence[int], ground: Frame, places: Sequence[Spot], enlarged: ReachMapSize, symbols: Symbols
           ) -> Reach | None:
    """The members on a map of this ground, among all that lie on it; None where one of them has no room."""
    placed = _spots(members, ground, _lying(ground, places), places, enlarged, symbols, all_or_none=True)
    return Reach(ground, placed) if len(placed) == len(members) else None


def _spots(members: Sequence[int], ground: Frame, lying: Sequence[int], places: Sequence[Spot], enlarged: ReachMapSize,
           symbols: Symbols, all_or_none: bool) -> dict[int, Spot]:
    """Where the symbols of the members that have room stand among all that is `lying` on the ground."""
    at = {index: number for number, index in enumerate(lying)}
    spots = spread_symbols([_on_paper(places[index], ground, enlarged) for index in lying], symbols,
                   Frame(0.0, 0.0, *enlarged.size_mm), [at[index] for index in members], all_or_none)
    found = {index: spots[at[index]] for index in members}
    return {index: spot for index, spot in found.items() if spot is not None}


def _width(places: Sequence[Spot], enlarged: ReachMapSize) -> float:
    ground = _ground(places, enlarged)
    return ground.right - ground.left


def _lying(ground: Frame, places: Sequence[Spot]) -> list[int]:
    return [index for index, place in enumerate(places) if ground.holds(place, 0.0)]


def _ground(places: Sequence[Spot], enlarged: ReachMapSize) -> Frame:
    """The ground, of the shape of the map, that shows these places with a margin."""
    left, right = min(spot.x for spot in places), max(spot.x for spot in places)
    low, high = min(spot.y for spot in places), max(spot.y for spot in places)
    shape, around = enlarged.size_mm[1] / enlarged.size_mm[0], 1 / (1 - 2 * MARGIN)
    width = max((right - left) * around, (high - low) * around / shape, enlarged.min_ground_m)
    x, y = (left + right) / 2, (low + high) / 2
    return Frame(x - width / 2, y - width * shape / 2, x + width / 2, y + width * shape / 2)


def _on_paper(place: Spot, ground: Frame, enlarged: ReachMapSize) -> Spot:
    mm = enlarged.size_mm[0] / (ground.right - ground.left)
    return Spot((place.x - ground.left) * mm, (ground.high - place.y) * mm)
