"""Icons for the image of an observation: the picture with a ring around the site, or a grey box with a sign."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap

SIDE = 48  # pixels at 96 dpi
GREY, INK, EDGE = QColor("#9a9a9a"), QColor("#1e1e1e"), QColor("#6e6e6e")
RING, RING_DARK, RING_LIGHT = 7.0, QColor("#111111"), QColor("#ffffff")
WAITING, ON_THE_WEB, NONE = "…", "↓", "✕"  # being drawn; drawn on request; no picture
SIGN_SIZE = 20  # pixels


def picture_icon(image: QImage, ratio: float) -> QIcon:
    """Return the picture with a ring around its centre; `ratio` is the device pixel ratio of the screen."""
    pixmap, painter = _start_painting(ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(_icon_rect(), GREY)  # shows outside the image
    painter.drawImage(_icon_rect(), image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((RING_DARK, 3.0), (RING_LIGHT, 1.4)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(_icon_rect().center(), RING, RING)
    painter.end()
    return QIcon(pixmap)


def grey_icon(sign: str, ratio: float) -> QIcon:
    """Return a grey box with WAITING, ON_THE_WEB or NONE in it."""
    pixmap, painter = _start_painting(ratio)
    painter.setPen(QPen(EDGE, 1))
    painter.setBrush(GREY)
    painter.drawRect(_icon_rect().adjusted(0.5, 0.5, -0.5, -0.5))
    font = painter.font()
    font.setPixelSize(SIGN_SIZE)
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(_icon_rect(), int(Qt.AlignmentFlag.AlignCenter), sign)
    painter.end()
    return QIcon(pixmap)


def _start_painting(ratio: float) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter


def _icon_rect() -> QRectF:
    return QRectF(QPointF(0, 0), QPointF(SIDE, SIDE))
