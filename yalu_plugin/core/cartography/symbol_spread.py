"""Symbols of a map set apart: each at its place where it has room, else beside it with a line that leads there.

Everything is in millimetres on the paper; y may grow up or down.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

DOT_MM = 0.5  # the radius of the dot at the true place of a symbol that stands aside
GAP_MM = 0.3  # between two symbols, and between a symbol and what it must not cover
RING_MM = 0.8  # between the distances at which a place is looked for
TURNS = 24  # directions in which it is looked for


class Spot(NamedTuple):
    """A point on the paper, in mm."""

    x: float
    y: float


class Frame(NamedTuple):
    """The edges of a map on the paper, in mm."""

    left: float
    low: float
    right: float
    high: float

    def holds(self, spot: Spot, radius: float) -> bool:
        """Whether a symbol of this radius lies wholly on the map."""
        return (self.left + radius <= spot.x <= self.right - radius
                and self.low + radius <= spot.y <= self.high - radius)


@dataclass(frozen=True)
class Symbols:
    """The size of the symbols, and how far from its place one may stand, in mm."""

    radius: float
    farthest: float


def spread_symbols(places: Sequence[Spot], symbols: Symbols, frame: Frame, wanted: Iterable[int] | None = None,
           all_or_none: bool = False) -> list[Spot | None]:
    """Where the symbol of each of `places` stands: at its place, beside it, or None where there is no room for it.

    No two symbols lie on each other, none lies on the place of another one, no line from a symbol to its place runs
    through another symbol or crosses another line. `wanted`: the places, by index, that get a symbol, without it all;
    of those that have to stand aside, who comes first is served first. all_or_none: give up at the first one that has
    no room.
    """
    work = _Work(places, symbols, frame)
    aside = [index for index in (range(len(places)) if wanted is None else wanted) if not work.stays(index)]
    for index in aside:
        if not work.displace(index) and all_or_none:
            break
    return [work.spots.get(index) for index in range(len(places))]


class _Work:
    def __init__(self, places: Sequence[Spot], symbols: Symbols, frame: Frame) -> None:
        self.places, self.frame, self.symbols = places, frame, symbols
        self.spots: dict[int, Spot] = {}
        self._away = symbols.radius + DOT_MM + GAP_MM  # of a symbol from the places of others
        # two symbols may both stand aside, towards each other
        self._set = _Cells(2 * (symbols.farthest + symbols.radius) + GAP_MM)
        self._truths, self._close = _Cells(symbols.farthest + self._away), _Cells(self._away)
        for index, place in enumerate(places):
            self._truths.add(index, place)
            self._close.add(index, place)

    def stays(self, index: int) -> bool:
        """Let the symbol stand at its place, if that is away from the places of all others."""
        place = self.places[index]
        apart = 2 * self.symbols.radius + GAP_MM
        alone = all(math.dist(place, self.places[other]) >= apart for other in self._truths.near(place)
                    if other != index)
        if alone and self.frame.holds(place, self.symbols.radius):
            self._stand(index, place)
        return index in self.spots

    def displace(self, index: int) -> bool:
        """Let the symbol stand at the free spot that is nearest to its place, away from the others, if there is one."""
        place = self.places[index]
        taken = [(self.places[other], self.spots[other]) for other in self._set.near(place)]
        for ring in _rings(place, self.symbols):
            free = [spot for spot in ring if self._is_free(index, spot, taken)]
            if free:
                truths = [self.places[other] for other in self._truths.near(place) if other != index]
                self._stand(index, max(free, key=lambda spot: _room(spot, truths, taken)))
                return True
        return False

    def _stand(self, index: int, spot: Spot) -> None:
        self.spots[index] = spot
        self._set.add(index, self.places[index])

    def _is_free(self, index: int, spot: Spot, taken: Sequence[tuple[Spot, Spot]]) -> bool:
        place, radius = self.places[index], self.symbols.radius
        if not self.frame.holds(spot, radius):
            return False
        if any(math.dist(spot, self.places[other]) < self._away for other in self._close.near(spot) if other != index):
            return False
        return all(math.dist(spot, other) >= 2 * radius + GAP_MM
                   and _away(spot, truth, other) >= radius + GAP_MM
                   and _away(other, place, spot) >= radius + GAP_MM
                   and not _cross(place, spot, truth, other) for truth, other in taken)


class _Cells:
    """Points by the square cell they lie in, so that those near one are found without asking all."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._cells: dict[tuple[int, int], list[int]] = {}

    def add(self, index: int, spot: Spot) -> None:
        self._cells.setdefault(self._cell(spot), []).append(index)

    def near(self, spot: Spot) -> Iterator[int]:
        """All within the size of a cell, and some farther off."""
        column, row = self._cell(spot)
        for right in (0, -1, 1):  # its own first: who asks for any is answered soonest
            for up in (0, -1, 1):
                yield from self._cells.get((column + right, row + up), ())

    def _cell(self, spot: Spot) -> tuple[int, int]:
        return math.floor(spot.x / self._size), math.floor(spot.y / self._size)


def _rings(place: Spot, symbols: Symbols) -> Iterator[list[Spot]]:
    """Spots around a place, from those that just leave it free to the farthest."""
    away = symbols.radius + DOT_MM + GAP_MM
    while away <= symbols.farthest:
        yield [Spot(place.x + away * math.cos(turn), place.y + away * math.sin(turn))
               for turn in (2 * math.pi * number / TURNS for number in range(TURNS))]
        away += RING_MM


def _room(spot: Spot, truths: Sequence[Spot], taken: Sequence[tuple[Spot, Spot]]) -> float:
    """How far a spot is from the nearest thing."""
    return min((math.dist(spot, other) for other in (*truths, *(at for _, at in taken))), default=0.0)


def _away(spot: Spot, begin: Spot, end: Spot) -> float:
    """The distance of a spot from the line between two others."""
    along = (end.x - begin.x, end.y - begin.y)
    length = along[0] ** 2 + along[1] ** 2
    share = ((spot.x - begin.x) * along[0] + (spot.y - begin.y) * along[1]) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.dist(spot, (begin.x + share * along[0], begin.y + share * along[1]))


def _cross(begin: Spot, end: Spot, other_begin: Spot, other_end: Spot) -> bool:
    """Whether two lines cross between their ends."""
    return (_turn(begin, end, other_begin) * _turn(begin, end, other_end) < 0
            and _turn(other_begin, other_end, begin) * _turn(other_begin, other_end, end) < 0)


def _turn(begin: Spot, end: Spot, spot: Spot) -> float:
    return (end.x - begin.x) * (spot.y - begin.y) - (end.y - begin.y) * (spot.x - begin.x)
