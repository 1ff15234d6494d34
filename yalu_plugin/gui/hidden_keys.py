"""A panel that is not seen hears no keys: what is typed when another one came before it is not meant for it."""

from __future__ import annotations

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication


class HiddenKeys(QObject):
    """Gives the keys of `dock` to the map once it was closed, or another one was put before it as a tab: Qt leaves them
    with what is behind.
    """

    def __init__(self, dock: QgsDockWidget, canvas: QgsMapCanvas) -> None:
        super().__init__(dock)
        self._dock, self._canvas, self._visible = dock, canvas, True
        dock.visibilityChanged.connect(self._changed)

    def _changed(self, visible: bool) -> None:
        self._visible = visible
        if not visible:
            QTimer.singleShot(0, self._look)  # a tab that comes to the front is hidden for a moment

    def _look(self) -> None:
        keys = QApplication.focusWidget()
        if not self._visible and keys is not None and self._dock.isAncestorOf(keys):
            self._canvas.setFocus()
