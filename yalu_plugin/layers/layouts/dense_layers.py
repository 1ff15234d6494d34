"""Layers of very many symbols, drawn as a picture before a page is written.

QGIS writes a page in one call on the main thread, symbol by symbol: 70,000 of them took 20 s and 100 MB. Drawn in QGIS'
own threads as one picture of the same dots they take a few seconds, in which the window lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsFeedback,
    QgsLayoutItemMap,
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

from yalu_plugin.layers.layouts.breath import breathe, drawn
from yalu_plugin.layers.layouts.lifetime import give_layers
from yalu_plugin.layers.layouts.picture_layer import PictureLayer

MOST = 2_000  # symbols of a layer that a map draws one by one
NEARLY_OPAQUE = 0.999
MOST_DOTS = 40_000_000  # of a picture, 160 MB: an A2 page at 300 dpi; larger maps are drawn coarser
INCH_MM, AT_ONCE = 25.4, 200


def draw_as_picture(item: QgsLayoutItemMap) -> None:
    """Have QGIS write a picture of a map, wherever that is exported: the opacity is not to be seen, but does that."""
    item.setItemOpacity(NEARLY_OPAQUE)


@contextmanager
def drawn_before(layouts: Sequence[QgsPrintLayout], dpi: float | None, feedback: QgsFeedback | None) -> Iterator[None]:
    """For a while, have the maps of `layouts` show a picture in place of layers with very many symbols.

    `dpi`: of what is written next, None for each layout's own. Left as they are: pages of an atlas, whose maps show
    something else on each, and maps that are turned. Raises Cancelled.
    """
    with ExitStack() as put_back:
        for layout in layouts:
            for item in [] if layout.atlas().enabled() else _level_maps(layout):
                dense = [layer for layer in item.layers()
                         if isinstance(layer, QgsVectorLayer) and _is_dense(layer, item, feedback)]
                _draw(item, dense, dpi or layout.renderContext().dpi(), feedback, put_back)
        yield


@contextmanager
def page_drawn_before(layout: QgsPrintLayout, dpi: float, feedback: QgsFeedback) -> Iterator[None]:
    """For a while, have the maps of one page, ready to be drawn, show a picture of all their layers, drawn in QGIS' own
    threads. Left as they are: maps that are turned. Raises Cancelled.
    """
    with ExitStack() as put_back:
        for item in _level_maps(layout):
            _draw(item, item.layers(), dpi, feedback, put_back)
        yield


def _level_maps(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    return [item for item in layout.items()
            if isinstance(item, QgsLayoutItemMap) and item.isVisible() and not item.mapRotation()]


def _draw(item: QgsLayoutItemMap, dense: Sequence[QgsMapLayer], dpi: float, feedback: QgsFeedback | None,
          put_back: ExitStack) -> None:
    layers = item.layers()
    for is_dense, together in groupby(layers, dense.__contains__):
        if is_dense:
            group = list(together)
            picture = _picture(item, group, dpi, feedback, put_back)
            _swap(item, group, [picture])
            put_back.callback(_swap, item, [picture], group)
    if dense and item.itemOpacity() == NEARLY_OPAQUE:  # what made a picture necessary is one
        put_back.callback(draw_as_picture, item)
        item.setItemOpacity(1.0)


def _swap(item: QgsLayoutItemMap, shown: Sequence[QgsMapLayer], wanted: Sequence[QgsMapLayer]) -> None:
    """Show `wanted` where layers are `shown` that follow each other. The others are those that the map has now: while
    the window lives, an image may go.
    """
    layers = item.layers()
    at = layers.index(shown[0])
    item.setLayers([*layers[:at], *wanted, *layers[at + len(shown):]])


def _is_dense(layer: QgsVectorLayer, item: QgsLayoutItemMap, feedback: QgsFeedback | None) -> bool:
    """Whether a map shows more than MOST features of a layer; no more of them are asked for."""
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry).setNoAttributes().setLimit(MOST + 1)
    shift = QgsCoordinateTransform(layer.crs(), item.crs(), item.layout().project().transformContext())
    try:
        request.setFilterRect(shift.transformBoundingBox(item.extent(), Qgis.TransformDirection.Reverse))
    except QgsCsException:  # ground that the layer's projection does not know
        return False
    temporal = layer.temporalProperties()
    if item.isTemporal() and temporal.isActive():
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        request.setFilterExpression(temporal.createFilterString(context, item.temporalRange()))
    count = 0
    for count, _ in enumerate(layer.getFeatures(request) if layer.featureCount() > MOST else (), 1):
        if count % AT_ONCE == 0:
            breathe(feedback)
    return count > MOST


def _picture(item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], dpi: float, feedback: QgsFeedback | None,
             put_back: ExitStack) -> QgsMapLayer:
    """These layers of the map, with its looks, day and dots, as one layer that lasts until all is put back."""
    breathe(feedback)
    settings = _settings(item, layers, dpi)
    job = QgsMapRendererParallelJob(settings)
    drawn(job, feedback)
    layer = PictureLayer(job.renderedImage(), settings.visibleExtent(), item.crs(), feedback)
    give_layers(item.layout(), [layer])
    put_back.callback(sip.delete, layer)
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
