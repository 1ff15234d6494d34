"""Store the head of the open survey's record where others do not reach it: in the project and in the profile's log."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.survey.stored_heads import StoredHead
from yalu_plugin.layers.survey.head_log import HeadLog
from yalu_plugin.layers.survey.heads import store_in_project, stored_heads_of
from yalu_plugin.layers.survey.survey import Survey

AFTER_MS = 3000  # delay before a head is noted, so that several changes are noted together


class HeadKeeper(QObject):
    """Stores the head at each saving of the project, and soon after each change, until it is released."""

    def __init__(self, project: QgsProject, survey: Survey, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._survey, self._log = project, survey, HeadLog()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._note)
        project.writeProject.connect(self._store_in_project)

    def stored_heads(self) -> list[StoredHead]:
        """Return the heads of this survey that were stored before."""
        return stored_heads_of(self._project, self._survey, self._log)

    def note_change(self, *_: object) -> None:
        """Note the head soon: the record has grown."""
        if not self._timer.isActive():
            self._timer.start(AFTER_MS)

    def accept_missing_heads(self, lost: Sequence[StoredHead]) -> None:
        """Note that an analyst continues with the survey although its record lacks these heads."""
        self._log.accept_missing_heads(self._survey.id, self._survey.location, lost)

    def release(self) -> None:
        """Note a pending head, and disconnect from the project."""
        self._project.writeProject.disconnect(self._store_in_project)
        if self._timer.isActive():
            self._timer.stop()
            self._note()

    def _store_in_project(self, *_: object) -> None:
        try:
            store_in_project(self._project, self._survey, self._log)
        except YaluError:
            return  # the file cannot be read now: the project keeps the head that it has

    def _note(self) -> None:
        """Note the head that was seen, not the one in the file by now: a backup may have been put in its place."""
        self._log.add(self._survey.id, self._survey.location, self._survey.last_seen())
