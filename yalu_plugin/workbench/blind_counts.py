"""Blind counts: until such a count is finished, the marks of other counts are hidden from its analyst."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.count_errors import MarksBeingEdited, StillBlind
from yalu_plugin.settings import BLIND_COUNTS
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.session import SurveySession

MAX_STARTED = 100  # blind counts remembered in the settings: those that were undone are never finished


class BlindCounts(QObject):
    """Hides the marks of other counts while a blind count is in progress, which `on` reports.

    This holds after a restart, and in every window of this user.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, session: SurveySession, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._counts = project, session, counts
        self.on = False
        session.survey_changed.connect(self.end)  # a project may have been saved with the marks hidden
        session.facts_ready.connect(self._facts_ready)
        project.layersAdded.connect(self._hide_in_added)
        counts.changed.connect(self._counts_changed)

    def hide(self, count_id: str) -> None:
        """Hide the marks of other counts before this one is started, or raise MarksBeingEdited and hide nothing."""
        from yalu_plugin.layers.survey.marks_filter import hide_other_counts

        hide_other_counts(self._project, self._session.need_survey(), count_id)

    def note_started(self, count_id: str) -> None:
        """Store that this blind count was started."""
        self.on = True
        BLIND_COUNTS.setValue(" ".join([*_started_blind(), count_id][-MAX_STARTED:]))

    def end(self) -> None:
        """Show all marks again."""
        from yalu_plugin.layers.survey.marks_filter import show_all_counts

        show_all_counts(self._project)
        self.on = False

    def note_finished(self, count_id: str) -> None:
        """Store that this count is not blind any more."""
        BLIND_COUNTS.setValue(" ".join(one for one in _started_blind() if one != count_id))

    def check_not_blind(self) -> None:
        """Raise StillBlind while the marks of other counts are hidden: their number must not be shown either."""
        if self.on:
            raise StillBlind()

    def check_allowed(self, row: Row) -> None:
        """Raise StillBlind if `row` is another count of the area and image that are being counted blind."""
        if self.on and row.get("id") != self._counts.count_id and self._counts.count_id in self._in_progress(row):
            raise StillBlind()

    def _in_progress(self, like: Row) -> list[str]:
        """The ids of the user's blind counts in progress of the same area, and of the same image if `like` has one."""
        rows = [row for row in map(self._counts.row, _started_blind()) if row is not None]
        return [row["id"] for row in rows if row["area_id"] == like.get("area_id") and not row["finished_at"]
                and row["created_by"] in own_names() and row["image_id"] == like.get("image_id", row["image_id"])]

    def _facts_ready(self) -> None:
        """Continue a blind count of an earlier session before the marks of others are shown."""
        survey = self._session.survey
        if survey is None:
            return
        for count_id in _started_blind():
            if survey.rows("counts", id=count_id):
                self._counts.activate()
                self._counts.set_count(count_id)

    def _counts_changed(self) -> None:
        current = self._counts.count
        pending = self._in_progress(current or {"area_id": self._counts.area_id})
        if pending and (not self.on or self._counts.count_id not in pending):
            self._continue(pending[-1] if self._counts.count_id not in pending else self._counts.count_id)
        elif self.on and current is None:  # that count was undone
            self.end()

    def _continue(self, count_id: str) -> None:
        from yalu_plugin.layers.survey.marks_filter import hide_other_counts, show_all_counts

        show_all_counts(self._project)
        try:
            hide_other_counts(self._project, self._session.need_survey(), count_id)
        except MarksBeingEdited:  # in QGIS' own table, where all of them are seen
            return
        self.on = True
        self._counts.set_count(count_id)
        self.changed.emit()

    def _hide_in_added(self, layers: Sequence[QgsMapLayer]) -> None:
        """Hide the marks of other counts in a layer that is added during a blind count."""
        from yalu_plugin.layers.survey.marks_filter import hide_other_counts_in

        survey = self._session.survey
        if survey is None or not self.on:
            return
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and survey.table_of(layer) == "marks":
                hide_other_counts_in(layer, self._counts.count_id)


def _started_blind() -> list[str]:
    return BLIND_COUNTS.value().split()
