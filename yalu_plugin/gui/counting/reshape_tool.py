"""The map tool that reshapes an area: its corners are dragged, added and removed, then written at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, QPointF, Qt

from yalu_plugin.gui.counting.area_tool import COLOUR, INSIDE, WIDTH
from yalu_plugin.gui.map_coordinates import WGS84, NoLonLat, from_lonlat, lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.tool_keys import ToolKeys

GRAB, CORNER = 12, 9  # pixels: reach of the pointer, and size of a corner
MIN_CORNERS = 3
END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*END_KEYS, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)


class ReshapeTool(QgsMapTool):
    """Dragging moves a corner, or adds one to an edge; Delete removes the corner at the pointer.

    Backspace or Ctrl+Z undoes the last step, Enter calls `on_corners` with the corners (EPSG:4326), Esc cancels.
    """

    def __init__(self, canvas: QgsMapCanvas, on_corners: Callable[[Sequence[QgsPointXY]], object], messages: Messages
                 ) -> None:
        super().__init__(canvas)
        self._on_corners, self._messages = on_corners, messages
        self._corners: list[QgsPointXY] = []
        self._before: list[list[QgsPointXY]] = []
        self._grabbed: int | None = None
        self._pointer = QPoint()
        self._band, self._points = (QgsRubberBand(canvas, kind) for kind in (
            Qgis.GeometryType.Polygon, Qgis.GeometryType.Point))
        self._band.setStrokeColor(COLOUR)
        self._band.setFillColor(INSIDE)
        self._band.setWidth(WIDTH)
        self._points.setIcon(QgsRubberBand.IconType.ICON_BOX)
        self._points.setIconSize(CORNER)
        self._points.setColor(COLOUR)
        self._points.setWidth(WIDTH)
        self._keys = ToolKeys(self, canvas, KEYS.__contains__, self._press, lambda: bool(self._before))
        canvas.destinationCrsChanged.connect(self._draw)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_corners(self, corners: Sequence[QgsPointXY]) -> None:
        """Start with these corners, EPSG:4326."""
        self._corners, self._before, self._grabbed = list(corners), [], None
        self._draw()

    def deactivate(self) -> None:
        """Discard the changes when QGIS deactivates the tool."""
        self.set_corners([])
        super().deactivate()

    def release(self) -> None:
        """Remove the drawing from the map (on unload)."""
        self.canvas().unsetMapTool(self)
        for band in (self._band, self._points):
            self.canvas().scene().removeItem(band)

    # the mouse

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if event.button() != Qt.MouseButton.LeftButton or not self._corners:
            return
        with self._messages.reporting():
            pixels = self._pixels()
            corner = _nearest_corner(pixels, event.pos())
            edge = _nearest_edge(pixels, event.pos()) if corner is None else None
            if corner is not None or edge is not None:
                self._before.append(list(self._corners))
            if edge is not None:
                self._corners.insert(edge + 1, lonlat_at(self.canvas(), event.mapPoint()))
            self._grabbed = corner if edge is None else edge + 1
            self._draw()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        self._pointer = event.pos()
        if self._grabbed is not None:
            with self._messages.reporting():
                self._corners[self._grabbed] = lonlat_at(self.canvas(), event.mapPoint())
                self._draw()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        self.canvasMoveEvent(event)
        if self._grabbed is not None and self._before and self._before[-1] == self._corners:
            self._before.pop()  # a click that moved nothing
        self._grabbed = None

    # keys

    def _press(self, key: int) -> None:
        if self._grabbed is not None:
            return  # the button is still down
        with self._messages.reporting():
            if key in END_KEYS:
                self._on_corners(self._corners)
                deactivate_tool(self.canvas(), self)
            elif key == Qt.Key.Key_Escape:
                deactivate_tool(self.canvas(), self)
            elif key == Qt.Key.Key_Delete:
                self._remove_corner()
            elif self._before:
                self._corners = self._before.pop()
                self._draw()

    def _remove_corner(self) -> None:
        corner = _nearest_corner(self._pixels(), self._pointer)
        if corner is not None and len(self._corners) > MIN_CORNERS:
            self._before.append(list(self._corners))
            del self._corners[corner]
            self._draw()

    # coordinates

    def _pixels(self) -> list[QPointF]:
        """The corners in pixels of the map."""
        to_map = from_lonlat(self.canvas())
        try:
            return [self._pixel(to_map.transform(corner)) for corner in self._corners]
        except QgsCsException as error:
            raise NoLonLat(str(error)) from error

    def _pixel(self, point: QgsPointXY) -> QPointF:
        return self.canvas().getCoordinateTransform().transform(point).toQPointF()

    def _draw(self) -> None:
        crs, corners = QgsCoordinateReferenceSystem(WGS84), self._corners
        shape = QgsGeometry.fromPolygonXY([[*corners, corners[0]]]) if corners else QgsGeometry()
        self._band.setToGeometry(shape, crs)
        self._points.setToGeometry(QgsGeometry.fromMultiPointXY(corners), crs)


def _nearest_corner(pixels: Sequence[QPointF], spot: QPoint) -> int | None:
    """The number of the corner that is at most GRAB pixels from a spot."""
    found = min((((one - QPointF(spot)).manhattanLength(), number) for number, one in enumerate(pixels)),
                default=(float("inf"), 0))
    return found[1] if found[0] <= GRAB else None


def _nearest_edge(pixels: Sequence[QPointF], spot: QPoint) -> int | None:
    """The number of the edge, counted from its first corner, that is at most GRAB pixels from a spot."""
    ring = QgsGeometry.fromPolylineXY([QgsPointXY(one) for one in (*pixels, pixels[0])])
    squared, _, after, _ = ring.closestSegmentWithContext(QgsPointXY(QPointF(spot)))
    return after - 1 if 0 <= squared <= GRAB * GRAB else None
