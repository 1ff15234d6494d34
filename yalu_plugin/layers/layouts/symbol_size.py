"""The size of symbols and names on maps: on larger paper it grows by the square root of the paper's growth.

A larger map shows more, and is viewed from farther away. Sizes in layers' styles, and millimetres in this package where
maps are laid out, refer to the paper size of the template.
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


def set_symbol_scale(layout: QgsPrintLayout, paper_times: float) -> None:
    """Store the symbol scale of a layout whose paper is so many times as wide as the template's."""
    layout.setCustomProperty(_PROPERTY, max(1.0, sqrt(paper_times)))


def symbol_scale(layout: QgsPrintLayout) -> float:
    """Return the factor by which symbols and names on the layout's maps are larger than in the layers' styles."""
    return float(layout.customProperty(_PROPERTY, 1.0))


def scale_symbols(layout: QgsPrintLayout) -> None:
    """Enlarge the symbols and labels of all layers on the page's maps by its symbol scale.

    To be called when the maps have their scale and layers; calling it again changes nothing. QGIS enlarges symbols and
    labels by the ratio of a layer's reference scale to the map's scale.
    """
    times = symbol_scale(layout)
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


def scaled(symbol: QgsSymbol, times: float) -> QgsSymbol:
    """Return a copy of a symbol, enlarged with its strokes; fill symbols are not changed."""
    result = symbol.clone()
    if isinstance(result, QgsLineSymbol):
        result.setWidth(result.width() * times)
    elif isinstance(result, QgsMarkerSymbol):
        result.setSize(result.size() * times)
        for part in result.symbolLayers():
            if isinstance(part, QgsSimpleMarkerSymbolLayer):
                part.setStrokeWidth(part.strokeWidth() * times)
    return result


def _at_scale(layer: QgsVectorLayer, style: str, scale: float) -> str:
    """Return the style (XML; empty: the layer's own) with this reference scale."""
    own, document = QgsMapLayerStyle(style), QDomDocument()
    if not style:
        own.readFromLayer(layer)
    document.setContent(own.xmlData())
    document.documentElement().setAttribute("symbologyReferenceScale", repr(scale))
    return str(document.toString(-1))
