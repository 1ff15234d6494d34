"""Keeps the head of the open survey's record where others do not reach it: in the project and in the profile's log."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.survey.stored_heads import StoredHead
from yalu_plugin.layers.survey.head_log import HeadLog
from yalu_plugin.layers.survey.heads import store_in_project, stored_heads_of
from yalu_plugin.layers.survey.survey import Survey

AFTER_MS = 3000  # so long a head waits to be noted, and changes made meanwhile with it


class HeadKeeper(QObject):
    """From its making to its release: at each saving of the project, and soon after each change."""

    def __init__(self, project: QgsProject, survey: Survey, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._survey, self._log = project, survey, HeadLog()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._note)
        project.writeProject.connect(self._store_in_project)

    def stored_heads(self) -> list[StoredHead]:
        """The heads of this survey that are known from before."""
        return stored_heads_of(self._project, self._survey, self._log)

    def note_change(self, *_: object) -> None:
        """The record has grown."""
        if not self._timer.isActive():
            self._timer.start(AFTER_MS)

    def accept_missing_heads(self, lost: Sequence[StoredHead]) -> None:
        """These heads are missing from the record, and an analyst goes on with it."""
        self._log.accept_missing_heads(self._survey.id, self._survey.location, lost)

    def release(self) -> None:
        """Note what still waits, and let go of the project."""
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
        """What was seen, not what the file holds by now: a backup may have been put in its place."""
        self._log.add(self._survey.id, self._survey.location, self._survey.last_seen())
