"""The time axis of a drawing: which day lies where, zoomed and moved, and what is written along it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

SHORTEST_DAYS = 2.0  # days across the whole axis
_STEPS = ((1, "day"), (7, "day"), (1, "month"), (3, "month"), (6, "month"), (1, "year"), (2, "year"), (5, "year"),
          (10, "year"), (25, "year"), (100, "year"), (250, "year"), (1000, "year"), (2500, "year"), (10_000, "year"))
_DAYS = {"day": 1.0, "month": 30.4, "year": 365.2}
_LETTERS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def day_number(moment: datetime, zone: tzinfo) -> float:
    """An aware moment as days on the axis: the proleptic ordinal of its day in the zone, with the fraction of it."""
    local = moment.astimezone(zone)
    return local.toordinal() + (local.hour * 60 + local.minute) / 1440


@dataclass(frozen=True)
class Axis:
    """From day number `begin` at 0 to `end` at `width` (pixels)."""

    begin: float
    end: float
    width: float

    def x(self, day: float) -> float:
        """Where a day number lies, in pixels; outside of the axis too."""
        return (day - self.begin) / (self.end - self.begin) * self.width

    def day(self, x: float) -> float:
        """The day number that lies at `x` pixels."""
        return self.begin + x / self.width * (self.end - self.begin)

    def zoomed(self, factor: float, x: float) -> Axis:
        """`factor` times as many days; the day at `x` stays there."""
        about = self.day(x)
        factor = max(factor, SHORTEST_DAYS / (self.end - self.begin))
        return replace(self, begin=about + (self.begin - about) * factor, end=about + (self.end - about) * factor)

    def moved(self, pixels: float) -> Axis:
        """Other days, drawn `pixels` to the right of where they were."""
        by = self.day(0) - self.day(pixels)
        return replace(self, begin=self.begin + by, end=self.end + by)

    def within(self, first: float, last: float) -> Axis:
        """Moved, and zoomed in as far as needed, so that nothing before `first` or after `last` shows."""
        if self.end - self.begin >= last - first:
            return replace(self, begin=first, end=last)
        by = max(first - self.begin, 0.0) + min(last - self.end, 0.0)
        return replace(self, begin=self.begin + by, end=self.end + by)

    def labels(self, char_width: float) -> list[tuple[float, str]]:
        """Where the axis is written on, in pixels, and what: ISO 8601 years, months or days that do not touch."""
        for count, unit in _STEPS:
            room = count * _DAYS[unit] / (self.end - self.begin) * self.width
            if room > char_width * (len(date.max.strftime(_LETTERS[unit])) + 1):
                break
        found = (day for day in _begins(self.begin, self.end, count, unit))
        return [(self.x(day.toordinal()), day.strftime(_LETTERS[unit])) for day in found]


def padded_range(days: list[float]) -> tuple[float, float]:
    """The first and last day number of an axis that shows all `days` (in order) with some room beside them."""
    if not days:
        return float(date(2000, 1, 1).toordinal()), float(date(2001, 1, 1).toordinal())
    room = max((days[-1] - days[0]) * 0.03, SHORTEST_DAYS)
    return days[0] - room, days[-1] + room


def _begins(begin: float, end: float, count: int, unit: str) -> list[date]:
    """The days from `begin` to `end` on which every `count`-th such unit of the calendar begins."""
    first = max(math.ceil(begin), 1)
    if unit == "day":
        first += -first % count
        return [date.fromordinal(day) for day in range(first, math.floor(end) + 1, count)]
    months = count * (12 if unit == "year" else 1)
    start = date.fromordinal(first)
    month = start.year * 12 + start.month - 1 + (start.day > 1)
    month += -month % months
    found = []
    while month < date.max.year * 12 and date(month // 12, month % 12 + 1, 1).toordinal() <= end:
        found.append(date(month // 12, month % 12 + 1, 1))
        month += months
    return found
