"""Dense reaches of the overview: boxes with a letter on its main map, and maps that show each of them larger."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeedback,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from yalu_plugin.core.cartography.reaches import Enlarged, dense_reaches
from yalu_plugin.core.cartography.spread import Spot, Symbols, spread
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.letters import map_letters
from yalu_plugin.layers.layouts.marks import SYMBOLS, Marks, always_drawn, places_on
from yalu_plugin.layers.layouts.paper import Paper
from yalu_plugin.layers.layouts.strip_layers import match_name

LARGEST, SMALLEST = 0.2, 0.5  # the scale of the map of a reach, as a part of the main map's
LETTER, BESIDE = Symbols(radius=3.5, farthest=40.0), 2.2  # mm: what a letter keeps free; its middle from its box
LOOK = {"style": "no", "outline_color": "#8c2d04", "outline_width": "0.35"}


@dataclass(frozen=True)
class ReachMap:
    """A reach with its letter: the ground (in `crs`), and where the symbols of its sites, by id, stand on its map."""

    letter: str
    ground: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    spots: dict[str, Spot]

    def show(self, item: QgsLayoutItemMap, sites: Sequence[Row]) -> Marks:
        """Let the map show the reach; its marks, among which all other sites on it have no symbol."""
        item.setCrs(self.crs)
        item.setFollowVisibilityPreset(False)
        item.zoomToExtent(self.ground)
        places = places_on(item, sites)
        return Marks(places, {name: self.spots.get(name) for name in places})


def reaches_of(main_map: QgsLayoutItemMap, sites: Sequence[Row], crowded: Set[str], size_mm: tuple[float, float],
               before: int = 0, feedback: QgsFeedback | None = None) -> list[ReachMap]:
    """The reaches of the map that hold the sites that are `crowded` (ids), on maps of this size.

    `sites`: in order along the river. before: how many letters are taken. `feedback` may cancel. Raises Cancelled.
    """
    paper, crs = Paper(main_map), main_map.crs()
    order = places_on(main_map, sites)
    names = list(order)
    ground = [Spot(point.x(), point.y()) for point in map(paper.point, order.values())]
    enlarged = Enlarged(size_mm, *(part * main_map.scale() * size_mm[0] / 1000 for part in (LARGEST, SMALLEST)))
    crowd = {number for number, name in enumerate(names) if name in crowded}
    made = []
    for reach in dense_reaches(ground, crowd, enlarged, SYMBOLS):
        made.append(ReachMap(match_name(before + len(made)), QgsRectangle(*reach.ground), crs,
                             {names[index]: spot for index, spot in reach.spots.items()}))
        breathe(feedback)
    return made


def box_layers(main_map: QgsLayoutItemMap, reaches: Sequence[ReachMap], marks: Marks) -> list[QgsVectorLayer]:
    """The letters of the reaches beside their boxes on the main map, and the boxes; letters keep off its `marks`."""
    radius = LETTER.radius * main_map.scale() / 1000
    letters = _layer("Polygon", main_map, [  # areas, not points: names of other layers keep off all of them
        (reach.letter, QgsGeometry.fromPointXY(point).buffer(radius, 8))
        for point, reach in zip(_letter_places(main_map, reaches, marks), reaches)])
    letters.setRenderer(QgsNullSymbolRenderer())
    letters.setLabeling(QgsVectorLayerSimpleLabeling(_letters()))
    letters.setLabelsEnabled(True)
    boxes = _layer("Polygon", main_map, [(reach.letter, QgsGeometry.fromRect(reach.ground)) for reach in reaches])
    boxes.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(LOOK)))
    return [letters, boxes]


def _letter_places(main_map: QgsLayoutItemMap, reaches: Sequence[ReachMap], marks: Marks) -> list[QgsPointXY]:
    """Outside the lower left corner of each box, or as near to that as there is room for the letter."""
    paper = Paper(main_map)
    corners = [paper.spot(QgsPointXY(reach.ground.xMinimum(), reach.ground.yMinimum())) for reach in reaches]
    beside = [Spot(corner.x - BESIDE, corner.y - BESIDE) for corner in corners]
    taken = [*marks.places.values(), *(spot for spot in marks.spots.values() if spot is not None)]
    spots = spread([*beside, *taken], LETTER, paper.frame, range(len(beside)))
    return [paper.point(spot or corner) for spot, corner in zip(spots, beside)]


def _layer(kind: str, main_map: QgsLayoutItemMap, rows: Sequence[tuple[str, QgsGeometry]]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?field=name:string", tr("Enlarged reaches"), "memory")
    layer.setCrs(main_map.crs())
    features = []
    for name, geometry in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _letters() -> QgsPalLayerSettings:
    made = QgsPalLayerSettings()
    made.setFormat(map_letters(8, LOOK["outline_color"], bold=True))
    made.fieldName = "name"
    always_drawn(made)
    return made
