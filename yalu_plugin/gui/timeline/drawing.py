"""What the timeline draws: which days its axis shows, and what lies on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yalu_plugin.core.imagery.ticks import Tick, Ticks
from yalu_plugin.core.imagery.time_axis import Axis, padded_range
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.known_present import Curve
from yalu_plugin.gui.timeline.strip_text import row_name


class SearchedDay(NamedTuple):
    """What was searched on an image, from day number `begin` to `end`: parts of the river, from 0 at its upstream end
    to 1, that were searched, and those where nothing could be told. `text` says it in words.
    """

    begin: float
    end: float
    searched: Sequence[tuple[float, float]]
    not_observable: Sequence[tuple[float, float]]
    text: str


class Drawing:
    """Days are day numbers of the `axis`; `sources` names the rows of scenes, `curves` are by kind of site, `searched`
    is what was searched of the river.
    """

    def __init__(self) -> None:
        self.axis = Axis(*padded_range([]), 1.0)
        self.observed: Sequence[tuple[float, float]] = ()
        self.curves: Mapping[str, Curve] = {}
        self.searched: Sequence[SearchedDay] = ()
        self._days_of_sites: list[float] = []  # the first and the last
        self.show_scenes(Timeline([]), {})

    def show_scenes(self, timeline: Timeline, skipped: Mapping[str, str]) -> None:
        """Show these scenes, and the axis as long as needed."""
        self.scenes = Ticks(timeline)
        self.sources = [row_name(names) for names in self.scenes.sources]
        self.show_skipped(skipped)
        self._show_all_days()

    def show_skipped(self, skipped: Mapping[str, str]) -> None:
        """Show these scenes, id and why, as stepped over."""
        self._skipped = skipped
        self._ticks: Sequence[Tick] | None = None

    def show_sites(self, observed: Sequence[tuple[float, float]], curves: Mapping[str, Curve]) -> None:
        """Show observations (first and last day) and what is known of the sites, and the axis as long as needed."""
        self.observed, self.curves = observed, curves
        days = [*(last for _, last in observed), *(day for curve in curves.values() for day, _ in curve)]
        self._days_of_sites = [min(days), max(days)] if days else []
        self._show_all_days()

    def show_axis(self, axis: Axis) -> None:
        """Show these days, of those there are."""
        self.axis = axis.within(*self._all_days())
        self._ticks = None

    def widen(self, width: float) -> None:
        """Show the same days on so many pixels."""
        self.axis = Axis(self.axis.begin, self.axis.end, width)
        self._ticks = None

    @property
    def ticks(self) -> Sequence[Tick]:
        """The marks of the scenes; made when they are first looked at, for the view may change often before."""
        if self._ticks is None:
            self._ticks = self.scenes.on(self.axis, self._skipped)
        return self._ticks

    def searched_near(self, x: float, reach: float) -> SearchedDay | None:
        """What was searched on the day that lies at a pixel of the axis, or so near to it."""
        return min((day for day in self.searched
                    if self.axis.x(day.begin) - reach <= x <= self.axis.x(day.end) + reach),
                   key=lambda day: abs(self.axis.x((day.begin + day.end) / 2) - x), default=None)

    def _all_days(self) -> tuple[float, float]:
        return padded_range(sorted([*self.scenes.days[:1], *self.scenes.days[-1:], *self._days_of_sites]))

    def _show_all_days(self) -> None:
        self.axis = Axis(*self._all_days(), self.axis.width)
        self._ticks = None
