"""Words and symbols for kinds and states, as every panel shows them."""

from __future__ import annotations

from functools import cache

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from yalu_plugin.core.schema import BARGE, VEHICLE
from yalu_plugin.core.words import KIND_WORDS, STATE_WORDS
from yalu_plugin.i18n import tr

SIZE = 32
OUTLINES = {"staging_area": ((16, 6), (26, 16), (16, 26), (6, 16)), "fuel_station": ((16, 6), (26, 25), (6, 25))}


def kind_name(kind: str | None) -> str:
    """The kind of a site in the user's language."""
    return tr(KIND_WORDS.get(kind or "", KIND_WORDS["other"]))


def state_name(state: str) -> str:
    """The state of a site in the user's language; "unknown" means that nobody saw it, not that it is absent."""
    return tr(STATE_WORDS[state]) if state in STATE_WORDS else state


@cache
def kind_icon(kind: str | None) -> QIcon:
    """The kind's symbol, as on the map: a shape of its own for each."""
    pixmap = QPixmap(SIZE, SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(6, 6, SIZE - 12, SIZE - 12)
    if kind == VEHICLE:
        painter.setPen(QPen(QColor("white"), 2))
        painter.setBrush(QColor("black"))
        painter.drawEllipse(box)
    elif kind == BARGE:
        painter.setPen(QPen(QColor("black"), 2))
        painter.setBrush(QColor("#ffd400"))
        painter.drawRect(box)
    elif kind in OUTLINES:
        painter.setPen(QPen(QColor("black"), 2))
        painter.setBrush(QColor("#9a9a9a"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in OUTLINES[kind]]))
    else:
        painter.setPen(QPen(QColor("#7a7a7a"), 3))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(box.adjusted(4, 4, -4, -4))
    painter.end()
    return QIcon(pixmap)
