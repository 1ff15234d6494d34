"""Working out a table aside: that of two thousand crossings has two million pairs."""

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


class TableWork(QObject):
    """One table at a time: what is asked for last is what comes, as FrameRows; what was under way is cancelled."""

    made = pyqtSignal(object)
    failed = pyqtSignal(object)
    stopped = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Work | None = None
        self._doing: Work | None = None
        self._task: Background | None = None

    def ask(self, work: Work | None) -> None:
        """Make this table; None: make none."""
        self._wanted = work
        if self._task is not None:
            self._task.cancel()
        elif work is not None:
            self._start(work)

    def _start(self, work: Work) -> None:
        self._doing = work
        self._task = Background(tr("Working out a table"),
                                lambda task: in_worker(lambda: FrameRows(work(task.feedback))))
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._task.start()

    def _done(self, rows: FrameRows) -> None:
        if self._ended_as_wanted():
            self.made.emit(rows)

    def _failed(self, error: YaluError) -> None:
        if self._ended_as_wanted():
            self.failed.emit(error)

    def _cancelled(self) -> None:
        if self._ended_as_wanted():
            self.stopped.emit()  # by the user

    def _ended_as_wanted(self) -> bool:
        """Whether what ended is still wanted; if not, begin with what is."""
        as_wanted, self._task = self._wanted is self._doing, None
        if not as_wanted and self._wanted is not None:
            self._start(self._wanted)
        return as_wanted
