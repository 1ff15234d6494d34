"""Progress dialog for writing a large change of the survey; it can cancel the change."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench


class WriteProgress(QObject):
    """Blocks the window with a modal progress dialog until the change is written or cancelled."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        workbench.session.writing.connect(self._show)

    def _show(self, task: Background) -> None:
        bar = QProgressDialog(task.description(), tr("Cancel"), 0, 100, self._window)
        bar.setObjectName("yalu_writing")
        bar.setWindowTitle(tr("Yalu"))
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.canceled.disconnect()  # which would unblock the window before the work has stopped
        bar.canceled.connect(task.request_stop)
        bar.setValue(0)
        task.progressChanged.connect(lambda percent: bar.setValue(int(percent)))
        for ended in (task.done, task.failed, task.cancelled):
            ended.connect(partial(_end, bar))
        bar.show()


def _end(bar: QProgressDialog, *_: object) -> None:
    bar.hide()
    bar.deleteLater()
