"""Which stretches of the river were searched on which image, kept up to date with the survey."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.corridor.coverage import (
    NOT_OBSERVABLE,
    SEARCHED,
    Coverage,
    Interval,
    clipped,
    union,
    within,
    without,
)
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.core.search_rows import days_of_image
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench.river import River
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.search_intervals import SearchInterval, SearchIntervals

COLUMNS = ("id", "from_m", "to_m", "image_id", "corridor_id", "result", "created_by", "geom")
MAX_WITHOUT_TASK = 1_000  # so many rows are read without a task: it takes less time than a frame
ByImage = dict[str, "dict[str, SearchIntervals]"]  # by image, then by analyst


class Searched(QObject):
    """The survey's searches of the line that is measured along; empty until they are `ready`."""

    changed = pyqtSignal()

    def __init__(self, session: SurveySession, river: River, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._river = session, river
        self._task: Background | None = None
        self.reset()
        river.chainages_changed.connect(self._read)
        session.changed.connect(self._apply)

    def reset(self) -> None:
        """Clear the searches when no survey is open."""
        self._stop()
        self._line: Corridor | None = None
        self._by_image: ByImage = {}
        self._coverage: dict[str, Coverage] = {}
        self._periods: dict[tuple[str | None, str | None], Coverage] = {}
        self._days: dict[str, tuple[str | None, str] | None] = {}

    @property
    def ready(self) -> bool:
        """Whether the line and its searches are loaded."""
        return self._line is not None and self._task is None

    @property
    def image_ids(self) -> list[str]:
        """The ids of the images that have searches."""
        return [image_id for image_id, intervals in self._by_image.items() if any(map(len, intervals.values()))]

    def days(self, image_id: str) -> tuple[str | None, str] | None:
        """As core.search_rows.days_of_image, for an image of the survey."""
        facts = self._session.facts
        if image_id not in self._days and facts is not None:
            self._days[image_id] = days_of_image(facts.row("images", image_id))
        return self._days.get(image_id)

    def coverage(self, image_id: str) -> Coverage:
        """Return what any analyst searched of the line on an image. The line must be loaded."""
        if image_id not in self._coverage:
            self._coverage[image_id] = self.coverage_by([image_id], self._by_image.get(image_id, {}))
        return self._coverage[image_id]

    def coverage_by(self, image_ids: Iterable[str], analysts: Collection[str]) -> Coverage:
        """Return what these analysts searched of the line on these images."""
        merged = [intervals.merged for image_id in image_ids
                  for analyst, intervals in self._by_image.get(image_id, {}).items() if analyst in analysts]
        length_m = self._length_m()
        searched, blind = (clipped((one for found in merged for one in found[result]), length_m)
                           for result in (SEARCHED, NOT_OBSERVABLE))
        return Coverage(tuple(union(searched)), tuple(without(blind, searched)), length_m)

    def coverage_in(self, first: str | None, last: str | None) -> Coverage:
        """Return what any analyst searched of the line on images taken wholly between two UTC days.

        The days are ISO 8601 and included; None: no bound. The line must be loaded.
        """
        if (first, last) not in self._periods:
            taken = ((self.days(image_id), image_id) for image_id in self.image_ids)
            found = [self.coverage(image_id) for days, image_id in taken
                     if days is not None and within(days, first, last)]
            searched = union(one for some in found for one in some.searched)
            not_observable = without((one for some in found for one in some.not_observable), searched)
            self._periods[first, last] = Coverage(tuple(searched), tuple(not_observable), self._length_m())
        return self._periods[first, last]

    def piece(self, stretch: Interval) -> FloatArray:
        """Return the vertices (n, 2) of the line along a stretch, EPSG:4326, in order downstream."""
        from yalu_plugin.core.corridor.search_places import piece_downstream

        return piece_downstream(self._line if self._line is not None else self._river.line(), stretch)

    def _length_m(self) -> float:
        from yalu_plugin.core.corridor.chainage import length_m

        return length_m(self._line) if self._line is not None else 0.0

    def inside(self, image_id: str, analysts: Collection[str], stretch: tuple[float, float]) -> list[SearchInterval]:
        """Return the intervals wholly inside a stretch that these analysts recorded on an image."""
        return [interval for analyst, intervals in self._by_image.get(image_id, {}).items() if analyst in analysts
                for interval in intervals.inside(stretch)]

    # following the survey

    def _read(self) -> None:
        """Reload all searches: there is another survey or another line."""
        self.reset()
        facts = self._session.facts
        if facts is None:
            return
        try:
            line, corridor_id = self._river.line(), self._river.line_id()
        except YaluError:  # reported by the river
            self.changed.emit()
            return
        rows = facts.snapshot("searches", *COLUMNS)
        self._line = line
        if facts.count("searches") <= MAX_WITHOUT_TASK:
            self._set_intervals(_intervals_by_image(rows, line, corridor_id))
            return
        self._task = Background(tr("Reading the searches"), lambda task: in_worker(
            lambda: _intervals_by_image(rows, line, corridor_id)))
        self._task.done.connect(self._set_intervals)
        for signal in (self._task.failed, self._task.cancelled):
            signal.connect(self._reading_ended)
        self._task.start()

    def _set_intervals(self, intervals: ByImage) -> None:
        self._task, self._by_image, self._periods = None, intervals, {}
        self.changed.emit()

    def _reading_ended(self, *_: object) -> None:
        self._task = None

    def _apply(self, delta: Delta) -> None:
        if "images" in delta.tables and self._by_image:
            self._days, self._periods = {}, {}
            self.changed.emit()
        changes = delta.changes("searches")
        if not changes:
            return
        if self._line is None or self._task is not None:
            self._read()
            return
        line, line_id = self._line, self._river.line_id()
        for row in _usable_rows([before for before, _ in changes if before], line, line_id):
            self._intervals_for(row).remove(_interval(row))
        for row in _usable_rows([after for _, after in changes if after], line, line_id):
            self._intervals_for(row).add(_interval(row))
        for row in (row for rows in changes for row in rows if row):
            self._coverage.pop(row["image_id"], None)
        self._periods = {}
        self.changed.emit()

    def _intervals_for(self, row: Row) -> SearchIntervals:
        from yalu_plugin.core.corridor.search_intervals import SearchIntervals

        return self._by_image.setdefault(row["image_id"], {}).setdefault(row["created_by"] or "", SearchIntervals())

    def _stop(self) -> None:
        if self._task is not None:
            self._task.abandon()
        self._task = None


def _intervals_by_image(rows: Callable[[], list[Row]], line: Corridor, corridor_id: str) -> ByImage:
    from yalu_plugin.core.corridor.search_intervals import SearchIntervals

    found: dict[str, dict[str, list[SearchInterval]]] = {}
    for row in _usable_rows(rows(), line, corridor_id):
        found.setdefault(row["image_id"], {}).setdefault(row["created_by"] or "", []).append(_interval(row))
    return {image_id: {analyst: SearchIntervals(intervals) for analyst, intervals in by.items()}
            for image_id, by in found.items()}


def _usable_rows(rows: list[Row], line: Corridor, corridor_id: str) -> list[Row]:
    """The rows of the line that have an image and a result."""
    from yalu_plugin.core.corridor.search_places import of_corridor
    from yalu_plugin.core.search_rows import is_complete_search

    return of_corridor([row for row in rows if row["image_id"] and is_complete_search(row)], line, corridor_id)


def _interval(row: Row) -> SearchInterval:
    from yalu_plugin.core.corridor.search_intervals import SearchInterval

    return SearchInterval(row["from_m"], row["to_m"], row["result"], row["id"])
