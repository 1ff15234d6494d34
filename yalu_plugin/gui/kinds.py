"""Words and symbols for kinds and states, as every panel shows them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from qgis.core import QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from yalu_plugin.core.schema import BARGE, SITE_KINDS, VEHICLE
from yalu_plugin.core.site_kinds import OwnKind
from yalu_plugin.core.words import STATE_WORDS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.kind_name import kind_name
from yalu_plugin.layers.survey.kind_symbols import symbol_of

__all__ = ["every_kind", "kind_icon", "kind_keys", "kind_name", "own_kind_icon", "show_own_kinds", "state_name"]

SIZE, LARGE_MM = 32, 6.4  # pixels of an icon, and a symbol that fills it
OUTLINES = {"staging_area": ((16, 6), (26, 16), (16, 26), (6, 16)), "fuel_station": ((16, 6), (26, 25), (6, 25))}
_own: dict[str, OwnKind] = {}


def state_name(state: str) -> str:
    """The state of a site in the user's language; "unknown" means that nobody saw it, not that it is absent."""
    return tr(STATE_WORDS[state]) if state in STATE_WORDS else state


def show_own_kinds(kinds: Iterable[OwnKind]) -> None:
    """From now on these are the kinds of the user's own: there is one open survey in a window."""
    _own.clear()
    _own.update({kind.value: kind for kind in kinds})
    kind_icon.cache_clear()


def every_kind() -> list[str]:
    """Every kind that a site may have: those of the schema, then the user's own."""
    return [*SITE_KINDS, *_own]


def own_kind_icon(kind: OwnKind) -> QIcon:
    """The symbol that a kind has on the map."""
    symbol = symbol_of(kind)
    symbol.setSize(LARGE_MM)
    return QgsSymbolLayerUtils.symbolPreviewIcon(symbol, QSize(SIZE, SIZE))


def kind_keys() -> dict[str, str]:
    """By key, the user's own kinds that have one."""
    return {kind.key: kind.value for kind in _own.values() if kind.key}


@cache
def kind_icon(kind: str | None) -> QIcon:
    """The kind's symbol, as on the map: a shape of its own for each."""
    if kind in _own:
        return own_kind_icon(_own[kind])
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
