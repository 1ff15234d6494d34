"""The symbols of sites as pictures: the kind of a site with the mark of its state, as on the map."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCategorizedSymbolRenderer, QgsRenderContext, QgsSymbol, QgsVectorLayer
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from qgis.PyQt.QtGui import QImage, QPainter

from yalu_plugin.core.custom_kinds import CustomKind
from yalu_plugin.core.kinds import KIND_BY_VALUE, OTHER
from yalu_plugin.layers.survey.kind_symbols import symbol_of
from yalu_plugin.paths import resource

PIXELS, WIDTH_MM = 64, 7.0  # of a picture, in which the largest mark is 6.4 mm wide


class SiteSymbols:
    """Draws the symbols of the plugin's own style; a style that the user has changed is not read."""

    def __init__(self, custom_kinds: Iterable[CustomKind]) -> None:
        self._custom = {kind.value: kind for kind in custom_kinds}
        self._states = _state_symbols()

    def png(self, kind: str | None, state: str) -> bytes:
        """Return the symbol of a kind in a state; an unknown kind has that of "other", an unknown state no mark."""
        image = QImage(PIXELS, PIXELS, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(PIXELS / WIDTH_MM)  # pixels in a millimetre
        known = self._custom.get(kind or "") or KIND_BY_VALUE.get(kind or "") or KIND_BY_VALUE[OTHER]
        for symbol in (symbol_of(known), self._states.get(state)):
            if symbol is not None:
                _draw(symbol, context)
        painter.end()
        return encoded(image, "PNG")


def encoded(image: QImage, form: str) -> bytes:
    """Return a picture as "PNG" or "JPG"."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(data)


def _draw(symbol: QgsSymbol, context: QgsRenderContext) -> None:
    symbol.startRender(context)
    symbol.renderPoint(QPointF(PIXELS / 2, PIXELS / 2), None, context)
    symbol.stopRender(context)


def _state_symbols() -> dict[str, QgsSymbol]:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=state:string", "site_states", "memory")
    layer.loadNamedStyle(str(resource("styles", "site_states.qml")))
    renderer = layer.renderer()
    categories = renderer.categories() if isinstance(renderer, QgsCategorizedSymbolRenderer) else []
    return {category.value(): category.symbol().clone() for category in categories}
