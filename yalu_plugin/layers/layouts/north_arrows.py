"""North arrows beside turned maps: one size on a page, whatever the angle.

QGIS draws a turned picture as large as its frame lets it, so that one at 45° is smaller than one upright.
"""

from __future__ import annotations

from math import cos, hypot, radians, sin

from qgis.core import QgsApplication, QgsLayoutItemMap, QgsLayoutItemPicture
from qgis.PyQt.QtCore import QRectF, QSizeF


def link_north(arrow: QgsLayoutItemPicture, turned: QgsLayoutItemMap) -> None:
    """Let the arrow show where north is on the map, as large as its frame has room for at any angle.

    The frame then is the box around the turned arrow, in the middle of the one before.
    """
    arrow.setLinkedMap(turned)
    shape = _shape(arrow)
    if arrow.resizeMode() != QgsLayoutItemPicture.ResizeMode.Zoom or shape.isEmpty():
        return  # its template wants it otherwise, or there is nothing to draw
    frame, angle = arrow.sceneBoundingRect(), radians(arrow.pictureRotation())
    times = min(frame.width(), frame.height()) / hypot(shape.width(), shape.height())
    across, down = abs(cos(angle)) * times, abs(sin(angle)) * times
    box = QRectF(0, 0, shape.width() * across + shape.height() * down, shape.width() * down + shape.height() * across)
    box.moveCenter(frame.center())
    arrow.attemptSetSceneRect(box)


def _shape(arrow: QgsLayoutItemPicture) -> QSizeF:
    """Width and height of the picture, in units of its own."""
    if arrow.mode() == QgsLayoutItemPicture.Format.FormatRaster:
        return QSizeF(QgsApplication.imageCache().originalSize(arrow.evaluatedPath()))
    return QgsApplication.svgCache().svgViewboxSize(
        arrow.evaluatedPath(), 1, arrow.svgFillColor(), arrow.svgStrokeColor(), arrow.svgStrokeWidth(), 1)
