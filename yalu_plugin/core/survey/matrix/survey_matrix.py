"""The matrix of a survey in memory: its columns, and the cells of the sites that are displayed.

A change updates only the cells of its sites, and the columns where days are added or removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_number
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.matrix.matrix_axis import (
    Axis,
    Days,
    MatrixColumn,
    Periods,
    Steps,
    dated_observation,
    days_of_step,
    is_of_scene,
    number_of,
    period_days,
)
from yalu_plugin.core.survey.matrix.matrix_cells import Cell, SiteCells

MOST_CACHED = 1024  # sites whose cells are cached: several screens of them


class Update(NamedTuple):
    """The effect of a change on a matrix: the new columns, and the sites whose cells change."""

    axis: Axis
    sites: frozenset[str]


class Matrix:
    """The matrix of these facts and steps of the timeline, with columns by `unit`, one of UNITS.

    `start` and `end` (numbers of days) limit it to columns with a day from `start` on, and to what is known by the end
    of `end`: later observations are left out.
    """

    def __init__(self, facts: Facts, steps: Sequence[Step], unit: str = "scene", start: int = NONE, end: int = NONE
                 ) -> None:
        self.facts, self.steps, self.unit = facts, steps, unit
        self._start, self._end = start, end
        self.days_of_scenes: dict[str, Days] = {}
        for step in steps:
            self.days_of_scenes.update(days_of_step(step))
        self._extra_days = facts.days_without_scene(self.days_of_scenes) if unit == "scene" else None
        self.axis = self._axis()
        self._seq = facts.seq  # the last entry of the record that is in it
        self._cells: dict[str, SiteCells] = {}

    @property
    def columns(self) -> Sequence[MatrixColumn]:
        """The columns in order of time."""
        return self.axis.columns

    def by(self, unit: str) -> Matrix:
        """Return the same matrix by another unit."""
        return Matrix(self.facts, self.steps, unit, self._start, self._end)

    def cells(self, site_id: str) -> SiteCells:
        """Return the cells of a site."""
        found = self._cells.get(site_id)
        if found is None:
            if len(self._cells) >= MOST_CACHED:
                del self._cells[next(iter(self._cells))]
            observations = self.facts.dated_observations(site_id)
            if self._end != NONE:
                observations = (observation for observation in observations if observation.last <= self._end)
            found = self._cells[site_id] = SiteCells(observations, self.axis, self.days_of_scenes)
        return found

    def cell(self, site_id: str, column: int) -> Cell:
        """Return one cell."""
        return self.cells(site_id).cell(column)

    def update(self, delta: Delta) -> Update:
        """Return the effect of a change that the facts have already, for `apply`; none if it was applied before."""
        if not delta.entries or delta.entries[-1].seq <= self._seq:
            return Update(self.axis, frozenset())
        changes = delta.changes("observations")
        rows = [row for change in changes for row in change if row]
        if self._extra_days is None:
            days, shown = _days_of(rows), self.columns
            new = bool(days) and not (shown and shown[0].last < min(days) and max(days) < shown[-1].first)
        else:
            before = set(self._extra_days)
            for by, at in ((-1, 0), (1, 1)):
                self._count(self._extra_days, [change[at] for change in changes], by)
            new = set(self._extra_days) != before
        return Update(self._axis() if new else self.axis, frozenset(row["site_id"] for row in rows))

    def apply(self, update: Update) -> None:
        """Apply an update."""
        self._seq = self.facts.seq
        if update.axis is not self.axis:
            self.axis = update.axis
            self._cells.clear()
        for site_id in update.sites:
            self._cells.pop(site_id, None)

    def _count(self, extra_days: Counter[tuple[int, int]], rows: Iterable[object], by: int) -> None:
        """Add `by` to the counts of the days of these rows, for rows without a scene."""
        for observation in (dated_observation(row) for row in rows if row):  # type: ignore[arg-type]
            if observation is not None and not is_of_scene(observation, self.days_of_scenes):
                days = observation.first, observation.last
                extra_days[days] += by
                if not extra_days[days]:
                    del extra_days[days]

    def _axis(self) -> Axis:
        if self._extra_days is not None:
            return Steps(self.steps, self._extra_days, self._start, self._end)
        observed_days = ((day_number(first), day_number(last)) for first, last in self.facts.observed_days())
        of_scenes = (MatrixColumn(number_of(step[0].day), number_of(step[0].last_day)) for step in self.steps)
        first, last = period_days(observed_days, of_scenes)
        return Periods(self.unit, self._start if self._start != NONE and first != NONE else first,
                       self._end if self._end != NONE and last != NONE else last)


def _days_of(rows: Iterable[Row]) -> set[int]:
    """Return the first and last days of these observations as in Facts.observed_days."""
    return {day for row in rows if row["seen_to"] for day in map(day_number, (row["seen_from"], row["seen_to"]))
            if day != NONE}
