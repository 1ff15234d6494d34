"""Takes the keyboard focus away from panels that are no longer visible."""

from __future__ import annotations

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication


class HiddenKeys(QObject):
    """Gives the focus of `dock` to the map once the panel is closed or is a tab behind another one.

    Qt leaves the focus in the hidden panel, which would receive what the user types.
    """

    def __init__(self, dock: QgsDockWidget, canvas: QgsMapCanvas) -> None:
        super().__init__(dock)
        self._dock, self._canvas, self._visible = dock, canvas, True
        dock.visibilityChanged.connect(self._visibility_changed)

    def _visibility_changed(self, visible: bool) -> None:
        self._visible = visible
        if not visible:
            QTimer.singleShot(0, self._move_focus)  # a tab that comes to the front is hidden for a moment

    def _move_focus(self) -> None:
        focused = QApplication.focusWidget()
        if not self._visible and focused is not None and self._dock.isAncestorOf(focused):
            self._canvas.setFocus()
