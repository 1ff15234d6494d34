"""The columns of the matrix: the steps of the timeline, or calendar months or quarters.

Each column stands for the UTC days from its first to its last. What was observed belongs to a column only where all
the days on which it may have been seen are the column's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Union

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_number

Days = tuple[int, int]  # the numbers of the first day, NONE where that is open, and of the last
MONTHS = {"month": 1, "quarter": 3}
UNITS = ("scene", *MONTHS)


class Look(NamedTuple):
    """What one observation says of its site: seen in this state on some day from `first` (NONE: open) to `last`."""

    first: int
    last: int
    state: str
    image_id: str | None


class Column(NamedTuple):
    """The days of a column. `scenes`: the ids of its step, `kind` what their date is the date of; both are empty for
    months and quarters, and for days of which something was recorded without a scene.
    """

    first: int
    last: int
    scenes: tuple[str, ...] = ()
    kind: str = ""


class Place(NamedTuple):
    """The first and last column that an observation may be of; `within`: it is of the one column, and no other day."""

    first: int
    last: int
    within: bool


class Steps:
    """A column for each step of the timeline, and one for the days of each observation that is of none of them."""

    def __init__(self, steps: Iterable[Step], beside: Iterable[Days] = (), start: int = NONE, end: int = NONE) -> None:
        """`beside`: as `days_beside`. Where they are given, only columns with a day from `start` on, and none with a
        day after `end`.
        """
        found = [(_day_of(column), at, column) for at, column in enumerate(map(_column_of, steps))]
        found += [(days[0] or days[1], len(found), Column(*days)) for days in sorted(beside)]
        self.columns: Sequence[Column] = [column for _, _, column in sorted(found)
                                          if column.last >= start and (end == NONE or column.last <= end)]
        self._of_scene = {scene: at for at, column in enumerate(self.columns) for scene in column.scenes}
        self._of_days = {(column.first, column.last): at for at, column in enumerate(self.columns)
                         if not column.scenes}

    def place(self, look: Look, days_of_scenes: Mapping[str, Days]) -> Place | None:
        """Where an observation belongs; None where none of the columns is of its days."""
        if is_of_scene(look, days_of_scenes):
            at = self._of_scene.get(look.image_id or "")
        else:
            at = self._of_days.get((look.first, look.last))
        return None if at is None else Place(at, at, True)

    def of_scene(self, scene_id: str, _last: int) -> int | None:
        """The column of a scene."""
        return self._of_scene.get(scene_id)


class Periods:
    """A column for each month, or quarter, without a gap."""

    def __init__(self, unit: str, first: int, last: int) -> None:
        """The periods from that of one day to that of another; none without a day."""
        self._months = MONTHS[unit]
        self._begin = self._number(first)
        count = self._number(last) - self._begin + 1 if first != NONE and last != NONE else 0
        self.columns: Sequence[Column] = [self._column(number) for number in range(self._begin, self._begin + count)]

    def place(self, look: Look, _days_of_scenes: Mapping[str, Days]) -> Place | None:
        """Where an observation belongs; None where none of the columns has a day of it. One whose first day is open
        stands in the period of its last, which is the only day known of it.
        """
        end = self._number(look.last) - self._begin
        begin = end if look.first == NONE else self._number(look.first) - self._begin
        low, high = max(min(begin, end), 0), min(max(begin, end), len(self.columns) - 1)
        within = begin == end and NONE < look.first <= look.last
        return Place(low, high, within) if low <= high else None

    def of_scene(self, _scene_id: str, last: int) -> int | None:
        """The column of a scene's last day."""
        at = self._number(last) - self._begin
        return at if 0 <= at < len(self.columns) else None

    def _number(self, day: int) -> int:
        return (day // 10000 * 12 + day // 100 % 100 - 1) // self._months

    def _column(self, number: int) -> Column:
        year, month = divmod(number * self._months, 12)
        next_year, next_month = divmod((number + 1) * self._months, 12)
        end = date.max if next_year > date.max.year else date(next_year, next_month + 1, 1) - timedelta(days=1)
        return Column(year * 10000 + (month + 1) * 100 + 1, number_of(end))


Axis = Union[Steps, Periods]


def look_of(row: Row) -> Look | None:
    """What a row of observations says; None where it has no day or no state."""
    last = day_number(row["seen_to"])
    if last == NONE or row["state"] is None:
        return None
    return Look(day_number(row["seen_from"]), last, row["state"], row["image_id"])


def number_of(day: date | None) -> int:
    """A day as a number, NONE for none."""
    return NONE if day is None else day.year * 10000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """The day of a number that is not NONE."""
    return date(number // 10000, number // 100 % 100, number % 100)


def days_of_step(step: Step) -> dict[str, Days]:
    """By id, the days of a step's scenes, the first one open where the date is only a bound."""
    return {scene.id: (NONE if scene.date_kind == "at_or_before" else number_of(scene.day), number_of(scene.last_day))
            for scene in step}


def is_of_scene(look: Look, days_of_scenes: Mapping[str, Days]) -> bool:
    """Whether an observation was made on one of these scenes, on the days that the scene has now."""
    first, last, _, image_id = look
    days = days_of_scenes.get(image_id or "")
    return days is not None and last <= days[1] and (days[0] == NONE or days[0] <= first <= last)


def period_days(looked: Iterable[Days], columns: Iterable[Column]) -> Days:
    """The first and the last day of all that was observed and of the scenes; (NONE, NONE) where there is none."""
    found = [day for days in looked for day in days if day != NONE]
    found += [day for column in columns for day in (column.first, column.last) if day != NONE]
    return (min(found), max(found)) if found else (NONE, NONE)


def changed_run(before: Sequence[Column], after: Sequence[Column]) -> tuple[int, int, int]:
    """Where two lists of columns differ: the number of columns before that, and how many go and come there."""
    same = next((at for at, (one, other) in enumerate(zip(before, after)) if one != other),
                min(len(before), len(after)))
    left, tail = min(len(before), len(after)) - same, 0
    while tail < left and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return same, len(before) - same - tail, len(after) - same - tail


def _column_of(step: Step) -> Column:
    days = days_of_step(step).values()
    return Column(min(first for first, _ in days), max(last for _, last in days), tuple(scene.id for scene in step),
                  step[0].date_kind)


def _day_of(column: Column) -> int:
    return column.first or column.last
