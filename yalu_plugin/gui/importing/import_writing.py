"""An import as it is written. It may outlive its dialog: who cancels goes on at once, and is told what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.collector import with_collector_paused
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.importing.import_result_text import import_result_text
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.layers.survey.import_job import ImportJob


class _Written(NamedTuple):
    """What undo takes back, and what is told; made in the task, for there may be a million rows."""

    delta: Delta
    text: str
    detail: str


class ImportWriter(QObject):
    """Writes once. What was written is told in the window's messages, and so is what was cancelled."""

    progressed = pyqtSignal(int)  # percent
    written = pyqtSignal()
    failed = pyqtSignal(object)  # YaluError; where it was cancelled before, the window's messages tell it

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__(workbench)
        self._workbench, self._messages = workbench, messages
        self._task: Background | None = None
        self._cancelled = False

    def start(self, importing: ImportJob, survey: Survey, title: str, assessment: ImportAssessment) -> None:
        """Write what is included of `assessment` to the survey, in a task."""
        def work(task: Background) -> _Written:
            delta = importing.write(survey, title, assessment, task.progress)
            # images of another survey stay when it is undone, as images do that were found
            return _Written(delta.without("images"), *import_result_text(delta, assessment))

        # the task manager has no button that cancels it: it would call off what may be in the file already
        self._task = Background(tr("Importing"), with_collector_paused(work), QgsTask.Flag.Silent)
        self._task.progressChanged.connect(lambda percent: self.progressed.emit(round(percent)))
        self._task.done.connect(partial(self._done, survey, title))
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._stopped)
        self._task.start()

    def cancel(self) -> None:
        """Write nothing, if it is not too late; either way that is told."""
        self._cancelled = True
        self._task.ask_to_stop()

    def _done(self, survey: Survey, title: str, written: _Written) -> None:
        if self._workbench.session.survey is survey:
            self._workbench.history.push(tr("Import {source}").format(source=title), written.delta)
            self._workbench.session.refresh()
        if self._cancelled:
            text = tr("Cancel came too late: {what}. Undo takes that back.").format(what=written.text)
            self._messages.warn(text, written.detail)
        elif written.detail:
            self._messages.warn(written.text, written.detail)
        else:
            self._messages.show_message(written.text)
        self.written.emit()
        self.deleteLater()

    def _failed(self, error: YaluError) -> None:
        if self._cancelled:
            self._messages.error(error)
        self.failed.emit(error)
        self.deleteLater()

    def _stopped(self) -> None:
        self._messages.show_message(tr("The import was cancelled. Nothing was written."))
        self.deleteLater()
