"""A legend that holds what the map shows, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsSymbolLegendNode,
    QgsVectorLayer,
)

from yalu_plugin.core.cartography.page_texts import NO_TEXTS, PageTexts
from yalu_plugin.core.value_labels import RIVER_LABEL, STATE_LABELS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.kind_name import kind_name
from yalu_plugin.layers.layouts.statements import Shown
from yalu_plugin.layers.layouts.symbol_size import grown, symbol_times

BREAK = "legend/column-break"
UPRIGHT = 2  # columns of a legend that is as high as wide
IN_A_COLUMN = 3  # states, in a low legend


def fill_legend(legend: QgsLayoutItemLegend, layers: Mapping[str, QgsVectorLayer], shown: Shown,
                own: PageTexts = NO_TEXTS, river: str = "") -> None:
    """Give `legend` the kinds and states that are on the map, with how many there are, the river and the places.

    `layers` are the map's layers by role. Layers whose renderer the user has replaced appear as QGIS shows them.
    `own`: what the user calls them. `river`: what the lines are called, if not the border in OSM.
    """
    legend.setAutoUpdateModel(False)
    legend.model().rootGroup().clear()
    states: dict[str, int] = {}
    for row in shown.states.values():
        states[row["state"]] = states.get(row["state"], 0) + 1
    words = {"river": river, **own.legend}
    _add(legend, layers.get("sites"), words.get("sites") or tr("Sites"), _kinds(shown.kinds, words), shown.kinds)
    low = legend.columnCount() > UPRIGHT
    if not low:
        _add_ground(legend, layers, words)
    heading = words.get("states") or tr("State on {day}").format(day=shown.day)
    node = _add(legend, layers.get("site_states"), heading, _called(STATE_LABELS, words), states)
    if node is not None and legend.columnCount() > 1:
        node.setCustomProperty(BREAK, 1)
    if low:
        _end_low(legend, node, len(states), _add_ground(legend, layers, words))
    legend.adjustBoxSize()


def _called(words: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """What kinds or states are called, in the page's language or as the user has it."""
    return {name: own.get(name) or tr(words[name]) for name in words}


def _kinds(counts: Mapping[str, int], own: Mapping[str, str]) -> dict[str, str]:
    """What the kinds on the map are called."""
    return {kind: own.get(kind) or kind_name(kind) for kind in counts if kind}


def _add_ground(legend: QgsLayoutItemLegend, layers: Mapping[str, QgsVectorLayer], words: Mapping[str, str]
                ) -> list[QgsLayerTreeLayer]:
    """The river and the places, as far as they are there."""
    nodes = (_add_single(legend, layers.get("corridors"), words.get("river") or tr(RIVER_LABEL)),
             _add_single(legend, layers.get("places"), words.get("place") or tr("Place")))
    return [node for node in nodes if node is not None]


def _end_low(legend: QgsLayoutItemLegend, state: QgsLayerTreeLayer | None, states: int,
             ground: list[QgsLayerTreeLayer]) -> None:
    """The last column of a low and wide legend: river and places, under the states that have no room in their own.

    Left to itself QGIS gives a column to the places alone.
    """
    if state is not None and states > IN_A_COLUMN:
        first = legend.model().layerLegendNodes(state)[IN_A_COLUMN]
        QgsMapLayerLegendUtils.setLegendNodeColumnBreak(
            state, legend.model().layerOriginalLegendNodes(state).index(first), True)
    elif ground:
        ground[0].setCustomProperty(BREAK, 1)


def _add(legend: QgsLayoutItemLegend, layer: QgsVectorLayer | None, heading: str, words: Mapping[str, str],
         counts: Mapping[str, int]) -> QgsLayerTreeLayer | None:
    if layer is None:
        return None
    node = legend.model().rootGroup().addLayer(layer)
    node.setUseLayerName(False)
    node.setName(heading)
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Subgroup)
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return node
    values = [category.value() for category in renderer.categories()]
    for index, value in enumerate(values):
        if value in words:
            text = tr("{what} ({count})").format(what=words[value], count=counts.get(value, 0))
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, text)
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, [index for index, value in enumerate(values) if counts.get(value)])
    _grow_symbols(legend, node)
    return node


def _add_single(legend: QgsLayoutItemLegend, layer: QgsVectorLayer | None, text: str) -> QgsLayerTreeLayer | None:
    if layer is None:
        return None
    node = legend.model().rootGroup().addLayer(layer)
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, text)
    _grow_symbols(legend, node)
    return node


def _grow_symbols(legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer) -> None:
    """Symbols as large as on the page's maps."""
    times = symbol_times(legend.layout())
    for index, one in enumerate(legend.model().layerOriginalLegendNodes(node)) if times != 1.0 else ():
        if isinstance(one, QgsSymbolLegendNode) and one.symbol() is not None:
            QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, index, grown(one.symbol(), times))
    legend.model().refreshLayerLegend(node)
