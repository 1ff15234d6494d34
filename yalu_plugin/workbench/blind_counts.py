"""Blind counts: until such a count is finished, other counts of its area on its image are hidden from its analyst."""

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
    """Hides other counts of what the analyst counts blind, whichever area, count and date are on screen.

    This holds after a restart, and in every window of this user. `on` reports that a blind count in progress is the
    current count: then all other marks are hidden.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, session: SurveySession, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._counts = project, session, counts
        self.on = False
        self._hidden: frozenset[str] = frozenset()  # counts
        self._filter = ("", self._hidden)  # of the layers: the only count they show, or those they hide
        session.survey_changed.connect(self._end)  # a project may have been saved with the marks hidden
        session.facts_ready.connect(self._facts_ready)
        project.layersAdded.connect(self._hide_in_added)
        counts.changed.connect(self.update)

    def start(self, count_id: str) -> None:
        """Store that a blind count is started, and hide the marks of others before it is written.

        Raises MarksBeingEdited; then nothing is stored or hidden.
        """
        self._set_filter(count_id, frozenset())
        BLIND_COUNTS.setValue(" ".join([*_started_blind(), count_id][-MAX_STARTED:]))

    def end(self, count_id: str) -> None:
        """Store that this count is not blind any more."""
        BLIND_COUNTS.setValue(" ".join(one for one in _started_blind() if one != count_id))
        self.update()

    def hides(self, count_id: str) -> bool:
        """Whether the marks of this count must not be shown, nor their number."""
        return count_id in self._hidden or self.on and count_id != self._counts.count_id

    def number_of(self, count_id: str) -> int | None:
        """Return how many marks a count has, None while that is hidden."""
        return None if self.hides(count_id) else sum(self._counts.tally.of(count_id).values())

    def check_shown(self, *count_ids: str) -> None:
        """Raise StillBlind if the marks of one of these counts are hidden."""
        if any(map(self.hides, count_ids)):
            raise StillBlind()

    def check_allowed(self, count_id: str) -> None:
        """Raise StillBlind for another count of what is being counted blind."""
        if count_id in self._hidden:
            raise StillBlind()

    def update(self) -> None:
        """Show and hide what the current counts require."""
        pending = self._in_progress()
        current = self._counts.count
        continued = [row["id"] for row in pending if row["area_id"] == self._counts.area_id
                     and (current is None or row["image_id"] == current["image_id"])]
        if continued and self._counts.count_id not in continued:
            self._counts.set_count(continued[-1])  # emits the signal that leads here again
            return
        places = {(row["area_id"], row["image_id"]) for row in pending}
        own = {row["id"] for row in pending}
        self._hidden = frozenset(row["id"] for row in self._counts.all_counts if pending
                                 and (row["area_id"], row["image_id"]) in places and row["id"] not in own)
        self._show(self._counts.count_id in own)

    def _show(self, on: bool) -> None:
        """Filter the layers; all is shown while they are edited, as QGIS' own table then shows all of it, too."""
        before = self.on
        try:
            self._set_filter(self._counts.count_id if on else "", self._hidden)
            self.on = on
        except MarksBeingEdited:
            self.on, self._hidden = False, frozenset()
        if self.on != before:
            self.changed.emit()

    def _set_filter(self, only: str, hidden: frozenset[str]) -> None:
        from yalu_plugin.layers.survey.marks_filter import hide_counts, show_all_counts

        if (only, hidden) == self._filter:
            return
        self._filter = "", frozenset()
        if only or hidden:
            hide_counts(self._project, self._session.need_survey(), only, hidden)
        else:
            show_all_counts(self._project)
        self._filter = only, hidden

    def _end(self) -> None:
        from yalu_plugin.layers.survey.marks_filter import show_all_counts

        show_all_counts(self._project)
        self.on, self._hidden, self._filter = False, frozenset(), ("", frozenset())

    def _in_progress(self) -> list[Row]:
        """The user's blind counts in progress."""
        rows = map(self._counts.row, _started_blind())
        return [row for row in rows if row is not None and _is_own_in_progress(row)]

    def _facts_ready(self) -> None:
        """Continue a blind count of an earlier session before the marks of others are shown."""
        survey, started = self._session.survey, _started_blind()
        if survey is None or not started:
            return
        pending = [*filter(_is_own_in_progress, survey.rows("counts", id=started))]
        if pending:
            self._counts.activate()
            self._counts.set_count(pending[-1]["id"])

    def _hide_in_added(self, layers: Sequence[QgsMapLayer]) -> None:
        """Hide the marks of other counts in a layer that is added during a blind count."""
        from yalu_plugin.layers.survey.marks_filter import hide_counts_in

        survey, (only, hidden) = self._session.survey, self._filter
        if survey is None or not (only or hidden):
            return
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and survey.table_of(layer) == "marks":
                hide_counts_in(layer, only, hidden)


def _is_own_in_progress(row: Row) -> bool:
    """Whether a count is the analyst's own: another one may use the same profile."""
    return not row["finished_at"] and row["created_by"] in own_names()


def _started_blind() -> list[str]:
    return BLIND_COUNTS.value().split()
