"""Work that would hold up the window, done as a task that QGIS shows in its status bar and can cancel."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import Qt, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.work_progress import Cancelled
from yalu_plugin.core.text import translatable


class WorkFailed(YaluError):
    """Work ended by an error that nobody foresaw."""

    template = translatable("{work}: a mistake in the plugin ended this. Nothing more is done. The details say where.")


_started: set[Background] = set()  # nobody else need hold a task: QGIS does not, and what it brings would be lost


class Background(QgsTask):
    """Runs `work(task)` in another thread; one of the signals follows on the main thread.

    `done` brings what the work returned, `failed` the YaluError it raised. After `cancelled` there is no result.
    Any other exception is a bug: `failed` brings it as a WorkFailed, so that whoever waits is free again, and then it
    is raised on the main thread, where QGIS reports it.

    Work that waits takes `feedback`, which is cancelled with the task and whose progress is the task's.
    """

    done = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, description: str, work: Callable[[Background], object],
                 flags: QgsTask.Flag = QgsTask.Flag.CanCancel) -> None:
        super().__init__(description, flags)
        self._work = work
        self._result: object = None
        self._error: Exception | None = None
        self._is_abandoned = self._ended = False
        self.feedback = QgsFeedback()
        self.feedback.progressChanged.connect(self.setProgress, Qt.ConnectionType.DirectConnection)

    def cancel(self) -> None:  # noqa: D102 - Qt's own
        super().cancel()  # first: the work may return as soon as its feedback is cancelled
        self.feedback.cancel()

    def ask_to_stop(self) -> None:
        """Cancel work that may be too far for that: `cancelled` follows if it could stop, and `done` if not."""
        self.feedback.cancel()

    def abandon(self) -> None:
        """Cancel, for nobody waits any more: no signal follows. Harmless after the task's end, when QGIS deletes it."""
        self._is_abandoned = True
        if not self._ended:
            self.cancel()

    def start(self) -> None:
        """Hand the task to QGIS' task manager."""
        _started.add(self)
        QgsApplication.taskManager().addTask(self)

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; to be called by the work."""
        self.setProgress(100 * done / max(total, 1))

    def progress(self, fraction: float) -> None:
        """As core.importing.work_progress.Progress: how much of the work is done; raises Cancelled once it is cancelled or
        asked to stop.
        """
        if self.feedback.isCanceled():
            raise Cancelled()
        self.setProgress(100 * fraction)

    def run(self) -> bool:  # noqa: D102 - Qt's own
        try:
            self._result = self._work(self)
        except Exception as error:  # noqa: BLE001 - carried over to the main thread by finished()
            self._error = error
        return self._error is None and not self.isCanceled()

    def finished(self, ok: bool) -> None:  # noqa: D102 - Qt's own
        _started.discard(self)
        self._ended = True
        error = self._error
        is_bug = error is not None and not isinstance(error, YaluError)
        if not self._is_abandoned:
            if is_bug:
                self.failed.emit(WorkFailed(_traceback(error), work=self.description()))
            elif error is not None and not isinstance(error, Cancelled):
                self.failed.emit(error)
            elif ok:
                self.done.emit(self._result)
            else:
                self.cancelled.emit()
        if is_bug:
            raise error


def _traceback(error: BaseException) -> str:
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))
