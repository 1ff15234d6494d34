"""Spreading of map symbols: each in place if there is space, else displaced, with a line to its place.

Everything is in millimetres on the paper; y may grow up or down.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

DOT_MM = 0.5  # the radius of the dot at the true place of a displaced symbol
GAP_MM = 0.3  # between two symbols, and between a symbol and what it must not cover
RING_MM = 0.8  # between the distances at which a free spot is searched
DIRECTIONS = [(math.cos(turn), math.sin(turn)) for turn in (2 * math.pi * number / 24 for number in range(24))]


class Spot(NamedTuple):
    """A point on the paper, in mm."""

    x: float
    y: float


class PaperFrame(NamedTuple):
    """The edges of a map on the paper, in mm."""

    left: float
    low: float
    right: float
    high: float

    def holds(self, spot: Spot, radius: float) -> bool:
        """Return whether a symbol of this radius is wholly on the map."""
        return (self.left + radius <= spot.x <= self.right - radius
                and self.low + radius <= spot.y <= self.high - radius)


@dataclass(frozen=True)
class SpreadLimits:
    """The radius of the symbols, and how far from its place one may be displaced, in mm."""

    radius: float
    farthest: float


def spread_symbols(places: Sequence[Spot], symbols: SpreadLimits, frame: PaperFrame,
                   wanted: Iterable[int] | None = None, all_or_none: bool = False) -> list[Spot | None]:
    """Return the position of the symbol of each of `places`: in place, displaced, or None if there is no space.

    No two symbols overlap, none covers the place of another one, and no line from a symbol to its place runs through
    another symbol or crosses another line.

    Args:
        places: the true places of the symbols.
        symbols: their size and how far they may be displaced.
        frame: the map.
        wanted: the indices of the places that get a symbol, None for all; displaced in this order.
        all_or_none: stop at the first place that has no space.
    """
    work = _Spreading(places, symbols, frame)
    indices = range(len(places)) if wanted is None else wanted
    displaced = [index for index in indices if not work.try_in_place(index)]
    for index in displaced:
        if not work.displace(index) and all_or_none:
            break
    return [work.spots.get(index) for index in range(len(places))]


class _Spreading:
    def __init__(self, places: Sequence[Spot], symbols: SpreadLimits, frame: PaperFrame) -> None:
        self.places, self.frame, self.symbols = places, frame, symbols
        self.spots: dict[int, Spot] = {}
        self._clearance = symbols.radius + DOT_MM + GAP_MM  # least distance of a symbol from the places of others
        # two symbols may both be displaced, towards each other
        self._spread = _Cells(2 * (symbols.farthest + symbols.radius) + GAP_MM)
        self._all_places = _Cells(symbols.farthest + self._clearance)
        for index, place in enumerate(places):
            self._all_places.add(index, place)

    def try_in_place(self, index: int) -> bool:
        """Set the symbol in place, if that is far enough from all other places; return whether it has a spot."""
        place = self.places[index]
        min_distance = 2 * self.symbols.radius + GAP_MM
        alone = all(math.dist(place, self.places[other]) >= min_distance for other in self._all_places.near(place)
                    if other != index)
        if alone and self.frame.holds(place, self.symbols.radius):
            self._set_spot(index, place)
        return index in self.spots

    def displace(self, index: int) -> bool:
        """Set the symbol at a free spot on the nearest ring, farthest from others; return whether there is one."""
        place = self.places[index]
        symbols = [(self.places[other], self.spots[other]) for other in self._spread.near(place)]
        others = [self.places[other] for other in self._all_places.near(place) if other != index]
        in_reach = self._by_reach(place, symbols)
        for away, ring in _rings(place, self.symbols):
            taken = [symbol for reach, symbol in in_reach if reach < away]
            near = [other for other in others if math.dist(place, other) < away + self._clearance]
            free = [spot for spot in ring if self._is_free(place, spot, near, taken)]
            if free:
                self._set_spot(index, max(free, key=lambda spot: _clearance(spot, others, symbols)))
                return True
        return False

    def _by_reach(self, place: Spot, symbols: Sequence[tuple[Spot, Spot]]) -> list[tuple[float, tuple[Spot, Spot]]]:
        """Return each symbol after the least distance from `place` at which it can be in the way, the nearest first."""
        radius = self.symbols.radius
        return sorted((min(math.dist(place, at) - 2 * radius, _distance_to_line(place, true_place, at) - radius)
                       - 2 * GAP_MM, (true_place, at)) for true_place, at in symbols)

    def _set_spot(self, index: int, spot: Spot) -> None:
        self.spots[index] = spot
        self._spread.add(index, self.places[index])

    def _is_free(self, place: Spot, spot: Spot, near: Sequence[Spot], taken: Sequence[tuple[Spot, Spot]]) -> bool:
        """Return whether the symbol of `place` may be at `spot`, among places and symbols that may be in the way."""
        radius = self.symbols.radius
        if not self.frame.holds(spot, radius):
            return False
        if any(math.dist(spot, other) < self._clearance for other in near):
            return False
        return all(math.dist(spot, other) >= 2 * radius + GAP_MM
                   and _distance_to_line(spot, true_place, other) >= radius + GAP_MM
                   and _distance_to_line(other, place, spot) >= radius + GAP_MM
                   and not _cross(place, spot, true_place, other) for true_place, other in taken)


class _Cells:
    """A grid of square cells with the points in them, to find those near one without searching all."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._cells: dict[tuple[int, int], list[int]] = {}

    def add(self, index: int, spot: Spot) -> None:
        self._cells.setdefault(self._cell(spot), []).append(index)

    def near(self, spot: Spot) -> Iterator[int]:
        """Yield all points within the size of a cell, and some farther away."""
        column, row = self._cell(spot)
        for right in (0, -1, 1):  # its own cell first: a search for any point ends soonest
            for up in (0, -1, 1):
                yield from self._cells.get((column + right, row + up), ())

    def _cell(self, spot: Spot) -> tuple[int, int]:
        return math.floor(spot.x / self._size), math.floor(spot.y / self._size)


def _rings(place: Spot, symbols: SpreadLimits) -> Iterator[tuple[float, list[Spot]]]:
    """Yield rings of spots around a place after their distance, from those that just leave it free to the farthest."""
    away = symbols.radius + DOT_MM + GAP_MM
    while away <= symbols.farthest:
        yield away, [Spot(place.x + away * cosine, place.y + away * sine) for cosine, sine in DIRECTIONS]
        away += RING_MM


def _clearance(spot: Spot, others: Sequence[Spot], taken: Sequence[tuple[Spot, Spot]]) -> float:
    """Return the distance of a spot from the nearest place or symbol."""
    return min((math.dist(spot, other) for other in (*others, *(at for _, at in taken))), default=0.0)


def _distance_to_line(spot: Spot, begin: Spot, end: Spot) -> float:
    """Return the distance of a spot from the line between two others."""
    along = (end.x - begin.x, end.y - begin.y)
    length = along[0] ** 2 + along[1] ** 2
    share = ((spot.x - begin.x) * along[0] + (spot.y - begin.y) * along[1]) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.dist(spot, (begin.x + share * along[0], begin.y + share * along[1]))


def _cross(begin: Spot, end: Spot, other_begin: Spot, other_end: Spot) -> bool:
    """Return whether two lines cross between their ends."""
    return (_turn(begin, end, other_begin) * _turn(begin, end, other_end) < 0
            and _turn(other_begin, other_end, begin) * _turn(other_begin, other_end, end) < 0)


def _turn(begin: Spot, end: Spot, spot: Spot) -> float:
    return (end.x - begin.x) * (spot.y - begin.y) - (end.y - begin.y) * (spot.x - begin.x)
