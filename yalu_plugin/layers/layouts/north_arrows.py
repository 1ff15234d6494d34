"""North arrows of rotated maps: of one size on a page, whatever the angle.

QGIS fits a rotated picture into its frame, so that an arrow at 45° would be smaller than an upright one.
"""

from __future__ import annotations

from math import cos, hypot, radians, sin

from qgis.core import QgsApplication, QgsLayoutItemMap, QgsLayoutItemPicture
from qgis.PyQt.QtCore import QRectF, QSizeF


def link_north(arrow: QgsLayoutItemPicture, turned: QgsLayoutItemMap) -> None:
    """Have the arrow point north on the map `turned`, in the largest size that fits its frame at any angle.

    The frame becomes the box around the rotated arrow, in the middle of the previous frame.
    """
    arrow.setLinkedMap(turned)
    shape = _shape(arrow)
    if arrow.resizeMode() != QgsLayoutItemPicture.ResizeMode.Zoom or shape.isEmpty():
        return  # the template sets another mode, or there is nothing to draw
    frame, angle = arrow.sceneBoundingRect(), radians(arrow.pictureRotation())
    times = min(frame.width(), frame.height()) / hypot(shape.width(), shape.height())
    across, down = abs(cos(angle)) * times, abs(sin(angle)) * times
    box = QRectF(0, 0, shape.width() * across + shape.height() * down, shape.width() * down + shape.height() * across)
    box.moveCenter(frame.center())
    arrow.attemptSetSceneRect(box)


def _shape(arrow: QgsLayoutItemPicture) -> QSizeF:
    """Return width and height of the picture, in its own units."""
    if arrow.mode() == QgsLayoutItemPicture.Format.FormatRaster:
        return QSizeF(QgsApplication.imageCache().originalSize(arrow.evaluatedPath()))
    return QgsApplication.svgCache().svgViewboxSize(
        arrow.evaluatedPath(), 1, arrow.svgFillColor(), arrow.svgStrokeColor(), arrow.svgStrokeWidth(), 1)
