"""Copies of layers in the style of a map, for the pages of an atlas.

QGIS gives a layer a map's own style, and its own back, each time that it draws the map: on a site sheet that took half
of the time, in which the window was held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from qgis.core import QgsFeedback, QgsLayoutItemMap, QgsMapLayerStyle, QgsPrintLayout, QgsVectorLayer
from qgis.PyQt import sip

from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.lifetime import give_layers


@contextmanager
def dressed(layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback | None = None) -> Iterator[None]:
    """For a while, have the maps of atlases among `layouts` draw copies of the layers for which they have own styles.

    What is being edited stays: only the layer itself has what is not saved yet. Raises Cancelled.
    """
    with ExitStack() as put_back:
        for layout in layouts:
            for item in layout.items() if layout.atlas().enabled() else ():
                if isinstance(item, QgsLayoutItemMap):
                    _draw_copies(item, put_back)
                    breathe(feedback)
        yield


def _draw_copies(item: QgsLayoutItemMap, put_back: ExitStack) -> None:
    layers, styles = item.layers(), item.layerStyleOverrides()
    copies = {layer.id(): _copy(layer, styles[layer.id()]) for layer in layers
              if isinstance(layer, QgsVectorLayer) and layer.id() in styles and not layer.isEditable()}
    give_layers(item.layout(), copies.values())
    for copy in copies.values():
        put_back.callback(sip.delete, copy)
    put_back.callback(item.setLayerStyleOverrides, styles)
    put_back.callback(item.setLayers, layers)
    item.setLayers([copies.get(layer.id(), layer) for layer in layers])
    item.setLayerStyleOverrides({name: style for name, style in styles.items() if name not in copies})


def _copy(layer: QgsVectorLayer, style: str) -> QgsVectorLayer:
    copy = layer.clone()
    QgsMapLayerStyle(style).writeToLayer(copy)
    return copy
