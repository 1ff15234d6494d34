"""The areas, counts and marks of the survey, and the current area and count."""

from __future__ import annotations

from collections.abc import Collection

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.counting.count_assessment import AssessedCount
from yalu_plugin.core.counting.mark_classes import MarkClass, classes_of
from yalu_plugin.core.counting.repeated_marks import Repeats
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.layers.survey.survey_counts import assessed_counts, repeats_of
from yalu_plugin.workbench.count_marks import CountMarks
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession


class Counts(QObject):
    """Reads nothing before `activate` is called, and follows the survey from then on.

    `area_id` and `count_id` are the current area and count (empty: none), `marks` the marks of that count, `assessed`
    all counts with the reason why one is excluded, `tally` their numbers of marks, and `repeats` the marks that were
    counted in two overlapping areas.
    """

    changed = pyqtSignal()  # any of the areas, counts and marks, or the current ones

    def __init__(self, session: SurveySession, scenes: Scenes, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._scenes, self._active = session, scenes, False
        self._set_empty()
        session.survey_changed.connect(self._clear)
        session.facts_ready.connect(self._read)
        session.changed.connect(self._apply)
        scenes.scenes_changed.connect(self._assess)

    def activate(self) -> None:
        """Read the counts and follow the survey from now on: called when they are first needed."""
        if not self._active:
            self._active = True
            self._read()

    @property
    def areas(self) -> list[Row]:
        """The survey's areas, in the order they were drawn."""
        return list(self._areas.values())

    @property
    def area(self) -> Row | None:
        """The current area."""
        return self._areas.get(self.area_id)

    @property
    def count(self) -> Row | None:
        """The current count."""
        return self._counts.get(self.count_id)

    @property
    def all_counts(self) -> list[Row]:
        """The survey's counts, of every area."""
        return list(self._counts.values())

    @property
    def classes(self) -> list[MarkClass]:
        """The classes that can be marked."""
        return classes_of(self._value_lists)

    def counts_of_area(self) -> list[AssessedCount]:
        """Return the counts of the current area, assessed."""
        return [one for one in self.assessed if one.image_count.area_id == self.area_id]

    def lots(self) -> list[Row]:
        """Return the areas of the same site as the current one, or those without a site if it has none."""
        site = (self.area or {}).get("site_id")
        return [row for row in self.areas if row["site_id"] == site]

    def row(self, count_id: str) -> Row | None:
        """Return the count with this id."""
        return self._counts.get(count_id)

    def own_on(self, area_id: str, image_id: str, names: Collection[str]) -> Row | None:
        """Return the last count of an area on an image by an analyst with one of these names."""
        found = [row for row in self._counts.values() if row["area_id"] == area_id and row["image_id"] == image_id
                 and row["created_by"] in names]
        return found[-1] if found else None

    def mark(self, fid: int | None) -> Row | None:
        """Return the mark with this fid."""
        facts = self._session.facts
        return facts.row_of_fid("marks", fid) if facts is not None and fid is not None else None

    def set_area(self, area_id: str) -> None:
        """Work on this area, and on no count yet."""
        self.area_id, self.count_id, self.marks = area_id, "", CountMarks()
        self.changed.emit()

    def set_count(self, count_id: str) -> None:
        """Work on this count, or on none if it does not exist."""
        self._set_count(count_id)
        self.changed.emit()

    def _set_empty(self) -> None:
        self.area_id = self.count_id = ""
        self._areas: dict[str, Row] = {}
        self._counts: dict[str, Row] = {}
        self._value_lists: list[Row] = []
        self.marks, self.tally, self.repeats = CountMarks(), Tally(), Repeats()
        self.assessed: list[AssessedCount] = []

    def _clear(self) -> None:
        self._set_empty()
        self.changed.emit()

    def _read(self) -> None:
        facts = self._session.facts
        if facts is None or not self._active:
            return
        self._areas, self._counts = ({row["id"]: row for row in facts.rows(table)} for table in ("areas", "counts"))
        self._value_lists = facts.rows("value_lists")
        self.tally = Tally(facts.snapshot("marks", "count_id", "label")())
        self._set_count(self.count_id)
        self._assess()

    def _set_count(self, count_id: str) -> None:
        known = count_id in self._counts
        self.count_id = count_id if known else ""
        if known:
            self.area_id = self._counts[count_id]["area_id"]
        rows = self._session.need_facts().snapshot("marks", "fid", "count_id", "geom")() if known else ()
        self.marks = CountMarks(self.count_id, (row for row in rows if row["count_id"] == count_id))

    def _apply(self, delta: Delta) -> None:
        if not self._active or not {"areas", "counts", "marks", "value_lists"} & delta.tables:
            return
        for rows_by_id, table in ((self._areas, "areas"), (self._counts, "counts")):
            for before, after in delta.changes(table):
                if before is not None and (after is None or after["id"] != before["id"]):
                    rows_by_id.pop(before["id"], None)
                if after is not None:
                    rows_by_id[after["id"]] = after
        marks = delta.changes("marks")
        for part in (self.tally, self.marks, self.repeats):
            part.apply(marks)
        if "value_lists" in delta.tables:
            self._value_lists = self._session.need_facts().rows("value_lists")
        if {"areas", "counts"} & delta.tables:
            self._assess()
        else:
            self.changed.emit()

    def _marks(self) -> list[Row]:
        facts = self._session.facts
        return facts.snapshot("marks", "count_id", "label", "geom")() if facts is not None else []

    def _assess(self) -> None:
        if not self._active:
            return
        areas, scenes = self._areas.values(), self._scenes.by_id
        self.assessed = assessed_counts(self._counts.values(), areas, scenes)
        self.repeats = repeats_of(self.assessed, areas, scenes, self._marks)
        if self.count_id not in self._counts:
            self.count_id, self.marks = "", CountMarks()
        self.area_id = self.area_id if self.area_id in self._areas else next(iter(self._areas), "")
        self.changed.emit()
