"""Writing an import, which may outlive its dialog: a cancel returns at once, and its result is shown later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.memory import with_collector_paused
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.importing.import_result_text import import_result_text
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.layers.survey.import_job import ImportJob


class _WriteResult(NamedTuple):
    """The changes for undo, and the message; created in the task, as there may be a million rows."""

    delta: Delta
    text: str
    detail: str


class ImportWriter(QObject):
    """Writes one import, and reports its result or its cancellation in the window's messages."""

    progressed = pyqtSignal(int)  # percent
    written = pyqtSignal()
    failed = pyqtSignal(object)  # YaluError; after a cancel it is also shown in the window's messages

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__(workbench)
        self._workbench, self._messages = workbench, messages
        self._task: Background | None = None
        self._cancelled = False

    def start(self, job: ImportJob, survey: Survey, title: str, assessment: ImportAssessment) -> None:
        """Write the included rows of `assessment` to the survey, in a task."""
        def work(task: Background) -> _WriteResult:
            delta = job.write(survey, title, assessment, task.progress)
            # undo keeps the images of another survey, as it keeps images that were found
            return _WriteResult(delta.without("images"), *import_result_text(delta, assessment))

        # no cancel button in the task manager: the changes may be in the file already
        self._task = Background(tr("Importing"), with_collector_paused(work), QgsTask.Flag.Silent)
        self._task.progressChanged.connect(lambda percent: self.progressed.emit(round(percent)))
        self._task.done.connect(unless_deleted(self._done, survey, title))
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._task_cancelled)
        self._task.start()

    def cancel(self) -> None:
        """Write nothing, if it is not too late; either way a message reports it."""
        self._cancelled = True
        if self._task is not None:
            self._task.request_stop()

    def _done(self, survey: Survey, title: str, written: _WriteResult) -> None:
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

    def _task_cancelled(self) -> None:
        self._messages.show_message(tr("The import was cancelled. Nothing was written."))
        self.deleteLater()
