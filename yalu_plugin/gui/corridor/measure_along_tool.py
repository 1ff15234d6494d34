"""The map tool for two places on a line, used to measure along it and to trace it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qgis.core import Qgis, QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from yalu_plugin.gui.map_coordinates import NoLonLat, from_lonlat, lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages

COLOUR = QColor("#cc0066")


class Click(NamedTuple):
    """The clicked place, and the point of the line nearest to it."""

    place: QgsPointXY
    on_line: QgsPointXY


class MeasureAlongTool(QgsMapTool):
    """Calls `on_clicks(start, end)`, both in EPSG:4326, after two left clicks near a line.

    `line` is in EPSG:4326. A third left click starts again, a right click clears the first; Esc deactivates the tool.
    """

    started = pyqtSignal()  # after the first of two clicks

    def __init__(self, canvas: QgsMapCanvas, line: QgsGeometry, on_clicks: Callable[[Click, Click], None],
                 messages: Messages) -> None:
        super().__init__(canvas)
        self._lonlat, self._on_clicks, self._messages = line, on_clicks, messages
        self._line = QgsGeometry()  # in the map's CRS
        self._start: Click | None = None  # in the map's CRS
        self._mark: QgsVertexMarker | None = None
        self._band: QgsRubberBand | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        canvas.destinationCrsChanged.connect(self._transform_line)

    def activate(self) -> None:  # noqa: D102 - QGIS override
        super().activate()
        self._mark = QgsVertexMarker(self.canvas())
        self._mark.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        self._mark.setColor(COLOUR)
        self._mark.setPenWidth(3)
        self._mark.hide()
        self._band = QgsRubberBand(self.canvas(), Qgis.GeometryType.Line)
        self._band.setColor(COLOUR)
        self._band.setLineStyle(Qt.PenStyle.DashLine)
        self._transform_line()

    def deactivate(self) -> None:  # noqa: D102
        for item in (self._mark, self._band):
            if item is not None:
                self.canvas().scene().removeItem(item)
        self._mark = self._band = self._start = None
        super().deactivate()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        place = self._on_line(event.mapPoint())
        if place is None or self._mark is None:
            return
        self._mark.setCenter(place)
        self._mark.show()
        if self._start is not None and self._band is not None:
            self._band.setToGeometry(QgsGeometry.fromPolylineXY([self._start.on_line, place]))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        place = self._on_line(event.mapPoint())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            self._clear_start()
        elif self._start is None:
            self._start = Click(event.mapPoint(), place)
            self.started.emit()
        else:
            clicks = self._start, Click(event.mapPoint(), place)
            self._clear_start()
            with self._messages.reporting():
                self._on_clicks(*(Click(*(lonlat_at(self.canvas(), point) for point in click)) for click in clicks))

    def _clear_start(self) -> None:
        self._start = None
        if self._band is not None:
            self._band.reset(Qgis.GeometryType.Line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() != Qt.Key.Key_Escape:
            event.ignore()
            return
        event.accept()
        deactivate_tool(self.canvas(), self)

    def _transform_line(self) -> None:
        line = QgsGeometry(self._lonlat)
        with self._messages.reporting():
            try:
                line.transform(from_lonlat(self.canvas()))
            except QgsCsException as error:
                line = QgsGeometry()
                raise NoLonLat(str(error)) from error
            finally:
                self._line, self._start = line, None

    def _on_line(self, point: QgsPointXY) -> QgsPointXY | None:
        """Return the point of the line nearest to `point`, both in the map's CRS."""
        return None if self._line.isEmpty() else self._line.closestSegmentWithContext(point)[1]
