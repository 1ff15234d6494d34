"""Dense reaches of the overview: boxes with a letter on its main map, and maps that show each of them larger."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from yalu_plugin.core.cartography.dense_reaches import ReachMapSize, dense_reaches
from yalu_plugin.core.cartography.symbol_spread import Spot, Symbols, spread_symbols
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.letters import map_letters
from yalu_plugin.layers.layouts.marks import SYMBOLS, Marks, always_drawn, paper_of, places_on
from yalu_plugin.layers.layouts.named_layer import named_layer
from yalu_plugin.layers.layouts.strip_layers import match_name
from yalu_plugin.layers.layouts.symbol_size import symbol_times

LARGEST, SMALLEST = 0.2, 0.5  # the scale of the map of a reach, as a part of the main map's
CLOSEST = 1_500  # its scale where sites have no room on one of those
LETTER, BESIDE = Symbols(radius=3.5, farthest=60.0), 2.2  # mm: what a letter keeps free; its middle from its box
SMALL_MM = 5.0  # boxes no wider, and no farther from each other, share one text: "A-H"
LED_MM = 1.0  # a letter that stands off by more than this has a line to its box
LINE = {"line_color": "#8c2d04", "line_width": "0.18"}
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
    paper, crs, times = paper_of(main_map), main_map.crs(), symbol_times(main_map.layout())
    order = places_on(main_map, sites)
    names = list(order)
    ground = [Spot(point.x(), point.y()) for point in map(paper.point, order.values())]
    least, most, closest = (scale * size_mm[0] / 1000 for scale in (
        LARGEST * main_map.scale(), SMALLEST * main_map.scale(), CLOSEST))
    enlarged = ReachMapSize((size_mm[0] / times, size_mm[1] / times), least, most, closest)
    crowd = {number for number, name in enumerate(names) if name in crowded}
    made = []
    for reach in dense_reaches(ground, crowd, enlarged, SYMBOLS):
        made.append(ReachMap(match_name(before + len(made)), QgsRectangle(*reach.ground), crs,
                             {names[index]: spot for index, spot in reach.spots.items()}))
        breathe(feedback)
    return made


def box_layers(main_map: QgsLayoutItemMap, reaches: Sequence[ReachMap], marks: Marks) -> list[QgsVectorLayer]:
    """The letters of the reaches beside their boxes on the main map, lines from those that stand off, and the boxes.

    Letters keep off the map's `marks`.
    """
    named, title, crs = _named(main_map, reaches), tr("Enlarged reaches"), main_map.crs()
    radius, places = LETTER.radius * paper_of(main_map).unit, _letter_places(main_map, list(named.values()), marks)
    # areas, not points: names of other layers keep off all of them
    letters = named_layer("Polygon", title, crs, [
        (name, QgsGeometry.fromPointXY(point).buffer(radius, 8)) for name, point in zip(named, places)])
    letters.setRenderer(QgsNullSymbolRenderer())
    letters.setLabeling(QgsVectorLayerSimpleLabeling(_letters()))
    letters.setLabelsEnabled(True)
    lines = named_layer("LineString", title, crs, [
        (name, line) for point, (name, box) in zip(places, named.items())
        for line in [_line_to_box(point, QgsGeometry.fromRect(box), radius)] if line is not None])
    lines.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple(LINE)))
    boxes = named_layer("Polygon", title, crs, [
        (reach.letter, QgsGeometry.fromRect(reach.ground)) for reach in reaches])
    boxes.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(LOOK)))
    return [letters, lines, boxes]


def _line_to_box(letter: QgsPointXY, box: QgsGeometry, radius: float) -> QgsGeometry | None:
    """From the edge of what a letter keeps free to its box; None where it stands beside it. radius: on the ground."""
    line = QgsGeometry.fromPointXY(letter).shortestLine(box)
    if line.length() <= radius + LED_MM * radius / LETTER.radius:
        return None
    end = line.asPolyline()[-1]
    return QgsGeometry.fromPolylineXY([line.interpolate(radius).asPoint(), end])


def _named(main_map: QgsLayoutItemMap, reaches: Sequence[ReachMap]) -> dict[str, QgsRectangle]:
    """What stands beside which ground: a letter, or the first and the last of small boxes in one place."""
    small, groups = SMALL_MM * paper_of(main_map).unit, list[list[ReachMap]]()
    for reach in reaches:
        before = groups[-1][0].ground.center() if groups else None
        if (before is not None and before.distance(reach.ground.center()) <= small
                and max(reach.ground.width(), groups[-1][0].ground.width()) <= small):
            groups[-1].append(reach)
        else:
            groups.append([reach])
    named = {}
    for group in groups:
        ground = QgsRectangle(group[0].ground)
        for reach in group[1:]:
            ground.combineExtentWith(reach.ground)
        named["-".join(dict.fromkeys((group[0].letter, group[-1].letter)))] = ground
    return named


def _letter_places(main_map: QgsLayoutItemMap, boxes: Sequence[QgsRectangle], marks: Marks) -> list[QgsPointXY]:
    """Outside the lower left corner of each box, or as near to that as there is room for the letter."""
    paper = paper_of(main_map)
    corners = [paper.spot(QgsPointXY(box.xMinimum(), box.yMinimum())) for box in boxes]
    beside = [Spot(corner.x - BESIDE, corner.y - BESIDE) for corner in corners]
    taken = [*marks.places.values(), *(spot for spot in marks.spots.values() if spot is not None)]
    spots = spread_symbols([*beside, *taken], LETTER, paper.frame, range(len(beside)))
    return [paper.point(spot or corner) for spot, corner in zip(spots, beside)]


def _letters() -> QgsPalLayerSettings:
    made = QgsPalLayerSettings()
    made.setFormat(map_letters(8, LOOK["outline_color"], bold=True))
    made.fieldName = "name"
    always_drawn(made)
    return made
