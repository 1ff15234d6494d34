"""The map tool that moves a site with one click, or by dragging."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.gui.map_coordinates import from_lonlat, lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.tool_keys import ToolKeys

COLOUR, WIDTH = QColor(255, 0, 200), 2  # as selected features; pixels


class MoveSiteTool(QgsMapTool):
    """Calls `move(point in EPSG:4326)` on a left click or at the end of a drag, then deactivates itself.

    A line shows the distance. Esc deactivates the tool, also during a drag; a release outside the map is ignored.
    """

    def __init__(self, canvas: QgsMapCanvas, move: Callable[[QgsPointXY], None], messages: Messages) -> None:
        super().__init__(canvas)
        self._move, self._messages = move, messages
        self._band = QgsRubberBand(canvas, Qgis.GeometryType.Line)
        self._band.setColor(COLOUR)
        self._band.setWidth(WIDTH)
        self._band.setLineStyle(Qt.PenStyle.DashLine)
        self._from: QgsPointXY | None = None
        self._prompt: object = None
        self._pressed = self._cancelled = False
        self._keys = ToolKeys(self, canvas, lambda key: key == Qt.Key.Key_Escape, self._escape)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def start_from(self, place: QgsPointXY | None, prompt: str) -> None:
        """Activate the tool for a site at `place` (EPSG:4326, None without a place), showing `prompt` meanwhile."""
        deactivate_tool(self.canvas(), self)
        self._from = None if place is None else from_lonlat(self.canvas()).transform(place)
        self.canvas().setMapTool(self)
        self.canvas().window().activateWindow()  # the card may have the focus, and the keys with it
        self.canvas().setFocus()
        self._prompt = self._messages.prompt(prompt)

    def deactivate(self) -> None:
        """Remove the line and the prompt when QGIS deactivates the tool."""
        self._band.reset(Qgis.GeometryType.Line)
        self._messages.remove_message(self._prompt)
        self._pressed = self._cancelled = False
        super().deactivate()

    def release(self) -> None:
        """Remove the line from the map (on unload)."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._band)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        self._pressed = self._pressed or event.button() == Qt.MouseButton.LeftButton

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if self._from is not None and not self._cancelled:
            self._band.setToGeometry(QgsGeometry.fromPolylineXY([self._from, event.mapPoint()]))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = False
        if self._cancelled:
            deactivate_tool(self.canvas(), self)
        elif QRect(QPoint(), self.canvas().mapSettings().outputSize()).contains(event.pos()):
            with self._messages.reporting():
                self._move(lonlat_at(self.canvas(), event.mapPoint()))
                deactivate_tool(self.canvas(), self)

    def _escape(self, _key: int) -> None:
        """Deactivate the tool; during a drag only on release, which the pan tool would take for a click."""
        if self._pressed:
            self._cancelled = True
            self._band.reset(Qgis.GeometryType.Line)
        else:
            deactivate_tool(self.canvas(), self)
