"""Shift+F10 opens the context menu of the focused widget, as the menu key does; Qt itself does so on Windows only."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QWidget


class MenuByKey(QObject):
    """Turns Shift+F10 into a context menu event at `spot`, a position on the widget."""

    def __init__(self, widget: QWidget, spot: Callable[[], QPoint]) -> None:
        super().__init__(widget)
        self._widget, self._spot = widget, spot
        widget.installEventFilter(self)

    @staticmethod
    def of_cells(view: QAbstractItemView) -> MenuByKey:
        """Open the menu of a list or table at its current cell."""
        return MenuByKey(view, lambda: view.visualRect(view.currentIndex()).center())

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if (event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_F10
                or event.modifiers() != Qt.KeyboardModifier.ShiftModifier):
            return False
        spot = self._spot()
        QApplication.sendEvent(self._widget, QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, spot, self._widget.mapToGlobal(spot)))
        return True
