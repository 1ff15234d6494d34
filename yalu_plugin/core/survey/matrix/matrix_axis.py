"""The columns of the matrix: the steps of the timeline, or calendar months or quarters.

Each column represents the UTC days from its first to its last. An observation belongs to a column only if all its
possible days are in the column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Union

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_number

Days = tuple[int, int]  # the number of the first day, NONE where it is open, and of the last
MONTHS = {"month": 1, "quarter": 3}
UNITS = ("scene", *MONTHS)


class DatedObservation(NamedTuple):
    """An observation with a day and a state: seen in this state on some day from `first` (NONE: open) to `last`."""

    first: int
    last: int
    state: str
    image_id: str | None


class MatrixColumn(NamedTuple):
    """The days of a column.

    `scenes` are the ids of its step, `kind` is the kind of their dates; both are empty for months and quarters, and for
    days of observations without a scene.
    """

    first: int
    last: int
    scenes: tuple[str, ...] = ()
    kind: str = ""


class ColumnSpan(NamedTuple):
    """The first and last possible column of an observation; `within`: it is certainly in this single column."""

    first: int
    last: int
    within: bool


class Steps:
    """A column for each step of the timeline, and one for the days of each observation without a scene."""

    def __init__(self, steps: Iterable[Step], extra_days: Iterable[Days] = (), start: int = NONE, end: int = NONE
                 ) -> None:
        """Create the columns; `extra_days` are those of `days_without_scene`.

        `start` and `end` limit the columns to those with a day from `start` on and without a day after `end`.
        """
        found = [(_day_of(column), at, column) for at, column in enumerate(map(_column_of, steps))]
        found += [(days[0] or days[1], len(found), MatrixColumn(*days)) for days in sorted(extra_days)]
        self.columns: Sequence[MatrixColumn] = [column for _, _, column in sorted(found)
                                                if column.last >= start and (end == NONE or column.last <= end)]
        self._of_scene = {scene: at for at, column in enumerate(self.columns) for scene in column.scenes}
        self._of_days = {(column.first, column.last): at for at, column in enumerate(self.columns)
                         if not column.scenes}

    def column_span(self, observation: DatedObservation, days_of_scenes: Mapping[str, Days]) -> ColumnSpan | None:
        """Return the column of an observation; None where no column has its days."""
        if is_of_scene(observation, days_of_scenes):
            at = self._of_scene.get(observation.image_id or "")
        else:
            at = self._of_days.get((observation.first, observation.last))
        return None if at is None else ColumnSpan(at, at, True)

    def of_scene(self, scene_id: str, _last: int) -> int | None:
        """Return the column of a scene."""
        return self._of_scene.get(scene_id)


class Periods:
    """A column for each month, or quarter, without a gap."""

    def __init__(self, unit: str, first: int, last: int) -> None:
        """Create the periods from the one of the first day to the one of the last; none without a day."""
        self._months = MONTHS[unit]
        self._begin = self._number(first)
        count = self._number(last) - self._begin + 1 if first != NONE and last != NONE else 0
        self.columns: Sequence[MatrixColumn] = [
            self._column(number) for number in range(self._begin, self._begin + count)]

    def column_span(self, observation: DatedObservation, _days_of_scenes: Mapping[str, Days]) -> ColumnSpan | None:
        """Return the columns of an observation; None where no column has one of its days.

        With an open first day it is in the period of its last day, the only one known.
        """
        end = self._number(observation.last) - self._begin
        begin = end if observation.first == NONE else self._number(observation.first) - self._begin
        low, high = max(min(begin, end), 0), min(max(begin, end), len(self.columns) - 1)
        within = begin == end and NONE < observation.first <= observation.last
        return ColumnSpan(low, high, within) if low <= high else None

    def of_scene(self, _scene_id: str, last: int) -> int | None:
        """Return the column of a scene's last day."""
        at = self._number(last) - self._begin
        return at if 0 <= at < len(self.columns) else None

    def _number(self, day: int) -> int:
        return (day // 10000 * 12 + day // 100 % 100 - 1) // self._months

    def _column(self, number: int) -> MatrixColumn:
        year, month = divmod(number * self._months, 12)
        next_year, next_month = divmod((number + 1) * self._months, 12)
        end = date.max if next_year > date.max.year else date(next_year, next_month + 1, 1) - timedelta(days=1)
        return MatrixColumn(year * 10000 + (month + 1) * 100 + 1, number_of(end))


Axis = Union[Steps, Periods]


def dated_observation(row: Row) -> DatedObservation | None:
    """Return the days and state of a row of observations; None where it has no day or no state."""
    last = day_number(row["seen_to"])
    if last == NONE or row["state"] is None:
        return None
    return DatedObservation(day_number(row["seen_from"]), last, row["state"], row["image_id"])


def number_of(day: date | None) -> int:
    """Return a day as a number, NONE for None."""
    return NONE if day is None else day.year * 10000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """Return the day of a number that is not NONE."""
    return date(number // 10000, number // 100 % 100, number % 100)


def days_of_step(step: Step) -> dict[str, Days]:
    """Return the days of a step's scenes by id; the first one is NONE where the date is only a bound."""
    return {scene.id: (NONE if scene.date_kind == "at_or_before" else number_of(scene.day), number_of(scene.last_day))
            for scene in step}


def is_of_scene(observation: DatedObservation, days_of_scenes: Mapping[str, Days]) -> bool:
    """Return whether an observation was made on one of these scenes, within the current days of the scene."""
    first, last, _, image_id = observation
    days = days_of_scenes.get(image_id or "")
    return days is not None and last <= days[1] and (days[0] == NONE or days[0] <= first <= last)


def period_days(observed: Iterable[Days], columns: Iterable[MatrixColumn]) -> Days:
    """Return the first and the last day of all observations and scenes; (NONE, NONE) where there are none."""
    found = [day for days in observed for day in days if day != NONE]
    found += [day for column in columns for day in (column.first, column.last) if day != NONE]
    return (min(found), max(found)) if found else (NONE, NONE)


def changed_run(before: Sequence[MatrixColumn], after: Sequence[MatrixColumn]) -> tuple[int, int, int]:
    """Compare two lists of columns: the number of equal ones at the start, and how many are then removed and added."""
    same = next((at for at, (one, other) in enumerate(zip(before, after)) if one != other),
                min(len(before), len(after)))
    left, tail = min(len(before), len(after)) - same, 0
    while tail < left and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return same, len(before) - same - tail, len(after) - same - tail


def _column_of(step: Step) -> MatrixColumn:
    days = days_of_step(step).values()
    return MatrixColumn(min(first for first, _ in days), max(last for _, last in days),
                        tuple(scene.id for scene in step), step[0].date_kind)


def _day_of(column: MatrixColumn) -> int:
    return column.first or column.last
