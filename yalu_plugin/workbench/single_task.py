"""Work in the background of which only the last request matters: a new one cancels the one that is running."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.background import Background, unless_deleted

Result = TypeVar("Result")


class SingleTask(QObject):
    """Runs one Background at a time."""

    started = pyqtSignal(object)  # the Background
    ended = pyqtSignal()  # it is done, has failed or was cancelled
    error_occurred = pyqtSignal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Background | None = None

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def run(self, text: str, work: Callable[[Background], Result], show: Callable[[Result], None]) -> None:
        """Run `work` as a task, then `show` its result on the main thread."""
        self.release()
        self._task = Background(text, work)
        self._task.done.connect(unless_deleted(self._done, show))
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._end)
        self.started.emit(self._task)
        self._task.start()

    def cancel(self) -> None:
        """Cancel the task at the user's request; `ended` follows."""
        if self._task is not None:
            self._task.cancel()

    def release(self) -> None:
        """Cancel the task; its result is not shown."""
        if self._task is not None:
            self._task.abandon()
            self._end()

    def _done(self, show: Callable[[Result], None], result: Result) -> None:
        self._end()
        show(result)

    def _failed(self, error: YaluError) -> None:
        self._end()
        self.error_occurred.emit(error)

    def _end(self) -> None:
        self._task = None
        self.ended.emit()
