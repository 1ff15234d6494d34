"""The legend of a map: only what the map shows, with counts."""

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
from yalu_plugin.layers.display_names import kind_name
from yalu_plugin.layers.layouts.statements import Shown
from yalu_plugin.layers.layouts.symbol_size import scaled, symbol_scale

BREAK = "legend/column-break"
UPRIGHT_COLUMNS = 2  # at most, of a legend that is about as high as wide
STATES_IN_COLUMN = 3  # in a low legend


def fill_legend(legend: QgsLayoutItemLegend, layers: Mapping[str, QgsVectorLayer], shown: Shown,
                texts: PageTexts = NO_TEXTS, river: str = "") -> None:
    """Fill `legend` with the kinds and states on the map, with their counts, and the river and the places.

    `layers`: the map's, by role; those whose renderer the user has replaced appear as QGIS shows them. `texts`: labels
    of the user. `river`: the label of the river lines, if these are not the border in OSM.
    """
    legend.setAutoUpdateModel(False)
    legend.model().rootGroup().clear()
    states: dict[str, int] = {}
    for row in shown.states.values():
        states[row["state"]] = states.get(row["state"], 0) + 1
    labels = {"river": river, **texts.legend}
    heading = labels.get("sites") or tr("Sites")
    _add(legend, layers.get("sites"), heading, _kind_labels(shown.kinds, labels), shown.kinds)
    low = legend.columnCount() > UPRIGHT_COLUMNS
    if not low:
        _add_ground(legend, layers, labels)
    heading = labels.get("states") or tr("State on {day}").format(day=shown.day)
    node = _add(legend, layers.get("site_states"), heading, _labels(STATE_LABELS, labels), states)
    if node is not None and legend.columnCount() > 1:
        node.setCustomProperty(BREAK, 1)
    if low:
        _break_last_column(legend, node, len(states), _add_ground(legend, layers, labels))
    legend.adjustBoxSize()


def _labels(labels: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """Return labels of kinds or states: the user's own, else in the page's language."""
    return {name: texts.get(name) or tr(labels[name]) for name in labels}


def _kind_labels(counts: Mapping[str, int], texts: Mapping[str, str]) -> dict[str, str]:
    """Return labels of the kinds on the map."""
    return {kind: texts.get(kind) or kind_name(kind) for kind in counts if kind}


def _add_ground(legend: QgsLayoutItemLegend, layers: Mapping[str, QgsVectorLayer], labels: Mapping[str, str]
                ) -> list[QgsLayerTreeLayer]:
    """Add the river and the places, as far as the map has them."""
    nodes = (_add_single(legend, layers.get("corridors"), labels.get("river") or tr(RIVER_LABEL)),
             _add_single(legend, layers.get("places"), labels.get("place") or tr("Place")))
    return [node for node in nodes if node is not None]


def _break_last_column(legend: QgsLayoutItemLegend, state: QgsLayerTreeLayer | None, states: int,
                       ground: list[QgsLayerTreeLayer]) -> None:
    """Start the last column of a low and wide legend: river and places, below the states that exceed their column.

    Without this QGIS would give the places a column of their own.
    """
    if state is not None and states > STATES_IN_COLUMN:
        first = legend.model().layerLegendNodes(state)[STATES_IN_COLUMN]
        QgsMapLayerLegendUtils.setLegendNodeColumnBreak(
            state, legend.model().layerOriginalLegendNodes(state).index(first), True)
    elif ground:
        ground[0].setCustomProperty(BREAK, 1)


def _add(legend: QgsLayoutItemLegend, layer: QgsVectorLayer | None, heading: str, labels: Mapping[str, str],
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
        if value in labels:
            text = tr("{what} ({count})").format(what=labels[value], count=counts.get(value, 0))
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, text)
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, [index for index, value in enumerate(values) if counts.get(value)])
    _scale_symbols(legend, node)
    return node


def _add_single(legend: QgsLayoutItemLegend, layer: QgsVectorLayer | None, text: str) -> QgsLayerTreeLayer | None:
    if layer is None:
        return None
    node = legend.model().rootGroup().addLayer(layer)
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, text)
    _scale_symbols(legend, node)
    return node


def _scale_symbols(legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer) -> None:
    """Show symbols as large as on the page's maps."""
    times = symbol_scale(legend.layout())
    for index, one in enumerate(legend.model().layerOriginalLegendNodes(node)) if times != 1.0 else ():
        if isinstance(one, QgsSymbolLegendNode) and one.symbol() is not None:
            QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, index, scaled(one.symbol(), times))
    legend.model().refreshLayerLegend(node)
