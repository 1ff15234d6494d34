"""Computation of tables in the background: two thousand crossings have two million pairs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.corridor.frame_rows import FrameRows
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background

if TYPE_CHECKING:
    import pandas

    Work = Callable[[QgsFeedback], pandas.DataFrame]


class TableWorker(QObject):
    """Computes one table at a time and emits it as FrameRows; a new request cancels the running one."""

    built = pyqtSignal(object)
    failed = pyqtSignal(object)
    stopped = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._requested: Work | None = None
        self._running: Work | None = None
        self._task: Background | None = None

    def request(self, work: Work | None) -> None:
        """Compute this table; None only cancels the running one."""
        self._requested = work
        if self._task is not None:
            self._task.cancel()
        elif work is not None:
            self._start(work)

    def _start(self, work: Work) -> None:
        self._running = work
        self._task = Background(tr("Working out a table"),
                                lambda task: in_worker(lambda: FrameRows(work(task.feedback))))
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._task.start()

    def _done(self, rows: FrameRows) -> None:
        if self._is_result_requested():
            self.built.emit(rows)

    def _failed(self, error: YaluError) -> None:
        if self._is_result_requested():
            self.failed.emit(error)

    def _cancelled(self) -> None:
        if self._is_result_requested():
            self.stopped.emit()  # by the user

    def _is_result_requested(self) -> bool:
        """Return whether the ended task is the last requested one; otherwise start the requested one."""
        as_requested, self._task = self._requested is self._running, None
        if not as_requested and self._requested is not None:
            self._start(self._requested)
        return as_requested
