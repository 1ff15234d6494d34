"""The searches of one image by one analyst, stored so that adding one takes the same time for any number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED, Interval, union


class SearchInterval(NamedTuple):
    """A searched stretch in metres from the upstream end, the result, and the id of its row."""

    from_m: float
    to_m: float
    result: str
    row_id: str


class SearchIntervals:
    """Searched stretches in the order of from_m."""

    def __init__(self, intervals: Iterable[SearchInterval] = ()) -> None:
        self._intervals = sorted(intervals)
        self._united: dict[str, list[Interval]] | None = None

    def __len__(self) -> int:
        return len(self._intervals)

    @property
    def merged(self) -> dict[str, list[Interval]]:
        """The stretches by result, SEARCHED or NOT_OBSERVABLE, with touching ones merged."""
        if self._united is None:
            self._united = {result: union(interval[:2] for interval in self._intervals if interval.result == result)
                            for result in (SEARCHED, NOT_OBSERVABLE)}
        return self._united

    def add(self, interval: SearchInterval) -> None:
        """Add an interval."""
        insort(self._intervals, interval)
        if self._united is not None:
            self._united[interval.result] = union([*self._united[interval.result], interval[:2]])

    def remove(self, interval: SearchInterval) -> bool:
        """Remove an interval; return whether it was present."""
        number = bisect_left(self._intervals, interval)
        if number == len(self._intervals) or self._intervals[number] != interval:
            return False
        del self._intervals[number]
        self._united = None
        return True

    def inside(self, stretch: Interval, within_m: float = 0.01) -> list[SearchInterval]:
        """Return the intervals that are wholly in a stretch, up to `within_m`."""
        first = bisect_left(self._intervals, (stretch[0] - within_m,))
        last = bisect_right(self._intervals, (stretch[1],))
        return [interval for interval in self._intervals[first:last] if interval.to_m <= stretch[1] + within_m]
