"""Dragging of the compare handle with any map tool active, and detection of the release of a held key."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent

from yalu_plugin.gui.compare.compare_item import CompareItem
from yalu_plugin.gui.compare.compare_mode import CompareMode

REACH = 6  # logical pixels on either side of the line


class SwipeTool(QObject):
    """Filters the map's mouse events before the map tool; only events on the handle of `item` are consumed."""

    moved = pyqtSignal(float)

    def __init__(self, canvas: QgsMapCanvas, item: CompareItem, parent: QObject) -> None:
        super().__init__(parent)
        self._viewport, self._item = canvas.viewport(), item
        self._dragging = self._cursor_set = False
        self._viewport.installEventFilter(self)

    def release(self) -> None:
        """Stop filtering mouse events."""
        self._viewport.removeEventFilter(self)
        self._set_cursor(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt override
        if event.type() == QEvent.Type.Leave and not self._dragging:
            self._set_cursor(False)
        return isinstance(event, QMouseEvent) and self._handle_mouse_event(event)

    def _handle_mouse_event(self, event: QMouseEvent) -> bool:
        """Handle an event if it is on the handle; return whether it was."""
        if event.type() == QEvent.Type.MouseMove:
            return self._mouse_moved(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return self._dragging
        if event.type() == QEvent.Type.MouseButtonRelease:
            dragged, self._dragging = self._dragging, False
            return dragged
        self._dragging = self._is_near(event.pos())
        return self._dragging

    def _mouse_moved(self, event: QMouseEvent) -> bool:
        if self._dragging:
            self.moved.emit(self._position_of(event.pos()))
        elif event.buttons() == Qt.MouseButton.NoButton:
            self._set_cursor(self._is_near(event.pos()))
        return self._dragging

    def _is_near(self, spot: QPoint) -> bool:
        handle = self._item.handle()
        return handle is not None and handle.adjusted(-REACH, -REACH, REACH, REACH).contains(spot)

    def _position_of(self, spot: QPoint) -> float:
        view = self._item.view()
        if self._item.mode is CompareMode.VERTICAL:
            return spot.x() / max(view.width(), 1)
        return spot.y() / max(view.height(), 1)

    def _set_cursor(self, at_handle: bool) -> None:
        """Show the cursor of the handle, or restore the map tool's."""
        if at_handle:
            vertical = self._item.mode is CompareMode.VERTICAL
            self._viewport.setCursor(Qt.CursorShape.SplitHCursor if vertical else Qt.CursorShape.SplitVCursor)
        elif self._cursor_set:
            self._viewport.unsetCursor()
        self._cursor_set = at_handle


class KeyHold(QObject):
    """Emits `ended` when, after `start`, a key is released, a mouse button is pressed or the window loses focus."""

    ended = pyqtSignal()

    def start(self) -> None:
        """Start to filter events, because QGIS' shortcuts report only that a key is pressed, not its release."""
        QCoreApplication.instance().installEventFilter(self)

    def end(self) -> None:
        """Stop filtering events."""
        QCoreApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt override
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate) or (
                kind == QEvent.Type.KeyRelease and not event.isAutoRepeat()):
            self.end()
            self.ended.emit()
        return False
