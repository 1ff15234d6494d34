"""Run long work in the background, as a task that QGIS shows in its status bar and can cancel."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Cancelled


class WorkFailed(YaluError):
    """Work that ended by an unforeseen error."""

    template = translatable("{work}: an error in the plugin ended this. Nothing more is done. The details show where.")


_started: set[Background] = set()  # keeps references: QGIS does not, and results would be lost


class Background(QgsTask):
    """Runs `work(task)` in another thread, and then emits one of its signals on the main thread.

    `done` carries what the work returned, `failed` the YaluError that it raised; after `cancelled` there is no result.
    Any other exception is a bug: `failed` carries it as a WorkFailed, so that the caller is not blocked, and it is then
    raised on the main thread, where QGIS reports it.

    Work that waits uses `feedback`, which is cancelled with the task and whose progress is the task's.
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

    def request_stop(self) -> None:
        """Cancel work that may be too far advanced to stop: `cancelled` follows if it stopped, otherwise `done`."""
        self.feedback.cancel()

    def abandon(self) -> None:
        """Cancel without any further signal: the result is no longer needed. Harmless after the end of the task."""
        self._is_abandoned = True
        if not self._ended:
            self.cancel()

    def start(self) -> None:
        """Add the task to QGIS' task manager."""
        _started.add(self)
        QgsApplication.taskManager().addTask(self)

    def report(self, done: int, total: int) -> None:
        """Set the progress of the task; to be called by the work."""
        self.setProgress(100 * done / max(total, 1))

    def progress(self, fraction: float) -> None:
        """Set the completed fraction of the work, as core.work_progress.Progress.

        Raises:
            Cancelled: the task is cancelled, or was requested to stop.
        """
        if self.feedback.isCanceled():
            raise Cancelled()
        self.setProgress(100 * fraction)

    def run(self) -> bool:  # noqa: D102 - Qt's own
        try:
            self._result = self._work(self)
        except Exception as error:  # noqa: BLE001 - raised on the main thread by finished()
            self._error = error
        return self._error is None and not self.isCanceled()

    def finished(self, ok: bool) -> None:  # noqa: D102 - Qt's own
        _started.discard(self)
        self._ended = True
        error = self._error
        bug = None if isinstance(error, YaluError) else error
        if not self._is_abandoned:
            if bug is not None:
                self.failed.emit(WorkFailed(_traceback(bug), work=self.description()))
            elif error is not None and not isinstance(error, Cancelled):
                self.failed.emit(error)
            elif ok:
                self.done.emit(self._result)
            else:
                self.cancelled.emit()
        if bug is not None:
            raise bug


def unless_deleted(method: Callable[..., object], *arguments: object) -> Callable[..., None]:
    """Return a slot that calls `method`, of a QObject, with `arguments` first, and does nothing after its deletion.

    Qt does so by itself for a method that is connected as it is, not for a functools.partial of it.
    """
    def call(*results: object) -> None:
        if not sip.isdeleted(method.__self__):  # type: ignore[attr-defined]
            method(*arguments, *results)

    return call


def _traceback(error: BaseException) -> str:
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))
