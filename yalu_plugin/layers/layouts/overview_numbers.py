"""The numbers of the sites on the first page of the overview: on its main map, in its inset, in boxes of dense reaches.

A symbol is at its site or a little beside it; a site without space for one is in a box, and numbered on the box's map.
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
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers
from yalu_plugin.layers.layouts.map_styles import apply_style
from yalu_plugin.layers.layouts.numbered_symbols import PlacedSymbols, place_symbols, symbol_layers
from yalu_plugin.layers.layouts.overview_maps import draw_box_below, set_scale_bar
from yalu_plugin.layers.layouts.page_options import SIZES, PageStyle
from yalu_plugin.layers.layouts.page_template import fill
from yalu_plugin.layers.layouts.reach_maps import ReachMap, box_layers, find_reaches
from yalu_plugin.layers.layouts.site_numbers import SiteNumbers, read_site_numbers
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.temporal import day_range

REACH_MM = (66.0, 62.0)  # the map of a dense reach, on A4
MAX_OFFSET_MM = 4.6  # of symbols from their places, in a reach that is not dense
ALIKE_MM = 0.5
LISTED = 40  # characters of the numbers in a caption
# x, y, width, height in mm on A4, landscape and portrait, of items that move for the map of a reach; CHANGED_PLACES:
# also if the box of the inset is nearer to that map, so that no leader line crosses its caption
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
class NumberedSites:
    """The sites of a map in order along the river, and where they are numbered.

    Attributes:
        reaches: the dense ones, which have own maps.
        first: the one of them that is on the page of the map.
        symbols: of the maps of that page, by their ids.
        scenes: the layers of images below the sites.
        scale: of that page's main map or panels, at which the maps of the reaches evaluate scale-dependent styles.
    """

    numbers: SiteNumbers
    sites: Sequence[Row]
    reaches: Sequence[ReachMap]
    first: ReachMap | None = None
    symbols: Mapping[str, PlacedSymbols] = field(default_factory=dict)
    scenes: Sequence[QgsMapLayer] = ()
    scale: float = 0.0


def number_sites(survey: Survey, layout: QgsPrintLayout, shown: statements.Shown, boxed: bool, style: PageStyle,
                 feedback: QgsFeedback | None = None) -> NumberedSites | None:
    """Find a place for every number; return None if the map names its sites, or they are too many to be numbered.

    boxed: whether the inset enlarges a part of the main map. `feedback` may cancel. Raises ExportCancelled.
    """
    numbers = read_site_numbers(survey, shown.sites, shown.day)
    if numbers is None:
        return None
    process_events(feedback)
    on_it = {row["id"] for row in shown.sites}
    sites = [row for row in numbers.downstream() if row["id"] in on_it]
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    symbols = {"inset_map": place_symbols(inset, sites)} if boxed else {}
    process_events(feedback)
    elsewhere = symbols["inset_map"].numbered_ids if boxed else set()
    size = reach_size(style)
    symbols["main_map"], reaches = _boxed(main_map, sites, elsewhere, size, feedback)
    return NumberedSites(numbers, sites, reaches, _largest(layout, reaches, size), symbols, scale=main_map.scale())


def reach_size(style: PageStyle) -> tuple[float, float]:
    """Return width and height in mm of the map of a dense reach."""
    times = SIZES[style.page][0] / SIZES["A4"][0] if style.page else 1.0
    return REACH_MM[0] * times, REACH_MM[1] * times


def _boxed(main_map: QgsLayoutItemMap, sites: Sequence[Row], elsewhere: Set[str], size_mm: tuple[float, float],
           feedback: QgsFeedback | None) -> tuple[PlacedSymbols, list[ReachMap]]:
    """Return the symbols of the main map, and the reaches for sites without one there and `elsewhere` (ids)."""
    symbols, reaches = place_symbols(main_map, sites), list[ReachMap]()
    crowded = {name for name in symbols.places if _offset_mm(symbols, name) > MAX_OFFSET_MM} - elsewhere
    more = crowded
    while more:  # once some sites are in a box, symbols are placed differently, and others may have no space
        crowded |= more
        reaches = find_reaches(main_map, sites, crowded, size_mm, feedback=feedback)
        inside = {name for reach in reaches for name in reach.spots}
        symbols = place_symbols(main_map, sites, inside)
        process_events(feedback)
        more = symbols.places.keys() - symbols.numbered_ids - inside - elsewhere
    return symbols, reaches


def draw_numbers(layout: QgsPrintLayout, numbered: NumberedSites, layers: Mapping[str, QgsVectorLayer], day: date,
                 feedback: QgsFeedback | None = None) -> None:
    """Draw the numbered symbols on the maps of the first page, in place of the survey's, and show the largest reach.

    `feedback` may cancel. Raises ExportCancelled.
    """
    main_map = layout.itemById("main_map")
    boxes = box_layers(main_map, numbered.reaches, numbered.symbols["main_map"])
    attach_layers(layout, boxes)
    process_events(feedback)
    ground = [layer for layer in main_map.layers() if layer not in [layers.get(role) for role in SITES]]
    for name, symbols in numbered.symbols.items():
        below = [*boxes, *ground] if name == "main_map" else ground
        draw_symbols(layout.itemById(name), symbols, below, numbered, layers, day)
        process_events(feedback)
    if numbered.first is not None:
        _show_second(layout, numbered.first, numbered, layers, day, feedback)


def show_reach(item: QgsLayoutItemMap, reach: ReachMap, numbered: NumberedSites, layers: Mapping[str, QgsVectorLayer],
               day: date, feedback: QgsFeedback | None) -> None:
    """Show a dense reach with its numbers on a map, above the images. Raises ExportCancelled."""
    ground = [*(layers[role] for role in ("places", "corridors") if role in layers), *numbered.scenes]
    apply_style([item], layers, clear_river=True, on_image=bool(numbered.scenes), scale=numbered.scale,
                feedback=feedback)
    draw_symbols(item, reach.show(item, numbered.sites), ground, numbered, layers, day)
    item.setIsTemporal(True)
    item.setTemporalRange(day_range(day, day))


def reach_caption(reach: ReachMap, numbered: NumberedSites) -> str:
    """Return the caption of the map of a reach: its letter, its numbers, and where along the river it is."""
    numbers, km = numbered.numbers.by_id(), numbered.numbers.km
    has, measured = [numbers[name] for name in reach.spots], [km[name] for name in reach.spots if name in km]
    parts = [reach.letter, _number_list(has)]
    if measured:
        parts.append(tr("km {first:.1f} to km {last:.1f}").format(first=min(measured), last=max(measured)))
    return "  ·  ".join(parts)


def _number_list(numbers: Sequence[int]) -> str:
    listed = number_ranges(numbers)
    if len(listed) <= LISTED:
        return tr("No. {numbers}").format(numbers=listed)
    return tr("{count} sites from No. {first} to {last}").format(
        count=len(numbers), first=min(numbers), last=max(numbers))


def hide_second(layout: QgsPrintLayout) -> None:
    """Hide the map for a dense reach on the first page, with its scale bar, until there is one to show."""
    second, bar = layout.itemById("inset_map_2"), layout.itemById("inset_map_2_scale_bar")
    if isinstance(second, QgsLayoutItemMap):
        hide_map(second, layout.itemById("main_map"))
    if bar is not None:
        bar.setVisibility(False)


def hide_map(item: QgsLayoutItemMap, other: QgsLayoutItemMap) -> None:
    """Hide a map. It gets the extent of another one: with an empty extent QGIS writes no PDF with layers."""
    item.setVisibility(False)
    item.setCrs(other.crs())
    item.zoomToExtent(other.extent())
    item.setLayers([])
    item.setKeepLayerSet(True)


def _show_second(layout: QgsPrintLayout, reach: ReachMap, numbered: NumberedSites, layers: Mapping[str, QgsVectorLayer],
                 day: date, feedback: QgsFeedback | None) -> None:
    """Show the largest dense reach on the first page, and move other items out of its space."""
    second, bar = layout.itemById("inset_map_2"), layout.itemById("inset_map_2_scale_bar")
    second.setVisibility(True)
    show_reach(second, reach, numbered, layers, day, feedback)
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


def draw_symbols(item: QgsLayoutItemMap, symbols: PlacedSymbols, ground: Sequence[QgsMapLayer], numbered: NumberedSites,
                 layers: Mapping[str, QgsVectorLayer], day: date) -> None:
    """Draw the symbols on a map, above the layers `ground`."""
    drawn = symbol_layers(item, symbols, numbered.numbers.by_id(), layers, day)
    attach_layers(item.layout(), drawn)
    item.setLayers([*drawn, *ground])
    draw_box_below(item, drawn[-1])
    item.setKeepLayerSet(True)


def _box_of(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> float:
    """Return the x coordinate on the page (mm) of the middle of the inset's box; 0 without a box."""
    if main_map.overview().linkedMap() is None:
        return 0.0
    return float(main_map.mapToScene(main_map.mapToItemCoords(inset.extent().center().toQPointF())).x())


def _offset_mm(symbols: PlacedSymbols, name: str) -> float:
    """Return the distance of the symbol of a site from its place."""
    spot = symbols.spots[name]
    return math.inf if spot is None else math.dist(spot, symbols.places[name])


def _largest(layout: QgsPrintLayout, reaches: Sequence[ReachMap], size_mm: tuple[float, float]) -> ReachMap | None:
    """Return the reach with the most sites, for the first page, if that has a map of this size."""
    item = layout.itemById("inset_map_2")
    if not reaches or not isinstance(item, QgsLayoutItemMap):
        return None
    if max(abs(item.rect().width() - size_mm[0]), abs(item.rect().height() - size_mm[1])) > ALIKE_MM:
        return None
    return max(reaches, key=lambda reach: len(reach.spots))
