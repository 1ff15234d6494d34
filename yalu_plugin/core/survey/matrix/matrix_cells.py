"""The cells of the matrix: each has only what was observed in its column.

An observation that may belong to several columns, or to an earlier day, is not assigned to one of them: it spans. A
cell takes no state over from another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.matrix.matrix_axis import Axis, DatedObservation, Days


class Cell(NamedTuple):
    """One cell of the matrix.

    Attributes:
        states: seen within the column, in order of time as far as it is known, each run of one state once.
        conflict: two of the states differ and may be of the same moment, or their order is not known.
        blind: there is an inconclusive observation.
        spanning: states that may have been seen in this column, or in another one.
    """

    states: tuple[str, ...] = ()
    conflict: bool = False
    blind: bool = False
    spanning: tuple[str, ...] = ()


EMPTY_CELL = Cell()  # without observations


class SiteCells:
    """The cells of one site, created on request."""

    def __init__(self, observations: Iterable[DatedObservation], axis: Axis, days_of_scenes: Mapping[str, Days]
                 ) -> None:
        self.within: dict[int, list[DatedObservation]] = {}
        self.spanning: list[tuple[int, int, DatedObservation]] = []
        for observation in observations:
            span = axis.column_span(observation, days_of_scenes)
            if span is not None and span.within:
                self.within.setdefault(span.first, []).append(observation)
            elif span is not None:
                self.spanning.append((span.first, span.last, observation))
        self._cells: dict[int, Cell] = {}

    def cell(self, column: int) -> Cell:
        """Return the cell in a column."""
        found = self._cells.get(column)
        if found is None:
            if column not in self.within and not self.spanning:
                return EMPTY_CELL
            found = self._cells[column] = cell_of(self.within.get(column, ()), self.spanning_observations(column))
        return found

    def spanning_observations(self, column: int) -> list[DatedObservation]:
        """Return the observations that may belong to this column, or to other days."""
        return [observation for first, last, observation in self.spanning if first <= column <= last]


def cell_of(within: Iterable[DatedObservation], spanning: Iterable[DatedObservation]) -> Cell:
    """Return the cell for the observations of a column, and those that may belong to it or to others."""
    seen = sorted(within, key=lambda observation: (observation.last, observation.first, observation.state))
    conclusive = [observation for observation in seen if observation.state != NOT_OBSERVABLE]
    states = [observation.state for observation in conclusive]
    runs = tuple(state for at, state in enumerate(states) if at == 0 or states[at - 1] != state)
    conflict = len(runs) > 1 and any_overlap(conclusive)
    return Cell(tuple(sorted(set(states))) if conflict else runs, conflict, len(conclusive) < len(seen),
                tuple(sorted({observation.state for observation in spanning})))


def any_overlap(observations: list[DatedObservation]) -> bool:
    """Return whether two different states were seen on overlapping days, so that their order is not known.

    As in core.rival_states. `observations` are in the order of the last day, an open first day before all others.
    """
    latest: dict[str, int] = {}  # the last day on which each state may have been seen so far
    for observation in observations:
        if any(state != observation.state and last >= observation.first for state, last in latest.items()):
            return True
        latest[observation.state] = observation.last
    return False
