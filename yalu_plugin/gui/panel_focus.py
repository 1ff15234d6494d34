"""The keyboard focus of panels: returned after a day was typed, and taken from panels that are no longer visible."""

from __future__ import annotations

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QWidget


class FocusReturn(QObject):
    """Remembers which list, table or map had the focus before `field`; `canvas` if none had."""

    def __init__(self, field: QWidget, canvas: QgsMapCanvas) -> None:
        super().__init__(field)
        self._field, self._before, self._canvas = field, canvas, canvas
        QApplication.instance().focusChanged.connect(self._remember)

    def restore(self) -> None:
        """Return the focus, if the field has it."""
        if self._field.hasFocus():
            removed = sip.isdeleted(self._before) or not self._before.isVisible()
            (self._canvas if removed else self._before).setFocus()

    def _remember(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field and isinstance(old, (QAbstractItemView, QgsMapCanvas)):
            self._before = old


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
