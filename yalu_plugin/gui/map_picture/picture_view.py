"""The view of the picture: clicks, zoom and drag, and what is marked on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.map_picture.dot import Area
    from yalu_plugin.core.map_picture.tie_points import TiePoint
    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_sites import PictureSite

TIE, FOUND, LEFT_OUT, SELECTED, AREA = (QColor(name) for name in (
    "#ff00c8", "#00c8ff", "#9a9a9a", "#ff6a00", "#ff00c8"))
ZOOM, CLOSEST, CROSS = 1.25, 40.0, 9  # factor of a step; screen pixels of a pixel; half the size of a tie mark
GAP = 2.0  # pixels between a dot and the ring around it


class PictureView(QGraphicsView):
    """Shows a picture in pixels of its file; a drag moves it, or draws an area while `draws_area` is set."""

    clicked = pyqtSignal(float, float)  # column and row
    area_drawn = pyqtSignal(object)  # left, top, right, bottom

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("yalu_picture_view")
        self.setAccessibleName(tr("The picture"))
        self.setScene(QGraphicsScene(self))
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.draws_area = False
        self._fits = True  # until the user zooms, the whole picture is shown
        self._pressed: QPoint | None = None
        self._last: QPoint | None = None
        self._picture = QGraphicsPixmapItem()
        self.scene().addItem(self._picture)
        self._found, self._left_out = self._path_item(FOUND, 2), self._path_item(LEFT_OUT, 2)
        self._selected, self._area = self._path_item(SELECTED, 4), self._path_item(AREA, 1)
        self._numbers: list[QGraphicsSimpleTextItem] = []

    def show_picture(self, picture: MapPicture) -> None:
        """Show another picture, as a whole."""
        rows, columns, _ = picture.pixels.shape
        image = QImage(picture.pixels.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setScale(picture.reduction)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        box = QRectF(0, 0, picture.width, picture.height)
        self.scene().setSceneRect(box.adjusted(-box.width() / 2, -box.height() / 2, box.width() / 2, box.height() / 2))
        self._fits = True
        self._fit()

    def show_ties(self, points: Sequence[TiePoint], pending: tuple[float, float] | None) -> None:
        """Show the tie points with their numbers, and the pixel whose place on the map is not clicked yet."""
        for number in self._numbers:
            self.scene().removeItem(number)
        places = [(point.column, point.row) for point in points] + ([pending] if pending else [])
        self._numbers = [self._tie_mark(column, row, str(at) if at <= len(points) else "?")
                         for at, (column, row) in enumerate(places, 1)]

    def show_sites(self, sites: Sequence[PictureSite], selected: Iterable[int]) -> None:
        """Draw a ring around each dot; around those that are not ticked in grey."""
        for item, ticked in ((self._found, True), (self._left_out, False)):
            item.setPath(_rings(site for site in sites if site.included is ticked))
        self._selected.setPath(_rings(sites[at] for at in selected if at < len(sites)))

    def show_area(self, area: Area | None) -> None:
        """Draw the area in which dots are searched."""
        path = QPainterPath()
        if area is not None:
            path.addRect(QRectF(QPointF(*area[:2]), QPointF(*area[2:])))
        self._area.setPath(path)

    def bring_into_view(self, column: float, row: float) -> None:
        """Scroll so that a pixel is visible."""
        self.ensureVisible(column, row, 1, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102 - Qt's own
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed = self._last = event.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if self._pressed is None or self._last is None or not self._is_drag(event.pos()):
            return
        if self.draws_area:
            self.show_area(self._drawn(event.pos()))
            return
        moved, self._last = event.pos() - self._last, event.pos()
        for bar, step in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if self._pressed is None:
            return
        is_drag = self._is_drag(event.pos())
        drawn, place = self._drawn(event.pos()), self.mapToScene(event.pos())
        self._pressed = None
        if self.draws_area and is_drag:
            self.area_drawn.emit(drawn)
        elif not is_drag and event.button() == Qt.MouseButton.LeftButton and self._box().contains(place):
            self.clicked.emit(place.x(), place.y())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, D102
        self._zoom(ZOOM if event.angleDelta().y() > 0 else 1 / ZOOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1 / ZOOM if event.key() == Qt.Key.Key_Minus else ZOOM)
        elif event.key() == Qt.Key.Key_0:
            self._fits = True
            self._fit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._fit()

    def _zoom(self, factor: float) -> None:
        size = self.transform().m11() * factor
        if size <= CLOSEST and (factor > 1 or size * max(self._box().width(), 1) > 50):
            self._fits = False
            self.scale(factor, factor)

    def _fit(self) -> None:
        if self._fits and not self._box().isEmpty():
            self.fitInView(self._box(), Qt.AspectRatioMode.KeepAspectRatio)

    def _box(self) -> QRectF:
        return self._picture.sceneBoundingRect()

    def _is_drag(self, place: QPoint) -> bool:
        if self._pressed is None:
            return False
        return (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _drawn(self, place: QPoint) -> Area:
        ends = QRectF(self.mapToScene(self._pressed), self.mapToScene(place)).normalized() & self._box()
        return ends.left(), ends.top(), ends.right(), ends.bottom()

    def _path_item(self, colour: QColor, width: float) -> QGraphicsPathItem:
        item = QGraphicsPathItem()
        pen = QPen(colour, width)
        pen.setCosmetic(True)
        item.setPen(pen)
        self.scene().addItem(item)
        return item

    def _tie_mark(self, column: float, row: float, text: str) -> QGraphicsSimpleTextItem:
        """Return the number of a tie point, with a cross that has one size on the screen."""
        number = QGraphicsSimpleTextItem(f"  {text}")
        number.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        number.setPos(column, row)
        number.setBrush(TIE)
        font = number.font()
        font.setBold(True)
        number.setFont(font)
        path = QPainterPath()
        for across, down in ((CROSS, 0), (0, CROSS)):
            path.moveTo(-across, -down)
            path.lineTo(across, down)
        QGraphicsPathItem(path, number).setPen(QPen(TIE, 2))
        self.scene().addItem(number)
        return number


def _rings(sites: Iterable[PictureSite]) -> QPainterPath:
    path = QPainterPath()
    for site in sites:
        path.addEllipse(QPointF(site.dot.column, site.dot.row), site.dot.radius + GAP, site.dot.radius + GAP)
    return path
