"""The numbers of the sites on the first page of the overview: on its main map, in its inset, in boxes of dense reaches.

A symbol stands where its site is, or a little beside it; what has no room so is in a box, and numbered on its map.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from qgis.core import (
    QgsFeedback,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPrintLayout,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from yalu_plugin.core.cartography.number_ranges import number_ranges
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import breathe
from yalu_plugin.layers.layouts.layout_lifetime import give_layers
from yalu_plugin.layers.layouts.map_styles import dress
from yalu_plugin.layers.layouts.numbered_symbols import Marks, mark_layers, marks_on
from yalu_plugin.layers.layouts.overview_maps import set_scale_bar
from yalu_plugin.layers.layouts.page_options import SIZES, Look
from yalu_plugin.layers.layouts.page_template import fill
from yalu_plugin.layers.layouts.reach_maps import ReachMap, box_layers, reaches_of
from yalu_plugin.layers.layouts.site_numbers import Numbers, numbers_of
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.temporal import day_range

REACH_MM = (66.0, 62.0)  # the map of a dense reach, on A4
ASIDE_MM = 4.6  # how far symbols of a reach that is not dense stand from their places
ALIKE_MM = 0.5
LISTED = 40  # characters of the numbers in a caption
# x, y, width, height in mm on A4, landscape and portrait, of what makes room for the map of a reach; and where the box
# of the inset is nearer to that map, so that no line runs across its caption
Places = Mapping[str, tuple[float, float, float, float]]
BESIDE_SECOND: tuple[Places, Places] = ({
    "legend": (168, 127, 55, 55), "scale_bar": (168, 192, 50, 10), "north_arrow": (223, 175, 8, 13),
    "sources": (232, 127, 53, 38), "licences": (232, 166, 53, 35)}, {
    "legend": (17, 252, 92, 36), "sources": (112, 253, 36, 33), "licences": (150, 253, 48, 33)})
CHANGED_PLACES: tuple[Places, Places] = ({
    "inset_map": (88, 128, 76, 64), "inset_scale_bar": (88, 193, 76, 8), "inset_map_2": (17, 128, 66, 62),
    "inset_map_2_caption": (17, 124, 66, 3.6), "inset_map_2_scale_bar": (17, 193, 66, 8)}, {
    "inset_map": (109, 170, 86, 72), "inset_scale_bar": (109, 243, 86, 8), "inset_map_2": (17, 170, 66, 62),
    "inset_map_2_caption": (17, 166, 66, 3.6), "inset_map_2_scale_bar": (17, 233, 66, 8),
    "scale_bar": (17, 155, 66, 9)})
SITES = ("site_states", "sites")


@dataclass(frozen=True)
class Numbered:
    """The sites of a map along the river, and where they are numbered.

    reaches: the dense ones, which have maps of their own. first: the one of them that is on the page of the map.
    marks: of the maps of that page, by their ids. scenes: the layers of images that lie under the sites.
    scale: of that page's main map or panels, for what the maps of the reaches draw alike.
    """

    numbers: Numbers
    sites: Sequence[Row]
    reaches: Sequence[ReachMap]
    first: ReachMap | None = None
    marks: Mapping[str, Marks] = field(default_factory=dict)
    scenes: Sequence[QgsMapLayer] = ()
    scale: float = 0.0


def number_sites(survey: Survey, layout: QgsPrintLayout, shown: statements.Shown, boxed: bool, look: Look,
                 feedback: QgsFeedback | None = None) -> Numbered | None:
    """Find a place for every number; None where the map names its sites, or they are too many to be numbered.

    boxed: whether the inset enlarges a part of the main map. `feedback` may cancel. Raises Cancelled.
    """
    numbers = numbers_of(survey, len(shown.sites), shown.day)
    if numbers is None:
        return None
    breathe(feedback)
    on_it = {row["id"] for row in shown.sites}
    sites = [row for row in numbers.along() if row["id"] in on_it]
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    marks = {"inset_map": marks_on(inset, sites)} if boxed else {}
    breathe(feedback)
    elsewhere = marks["inset_map"].standing if boxed else set()
    size = reach_size(look)
    marks["main_map"], reaches = _boxed(main_map, sites, elsewhere, size, feedback)
    return Numbered(numbers, sites, reaches, _largest(layout, reaches, size), marks, scale=main_map.scale())


def reach_size(look: Look) -> tuple[float, float]:
    """Width and height in mm of the map of a dense reach."""
    times = SIZES[look.page][0] / SIZES["A4"][0] if look.page else 1.0
    return REACH_MM[0] * times, REACH_MM[1] * times


def _boxed(main_map: QgsLayoutItemMap, sites: Sequence[Row], elsewhere: Set[str], size_mm: tuple[float, float],
           feedback: QgsFeedback | None) -> tuple[Marks, list[ReachMap]]:
    """The marks of the main map, and the reaches for what has no room there and is not numbered `elsewhere` (ids)."""
    marks, reaches = marks_on(main_map, sites), list[ReachMap]()
    crowded = {name for name in marks.places if _aside(marks, name) > ASIDE_MM} - elsewhere
    more = crowded
    while more:  # what stood before may have no room once others are in a box: symbols stand otherwise then
        crowded |= more
        reaches = reaches_of(main_map, sites, crowded, size_mm, feedback=feedback)
        inside = {name for reach in reaches for name in reach.spots}
        marks = marks_on(main_map, sites, inside)
        breathe(feedback)
        more = marks.places.keys() - marks.standing - inside - elsewhere
    return marks, reaches


def draw_numbers(layout: QgsPrintLayout, numbered: Numbered, layers: Mapping[str, QgsVectorLayer], day: date,
                 feedback: QgsFeedback | None = None) -> None:
    """Put the numbered symbols on the maps of the first page, in place of the survey's, and the largest reach.

    `feedback` may cancel. Raises Cancelled.
    """
    main_map = layout.itemById("main_map")
    boxes = box_layers(main_map, numbered.reaches, numbered.marks["main_map"])
    give_layers(layout, boxes)
    breathe(feedback)
    ground = [layer for layer in main_map.layers() if layer not in [layers.get(role) for role in SITES]]
    for name, marks in numbered.marks.items():
        put_on(layout.itemById(name), marks, [*boxes, *ground] if name == "main_map" else ground, numbered, layers, day)
        breathe(feedback)
    if numbered.first is not None:
        _show_second(layout, numbered.first, numbered, layers, day)


def show_reach(item: QgsLayoutItemMap, reach: ReachMap, numbered: Numbered, layers: Mapping[str, QgsVectorLayer],
               day: date) -> None:
    """Let a map show a dense reach with its numbers, on the images."""
    ground = [*(layers[role] for role in ("places", "corridors") if role in layers), *numbered.scenes]
    dress([item], layers, clear_river=True, on_image=bool(numbered.scenes), scale=numbered.scale)
    put_on(item, reach.show(item, numbered.sites), ground, numbered, layers, day)
    item.setIsTemporal(True)
    item.setTemporalRange(day_range(day, day))


def reach_caption(reach: ReachMap, numbered: Numbered) -> str:
    """What stands above the map of a reach: its letter, the numbers on it, and where along the river it is."""
    numbers, km = numbered.numbers.of(), numbered.numbers.km
    has, measured = [numbers[name] for name in reach.spots], [km[name] for name in reach.spots if name in km]
    parts = [reach.letter, _in_few_words(has)]
    if measured:
        parts.append(tr("km {first:.1f} to km {last:.1f}").format(first=min(measured), last=max(measured)))
    return "  ·  ".join(parts)


def _in_few_words(numbers: Sequence[int]) -> str:
    listed = number_ranges(numbers)
    if len(listed) <= LISTED:
        return tr("No. {numbers}").format(numbers=listed)
    return tr("{count} sites from No. {first} to {last}").format(
        count=len(numbers), first=min(numbers), last=max(numbers))


def hide_second(layout: QgsPrintLayout) -> None:
    """Take the map for a dense reach off the first page, with its scale bar, until there is one to show."""
    second, bar = layout.itemById("inset_map_2"), layout.itemById("inset_map_2_scale_bar")
    if isinstance(second, QgsLayoutItemMap):
        hide_map(second, layout.itemById("main_map"))
    if bar is not None:
        bar.setVisibility(False)


def hide_map(item: QgsLayoutItemMap, other: QgsLayoutItemMap) -> None:
    """Take a map off its page. It gets the ground of another one: without any QGIS writes no PDF with layers."""
    item.setVisibility(False)
    item.setCrs(other.crs())
    item.zoomToExtent(other.extent())
    item.setLayers([])
    item.setKeepLayerSet(True)


def _show_second(layout: QgsPrintLayout, reach: ReachMap, numbered: Numbered, layers: Mapping[str, QgsVectorLayer],
                 day: date) -> None:
    """The largest dense reach on the first page: what else stands there makes room."""
    second, bar = layout.itemById("inset_map_2"), layout.itemById("inset_map_2_scale_bar")
    second.setVisibility(True)
    show_reach(second, reach, numbered, layers, day)
    fill(layout, {"inset_map_2_caption": reach_caption(reach, numbered)})
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.setVisibility(True)
        set_scale_bar(bar, second)
    page = layout.pageCollection().page(0).pageSize()
    upright = page.height() > page.width()
    times = page.width() / SIZES["A4"][0 if upright else 1]
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    far = _box_of(main_map, inset) > second.sceneBoundingRect().left()
    for name, place in {**BESIDE_SECOND[upright], **(CHANGED_PLACES[upright] if far else {})}.items():
        moved = layout.itemById(name)
        if moved is not None:
            moved.attemptSetSceneRect(QRectF(*(side * times for side in place)))
    layout.itemById("legend").setColumnCount(2 if upright else 1)


def put_on(item: QgsLayoutItemMap, marks: Marks, ground: Sequence[QgsMapLayer], numbered: Numbered,
           layers: Mapping[str, QgsVectorLayer], day: date) -> None:
    """Draw the marks on a map, over the layers of its ground."""
    made = mark_layers(item, marks, numbered.numbers.of(), layers, day)
    give_layers(item.layout(), made)
    item.setLayers([*made, *ground])
    item.setKeepLayerSet(True)


def _box_of(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> float:
    """How far to the right on the page the middle of the inset's box is; 0 without a box."""
    if main_map.overview().linkedMap() is None:
        return 0.0
    return float(main_map.mapToScene(main_map.mapToItemCoords(inset.extent().center().toQPointF())).x())


def _aside(marks: Marks, name: str) -> float:
    """How far the symbol of a site stands from its place."""
    spot = marks.spots[name]
    return math.inf if spot is None else math.dist(spot, marks.places[name])


def _largest(layout: QgsPrintLayout, reaches: Sequence[ReachMap], size_mm: tuple[float, float]) -> ReachMap | None:
    """The reach that has a map on the first page, if that has one of this size."""
    item = layout.itemById("inset_map_2")
    if not reaches or not isinstance(item, QgsLayoutItemMap):
        return None
    if max(abs(item.rect().width() - size_mm[0]), abs(item.rect().height() - size_mm[1])) > ALIKE_MM:
        return None
    return max(reaches, key=lambda reach: len(reach.spots))
