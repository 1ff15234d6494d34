"""The time axis of a drawing: positions of days, zooming and panning, and its labels."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

SHORTEST_DAYS = 2.0  # across the whole axis
_STEPS = ((1, "day"), (7, "day"), (1, "month"), (3, "month"), (6, "month"), (1, "year"), (2, "year"), (5, "year"),
          (10, "year"), (25, "year"), (100, "year"), (250, "year"), (1000, "year"), (2500, "year"), (10_000, "year"))
_DAYS = {"day": 1.0, "month": 30.4, "year": 365.2}
_LABEL_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def day_number(moment: datetime, zone: tzinfo) -> float:
    """Return an aware moment as days on the axis: the proleptic ordinal of its day in the zone, plus the fraction."""
    local = moment.astimezone(zone)
    return local.toordinal() + (local.hour * 60 + local.minute) / 1440


@dataclass(frozen=True)
class Axis:
    """An axis from day number `begin` at x = 0 to day number `end` at x = `width` (pixels)."""

    begin: float
    end: float
    width: float

    def x(self, day: float) -> float:
        """Return the position of a day number in pixels; it may be outside the axis."""
        return (day - self.begin) / (self.end - self.begin) * self.width

    def day(self, x: float) -> float:
        """Return the day number at `x` pixels."""
        return self.begin + x / self.width * (self.end - self.begin)

    def zoomed(self, factor: float, x: float) -> Axis:
        """Return an axis with `factor` times as many days; the day at `x` keeps its position."""
        about = self.day(x)
        factor = max(factor, SHORTEST_DAYS / (self.end - self.begin))
        return replace(self, begin=about + (self.begin - about) * factor, end=about + (self.end - about) * factor)

    def moved(self, pixels: float) -> Axis:
        """Return the axis panned: each day is `pixels` farther to the right."""
        by = self.day(0) - self.day(pixels)
        return replace(self, begin=self.begin + by, end=self.end + by)

    def within(self, first: float, last: float) -> Axis:
        """Return the axis panned, and zoomed in if needed, so that nothing before `first` or after `last` shows."""
        if self.end - self.begin >= last - first:
            return replace(self, begin=first, end=last)
        by = max(first - self.begin, 0.0) + min(last - self.end, 0.0)
        return replace(self, begin=self.begin + by, end=self.end + by)

    def labels(self, char_width: float) -> list[tuple[float, str]]:
        """Return positions in pixels and labels: ISO 8601 years, months or days, so far apart that none touch."""
        for count, unit in _STEPS:
            spacing = count * _DAYS[unit] / (self.end - self.begin) * self.width
            if spacing > char_width * (len(date.max.strftime(_LABEL_FORMATS[unit])) + 1):
                break
        found = (day for day in _unit_starts(self.begin, self.end, count, unit))
        return [(self.x(day.toordinal()), day.strftime(_LABEL_FORMATS[unit])) for day in found]


def padded_range(days: list[float]) -> tuple[float, float]:
    """Return the first and last day number of an axis that shows all `days` (in order) with a margin."""
    if not days:
        return float(date(2000, 1, 1).toordinal()), float(date(2001, 1, 1).toordinal())
    margin = max((days[-1] - days[0]) * 0.03, SHORTEST_DAYS)
    return days[0] - margin, days[-1] + margin


def _unit_starts(begin: float, end: float, count: int, unit: str) -> list[date]:
    """Return the days from `begin` to `end` on which every `count`-th unit of the calendar begins."""
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
