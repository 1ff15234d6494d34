"""What a cell of the matrix says: only what was observed in its column.

An observation that may be of several columns, or of a day before, is never said to be of one of them: it spans. A cell
carries no state on from another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.matrix.matrix_axis import Axis, Days, Look


class Cell(NamedTuple):
    """`states`: seen within the column, in the order of time as far as that is known, each run of one state once.
    `conflict`: two of them differ and may be of one moment, or which came first is not known. `blind`: somebody looked
    and could not tell. `spanning`: what may have been seen in this column, or in another one.
    """

    states: tuple[str, ...] = ()
    conflict: bool = False
    blind: bool = False
    spanning: tuple[str, ...] = ()


NOBODY = Cell()  # nobody looked


class SiteCells:
    """The cells of one site, made when they are asked for."""

    def __init__(self, looks: Iterable[Look], axis: Axis, days_of_scenes: Mapping[str, Days]) -> None:
        self.within: dict[int, list[Look]] = {}
        self.spanning: list[tuple[int, int, Look]] = []
        for look in looks:
            place = axis.place(look, days_of_scenes)
            if place is not None and place.within:
                self.within.setdefault(place.first, []).append(look)
            elif place is not None:
                self.spanning.append((place.first, place.last, look))
        self._cells: dict[int, Cell] = {}

    def cell(self, column: int) -> Cell:
        """What the cell in a column says."""
        found = self._cells.get(column)
        if found is None:
            if column not in self.within and not self.spanning:
                return NOBODY
            found = self._cells[column] = cell_of(self.within.get(column, ()), self.spanning_looks(column))
        return found

    def spanning_looks(self, column: int) -> list[Look]:
        """The observations that may be of this column, or of other days."""
        return [look for first, last, look in self.spanning if first <= column <= last]


def cell_of(within: Iterable[Look], spanning: Iterable[Look]) -> Cell:
    """The cell for the observations of a column, and those that may be of it or of others."""
    seen = sorted(within, key=lambda look: (look.last, look.first, look.state))
    telling = [look for look in seen if look.state != NOT_OBSERVABLE]
    states = [look.state for look in telling]
    runs = tuple(state for at, state in enumerate(states) if at == 0 or states[at - 1] != state)
    conflict = len(runs) > 1 and any_overlap(telling)
    return Cell(tuple(sorted(set(states))) if conflict else runs, conflict, len(telling) < len(seen),
                tuple(sorted({look.state for look in spanning})))


def any_overlap(looks: list[Look]) -> bool:
    """Whether two different states were seen on days that overlap, so that their order is not known (as in
    core.rival_states); in the order of the last day, an open first day before all others.
    """
    latest: dict[str, int] = {}  # the last day on which each state may have been seen so far
    for look in looks:
        if any(state != look.state and last >= look.first for state, last in latest.items()):
            return True
        latest[look.state] = look.last
    return False
