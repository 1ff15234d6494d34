"""The map item of a comparison: the picture of the compare day, the handle, and a label on each side."""

from __future__ import annotations

import math

from qgis.core import QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRect, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen, QTransform

from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.compare.compare_picture import ComparePicture

OVER_THE_MAP = -5.0  # z value; QGIS' map is at -10, rubber bands and highlights from 0 up
WRAP = int(Qt.TextFlag.TextWordWrap)
# larger than any window: bounds that change with the window corrupt the index of the graphics scene
WHOLE_CANVAS = QRectF(0, 0, 32768, 32768)
GRIP, GAP, PADDING = 9.0, 12.0, 4.0  # logical pixels


class CompareItem(QgsMapCanvasItem):
    """Shows the compare day left of a vertical handle, above a horizontal one, or everywhere while `held`.

    `position` is the position of the handle, from 0 (left, top) to 1. The picture has the pixels of the map; after a
    pan or zoom the last one is shown, transformed, until the next is drawn. `compared` and `current` are the labels of
    the two sides.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setZValue(OVER_THE_MAP)
        self.mode, self.position, self.held = CompareMode.VERTICAL, 0.5, False
        self.picture: ComparePicture | None = None
        self.compared = self.current = ""

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt override
        return WHOLE_CANVAS

    def view(self) -> QRect:
        """Return the rectangle of the map's viewport, in logical pixels from its top left corner."""
        return QRect(0, 0, self._canvas.viewport().width(), self._canvas.viewport().height())

    def handle(self) -> QRect | None:
        """Return the line between the two days, two pixels wide, or None if there is none."""
        view = self.view()
        if self.held or self.mode in (CompareMode.OFF, CompareMode.BLINK):
            return None
        if self.mode is CompareMode.VERTICAL:
            return QRect(round(self.position * view.width()) - 1, 0, 2, view.height())
        return QRect(0, round(self.position * view.height()) - 1, view.width(), 2)

    def compared_side(self) -> QRect:
        """Return the part of the view that shows the compare day."""
        view, handle = self.view(), self.handle()
        if handle is None:
            return view if self.held else QRect()
        if self.mode is CompareMode.VERTICAL:
            return QRect(0, 0, handle.left() + 1, view.height())
        return QRect(0, 0, view.width(), handle.top() + 1)

    def labels(self) -> list[tuple[QRectF, str]]:
        """Return the boxes and texts of the labels, each on its side, wrapped if that is narrow.

        Texts are never truncated: a label that does not fit on its side is left out.
        """
        handle, view = self.handle(), QRectF(self.view())
        compared = self.compared if self.picture else ""
        if handle is None:
            return self._label(self.compared if self.held and compared else self.current, view, False)
        middle = QPointF(handle.left() + 1, handle.top() + 1)
        if self.mode is CompareMode.VERTICAL:
            before, after = view.adjusted(0, 0, middle.x() - view.width(), 0), view.adjusted(middle.x(), 0, 0, 0)
            return self._label(compared, before, True) + self._label(self.current, after, False)
        above, below = view.adjusted(0, 0, 0, middle.y() - view.height()), view.adjusted(0, middle.y(), 0, 0)
        return self._label(compared, above, False, True) + self._label(self.current, below, False)

    def paint(self, painter: QPainter, *_: object) -> None:
        side = self.compared_side()
        if self.picture is not None and not side.isEmpty():
            self._paint_map(painter, self.picture, side)
        self._paint_handle(painter)
        for box, text in self.labels():
            self._paint_label(painter, box, text)

    def _paint_map(self, painter: QPainter, picture: ComparePicture, side: QRect) -> None:
        drawn, now = picture.settings, self._canvas.mapSettings()
        if drawn.destinationCrs() != now.destinationCrs():
            return
        painter.save()
        painter.setClipRect(side)
        if not _same_view(drawn, now):
            painter.setTransform(_placement(drawn, now), True)
        painter.drawImage(QRect(0, 0, drawn.outputSize().width(), drawn.outputSize().height()), picture.image)
        painter.restore()

    def _paint_handle(self, painter: QPainter) -> None:
        line = self.handle()
        if line is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(line).adjusted(-0.5, -0.5, 0.5, 0.5), self._colour(QPalette.ColorRole.ToolTipText))
        painter.fillRect(QRectF(line).adjusted(0.5, 0.5, -0.5, -0.5), self._colour(QPalette.ColorRole.ToolTipBase))
        painter.setPen(QPen(self._colour(QPalette.ColorRole.ToolTipText), 1.5))
        painter.setBrush(self._colour(QPalette.ColorRole.ToolTipBase))
        middle = QRectF(line).center()
        painter.drawEllipse(middle, GRIP, GRIP)
        along = QPointF(0, 4) if self.mode is CompareMode.VERTICAL else QPointF(4, 0)
        across = QPointF(2.5, 0) if self.mode is CompareMode.VERTICAL else QPointF(0, 2.5)
        for offset in (across, -across):
            painter.drawLine(middle + offset - along, middle + offset + along)

    def _paint_label(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._canvas.font())
        painter.setPen(self._colour(QPalette.ColorRole.ToolTipText))
        painter.setBrush(self._colour(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(box, 3, 3)
        painter.drawText(box.adjusted(PADDING, PADDING, -PADDING, -PADDING), WRAP, text)

    def _label(self, text: str, side: QRectF, at_right: bool, at_bottom: bool = False) -> list[tuple[QRectF, str]]:
        if not text:
            return []
        space = QRectF(0, 0, side.width() - 2 * GAP - 2 * PADDING, side.height())
        inner = QFontMetricsF(self._canvas.font()).boundingRect(space, WRAP, text)
        box = QRectF(0, 0, math.ceil(inner.width()) + 2 * PADDING, math.ceil(inner.height()) + 2 * PADDING)
        box.moveLeft(side.right() - GAP - box.width() if at_right else side.left() + GAP)
        box.moveTop(side.bottom() - GAP - box.height() if at_bottom else side.top() + GAP)
        return [(box, text)] if side.contains(box) else []

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._canvas.palette().color(role)


def _same_view(one: QgsMapSettings, other: QgsMapSettings) -> bool:
    return (one.outputSize(), one.rotation(), one.extent()) == (other.outputSize(), other.rotation(), other.extent())


def _placement(drawn: QgsMapSettings, now: QgsMapSettings) -> QTransform:
    """Return the transform from the pixels of the drawn view to those of the present one."""
    def pixel(x: float, y: float) -> QPointF:
        return now.mapToPixel().transform(drawn.mapToPixel().toMapCoordinates(x, y)).toQPointF()

    origin, right, down = pixel(0, 0), pixel(1000, 0), pixel(0, 1000)
    return QTransform((right.x() - origin.x()) / 1000, (right.y() - origin.y()) / 1000,
                      (down.x() - origin.x()) / 1000, (down.y() - origin.y()) / 1000, origin.x(), origin.y())
