"""A chart as large as its place in the panel, in the panel's own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.PyQt.QtCore import QEvent, QSize, QTimer
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.charts.chart import DARK, LIGHT, Look, Sheet
from yalu_plugin.core.charts.save import pixels
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAUSE_MS = 120  # a panel being pulled to another size is not drawn at each step
SMALLEST = QSize(270, 200)  # a smaller chart would be all margins


class ChartView(QWidget):
    """Shows what `draw` makes for a sheet of the widget's size; draws again when size or palette change."""

    def __init__(self, draw: Callable[[Sheet], Figure | None]) -> None:
        super().__init__()
        self.setObjectName("yalu_chart")
        self.setMinimumSize(SMALLEST)
        self._draw = draw
        self._image = QImage()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.redraw)

    def redraw(self) -> None:
        """Draw now, unless nobody sees it."""
        if not self.isVisible():
            return
        dpi = self.logicalDpiX()
        figure = self._draw(Sheet((self.width() / dpi, self.height() / dpi), self._look(), tr, titled=False))
        self._image = QImage() if figure is None else image_of(figure, dpi * self.devicePixelRatioF())
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt's own
        if not self._image.isNull():
            QPainter(self).drawImage(0, 0, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        self._soon.start(PAUSE_MS)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        if event.type() == QEvent.Type.PaletteChange:
            self._soon.start(PAUSE_MS)
        super().changeEvent(event)

    def showEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        self._soon.start(0)

    def _look(self) -> Look:
        """The palette's paper and ink, and the series' colours that stand out from it."""
        colour = self.palette().color
        paper, ink = colour(QPalette.ColorRole.Window), colour(QPalette.ColorRole.WindowText)
        like = DARK if paper.lightness() < ink.lightness() else LIGHT
        return Look(paper.name(), ink.name(), like.faint, like.first, like.second)


def image_of(figure: Figure, dpi: float) -> QImage:
    """A figure as a picture."""
    width, height, data = pixels(figure, dpi)
    return QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
