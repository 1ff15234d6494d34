"""How far a change of very many rows is, in a bar over the window."""

from __future__ import annotations

from qgis.PyQt.QtCore import QElapsedTimer, QObject
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

AFTER_MS = 400  # a bar that only flashes says nothing


class WritingBar(QObject):
    """Told by the session. It cannot be cancelled: a change is whole or not at all, and can be undone."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench)
        self._window, self._bar = window, None
        self._since = QElapsedTimer()
        workbench.session.writing.connect(self._show)

    def _show(self, done: float) -> None:
        if done >= 1:
            self._close()
        elif not self._since.isValid():
            self._since.start()
        elif self._since.elapsed() >= AFTER_MS:
            self._bar = self._bar or self._made()
            self._bar.setRange(0, 100 if done else 0)  # until the first page of the record is sealed nobody knows
            self._bar.setValue(round(100 * done))

    def _made(self) -> QProgressDialog:
        bar = QProgressDialog(tr("Writing the survey"), "", 0, 0, self._window)
        bar.setObjectName("yalu_writing_bar")
        bar.setWindowTitle(tr("Yalu crossings"))
        bar.setCancelButton(None)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.show()
        return bar

    def _close(self) -> None:
        self._since.invalidate()
        if self._bar is not None:
            self._bar.close()
            self._bar.deleteLater()
            self._bar = None
