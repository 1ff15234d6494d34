"""The map tool that counts: a click adds a mark, a drag moves one; keys select classes, remove, move and measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication, QWidget

from yalu_plugin.core.published import Row
from yalu_plugin.gui.map_coordinates import from_lonlat, lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.tool_keys import ToolKeys
from yalu_plugin.layers.survey.count_errors import NoMarkHere
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.counting.object_size import Size

GRAB = 12  # pixels: reach of the pointer
COLOUR, WIDTH = QColor(255, 0, 200), 2
REMOVE_NEAREST, REMOVE_LAST, BRING_HERE, MEASURE = Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X, Qt.Key.Key_M
END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountTool(QgsMapTool):
    """Letter keys select the class; Delete removes the mark at the pointer, Backspace the last one.

    X moves the nearest mark to the pointer. M measures: two clicks along a side, then a third one for the width, or
    Enter without width. Otherwise Enter requests to finish the count. Esc ends.
    """

    measuring_changed = pyqtSignal()
    measured = pyqtSignal(object)  # a Size
    finish_requested = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, workbench: Workbench, messages: Messages) -> None:
        super().__init__(canvas)
        self._marking, self._counts, self._messages = workbench.marking, workbench.counts, messages
        self._pressed: tuple[QPoint, QgsPointXY, Row | None] | None = None
        self._pointer: QgsPointXY | None = None  # in the map's CRS, as the clicks
        self.clicks: list[QgsPointXY] | None = None  # of measuring, None while counting
        self._band = QgsRubberBand(canvas, Qgis.GeometryType.Line)
        self._band.setColor(COLOUR)
        self._band.setWidth(WIDTH)
        self._keys = ToolKeys(self, canvas, self._handles, self._press, lambda: bool(self.clicks))
        canvas.destinationCrsChanged.connect(self._stop_measuring)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def listen(self, panel: QWidget) -> None:
        """Handle the keys of the classes in this panel too."""
        self._keys.listen(panel, lambda key: self._class_of(key) is not None)

    def deactivate(self) -> None:
        """Stop measuring when QGIS deactivates the tool."""
        self._pressed = None
        self._stop_measuring()
        super().deactivate()

    def flags(self) -> QgsMapTool.Flags:
        """Let a right click show QGIS' menu, which has the actions on the area."""
        return super().flags() | QgsMapTool.Flag.ShowContextMenu

    def release(self) -> None:
        """Remove the drawing from the map (on unload)."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._band)

    def measure(self) -> None:
        """Measure an object with the next clicks."""
        self.clicks = []
        self.measuring_changed.emit()

    # the mouse

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if event.button() == Qt.MouseButton.LeftButton:
            row = self._mark_at(event.mapPoint()) if self.clicks is None else None
            self._pressed = event.pos(), event.mapPoint(), row

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        self._pointer = event.mapPoint()
        if self.clicks:
            self._draw([*self.clicks, event.mapPoint()])
        elif self._pressed is not None and self._pressed[2] is not None and self._is_drag(event):
            self._draw([self._pressed[1], event.mapPoint()])

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return  # the second release of a double click
        (_, start, row), self._pressed, dragged = self._pressed, None, self._is_drag(event)
        self._pointer = event.mapPoint()
        self._band.reset(Qgis.GeometryType.Line)
        with self._messages.reporting():
            if self.clicks is not None:
                self._measure_to(start)
            elif row is not None and dragged:
                self._marking.move(row, lonlat_at(self.canvas(), event.mapPoint()))
            else:
                self._marking.mark(lonlat_at(self.canvas(), start))

    def _is_drag(self, event: QgsMapMouseEvent) -> bool:
        if self._pressed is None:
            return False
        return (event.pos() - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()

    # keys

    def _handles(self, key: int) -> bool:
        return key in (REMOVE_NEAREST, REMOVE_LAST, BRING_HERE, MEASURE, Qt.Key.Key_Escape, *END_KEYS
                       ) or self._class_of(key) is not None

    def _class_of(self, key: int) -> str | None:
        return next((one.value for one in self._counts.classes if one.key and ord(one.key) == key), None)

    def _press(self, key: int) -> None:
        act: dict[int, Callable[[], object]] = {
            REMOVE_NEAREST: self._remove_nearest, REMOVE_LAST: self._remove_last, BRING_HERE: self._bring_here,
            MEASURE: self.measure, Qt.Key.Key_Escape: self._escape, **dict.fromkeys(END_KEYS, self._end)}
        with self._messages.reporting():
            act[key]() if key in act else self._marking.select_class(self._class_of(key) or "")

    def _remove_nearest(self) -> None:
        self._marking.remove(self._need_mark())

    def _remove_last(self) -> None:
        if self.clicks:
            self.clicks.pop()
            self._draw(self.clicks)
            self.measuring_changed.emit()
        else:
            self._marking.remove()

    def _bring_here(self) -> None:
        row = self._need_mark(2 * GRAB)
        self._marking.move(row, lonlat_at(self.canvas(), self._pointer))

    def _escape(self) -> None:
        if self.clicks is not None:
            self._stop_measuring()
        else:
            deactivate_tool(self.canvas(), self)

    def _need_mark(self, within: int = GRAB) -> Row:
        row = self._mark_at(self._pointer, within) if self._pointer is not None else None
        if row is None:
            raise NoMarkHere()
        return row

    def _mark_at(self, point: QgsPointXY, within: int = GRAB) -> Row | None:
        """The nearest mark of the count that is at most `within` pixels from a point of the map."""
        size = 2 * within * self.canvas().mapUnitsPerPixel()
        back = QgsCoordinateTransform.TransformDirection.ReverseTransform
        with self._messages.reporting():
            place = lonlat_at(self.canvas(), point)
            box = from_lonlat(self.canvas()).transformBoundingBox(
                QgsRectangle.fromCenterAndSize(point, size, size), back)
            return self._marking.mark_at(place, box)
        return None

    # measuring

    def _measure_to(self, point: QgsPointXY) -> None:
        self._marking.need_place(lonlat_at(self.canvas(), point))
        self.clicks = [*(self.clicks or []), point]
        self._draw(self.clicks)
        if len(self.clicks) == 3:
            self._end_measuring()
        else:
            self.measuring_changed.emit()

    def _end(self) -> None:
        if self.clicks is None:
            self.finish_requested.emit()
        else:
            self._end_measuring()

    def _end_measuring(self) -> None:
        if self.clicks is not None and len(self.clicks) > 1:
            clicks = [lonlat_at(self.canvas(), click) for click in self.clicks]
            self._stop_measuring()
            size: Size = self._marking.measure(clicks)
            self.measured.emit(size)

    def _stop_measuring(self) -> None:
        self.clicks = None
        self._band.reset(Qgis.GeometryType.Line)
        self.measuring_changed.emit()

    def _draw(self, points: list[QgsPointXY]) -> None:
        self._band.setToGeometry(QgsGeometry.fromPolylineXY(points) if len(points) > 1 else QgsGeometry())
