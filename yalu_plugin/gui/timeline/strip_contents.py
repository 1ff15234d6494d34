"""The contents of the timeline: the days of its axis, scenes, observations, curves and searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yalu_plugin.core.imagery.ticks import Tick, Ticks
from yalu_plugin.core.imagery.time_axis import Axis, padded_range
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.known_present import Curve
from yalu_plugin.gui.timeline.strip_text import row_name


class SearchedDay(NamedTuple):
    """The parts of the river that were searched on an image, dated from day number `begin` to `end`.

    `searched` and `not_observable` are intervals from 0 (upstream end of the river) to 1; `text` describes them.
    """

    begin: float
    end: float
    searched: Sequence[tuple[float, float]]
    not_observable: Sequence[tuple[float, float]]
    text: str


class StripContents:
    """Everything that the timeline draws, in day numbers of its `axis`.

    Attributes:
        axis: the days on screen.
        scenes: the scenes, in rows by source.
        sources: the labels of these rows.
        observed: the first and last day of each observation.
        curves: how many sites are known present, by kind of site.
        searched: the searches of the river.
    """

    def __init__(self) -> None:
        self.axis = Axis(*padded_range([]), 1.0)
        self.observed: Sequence[tuple[float, float]] = ()
        self.curves: Mapping[str, Curve] = {}
        self.searched: Sequence[SearchedDay] = ()
        self._site_days: list[float] = []  # first and last day of observations and curves
        self.show_scenes(Timeline([]), {})

    def show_scenes(self, timeline: Timeline, skipped: Mapping[str, str]) -> None:
        """Set the scenes and those that are skipped, and show all days."""
        self.scenes = Ticks(timeline)
        self.sources = [row_name(names) for names in self.scenes.sources]
        self.show_skipped(skipped)
        self._show_all_days()

    def show_skipped(self, skipped: Mapping[str, str]) -> None:
        """Set the skipped scenes: ids with reasons."""
        self._skipped = skipped
        self._ticks: Sequence[Tick] | None = None

    def show_sites(self, observed: Sequence[tuple[float, float]], curves: Mapping[str, Curve]) -> None:
        """Set the observations (first and last day) and the curves of known sites, and show all days."""
        self.observed, self.curves = observed, curves
        days = [*(last for _, last in observed), *(day for curve in curves.values() for day, _ in curve)]
        self._site_days = [min(days), max(days)] if days else []
        self._show_all_days()

    def show_axis(self, axis: Axis) -> None:
        """Show the days of this axis, limited to all days of the contents."""
        self.axis = axis.within(*self._all_days())
        self._ticks = None

    def widen(self, width: float) -> None:
        """Show the same days on an axis of `width` pixels."""
        self.axis = Axis(self.axis.begin, self.axis.end, width)
        self._ticks = None

    @property
    def ticks(self) -> Sequence[Tick]:
        """The marks of the scenes; computed on demand, as the axis may change often before they are drawn."""
        if self._ticks is None:
            self._ticks = self.scenes.on(self.axis, self._skipped)
        return self._ticks

    def searched_near(self, x: float, reach: float) -> SearchedDay | None:
        """Return the search whose days are nearest to pixel `x` of the axis, within `reach` pixels."""
        return min((day for day in self.searched
                    if self.axis.x(day.begin) - reach <= x <= self.axis.x(day.end) + reach),
                   key=lambda day: abs(self.axis.x((day.begin + day.end) / 2) - x), default=None)

    def _all_days(self) -> tuple[float, float]:
        return padded_range(sorted([*self.scenes.days[:1], *self.scenes.days[-1:], *self._site_days]))

    def _show_all_days(self) -> None:
        self.axis = Axis(*self._all_days(), self.axis.width)
        self._ticks = None
