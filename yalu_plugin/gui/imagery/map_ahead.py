"""Whole maps drawn ahead, and the one of them that lies over QGIS' map until QGIS has drawn it as well."""

from __future__ import annotations

from qgis.core import QgsMapRendererCache, QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QImage, QPainter

OVER_THE_MAP = -8.0  # QGIS' map lies at -10, what comparing puts there at -5
# larger than any window: bounds that change with the window behind the scene's back corrupt its index
EVERYWHERE = QRectF(0, 0, 32768, 32768)


class MapsAhead:
    """Finished maps of one view; all go when the view changes, those with a layer when that is drawn anew or closed."""

    def __init__(self) -> None:
        self._cache = QgsMapRendererCache()

    def keep(self, settings: QgsMapSettings, image: QImage) -> None:
        """Keep the map that was drawn with these settings."""
        self._look_at(settings)
        self._cache.setCacheImageWithParameters(
            _key(settings), image, settings.visibleExtent(), settings.mapToPixel(), settings.layers())

    def find(self, settings: QgsMapSettings) -> QImage:
        """The map that these settings draw; a null image where it is not drawn, or out of date."""
        self._look_at(settings)
        return self._cache.cacheImage(_key(settings))

    def _look_at(self, settings: QgsMapSettings) -> None:
        view = settings.visibleExtent(), settings.mapToPixel()
        if not self._cache.updateParameters(*view):
            self._cache.clear()
            self._cache.updateParameters(*view)


class AheadItem(QgsMapCanvasItem):
    """One finished map, pixel for pixel over QGIS' own; hidden until it is shown."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(OVER_THE_MAP)
        self.hide()
        self._viewport, self._image = canvas.viewport(), QImage()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's own name
        return EVERYWHERE

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)  # it has no gaps: a plain copy
        painter.drawImage(QPointF(0, 0), self._image)

    def show_now(self, image: QImage) -> None:
        """On the screen when this returns."""
        self._image = image
        self.show()
        self._viewport.repaint()


def _key(settings: QgsMapSettings) -> str:
    """What is drawn: these layers, on this day."""
    ids = " ".join(layer.id() for layer in settings.layers())
    return f"{settings.temporalRange().begin().toString()} {ids}"
