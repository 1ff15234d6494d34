"""The handle under the mouse, whatever map tool is active; and a key that counts only while it is held."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent

from yalu_plugin.gui.compare.compare_item import CompareItem
from yalu_plugin.gui.compare.mode import Mode

REACH = 6  # logical pixels either side of the line


class SwipeTool(QObject):
    """Hears the map's mouse before the map tool does; takes only what happens on the handle of `item`."""

    moved = pyqtSignal(float)

    def __init__(self, canvas: QgsMapCanvas, item: CompareItem, parent: QObject) -> None:
        super().__init__(parent)
        self._viewport, self._item = canvas.viewport(), item
        self._dragging = self._pointing = False
        self._viewport.installEventFilter(self)

    def release(self) -> None:
        """Leave the mouse to the map tool."""
        self._viewport.removeEventFilter(self)
        self._point(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() == QEvent.Type.Leave and not self._dragging:
            self._point(False)
        return isinstance(event, QMouseEvent) and self._mouse(event)

    def _mouse(self, event: QMouseEvent) -> bool:
        """Whether the event was the handle's."""
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
            self._point(self._is_near(event.pos()))
        return self._dragging

    def _is_near(self, spot: QPoint) -> bool:
        handle = self._item.handle()
        return handle is not None and handle.adjusted(-REACH, -REACH, REACH, REACH).contains(spot)

    def _position_of(self, spot: QPoint) -> float:
        view = self._item.view()
        if self._item.mode is Mode.VERTICAL:
            return spot.x() / max(view.width(), 1)
        return spot.y() / max(view.height(), 1)

    def _point(self, at_handle: bool) -> None:
        """Show the cursor of the handle, or the map tool's again."""
        if at_handle:
            vertical = self._item.mode is Mode.VERTICAL
            self._viewport.setCursor(Qt.CursorShape.SplitHCursor if vertical else Qt.CursorShape.SplitVCursor)
        elif self._pointing:
            self._viewport.unsetCursor()
        self._pointing = at_handle


class Hold(QObject):
    """From `begin` until a key is let go, a mouse button pressed or the window left: then `ended`."""

    ended = pyqtSignal()

    def begin(self) -> None:
        """Begin to listen; QGIS' shortcuts tell of a key going down, but not of it coming up."""
        QCoreApplication.instance().installEventFilter(self)

    def end(self) -> None:
        """Stop listening."""
        QCoreApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate) or (
                kind == QEvent.Type.KeyRelease and not event.isAutoRepeat()):
            self.end()
            self.ended.emit()
        return False
