"""How large symbols and names on maps are: on larger paper they grow by half as much as it, for a map there shows more,
and is looked at from farther off.

Sizes in layers' styles, and millimetres in this room where maps are laid out, are those of the template's own paper.
"""

from __future__ import annotations

from math import sqrt

from qgis.core import (
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsMapLayerStyle,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

_PROPERTY = "yalu/symbol_times"


def set_symbol_times(layout: QgsPrintLayout, paper_times: float) -> None:
    """Note that the paper is so many times as wide as the template's."""
    layout.setCustomProperty(_PROPERTY, max(1.0, sqrt(paper_times)))


def symbol_times(layout: QgsPrintLayout) -> float:
    """How many times as large as their layers have them symbols and names on maps are."""
    return float(layout.customProperty(_PROPERTY, 1.0))


def grow_maps(layout: QgsPrintLayout) -> None:
    """Have the page's maps draw all their layers so much larger. To be called once they have scale and layers; calling
    it again changes nothing.

    QGIS draws symbols and labels by a layer's reference scale as many times as large as the map's own scale is larger.
    """
    times = symbol_times(layout)
    if times == 1.0:
        return
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            styles = item.layerStyleOverrides()
            for layer in item.layers():
                if isinstance(layer, QgsVectorLayer):
                    styles[layer.id()] = _at_scale(layer, styles.get(layer.id(), ""), item.scale() * times)
            item.setLayerStyleOverrides(styles)
            item.setKeepLayerStyles(True)


def grown(symbol: QgsSymbol, times: float) -> QgsSymbol:
    """A copy of a symbol, so many times as large, with its strokes; of areas as they are."""
    made = symbol.clone()
    if isinstance(made, QgsLineSymbol):
        made.setWidth(made.width() * times)
    elif isinstance(made, QgsMarkerSymbol):
        made.setSize(made.size() * times)
        for part in made.symbolLayers():
            if isinstance(part, QgsSimpleMarkerSymbolLayer):
                part.setStrokeWidth(part.strokeWidth() * times)
    return made


def _at_scale(layer: QgsVectorLayer, style: str, scale: float) -> str:
    """The style (XML; empty: the layer's own) with this reference scale."""
    own, document = QgsMapLayerStyle(style), QDomDocument()
    if not style:
        own.readFromLayer(layer)
    document.setContent(own.xmlData())
    document.documentElement().setAttribute("symbologyReferenceScale", repr(scale))
    return str(document.toString(-1))
