"""Layers of very many symbols, drawn as a picture before a page is written.

QGIS writes a page in one call on the main thread, symbol by symbol: 70,000 of them took 20 s and 100 MB. Drawn in QGIS'
own threads as one picture of the same resolution they take a few seconds, and the window is not blocked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsFeedback,
    QgsLayoutItemMap,
    QgsLayoutItemMapItem,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSizeF, Qt
from qgis.PyQt.QtGui import QImage

from yalu_plugin.layers.layouts.event_pump import process_events, render_map
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers
from yalu_plugin.layers.layouts.picture_layer import PictureLayer

MOST = 2_000  # symbols of a layer that a map draws individually
NEARLY_OPAQUE = 0.999
MOST_DOTS = 40_000_000  # of a picture, 160 MB: an A2 page at 300 dpi; larger maps get a coarser picture
INCH_MM, AT_ONCE = 25.4, 200


def force_picture(item: QgsLayoutItemMap) -> None:
    """Have QGIS export a map as a picture, by an opacity that is not visible but has this effect."""
    item.setItemOpacity(NEARLY_OPAQUE)


@contextmanager
def dense_layers_as_pictures(layouts: Sequence[QgsPrintLayout], dpi: float | None,
                             feedback: QgsFeedback | None) -> Iterator[None]:
    """Have the maps of `layouts` show a picture in place of layers with very many symbols, within the block.

    `dpi`: the resolution of the export, None for each layout's own. Does not change pages of an atlas, whose maps show
    something else on each page, and rotated maps. Raises ExportCancelled.
    """
    with ExitStack() as restore:
        for layout in layouts:
            for item in [] if layout.atlas().enabled() else _level_maps(layout):
                dense = [layer for layer in item.layers()
                         if isinstance(layer, QgsVectorLayer) and _is_dense(layer, item, feedback)]
                _draw(item, dense, dpi or layout.renderContext().dpi(), feedback, restore)
        yield


@contextmanager
def page_as_pictures(layout: QgsPrintLayout, dpi: float, feedback: QgsFeedback) -> Iterator[None]:
    """Have the maps of one page, which is ready to be drawn, show a picture of all their layers, within the block.

    QGIS' own threads draw the picture. Does not change rotated maps. Raises ExportCancelled.
    """
    with ExitStack() as restore:
        for item in _level_maps(layout):
            _draw(item, item.layers(), dpi, feedback, restore)
        yield


def _level_maps(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    return [item for item in layout.items()
            if isinstance(item, QgsLayoutItemMap) and item.isVisible() and not item.mapRotation()]


def _draw(item: QgsLayoutItemMap, dense: Sequence[QgsMapLayer], dpi: float, feedback: QgsFeedback | None,
          restore: ExitStack) -> None:
    for group in _adjacent(item, dense):
        picture = _picture(item, group, dpi, feedback, restore)
        _replace(item, group, [picture])
        restore.callback(_replace, item, [picture], group)
    if dense and item.itemOpacity() == NEARLY_OPAQUE:  # the layers that needed a picture are one now
        restore.callback(force_picture, item)
        item.setItemOpacity(1.0)


def _adjacent(item: QgsLayoutItemMap, dense: Sequence[QgsMapLayer]) -> list[list[QgsMapLayer]]:
    """Return the adjacent layers of the map, top first, that one picture can replace.

    One is the last of its group if a frame or grid is drawn between it and the next layer.
    """
    groups: list[list[QgsMapLayer]] = [[]]
    for layer in item.layers():
        if layer in dense:
            groups[-1].append(layer)
        if layer not in dense or any(layer == drawn.stackingLayer() for drawn in _drawn_between(item)):
            groups.append([])
    return [group for group in groups if group]


def _drawn_between(item: QgsLayoutItemMap) -> list[QgsLayoutItemMapItem]:
    """Return the frames and grids that the map draws below one of its layers."""
    below = QgsLayoutItemMapItem.StackingPosition.StackBelowMapLayer
    return [drawn for stack in (item.overviews(), item.grids()) for drawn in map(stack.item, range(stack.size()))
            if drawn.stackingPosition() == below]


def _replace(item: QgsLayoutItemMap, shown: Sequence[QgsMapLayer], wanted: Sequence[QgsMapLayer]) -> None:
    """Replace the layers `shown`, which are adjacent in the map, by `wanted`, also as what frames are drawn below.

    The other layers are those that the map has now: an image may have been removed while the window processed its
    events.
    """
    layers = item.layers()
    at = layers.index(shown[0])
    between = [drawn for drawn in _drawn_between(item) if drawn.stackingLayer() == shown[-1]]
    item.setLayers([*layers[:at], *wanted, *layers[at + len(shown):]])
    for drawn in between:
        drawn.setStackingLayer(wanted[-1])


def _is_dense(layer: QgsVectorLayer, item: QgsLayoutItemMap, feedback: QgsFeedback | None) -> bool:
    """Return whether a map shows more than MOST features of a layer; at most one more is requested."""
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry).setNoAttributes().setLimit(MOST + 1)
    shift = QgsCoordinateTransform(layer.crs(), item.crs(), item.layout().project().transformContext())
    try:
        request.setFilterRect(shift.transformBoundingBox(item.extent(), Qgis.TransformDirection.Reverse))
    except QgsCsException:  # outside the area of the layer's projection
        return False
    temporal = layer.temporalProperties()
    if item.isTemporal() and temporal.isActive():
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        request.setFilterExpression(temporal.createFilterString(context, item.temporalRange()))
    count = 0
    for count, _ in enumerate(layer.getFeatures(request) if layer.featureCount() > MOST else (), 1):
        if count % AT_ONCE == 0:
            process_events(feedback)
    return count > MOST


def _picture(item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], dpi: float, feedback: QgsFeedback | None,
             restore: ExitStack) -> QgsMapLayer:
    """Return one layer with a picture of these layers of the map, in its style, day and resolution.

    It is deleted when the map is restored.
    """
    process_events(feedback)
    settings = _settings(item, layers, dpi)
    job = QgsMapRendererParallelJob(settings)
    render_map(job, feedback)
    layer = PictureLayer(job.renderedImage(), settings.visibleExtent(), item.crs(), feedback)
    attach_layers(item.layout(), [layer])
    restore.callback(sip.delete, layer)
    return layer


def _settings(item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], dpi: float) -> QgsMapSettings:
    dots = QSizeF(item.rect().width() / INCH_MM * dpi, item.rect().height() / INCH_MM * dpi)
    coarser = min(1.0, (MOST_DOTS / (dots.width() * dots.height())) ** 0.5)
    settings = item.mapSettings(item.extent(), dots * coarser, dpi * coarser, True)
    settings.setLayers(list(layers))
    settings.setFlag(Qgis.MapSettingsFlag.ForceVectorOutput, False)
    settings.setOutputImageFormat(QImage.Format.Format_ARGB32_Premultiplied)
    settings.setBackgroundColor(Qt.GlobalColor.transparent)
    return settings
