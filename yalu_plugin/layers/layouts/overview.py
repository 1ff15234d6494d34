"""The overview map: every located crossing on one sheet, with the barge reach boxed and enlarged as on published maps.

The sheet is a QGIS print layout from a template (resources/layouts/overview.qpt, or the user's own); its items are
found by their id and filled here. Its maps have their own layers, extents and day, independent of the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import compress
from pathlib import Path

from qgis.core import (
    QgsFeedback,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from yalu_plugin.core.cartography.page_texts import PageTexts
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.kinds import BARGE, CROSSING_KINDS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.countries import country_layer
from yalu_plugin.layers.layouts.dense_layers import force_picture
from yalu_plugin.layers.layouts.event_pump import clear_lists, process_events, run_in_thread
from yalu_plugin.layers.layouts.extents import lines_of, utm_crs_of_box
from yalu_plugin.layers.layouts.key_pages import FirstPage
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers
from yalu_plugin.layers.layouts.map_legend import fill_legend
from yalu_plugin.layers.layouts.map_sites import MapSites, ProjectedSites, project_sites, read_map_sites
from yalu_plugin.layers.layouts.map_styles import apply_style, size_for
from yalu_plugin.layers.layouts.overview_maps import (
    box_layer,
    draw_box_below,
    draw_leaders,
    leader_points,
    lies_under,
    name_obstacles,
    set_maps,
    set_scale_bar,
    shows,
)
from yalu_plugin.layers.layouts.overview_numbers import draw_numbers, hide_second, number_sites
from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE, PageStyle
from yalu_plugin.layers.layouts.page_template import fill, fill_heading, fill_licences, from_template
from yalu_plugin.layers.layouts.river_credits import river_label
from yalu_plugin.layers.layouts.symbol_size import scale_symbols
from yalu_plugin.layers.layouts.watermark import watermark
from yalu_plugin.layers.persistent_crs import drop_thread_crs
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_states import states_on
from yalu_plugin.layers.temporal import day_range, show_sites_by_day

ITEMS: dict[str, type[QgsLayoutItem]] = {
    "title": QgsLayoutItemLabel, "main_map": QgsLayoutItemMap, "inset_map": QgsLayoutItemMap,
    "legend": QgsLayoutItemLegend, "scale_bar": QgsLayoutItemScaleBar, "north_arrow": QgsLayoutItemPicture,
    "sources": QgsLayoutItemLabel, "dates": QgsLayoutItemLabel, "licences": QgsLayoutItemLabel,
    "synthetic": QgsLayoutItemLabel}
MAX_LEADERS = 100  # sites: of more, not all names find a place even with leaders
BASE_ROLES = ("places", "corridors")  # layers that show where the sites are
_ROLES = ("site_states", "sites", "places", "corridors")  # from the top down; the scene is below them


def build_overview(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                   style: PageStyle = DEFAULT_STYLE, feedback: QgsFeedback | None = None) -> QgsPrintLayout:
    """Build the overview of `survey` as of the UTC `day` (None: the survey's latest), with the layers of `project`.

    Many sites are numbered: see overview_document for the key to the numbers. `project` must hold the survey's layers
    (layers.project.add_survey). The layout is not added to the project's layouts. A scene of the project is drawn if
    it is visible there and within the map. `feedback` may cancel. Raises NoCrossings, ExportCancelled and what
    from_template raises.
    """
    return build_first_page(project, survey, day, template, style, feedback).layout


def build_first_page(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                     style: PageStyle = DEFAULT_STYLE, feedback: QgsFeedback | None = None,
                     numbered: bool = True) -> FirstPage:
    """Build the overview as build_overview, for further pages after it. `numbered`: whether to number many sites."""
    day_reason = run_in_thread(lambda: statements.day_shown(survey, day), feedback)
    survey_sites = run_in_thread(lambda: read_map_sites(survey, day_reason[0]), feedback)
    drop_thread_crs()
    crs = utm_crs_of_box(survey_sites.box)
    projected = run_in_thread(lambda: project_sites(survey_sites, crs), feedback)
    layout, items = from_template(project, template, "overview", ITEMS, style, feedback)
    process_events(feedback)
    layout.setName(tr("Overview map"))
    main_map, inset = items["main_map"], items["inset_map"]
    boxed = set_maps(main_map, inset, projected, survey_sites.river, feedback)
    process_events(feedback)
    layers = {role: layer for role in _ROLES for layer in [layer_with_role(project, role)] if layer is not None}
    extents = main_map.extent(), inset.extent() if boxed else None
    shown = run_in_thread(lambda: _shown(survey, survey_sites, projected, *day_reason, *extents), feedback)
    found = number_sites(survey, layout, shown, boxed, style, feedback) if numbered else None
    page_layers = [box_layer(main_map, inset, boxed)]
    if "places" in layers:
        river = next(iter(lines_of(survey_sites.river)), survey_sites.river)  # the sides of others: other countries
        clear = run_in_thread(lambda: name_obstacles(
            list(compress(projected.places, projected.inside(extents[0]))), *extents), feedback)
        clear += leader_points(main_map, inset) if boxed else []
        page_layers.append(country_layer(layers["places"], river, clear, extents[0], crs, feedback))
    clear_lists((survey_sites.places, projected.places), feedback)
    attach_layers(layout, page_layers)
    process_events(feedback)  # the window may change its scenes meanwhile: they are read after that
    scenes = _visible_scenes(project, survey, main_map)
    shown = replace(shown, numbered=found is not None, scene=next((scene for _, scene in scenes), None))
    show_sites_by_day(layers, survey_sites.located.retirements)
    _fill_maps((main_map, inset), layers, [*page_layers, *layers.values(), *(layer for layer, _ in scenes)], shown,
               statements.NAMED_MOST if numbered else statements.SURELY_NAMED, feedback)
    hide_second(layout)
    process_events(feedback)
    if found is not None:
        found = replace(found, scenes=[layer for layer, _ in scenes])
        draw_numbers(layout, found, layers, shown.day, feedback)
    visible = _layers_on_maps((main_map, inset), layers)
    if boxed:
        draw_leaders(layout, main_map, inset)
    _show_watermark(items["synthetic"], scenes)
    process_events(feedback)  # the window may change its scenes meanwhile: they are not read again
    _fill_texts(layout, survey, shown, style.texts, feedback)
    set_scale_bar(items["scale_bar"], main_map)
    if isinstance(layout.itemById("inset_scale_bar"), QgsLayoutItemScaleBar):
        set_scale_bar(layout.itemById("inset_scale_bar"), inset)
    items["north_arrow"].setLinkedMap(main_map)
    process_events(feedback)
    fill_legend(items["legend"], visible, shown, style.texts, river_label(survey))
    process_events(feedback)
    scale_symbols(layout)
    layout.refresh()
    process_events(feedback)
    return FirstPage(layout, shown, layers, found)


def _layers_on_maps(maps: tuple[QgsLayoutItemMap, QgsLayoutItemMap], layers: Mapping[str, QgsVectorLayer]
                    ) -> dict[str, QgsVectorLayer]:
    """Return the layers that show something on the maps; hide a map of the wider region that is empty."""
    main_map, inset = maps
    shown_on = {role: [item for item in maps if shows(item, layers[role])] for role in BASE_ROLES if role in layers}
    if main_map.overview().linkedMap() is None and not any(inset in items for items in shown_on.values()):
        for item in (inset, main_map.layout().itemById("inset_scale_bar")):
            if item is not None:
                item.setVisibility(False)
    return {role: layer for role, layer in layers.items() if shown_on.get(role, True)}


def _fill_maps(maps: tuple[QgsLayoutItemMap, QgsLayoutItemMap], layers: Mapping[str, QgsVectorLayer],
               drawn: list[QgsMapLayer], shown: statements.Shown, named_most: int, feedback: QgsFeedback | None
               ) -> None:
    """Give the maps their layers, styles and day; sites have names if there are no more than `named_most`."""
    count = len(shown.sites)
    apply_style(maps, layers, clear_river=True, size=size_for(count), leaders=count <= MAX_LEADERS,
                with_names=count <= named_most, on_image=shown.scene is not None, scale=maps[0].scale(),
                feedback=feedback)
    sites = [layers[role] for role in ("sites", "site_states") if role in layers]
    for item, left_out in zip(maps, ([], [] if shown.boxed else sites)):  # the wider region only shows the location
        item.setLayers([layer for layer in drawn if layer not in left_out])
        item.setKeepLayerSet(True)
        item.setIsTemporal(True)
        item.setTemporalRange(day_range(shown.day, shown.day))
        if count > statements.NAMED_MOST:
            force_picture(item)
        if "sites" in layers and not left_out:
            draw_box_below(item, layers["sites"])


def _show_watermark(label: QgsLayoutItemLabel, scenes: list[tuple[QgsMapLayer, Scene | None]]) -> None:
    """Print across the map which images are synthetic or without a source."""
    marks = dict.fromkeys(watermark(scene, layer) for layer, scene in scenes)
    label.setVisibility(any(marks))
    label.setText(", ".join(filter(None, marks)))


def _shown(survey: Survey, survey_sites: MapSites, projected: ProjectedSites, day: date, day_reason: str,
           extent: QgsRectangle, boxed: QgsRectangle | None) -> statements.Shown:
    """Return what is in the `extent` of the main map, and how many barges are in the box, if any; in any thread."""
    on_it = projected.inside(extent)
    sites = list(compress(survey_sites.sites, on_it))
    outside = [row for row, on in zip(survey_sites.sites, on_it) if not on and row["kind"] in CROSSING_KINDS]
    ids = {row["id"] for row in sites}
    states = {name: row for name, row in states_on(survey, day).items() if name in ids}
    in_box = projected.inside(boxed) if boxed is not None else ()
    barges = sum(on and row["kind"] == BARGE for row, on in zip(survey_sites.sites, in_box))
    return statements.Shown(day, day_reason, sites, states, None, projected.crs, barges, outside,
                            retired=survey_sites.located.retired)


def _fill_texts(layout: QgsPrintLayout, survey: Survey, shown: statements.Shown, texts: PageTexts,
                feedback: QgsFeedback | None) -> None:
    dates = statements.dates(survey, shown)
    process_events(feedback)
    fill_heading(layout, texts, dates)
    process_events(feedback)
    fill(layout, {"sources": statements.sources(survey, shown, feedback)})
    fill_licences(layout, texts, statements.licences(survey, shown))


def _visible_scenes(project: QgsProject, survey: Survey, main_map: QgsLayoutItemMap
                    ) -> list[tuple[QgsMapLayer, Scene | None]]:
    """Return the visible layers of the step on screen that are within the map, topmost first, and their scenes.

    Scenes of one step are of one day, platform and provider: a text about the first holds for all.
    """
    known = {scene.id: scene for scene in survey_scenes(survey)}
    tree = project.layerTreeRoot()
    return [(layer, known.get(scene_id_of(layer))) for layer in shown_layers(project)
            if (tree.findLayer(layer.id()) is None or tree.findLayer(layer.id()).isVisible())
            and lies_under(main_map, layer)]

