"""Dense reaches of the overview: boxes with a letter on its main map, and a larger map of each."""

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
from yalu_plugin.core.cartography.symbol_spread import Spot, SpreadLimits, spread_symbols
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.layout_layers import shape_layer
from yalu_plugin.layers.layouts.numbered_symbols import SYMBOLS, PlacedSymbols, always_draw, paper_of, places_on
from yalu_plugin.layers.layouts.page_fonts import map_text_format
from yalu_plugin.layers.layouts.strip_layers import match_name
from yalu_plugin.layers.layouts.symbol_size import symbol_scale

LARGEST, SMALLEST = 0.2, 0.5  # denominator of the scale of a reach's map, as a fraction of the main map's
LARGEST_SCALE = 1_500  # denominator, if the sites have no space at those scales
LETTER, BESIDE = SpreadLimits(radius=3.5, farthest=60.0), 2.2  # mm: space of a letter; from its middle to its box
SMALL_MM = 5.0  # boxes no wider, and no farther from each other, share one caption: "A-H"
LED_MM = 1.0  # a letter farther than this from its box has a line to it
LINE_STYLE = {"line_color": "#8c2d04", "line_width": "0.18"}
BOX_STYLE = {"style": "no", "outline_color": "#8c2d04", "outline_width": "0.35"}


@dataclass(frozen=True)
class ReachMap:
    """A reach with its letter, its extent (in `crs`), and the positions of its sites' symbols on its map, by id."""

    letter: str
    ground: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    spots: dict[str, Spot]

    def show(self, item: QgsLayoutItemMap, sites: Sequence[Row]) -> PlacedSymbols:
        """Show the reach on the map and return its symbols; other sites on the map have none."""
        item.setCrs(self.crs)
        item.setFollowVisibilityPreset(False)
        item.zoomToExtent(self.ground)
        places = places_on(item, sites)
        return PlacedSymbols(places, {name: self.spots.get(name) for name in places})


def find_reaches(main_map: QgsLayoutItemMap, sites: Sequence[Row], crowded: Set[str], size_mm: tuple[float, float],
                 before: int = 0, feedback: QgsFeedback | None = None) -> list[ReachMap]:
    """Return reaches of the map that hold the `crowded` sites (ids), for maps of this size.

    `sites`: in order along the river. before: how many letters are used. `feedback` may cancel. Raises ExportCancelled.
    """
    paper, crs, times = paper_of(main_map), main_map.crs(), symbol_scale(main_map.layout())
    order = places_on(main_map, sites)
    names = list(order)
    ground = [Spot(point.x(), point.y()) for point in map(paper.point, order.values())]
    least, most, closest = (scale * size_mm[0] / 1000 for scale in (
        LARGEST * main_map.scale(), SMALLEST * main_map.scale(), LARGEST_SCALE))
    enlarged = ReachMapSize((size_mm[0] / times, size_mm[1] / times), least, most, closest)
    crowd = {number for number, name in enumerate(names) if name in crowded}
    reaches: list[ReachMap] = []
    for reach in dense_reaches(ground, crowd, enlarged, SYMBOLS):
        reaches.append(ReachMap(match_name(before + len(reaches)), QgsRectangle(*reach.ground), crs,
                                {names[index]: spot for index, spot in reach.spots.items()}))
        process_events(feedback)
    return reaches


def box_layers(main_map: QgsLayoutItemMap, reaches: Sequence[ReachMap], symbols: PlacedSymbols) -> list[QgsVectorLayer]:
    """Return layers with the letters of the reaches on the main map, lines from distant letters, and the boxes.

    Letters do not cover the map's `symbols`.
    """
    named, title, crs = _box_captions(main_map, reaches), tr("Enlarged reaches"), main_map.crs()
    radius, places = LETTER.radius * paper_of(main_map).unit, _letter_places(main_map, list(named.values()), symbols)
    # areas, not points: names of other layers do not cover any part of them
    letters = shape_layer("Polygon", title, crs, [
        (name, QgsGeometry.fromPointXY(point).buffer(radius, 8)) for name, point in zip(named, places)])
    letters.setRenderer(QgsNullSymbolRenderer())
    letters.setLabeling(QgsVectorLayerSimpleLabeling(_letter_labels()))
    letters.setLabelsEnabled(True)
    lines = shape_layer("LineString", title, crs, [
        (name, line) for point, (name, box) in zip(places, named.items())
        for line in [_line_to_box(point, QgsGeometry.fromRect(box), radius)] if line is not None])
    lines.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple(LINE_STYLE)))
    boxes = shape_layer("Polygon", title, crs, [
        (reach.letter, QgsGeometry.fromRect(reach.ground)) for reach in reaches])
    boxes.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(BOX_STYLE)))
    return [letters, lines, boxes]


def _line_to_box(letter: QgsPointXY, box: QgsGeometry, radius: float) -> QgsGeometry | None:
    """Return a line from the edge of a letter's space to its box; None if they are adjacent. radius: on the ground."""
    line = QgsGeometry.fromPointXY(letter).shortestLine(box)
    if line.length() <= radius + LED_MM * radius / LETTER.radius:
        return None
    end = line.asPolyline()[-1]
    return QgsGeometry.fromPolylineXY([line.interpolate(radius).asPoint(), end])


def _box_captions(main_map: QgsLayoutItemMap, reaches: Sequence[ReachMap]) -> dict[str, QgsRectangle]:
    """Return captions and the extents they belong to: a letter, or the first and the last of adjacent small boxes."""
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


def _letter_places(main_map: QgsLayoutItemMap, boxes: Sequence[QgsRectangle],
                   symbols: PlacedSymbols) -> list[QgsPointXY]:
    """Return a place outside the lower left corner of each box, or as near to that as the letter has space."""
    paper = paper_of(main_map)
    corners = [paper.spot(QgsPointXY(box.xMinimum(), box.yMinimum())) for box in boxes]
    beside = [Spot(corner.x - BESIDE, corner.y - BESIDE) for corner in corners]
    taken = [*symbols.places.values(), *(spot for spot in symbols.spots.values() if spot is not None)]
    spots = spread_symbols([*beside, *taken], LETTER, paper.frame, range(len(beside)))
    return [paper.point(spot or corner) for spot, corner in zip(spots, beside)]


def _letter_labels() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.setFormat(map_text_format(8, BOX_STYLE["outline_color"], bold=True))
    settings.fieldName = "name"
    always_draw(settings)
    return settings
