"""Which reaches of a map need a map of their own: runs of neighbours that have no room where they are."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from yalu_plugin.core.cartography.spread import Frame, Spot, Symbols, spread

MARGIN = 0.12  # of the map of a reach, on either side of its outermost places


class Enlarged(NamedTuple):
    """The map of a reach: its width and height on paper in mm, and how many metres it shows across its width."""

    size_mm: tuple[float, float]
    least_m: float
    most_m: float


@dataclass(frozen=True)
class Reach:
    """A run of neighbours, the ground of their map, and where their symbols stand on it.

    spots: by the index of each, in mm from the upper left corner, down. ground: in the unit of the places.
    """

    ground: Frame
    spots: dict[int, Spot]


def dense_reaches(places: Sequence[Spot], crowded: Container[int], enlarged: Enlarged, symbols: Symbols
                  ) -> Iterator[Reach]:
    """The reaches that hold every place that is `crowded`, each so large that all of its symbols have room.

    places: on the ground, in metres (y up) and in order along the river. A reach takes in, one after the other, the
    places that follow the crowded one it begins with, as long as its map shows them all, up to a crowded one; and what
    else lies there, if there is room for all of that.
    """
    index = 0
    while index < len(places):
        if index in crowded:
            run = _longest(index, places, crowded, enlarged, symbols)
            yield _shown(_lying(run.ground, places), run.ground, places, enlarged, symbols) or run
            index = max(run.spots)
        index += 1


def _longest(first: int, places: Sequence[Spot], crowded: Container[int], enlarged: Enlarged, symbols: Symbols
             ) -> Reach:
    """The longest reach that begins with this place, whose symbol stands on it whatever there is around it."""
    ground = _ground([places[first]], enlarged)
    best = _shown([first], ground, places, enlarged, symbols) or Reach(
        ground, {first: _on_paper(places[first], ground, enlarged)})
    ends = list(takewhile(lambda last: _width(places[first:last + 1], enlarged) <= enlarged.most_m,
                          (last for last in range(first + 1, len(places)) if last in crowded)))
    shown, most = 0, len(ends)  # of the ends; the longer the run, the less room
    while shown < most:
        middle = (shown + most + 1) // 2
        members = range(first, ends[middle - 1] + 1)
        longer = _shown(members, _ground([places[index] for index in members], enlarged), places, enlarged, symbols)
        if longer is None:
            most = middle - 1
        else:
            best, shown = longer, middle
    return best


def _shown(members: Sequence[int], ground: Frame, places: Sequence[Spot], enlarged: Enlarged, symbols: Symbols
           ) -> Reach | None:
    """The members on a map of this ground, among all that lie on it; None where one of them has no room."""
    lying = _lying(ground, places)
    at = {index: number for number, index in enumerate(lying)}
    spots = spread([_on_paper(places[index], ground, enlarged) for index in lying], symbols,
                   Frame(0.0, 0.0, *enlarged.size_mm), [at[index] for index in members], all_or_none=True)
    found = {index: spots[at[index]] for index in members}
    stand = {index: spot for index, spot in found.items() if spot is not None}
    return Reach(ground, stand) if len(stand) == len(members) else None


def _width(places: Sequence[Spot], enlarged: Enlarged) -> float:
    ground = _ground(places, enlarged)
    return ground.right - ground.left


def _lying(ground: Frame, places: Sequence[Spot]) -> list[int]:
    return [index for index, place in enumerate(places) if ground.holds(place, 0.0)]


def _ground(places: Sequence[Spot], enlarged: Enlarged) -> Frame:
    """The ground, of the shape of the map, that shows these places with a margin."""
    left, right = min(spot.x for spot in places), max(spot.x for spot in places)
    low, high = min(spot.y for spot in places), max(spot.y for spot in places)
    shape, around = enlarged.size_mm[1] / enlarged.size_mm[0], 1 / (1 - 2 * MARGIN)
    width = max((right - left) * around, (high - low) * around / shape, enlarged.least_m)
    x, y = (left + right) / 2, (low + high) / 2
    return Frame(x - width / 2, y - width * shape / 2, x + width / 2, y + width * shape / 2)


def _on_paper(place: Spot, ground: Frame, enlarged: Enlarged) -> Spot:
    mm = enlarged.size_mm[0] / (ground.right - ground.left)
    return Spot((place.x - ground.left) * mm, (ground.high - place.y) * mm)
