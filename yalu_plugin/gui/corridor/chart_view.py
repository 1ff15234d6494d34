"""A widget that draws a chart in its own size and in the colours of its palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.PyQt.QtCore import QEvent, QSize, QTimer
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.charts.chart import DARK, LIGHT, Palette, Sheet
from yalu_plugin.core.charts.chart_export import pixels
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAUSE_MS = 120  # while the panel is being resized, not every step is drawn
SMALLEST = QSize(270, 200)  # a smaller chart would be all margins


class ChartView(QWidget):
    """Shows the figure that `draw` returns for a sheet of the widget's size; redraws when size or palette change."""

    def __init__(self, draw: Callable[[Sheet], Figure | None]) -> None:
        super().__init__()
        self.setObjectName("yalu_chart")
        self.setMinimumSize(SMALLEST)
        self._draw = draw
        self._image = QImage()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.redraw)

    def redraw(self) -> None:
        """Draw now, if the widget is visible."""
        if not self.isVisible():
            return
        dpi = self.logicalDpiX()
        figure = self._draw(Sheet((self.width() / dpi, self.height() / dpi), self._style(), tr, titled=False))
        self._image = QImage() if figure is None else image_of(figure, dpi * self.devicePixelRatioF())
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt override
        if not self._image.isNull():
            QPainter(self).drawImage(0, 0, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        self._timer.start(PAUSE_MS)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        if event.type() == QEvent.Type.PaletteChange:
            self._timer.start(PAUSE_MS)
        super().changeEvent(event)

    def showEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        self._timer.start(0)

    def _style(self) -> Palette:
        """Return the palette's paper and ink colours, with series colours that contrast with the paper."""
        colour = self.palette().color
        paper, ink = colour(QPalette.ColorRole.Window), colour(QPalette.ColorRole.WindowText)
        like = DARK if paper.lightness() < ink.lightness() else LIGHT
        return Palette(paper.name(), ink.name(), like.faint, like.first, like.second)


def image_of(figure: Figure, dpi: float) -> QImage:
    """Render a figure as an image."""
    width, height, data = pixels(figure, dpi)
    return QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
