"""Numbered symbols of the sites on one map: moved apart, with a line and a dot at the true place of moved symbols.

They are layers of that map only, with the symbols that the survey's layers have for kinds and states in the project.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCsException,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProperty,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.core.cartography.symbol_spread import Spot, SpreadLimits, spread_symbols
from yalu_plugin.core.kinds import VEHICLE
from yalu_plugin.core.published import Row
from yalu_plugin.core.states import STATE_BY_VALUE
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.extents import to_crs
from yalu_plugin.layers.layouts.map_paper import Paper
from yalu_plugin.layers.layouts.map_styles import OBSTACLE_WEIGHT
from yalu_plugin.layers.layouts.page_fonts import map_text_format
from yalu_plugin.layers.layouts.symbol_size import symbol_scale
from yalu_plugin.layers.temporal import day_range

SYMBOL_MM, STATE_TIMES, PLACE_MM = 4.1, 0.95, 1.7  # a numbered symbol; the mark of a state; the dot at a true place
SYMBOLS = SpreadLimits(radius=2.5, farthest=9.5)
POINTS, POINTS_OF_THREE = 5.25, 4.5  # of numbers up to 99, and of larger ones
LINE = {"line_color": "#333333", "line_width": "0.18"}
CASING = {"line_color": "#ffffff", "line_width": "0.5"}  # visible only on images
HALO_MM = 0.25  # around a number: the mark of a state may be near it
CROSSED_HALO_MM = 0.5  # where the mark crosses the symbol, below the number
CROSSING_MARK = "slash"  # it also makes the symbol paler
INK, PAPER = "#111111", "#ffffff"


@dataclass(frozen=True)
class PlacedSymbols:
    """The positions of the symbols on the paper of a map (see `paper_of`), by site id.

    places: the true place of each site. spots: the position of its symbol, None if there is no space for one.
    """

    places: dict[str, Spot]
    spots: dict[str, Spot | None]

    @property
    def numbered_ids(self) -> set[str]:
        """The ids of the sites that have their number on the map."""
        return {name for name, spot in self.spots.items() if spot is not None}


def paper_of(item: QgsLayoutItemMap) -> Paper:
    """Return the paper of a map, in the mm in which its symbols are measured."""
    return Paper(item, symbol_scale(item.layout()))


def place_symbols(item: QgsLayoutItemMap, sites: Sequence[Row], without: Container[str] = ()) -> PlacedSymbols:
    """Place symbols of the sites on the map, in this order; sites `without` a symbol (ids) are still kept clear."""
    places = places_on(item, sites)
    order = list(places)
    wanted = [index for index, name in enumerate(order) if name not in without]
    spots = spread_symbols(list(places.values()), SYMBOLS, paper_of(item).frame, wanted)
    return PlacedSymbols(places, dict(zip(order, spots)))


def places_on(item: QgsLayoutItemMap, sites: Sequence[Row]) -> dict[str, Spot]:
    """Return the places on paper of the sites that are on the map, by id."""
    paper, shift, places = paper_of(item), to_crs(item.crs()), {}
    for row in sites:
        with suppress(QgsCsException):  # outside the area of the map's projection
            spot = paper.spot(shift.transform(QgsGeometry.fromWkt(row["geom"]).asPoint()))
            if paper.frame.holds(spot, 0.0):
                places[row["id"]] = spot
    return places


def symbol_layers(item: QgsLayoutItemMap, symbols: PlacedSymbols, numbers: Mapping[str, int],
                  layers: Mapping[str, QgsVectorLayer], day: date) -> list[QgsVectorLayer]:
    """Return the layers that draw the symbols: states, numbered symbols, dots at true places, lines to these.

    They are ordered from the top down. `layers`: the project's, by role, whose symbols are used.
    """
    paper = paper_of(item)
    positions = {name: paper.point(spot) for name, spot in symbols.spots.items() if spot is not None}
    displaced = {name: paper.point(place) for name, place in symbols.places.items() if symbols.spots[name] != place}
    result = []
    if "site_states" in layers:
        result.append(_states(item, layers["site_states"], positions, day))
    if "sites" in layers:
        crossed = {feature["site_id"] for layer in result for feature in layer.getFeatures()
                   if feature["state"] in STATE_BY_VALUE and STATE_BY_VALUE[feature["state"]].mark == CROSSING_MARK}
        result.append(_symbols(item, layers["sites"], positions, numbers, crossed))
        result.append(_small_symbols(item, layers["sites"], displaced))
    result.append(_lines(item, [(positions[name], place) for name, place in displaced.items() if name in positions]))
    return result


def _states(item: QgsLayoutItemMap, source: QgsVectorLayer, positions: Mapping[str, QgsPointXY],
            day: date) -> QgsVectorLayer:
    """Return the marks of the states of the day, around the symbols."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(source)
    filtered = source.temporalProperties().createFilterString(context, day_range(day, day))
    layer = _moved_copy(item, source, QgsFeatureRequest().setFilterExpression(filtered), "site_id", positions)
    layer.setRenderer(_resized_renderer(source, lambda symbol: symbol.size() * STATE_TIMES))
    return layer


def _symbols(item: QgsLayoutItemMap, source: QgsVectorLayer, positions: Mapping[str, QgsPointXY],
             numbers: Mapping[str, int], crossed: Set[str]) -> QgsVectorLayer:
    """Return the symbols of the kinds with the numbers in them; those of sites `crossed` by a mark (ids) are pale."""
    layer = _moved_copy(item, source, QgsFeatureRequest(), "id", positions, numbers, crossed)
    layer.setRenderer(_resized_renderer(source, lambda _: SYMBOL_MM))
    settings = QgsPalLayerSettings()
    settings.setFormat(map_text_format(POINTS, INK, bold=True, halo_mm=HALO_MM))
    settings.fieldName = "number"
    always_draw(settings)
    given, part = settings.dataDefinedProperties(), QgsPalLayerSettings.Property
    for name, dark, light in ((part.Color, PAPER, INK), (part.BufferColor, INK, PAPER)):
        given.setProperty(name, QgsProperty.fromExpression(
            f"if(\"kind\" = '{VEHICLE}' and not \"crossed\", '{dark}', '{light}')"))
    given.setProperty(part.BufferSize, QgsProperty.fromExpression(f'if("crossed", {CROSSED_HALO_MM}, {HALO_MM})'))
    given.setProperty(part.Size, QgsProperty.fromExpression(f'if("number" > 99, {POINTS_OF_THREE}, {POINTS})'))
    settings.setDataDefinedProperties(given)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def always_draw(settings: QgsPalLayerSettings) -> None:
    """Draw labels in the middle of their points even over others; names of other layers do not cover the points."""
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.priority = 10
    placed, obstacle = settings.placementSettings(), settings.obstacleSettings()
    placed.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    settings.setPlacementSettings(placed)
    obstacle.setFactor(OBSTACLE_WEIGHT)
    settings.setObstacleSettings(obstacle)


def _small_symbols(item: QgsLayoutItemMap, source: QgsVectorLayer, places: Mapping[str, QgsPointXY]) -> QgsVectorLayer:
    layer = _moved_copy(item, source, QgsFeatureRequest(), "id", places)
    layer.setRenderer(_resized_renderer(source, lambda _: PLACE_MM))
    return layer


def _lines(item: QgsLayoutItemMap, ends: Sequence[tuple[QgsPointXY, QgsPointXY]]) -> QgsVectorLayer:
    layer = QgsVectorLayer("LineString", tr("Lines to true places"), "memory")
    layer.setCrs(item.crs())
    features = []
    for line in ends:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPolylineXY(list(line)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    symbol = QgsLineSymbol.createSimple(CASING)
    symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer.create(LINE))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _moved_copy(item: QgsLayoutItemMap, source: QgsVectorLayer, request: QgsFeatureRequest, key: str,
                places: Mapping[str, QgsPointXY], numbers: Mapping[str, int] | None = None,
                crossed: Container[str] = ()) -> QgsVectorLayer:
    """Return a copy of the features whose `key` is in `places`, at these places on the ground."""
    layer = QgsVectorLayer("Point", source.name(), "memory")
    layer.setCrs(item.crs())
    layer.dataProvider().addAttributes([*source.fields(), QgsField("number", QMetaType.Type.Int),
                                          QgsField("crossed", QMetaType.Type.Bool)])
    layer.updateFields()
    features = []
    for feature in source.getFeatures(request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)):
        name = feature[key]
        if name in places:
            copy = QgsFeature(layer.fields())
            copy.setAttributes([*feature.attributes(), (numbers or {}).get(name), name in crossed])
            copy.setGeometry(QgsGeometry.fromPointXY(places[name]))
            features.append(copy)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _resized_renderer(source: QgsVectorLayer, size: Callable[[QgsMarkerSymbol], float]) -> QgsFeatureRenderer:
    """Return the renderer of a layer with another size of its markers."""
    renderer = source.renderer().clone()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            symbol = category.symbol().clone()
            if isinstance(symbol, QgsMarkerSymbol):
                symbol.setSize(size(symbol))
                renderer.updateCategorySymbol(index, symbol)
    return renderer
