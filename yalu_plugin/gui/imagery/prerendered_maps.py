"""A cache of prerendered maps, and the item that shows one over QGIS' map until QGIS has drawn it as well."""

from __future__ import annotations

from qgis.core import QgsMapRendererCache, QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QImage, QPainter

OVER_THE_MAP = -8.0  # z value; QGIS' map is at -10, the item of comparisons at -5
# larger than any window: bounds that change with the window corrupt the index of the graphics scene
WHOLE_CANVAS = QRectF(0, 0, 32768, 32768)


class PrerenderedMaps:
    """Maps of one view, dropped when the view changes, or when one of their layers is repainted or removed."""

    def __init__(self) -> None:
        self._cache = QgsMapRendererCache()

    def store(self, settings: QgsMapSettings, image: QImage) -> None:
        """Store the map that was drawn with these settings."""
        self._set_view(settings)
        self._cache.setCacheImageWithParameters(
            _key(settings), image, settings.visibleExtent(), settings.mapToPixel(), settings.layers())

    def find(self, settings: QgsMapSettings) -> QImage:
        """Return the map drawn with these settings; a null image if there is none, or if it is out of date."""
        self._set_view(settings)
        return self._cache.cacheImage(_key(settings))

    def _set_view(self, settings: QgsMapSettings) -> None:
        view = settings.visibleExtent(), settings.mapToPixel()
        if not self._cache.updateParameters(*view):
            self._cache.clear()
            self._cache.updateParameters(*view)


class PrerenderedMapItem(QgsMapCanvasItem):
    """Shows one map exactly over QGIS' map; hidden at first."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(OVER_THE_MAP)
        self.hide()
        self._viewport, self._image = canvas.viewport(), QImage()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt override
        return WHOLE_CANVAS

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)  # a copy, as the map is opaque
        painter.drawImage(QPointF(0, 0), self._image)

    def show_now(self, image: QImage) -> None:
        """Show the image; it is on the screen when this returns."""
        self._image = image
        self.show()
        self._viewport.repaint()


def _key(settings: QgsMapSettings) -> str:
    """Return the cache key of a map: its day and layers."""
    ids = " ".join(layer.id() for layer in settings.layers())
    return f"{settings.temporalRange().begin().toString()} {ids}"
