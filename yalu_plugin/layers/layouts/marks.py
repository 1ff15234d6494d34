"""Numbered symbols of the sites on one map: set apart, with a line and a dot at the true place of what stands aside.

They are layers of the map's own, drawn as the survey's layers are in the project: its symbols of kinds and states.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
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

from yalu_plugin.core.cartography.symbol_spread import Spot, Symbols, spread_symbols
from yalu_plugin.core.kinds import VEHICLE
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.extents import to_crs
from yalu_plugin.layers.layouts.letters import map_letters
from yalu_plugin.layers.layouts.map_styles import NEVER
from yalu_plugin.layers.layouts.paper import Paper
from yalu_plugin.layers.layouts.symbol_size import symbol_times
from yalu_plugin.layers.temporal import day_range

SYMBOL_MM, STATE_TIMES, PLACE_MM = 4.1, 0.95, 1.7  # a numbered symbol; the mark of its state; what stands for one
SYMBOLS = Symbols(radius=2.5, farthest=9.5)
POINTS, POINTS_OF_THREE = 5.25, 4.5  # of numbers up to 99, and of larger ones
LINE = {"line_color": "#333333", "line_width": "0.18"}
CASING = {"line_color": "#ffffff", "line_width": "0.5"}  # seen on images alone
HALO_MM = 0.25  # around a number: the mark of a state may lie across the symbol, below it
INK, PAPER = "#111111", "#ffffff"


@dataclass(frozen=True)
class Marks:
    """Where the symbols of a map stand on `paper_of` it: by site id the place, and the spot of its symbol (None: no
    room for one).
    """

    places: dict[str, Spot]
    spots: dict[str, Spot | None]

    @property
    def standing(self) -> set[str]:
        """The sites that have their number on the map."""
        return {name for name, spot in self.spots.items() if spot is not None}


def paper_of(item: QgsLayoutItemMap) -> Paper:
    """The paper of a map, in mm by which its symbols are measured."""
    return Paper(item, symbol_times(item.layout()))


def marks_on(item: QgsLayoutItemMap, sites: Sequence[Row], without: Container[str] = ()) -> Marks:
    """The symbols of the sites that lie on the map, in this order; those `without` one, by id, are to be kept clear."""
    places = places_on(item, sites)
    order = list(places)
    wanted = [index for index, name in enumerate(order) if name not in without]
    return Marks(places, dict(zip(order, spread_symbols(list(places.values()), SYMBOLS, paper_of(item).frame, wanted))))


def places_on(item: QgsLayoutItemMap, sites: Sequence[Row]) -> dict[str, Spot]:
    """By id, the places of the sites that lie on the map."""
    paper, shift, places = paper_of(item), to_crs(item.crs()), {}
    for row in sites:
        with suppress(QgsCsException):  # so far away that the map's projection does not know it
            spot = paper.spot(shift.transform(QgsGeometry.fromWkt(row["geom"]).asPoint()))
            if paper.frame.holds(spot, 0.0):
                places[row["id"]] = spot
    return places


def mark_layers(item: QgsLayoutItemMap, marks: Marks, numbers: Mapping[str, int], layers: Mapping[str, QgsVectorLayer],
                day: date) -> list[QgsVectorLayer]:
    """What draws the marks, from the top down: states, numbered symbols, small ones at true places, lines to these.

    `layers`: the project's, by role, whose symbols they take.
    """
    paper = paper_of(item)
    stand = {name: paper.point(spot) for name, spot in marks.spots.items() if spot is not None}
    aside = {name: paper.point(place) for name, place in marks.places.items() if marks.spots[name] != place}
    made = []
    if "site_states" in layers:
        made.append(_states(item, layers["site_states"], stand, day))
    if "sites" in layers:
        made.append(_symbols(item, layers["sites"], stand, numbers))
        made.append(_small(item, layers["sites"], aside))
    made.append(_lines(item, [(stand[name], place) for name, place in aside.items() if name in stand]))
    return made


def _states(item: QgsLayoutItemMap, of: QgsVectorLayer, stand: Mapping[str, QgsPointXY], day: date) -> QgsVectorLayer:
    """The marks of the states of the day around the symbols."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(of)
    filtered = of.temporalProperties().createFilterString(context, day_range(day, day))
    layer = _moved(item, of, QgsFeatureRequest().setFilterExpression(filtered), "site_id", stand)
    layer.setRenderer(_of_size(of, lambda symbol: symbol.size() * STATE_TIMES))
    return layer


def _symbols(item: QgsLayoutItemMap, of: QgsVectorLayer, stand: Mapping[str, QgsPointXY], numbers: Mapping[str, int]
             ) -> QgsVectorLayer:
    """The symbols of the kinds with their numbers in them."""
    layer = _moved(item, of, QgsFeatureRequest(), "id", stand, numbers)
    layer.setRenderer(_of_size(of, lambda _: SYMBOL_MM))
    settings = QgsPalLayerSettings()
    settings.setFormat(map_letters(POINTS, INK, bold=True, halo_mm=HALO_MM))
    settings.fieldName = "number"
    always_drawn(settings)
    given, part = settings.dataDefinedProperties(), QgsPalLayerSettings.Property
    for name, dark, light in ((part.Color, PAPER, INK), (part.BufferColor, INK, PAPER)):
        given.setProperty(name, QgsProperty.fromExpression(f"if(\"kind\" = '{VEHICLE}', '{dark}', '{light}')"))
    given.setProperty(part.Size, QgsProperty.fromExpression(f'if("number" > 99, {POINTS_OF_THREE}, {POINTS})'))
    settings.setDataDefinedProperties(given)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def always_drawn(settings: QgsPalLayerSettings) -> None:
    """Have labels in the middle of their points whatever else there is; names of other layers keep off the points."""
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.priority = 10
    placed, obstacle = settings.placementSettings(), settings.obstacleSettings()
    placed.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    settings.setPlacementSettings(placed)
    obstacle.setFactor(NEVER)
    settings.setObstacleSettings(obstacle)


def _small(item: QgsLayoutItemMap, of: QgsVectorLayer, places: Mapping[str, QgsPointXY]) -> QgsVectorLayer:
    layer = _moved(item, of, QgsFeatureRequest(), "id", places)
    layer.setRenderer(_of_size(of, lambda _: PLACE_MM))
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


def _moved(item: QgsLayoutItemMap, of: QgsVectorLayer, request: QgsFeatureRequest, key: str,
           places: Mapping[str, QgsPointXY], numbers: Mapping[str, int] | None = None) -> QgsVectorLayer:
    """A copy, at these places on the ground, of the features whose `key` has one."""
    layer = QgsVectorLayer("Point", of.name(), "memory")
    layer.setCrs(item.crs())
    layer.dataProvider().addAttributes([*of.fields(), QgsField("number", QMetaType.Type.Int)])
    layer.updateFields()
    features = []
    for feature in of.getFeatures(request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)):
        name = feature[key]
        if name in places:
            copy = QgsFeature(layer.fields())
            copy.setAttributes([*feature.attributes(), (numbers or {}).get(name)])
            copy.setGeometry(QgsGeometry.fromPointXY(places[name]))
            features.append(copy)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _of_size(of: QgsVectorLayer, size: Callable[[QgsMarkerSymbol], float]) -> QgsFeatureRenderer:
    """The renderer of a layer with its markers of another size."""
    renderer = of.renderer().clone()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            symbol = category.symbol().clone()
            if isinstance(symbol, QgsMarkerSymbol):
                symbol.setSize(size(symbol))
                renderer.updateCategorySymbol(index, symbol)
    return renderer
