"""Agreement of two analysts' counts on one image: common objects, and objects marked by only one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.requirements import need_line_packages

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray

WITHIN_M = 2.0  # less than half of a car's length; cars side by side are some 2.5 m apart


class Mark(NamedTuple):
    """A mark at longitude and latitude (EPSG:4326) with its class."""

    id: str
    lon: float
    lat: float
    label: str


class Agreement(NamedTuple):
    """The result: pairs of marks with their distance in metres (`both`), and marks of only one analyst."""

    both: list[tuple[Mark, Mark, float]]
    only_a: list[Mark]
    only_b: list[Mark]

    @property
    def other_class(self) -> list[tuple[Mark, Mark, float]]:
        """The pairs with two different classes."""
        return [pair for pair in self.both if pair[0].label != pair[1].label]

    @property
    def share_of_class(self) -> float | None:
        """The objects to which both gave the same class, as a share like `share`."""
        return None if self.share is None else self.share * (1 - len(self.other_class) / max(len(self.both), 1))

    @property
    def share(self) -> float | None:
        """Objects marked by both, as a share of those marked by either (0 to 1, Jaccard); None if there are none."""
        seen = len(self.both) + len(self.only_a) + len(self.only_b)
        return len(self.both) / seen if seen else None


def agree(a: Sequence[Mark], b: Sequence[Mark], within_m: float = WITHIN_M) -> Agreement:
    """Pair the marks of two counts one to one, at most `within_m` apart on the ellipsoid, regardless of their classes.

    The number of pairs is maximal, then their total distance minimal (core.corridor.assignment.assign). The result
    depends neither on the order of marks nor on which count is called a.

    Raises:
        MissingPackages: a package for line calculations is not installed.
    """
    need_line_packages()
    first, second = (sorted(marks, key=lambda mark: (mark.lon, mark.lat, mark.id)) for marks in (a, b))
    swapped = second < first  # so that ties are resolved alike, whichever count is called a
    if swapped:
        first, second = second, first
    both = [(first[i], second[j], metres) for i, j, metres in _pairs(first, second, within_m)]
    if swapped:
        both, first, second = [(two, one, metres) for one, two, metres in both], second, first
    both.sort()
    paired = {one for one, _, _ in both}, {two for _, two, _ in both}
    return Agreement(both, [mark for mark in first if mark not in paired[0]],
                     [mark for mark in second if mark not in paired[1]])


def _pairs(a: Sequence[Mark], b: Sequence[Mark], within_m: float) -> list[tuple[int, int, float]]:
    from yalu_plugin.core.corridor.assignment import assign
    from yalu_plugin.core.corridor.near_pairs import near_pairs

    if not a or not b:
        return []
    i, j, distance = near_pairs(_lonlat(a), _lonlat(b), within_m)
    taken = assign(i, j, distance)
    return [(int(i[k]), int(j[k]), float(distance[k])) for k in taken]


def _lonlat(marks: Sequence[Mark]) -> FloatArray:
    import numpy as np

    return np.array([(mark.lon, mark.lat) for mark in marks], dtype=np.float64)
