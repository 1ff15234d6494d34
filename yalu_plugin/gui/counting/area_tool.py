"""The map tool that draws a counting area, corner by corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from yalu_plugin.gui.map_coordinates import lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.tool_keys import ToolKeys

COLOUR, INSIDE, WIDTH = QColor(211, 84, 0), QColor(211, 84, 0, 40), 2
END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*END_KEYS, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)


class AreaTool(QgsMapTool):
    """Left clicks add corners; Enter or a double click calls `on_corners` with them (EPSG:4326).

    Backspace or Ctrl+Z removes the last one, Esc deactivates the tool. Corners that are refused stay drawn.
    """

    corners_changed = pyqtSignal(int)  # how many there are

    def __init__(self, canvas: QgsMapCanvas, on_corners: Callable[[Sequence[QgsPointXY]], object], messages: Messages
                 ) -> None:
        super().__init__(canvas)
        self._on_corners, self._messages = on_corners, messages
        self._corners: list[QgsPointXY] = []  # in the map's CRS
        self._band = QgsRubberBand(canvas, Qgis.GeometryType.Polygon)
        self._band.setStrokeColor(COLOUR)
        self._band.setFillColor(INSIDE)
        self._band.setWidth(WIDTH)
        self._keys = ToolKeys(self, canvas, KEYS.__contains__, self._press, lambda: bool(self._corners))
        canvas.destinationCrsChanged.connect(self._clear)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def deactivate(self) -> None:
        """Discard the drawing when QGIS deactivates the tool."""
        self._clear()
        super().deactivate()

    def release(self) -> None:
        """Remove the drawing from the map (on unload)."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._band)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._show()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        if self._corners:
            self._draw([*self._corners, event.mapPoint()])

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def _press(self, key: int) -> None:
        if key in END_KEYS:
            self._end()
        elif key == Qt.Key.Key_Escape:
            deactivate_tool(self.canvas(), self)
        else:
            self._corners = self._corners[:-1]
            self._show()

    def _end(self) -> None:
        with self._messages.reporting():
            self._on_corners([lonlat_at(self.canvas(), corner) for corner in self._corners])
            deactivate_tool(self.canvas(), self)

    def _clear(self) -> None:
        self._corners = []
        self._show()

    def _show(self) -> None:
        self._draw(self._corners)
        self.corners_changed.emit(len(self._corners))

    def _draw(self, corners: Sequence[QgsPointXY]) -> None:
        self._band.reset(Qgis.GeometryType.Polygon)
        if corners:
            self._band.setToGeometry(QgsGeometry.fromPolygonXY([[*corners, corners[0]]]))
