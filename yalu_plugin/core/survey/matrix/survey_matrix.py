"""The matrix of a survey in memory: its columns, and the cells of those sites that are looked at.

A change is taken in by what it touched: the cells of its sites, and columns where days come or go.
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
    Column,
    Days,
    Periods,
    Steps,
    days_of_step,
    is_of_scene,
    look_of,
    number_of,
    period_days,
)
from yalu_plugin.core.survey.matrix.matrix_cells import Cell, SiteCells

KEPT = 1024  # sites whose cells are kept: several screens of them


class Update(NamedTuple):
    """What a change makes of a matrix: the columns from then on, and the sites whose cells are others."""

    axis: Axis
    sites: frozenset[str]


class Matrix:
    """Of these facts and steps of the timeline, by `unit`, one of UNITS. Where they are given (numbers of days), only
    columns with a day from `start` on, and only what is known by the end of `end`: no observation that ends later.
    """

    def __init__(self, facts: Facts, steps: Sequence[Step], unit: str = "scene", start: int = NONE, end: int = NONE
                 ) -> None:
        self.facts, self.steps, self.unit = facts, steps, unit
        self._start, self._end = start, end
        self.days_of_scenes: dict[str, Days] = {}
        for step in steps:
            self.days_of_scenes.update(days_of_step(step))
        self._beside = facts.days_beside(self.days_of_scenes) if unit == "scene" else None
        self.axis = self._axis()
        self._seq = facts.seq  # the last entry of the record that is in it
        self._cells: dict[str, SiteCells] = {}

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, in the order of time."""
        return self.axis.columns

    def by(self, unit: str) -> Matrix:
        """The same by other columns."""
        return Matrix(self.facts, self.steps, unit, self._start, self._end)

    def cells(self, site_id: str) -> SiteCells:
        """The cells of a site."""
        found = self._cells.get(site_id)
        if found is None:
            if len(self._cells) >= KEPT:
                del self._cells[next(iter(self._cells))]
            looks = self.facts.looks_of(site_id)
            if self._end != NONE:
                looks = (look for look in looks if look.last <= self._end)
            found = self._cells[site_id] = SiteCells(looks, self.axis, self.days_of_scenes)
        return found

    def cell(self, site_id: str, column: int) -> Cell:
        """What one cell says."""
        return self.cells(site_id).cell(column)

    def update(self, delta: Delta) -> Update:
        """What a change makes of it, once the facts have it. To be made true by `take`. One that is in it is none."""
        if not delta.entries or delta.entries[-1].seq <= self._seq:
            return Update(self.axis, frozenset())
        changes = delta.changes("observations")
        rows = [row for change in changes for row in change if row]
        if self._beside is None:
            days, shown = _days_of(rows), self.columns
            new = bool(days) and not (shown and shown[0].last < min(days) and max(days) < shown[-1].first)
        else:
            before = set(self._beside)
            for by, at in ((-1, 0), (1, 1)):
                self._count(self._beside, [change[at] for change in changes], by)
            new = set(self._beside) != before
        return Update(self._axis() if new else self.axis, frozenset(row["site_id"] for row in rows))

    def take(self, update: Update) -> None:
        """Make an update true."""
        self._seq = self.facts.seq
        if update.axis is not self.axis:
            self.axis = update.axis
            self._cells.clear()
        for site_id in update.sites:
            self._cells.pop(site_id, None)

    def _count(self, beside: Counter[tuple[int, int]], rows: Iterable[object], by: int) -> None:
        """Count the days of these rows, as far as they are of no scene, or with -1 no longer."""
        for look in (look_of(row) for row in rows if row):  # type: ignore[arg-type]
            if look is not None and not is_of_scene(look, self.days_of_scenes):
                days = look.first, look.last
                beside[days] += by
                if not beside[days]:
                    del beside[days]

    def _axis(self) -> Axis:
        if self._beside is not None:
            return Steps(self.steps, self._beside, self._start, self._end)
        looked = ((day_number(first), day_number(last)) for first, last in self.facts.looked())
        of_scenes = (Column(number_of(step[0].day), number_of(step[0].last_day)) for step in self.steps)
        first, last = period_days(looked, of_scenes)
        return Periods(self.unit, self._start if self._start != NONE and first != NONE else first,
                       self._end if self._end != NONE and last != NONE else last)


def _days_of(rows: Iterable[Row]) -> set[int]:
    """The first and last days of these observations, as Facts.looked has them."""
    return {day for row in rows if row["seen_to"] for day in map(day_number, (row["seen_from"], row["seen_to"]))
            if day != NONE}
