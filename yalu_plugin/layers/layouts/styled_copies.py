"""Copies of layers in the style of a map, for the pages of an atlas.

Each time QGIS draws a map with own styles it applies them to the layers and then restores the layers' styles: on a site
sheet that took half of the time, during which the window was blocked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from qgis.core import QgsFeedback, QgsLayoutItemMap, QgsMapLayerStyle, QgsPrintLayout, QgsVectorLayer
from qgis.PyQt import sip

from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers


@contextmanager
def with_styled_copies(layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback | None = None) -> Iterator[None]:
    """Have the maps of atlases draw copies of the layers for which they have own styles, within the block.

    Layers that are being edited are not copied: a copy would lack the edits that are not saved. Raises ExportCancelled.
    """
    with ExitStack() as restore:
        for layout in layouts:
            for item in layout.items() if layout.atlas().enabled() else ():
                if isinstance(item, QgsLayoutItemMap):
                    _draw_copies(item, restore, feedback)
        yield


def _draw_copies(item: QgsLayoutItemMap, restore: ExitStack, feedback: QgsFeedback | None) -> None:
    styles, copies = item.layerStyleOverrides(), dict[str, QgsVectorLayer]()
    for layer in [layer for layer in item.layers() if isinstance(layer, QgsVectorLayer) and layer.id() in styles]:
        if not layer.isEditable():
            copies[layer.id()] = _copy(layer, styles[layer.id()])
            process_events(feedback)
    layers = item.layers()  # an image may have been removed while the window processed its events
    attach_layers(item.layout(), copies.values())
    for copy in copies.values():
        restore.callback(sip.delete, copy)
    restore.callback(item.setLayerStyleOverrides, styles)
    restore.callback(item.setLayers, layers)
    item.setLayers([copies.get(layer.id(), layer) for layer in layers])
    item.setLayerStyleOverrides({name: style for name, style in styles.items() if name not in copies})


def _copy(layer: QgsVectorLayer, style: str) -> QgsVectorLayer:
    copy = layer.clone()
    QgsMapLayerStyle(style).writeToLayer(copy)
    return copy
