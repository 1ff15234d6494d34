"""A picture of a map as a layer with the same extent.

QGIS writes a page in one call on the main thread. This layer is drawn in parts, and the window processes its events
after each: one of QGIS' raster layers blocked it for a tenth of a second.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsMapLayerRenderer,
    QgsPluginLayer,
    QgsRectangle,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QCoreApplication, QRectF, QThread
from qgis.PyQt.QtGui import QImage

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.event_pump import signal_progress

DOTS = 500_000  # drawn at once: 20 ms in a PDF
OVERLAP = 1  # rows that two parts share: PDF viewers show a thin gap between pictures that only touch


class PictureLayer(QgsPluginLayer):
    """A layer that draws `image`, which shows `extent` in `crs`. `feedback` receives progress after each part."""

    def __init__(self, image: QImage, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem,
                 feedback: QgsFeedback | None) -> None:
        super().__init__("yalu_picture", tr("Symbols"))
        self._image, self._feedback = image, feedback
        self.setCrs(crs)
        self.setExtent(extent)
        self.setValid(True)

    def createMapRenderer(self, context: QgsRenderContext) -> QgsMapLayerRenderer:  # noqa: D102, N802 - QGIS' own
        return _Renderer(self.id(), context, self._image, self.extent(), self._feedback)


class _Renderer(QgsMapLayerRenderer):

    def __init__(self, layer_id: str, context: QgsRenderContext, image: QImage, extent: QgsRectangle,
                 feedback: QgsFeedback | None) -> None:
        super().__init__(layer_id, context)
        self._image, self._extent, self._feedback = image, extent, feedback

    def render(self) -> bool:  # noqa: D102 - QGIS' own
        image, context = self._image, self.renderContext()
        ground = self._extent
        corner = context.mapToPixel().transform(ground.xMinimum(), ground.yMaximum())
        other = context.mapToPixel().transform(ground.xMaximum(), ground.yMinimum())
        wide, high = (other.x() - corner.x()) / image.width(), (other.y() - corner.y()) / image.height()
        rows = max(1, DOTS // image.width())
        for top in range(0, image.height(), rows):
            part = QRectF(0, top, image.width(), min(rows + OVERLAP, image.height() - top))
            place = QRectF(corner.x(), corner.y() + top * high, part.width() * wide, part.height() * high)
            context.painter().drawImage(place, image, part)
            if self._is_canceled():
                return False
        return True

    def _is_canceled(self) -> bool:
        """Process the window's events, if this is the main thread, and return whether to stop."""
        if self._feedback is not None and QThread.currentThread() == QCoreApplication.instance().thread():
            signal_progress(self._feedback)
        return self.renderContext().renderingStopped() or (self._feedback is not None and self._feedback.isCanceled())
