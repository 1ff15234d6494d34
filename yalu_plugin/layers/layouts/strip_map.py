"""The strip map: the river from crossing to crossing in panels, each rotated along it.

From resources/layouts/strip_map.qpt or the user's template: its maps panel_1, panel_2, ... are filled in this order.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsFeedback,
    QgsGeometry,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from yalu_plugin.core.cartography.page_texts import PageTexts
from yalu_plugin.core.corridor.strip_pages import PageSpace
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.extents import scale_step_km, to_crs
from yalu_plugin.layers.layouts.key_pages import FirstPage
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers
from yalu_plugin.layers.layouts.located_sites import located_sites, require_crossings
from yalu_plugin.layers.layouts.map_legend import fill_legend
from yalu_plugin.layers.layouts.map_styles import apply_style
from yalu_plugin.layers.layouts.north_arrows import link_north
from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE, PageStyle
from yalu_plugin.layers.layouts.page_template import fill, fill_heading, fill_licences, from_template
from yalu_plugin.layers.layouts.river_credits import river_label
from yalu_plugin.layers.layouts.site_numbers import read_site_numbers
from yalu_plugin.layers.layouts.strip_layers import match_layer, tick_layer
from yalu_plugin.layers.layouts.strip_line import Strip, read_strip
from yalu_plugin.layers.layouts.strip_numbers import count_without_space, number_panels
from yalu_plugin.layers.layouts.strip_plan import Plan, plan
from yalu_plugin.layers.layouts.strip_poster import lengthen_page
from yalu_plugin.layers.layouts.strip_rows import arrange_panels, panel_maps, panel_space
from yalu_plugin.layers.layouts.strip_texts import panel_caption, strip_dates
from yalu_plugin.layers.layouts.symbol_size import scale_symbols, symbol_scale
from yalu_plugin.layers.persistent_crs import drop_thread_crs
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_states import states_on
from yalu_plugin.layers.temporal import day_range, show_sites_by_day

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.strips import Panel

ITEMS = {"panel_1": QgsLayoutItemMap, "scale_bar": QgsLayoutItemScaleBar}
BAR_OF_PANEL = 0.65  # times a panel's width: the map width for which the scale bar is computed
MOST_PAGES = 4  # that are tried if no number is requested
DRAWN = ("site_states", "sites", "places", "corridors")  # from the top down


def build_strip_map(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                    style: PageStyle = DEFAULT_STYLE, pages: int = 0, scale: int = 0,
                    feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build the pages of the strip map of `survey` as of the UTC `day` (None: the survey's latest), one layout each.

    With a `scale`: as many pages as it needs. Without: at the largest round scale that fits on `pages` pages. Without
    both: on one page, or up to four if it takes so many to keep all sites apart. Many sites are numbered: see
    strip_document for the key. `project` must hold the survey's layers. `feedback` may cancel. Raises NoCrossings,
    PanelsTooSmall, ExportCancelled, MissingPackages, what measuring raises and what from_template raises.
    """
    return strip_pages(project, survey, day, template, style, pages, scale, feedback)[0]


def strip_pages(project: QgsProject, survey: Survey, day: date | None, template: Path | None, style: PageStyle,
                pages: int, scale: int, feedback: QgsFeedback | None, poster: bool = False
                ) -> tuple[list[QgsPrintLayout], FirstPage]:
    """Build the strip map as build_strip_map, and return its first page for further pages after it, too.

    poster: all panels on one long page. Raises also PosterTooLong and PanelsSideBySide.
    """
    drop_thread_crs()
    at, day_reason = statements.day_shown(survey, day)
    counting = located_sites(survey, at)
    located = counting.sites
    require_crossings(located)
    strip = read_strip(survey, at)
    process_events(feedback)
    layout, _ = from_template(project, template, "strip_map", ITEMS, style, feedback)
    process_events(feedback)
    numbers = read_site_numbers(survey, located, at)
    cut = _cut(strip, _positions(located, strip), panel_space(layout), pages, scale, numbers is not None, feedback,
               poster)
    if poster:
        lengthen_page(layout, cut.heights[0])
    built = [layout]
    while len(built) < len(cut.heights):
        built.append(from_template(project, template, "strip_map", ITEMS, style, feedback)[0])
        process_events(feedback)
    process_events(feedback)
    ticks = tick_layer(strip, cut.scale, symbol_scale(layout))
    for layout, (first, heights) in zip(built, cut.pages()):
        layout.setName(tr("Strip map"))
        _fill_panels(layout, first, heights, strip, cut)
        process_events(feedback)
    shown = replace(_shown(survey, located, at, day_reason, built, strip), numbered=numbers is not None,
                    retired=counting.retired)
    drawn = {role: layer for role in DRAWN for layer in [layer_with_role(project, role)] if layer is not None}
    show_sites_by_day(drawn, counting.retirements)
    process_events(feedback)
    for layout, (first, _) in zip(built, cut.pages()):
        copy = ticks.clone()  # each page may be deleted without the others
        page_layers = [[match_layer(item, strip, cut.match_lines, number), copy]
                       for number, item in enumerate(_panels(layout), first)]
        attach_layers(layout, {layer for of_panel in page_layers for layer in of_panel})
        _fill_page(layout, drawn, survey, shown, len(located) - len(shown.sites), page_layers, strip, cut.scale,
                   style.texts, feedback)
        process_events(feedback)
    panels = [item for layout in built for item in _panels(layout)]
    numbered = number_panels(panels, numbers, shown.sites, drawn, shown.day, style, len(cut.match_lines),
                             feedback) if numbers else None
    for layout in built:
        scale_symbols(layout)
        process_events(feedback)
    number_pages(built, feedback)
    return built, FirstPage(built[0], shown, drawn, numbered)


def _cut(strip: Strip, places: FloatArray, space: PageSpace, pages: int, scale: int, numbered: bool,
         feedback: QgsFeedback | None, poster: bool) -> Plan:
    """Return the plan for the requested pages, or for as many as it takes to keep the sites apart."""
    if pages or scale or not numbered:
        return plan(strip, places, space, pages or 1, scale, feedback, poster)
    best = plan(strip, places, space, 1, feedback=feedback, poster=poster)
    left = count_without_space(best, places, space)
    for most in range(2, MOST_PAGES + 1):
        if not left:
            break
        cut = plan(strip, places, space, most, feedback=feedback, poster=poster)
        crowded = count_without_space(cut, places, space)
        if crowded < left:  # more pages do not help sites at the same place
            best, left = cut, crowded
    return best


def _positions(sites: Sequence[Row], strip: Strip) -> FloatArray:
    """Return x, y (n, 2) in the strip's CRS, without sites outside its area."""
    import numpy as np

    shift, points = to_crs(strip.crs), []
    for row in sites:
        with suppress(QgsCsException):  # elsewhere in the world
            points.append(shift.transform(QgsGeometry.fromWkt(row["geom"]).asPoint()))
    return np.array([(point.x(), point.y()) for point in points])


def number_pages(layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback | None = None) -> None:
    """Write "2 / 3" on each page of a document whose layouts are a page each."""
    for number, layout in enumerate(layouts, 1):
        fill(layout, {"page_number": f"{number} / {len(layouts)}"})
        layout.refresh()
        process_events(feedback)


def _shown(survey: Survey, located: Sequence[Row], at: date, day_reason: str, built: Sequence[QgsPrintLayout],
           strip: Strip) -> statements.Shown:
    """Return the sites on any panel of any page, and their states: counts are the same on all pages."""
    grounds = [QgsGeometry.fromQPolygonF(item.visibleExtentPolygon())
               for layout in built for item in _panels(layout)]
    sites = [row for row in located if _on_a_panel(row, grounds, strip.crs)]
    ids = {row["id"] for row in sites}
    states = {name: row for name, row in states_on(survey, at).items() if name in ids}
    outside = [row for row in located if row["id"] not in ids and row["kind"] in CROSSING_KINDS]
    return statements.Shown(at, day_reason, sites, states, None, strip.crs, 0, outside)


def _panels(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    """Return the maps of a page that show a panel."""
    return [item for item in panel_maps(layout) if item.isVisible()]


def _fill_page(layout: QgsPrintLayout, layers: dict[str, QgsVectorLayer], survey: Survey, shown: statements.Shown,
               off: int, page_layers: Sequence[Sequence[QgsMapLayer]], strip: Strip, scale: int, texts: PageTexts,
               feedback: QgsFeedback | None) -> None:
    """Fill what every page has: layers and day of its maps, title, dates, legend, scale bar, sources, licences."""
    maps = _panels(layout)
    apply_style(maps, layers)
    for item, of_panel in zip(maps, page_layers):
        item.setLayers([*of_panel, *layers.values()])
        item.setKeepLayerSet(True)
        item.setIsTemporal(True)
        item.setTemporalRange(day_range(shown.day, shown.day))
    process_events(feedback)
    fill_heading(layout, texts, strip_dates(survey, shown, off, strip, scale))
    process_events(feedback)
    fill(layout, {"sources": statements.sources(survey, shown)})
    fill_licences(layout, texts, statements.licences(survey, shown))
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        fill_legend(legend, layers, shown, texts, river_label(survey))
    process_events(feedback)
    bar = layout.itemById("scale_bar")
    bar.setLinkedMap(layout.itemById("panel_1"))
    bar.setUnitsPerSegment(scale_step_km(BAR_OF_PANEL * layout.itemById("panel_1").rect().width() * scale / 1000))


def _on_a_panel(site: Row, polygons: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> bool:
    try:
        point = to_crs(crs).transform(QgsGeometry.fromWkt(site["geom"]).asPoint())
    except QgsCsException:  # outside the area of the map's projection
        return False
    return any(polygon.contains(point) for polygon in polygons)


def _fill_panels(layout: QgsPrintLayout, first: int, heights: Sequence[float], strip: Strip, cut: Plan) -> None:
    """Show the plan's panels from `first` on; hide maps without a panel, with caption and arrow."""
    arrange_panels(layout, heights)
    for slot, item in enumerate(panel_maps(layout), 1):
        number, arrow = first + slot - 1, layout.itemById(f"north_{slot}")
        shown = slot <= len(heights)
        for part in (item, arrow):
            if part is not None:
                part.setVisibility(shown)
        fill(layout, {f"panel_{slot}_caption": panel_caption(cut.panels, number, strip) if shown else ""})
        if shown:
            _turn(item, cut.panels[number], strip.crs, cut.scale)
        if shown and isinstance(arrow, QgsLayoutItemPicture):
            link_north(arrow, item)


def _turn(item: QgsLayoutItemMap, panel: Panel, crs: QgsCoordinateReferenceSystem, scale: int) -> None:
    """Show the panel's reach, rotated along it."""
    width, height = (side * scale / 1000 for side in (item.rect().width(), item.rect().height()))
    item.setCrs(crs)
    item.setExtent(QgsRectangle.fromCenterAndSize(QgsPointXY(*panel.centre), width, height))
    item.setMapRotation(panel.rotation)
