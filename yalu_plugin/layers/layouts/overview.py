"""The overview map: every located crossing on one sheet, the barge reach boxed and enlarged, as published maps show it.

The sheet is a QGIS print layout made from a template (resources/layouts/overview.qpt, or the user's own); its items
are found by their id and filled here. Its maps have their own layers, extents and day: they do not follow the window.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import BARGE
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.scenes import scene_id_of, shown_layers
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.choices import PLAIN, Look
from yalu_plugin.layers.layouts.countries import country_layer
from yalu_plugin.layers.layouts.extents import (
    corridor_extent,
    grid_step,
    reach_extent,
    scale_step_km,
    to_crs,
    utm_crs,
    wider_region,
)
from yalu_plugin.layers.layouts.leaders import draw_leaders
from yalu_plugin.layers.layouts.legend import fill_legend
from yalu_plugin.layers.layouts.lifetime import keep_with
from yalu_plugin.layers.layouts.located import crossings_among, located_sites
from yalu_plugin.layers.layouts.map_styles import dress
from yalu_plugin.layers.layouts.template import fill, from_template
from yalu_plugin.layers.layouts.watermark import watermark
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.open import Survey
from yalu_plugin.layers.survey.states import states_on
from yalu_plugin.layers.temporal import day_range, make_states_temporal

ENLARGING = 0.7  # an inset of more than this times the main map's scale enlarges nothing
ITEMS: dict[str, type[QgsLayoutItem]] = {
    "title": QgsLayoutItemLabel, "main_map": QgsLayoutItemMap, "inset_map": QgsLayoutItemMap,
    "legend": QgsLayoutItemLegend, "scale_bar": QgsLayoutItemScaleBar, "north_arrow": QgsLayoutItemPicture,
    "sources": QgsLayoutItemLabel, "dates": QgsLayoutItemLabel, "licences": QgsLayoutItemLabel,
    "synthetic": QgsLayoutItemLabel}
_DRAWN = ("site_states", "sites", "places", "corridors")  # from the top down; the scene lies under them


def build_overview(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                   look: Look = PLAIN) -> QgsPrintLayout:
    """The overview of `survey` as of the UTC `day` (None: the survey's latest), drawn with the layers of `project`.

    `project` must hold the survey's layers (layers.project.add_survey). The layout is not added to the project's
    layouts. A scene in the project is drawn if it is visible there and lies on the map.
    Raises NoCrossings and what from_template raises.
    """
    located = located_sites(survey)
    crossings = crossings_among(located)
    layout, items = from_template(project, template, "overview", ITEMS, look)
    layout.setName(tr("Overview map"))
    main_map, inset = items["main_map"], items["inset_map"]
    _set_maps(main_map, inset, crossings, _river(survey))
    layers = {role: layer for role in _DRAWN for layer in [layer_with_role(project, role)] if layer is not None}
    if "site_states" in layers:
        make_states_temporal(layers["site_states"])  # one state a site, whatever was changed in the window
    scenes = _visible_scenes(project, survey, main_map)
    shown = _shown(survey, located, day, main_map, next((scene for _, scene in scenes), None))
    drawn = [*layers.values(), *(layer for layer, _ in scenes)]
    if "places" in layers:
        countries = country_layer(layers["places"], _river(survey), _kept_clear(
            located, main_map, inset if shown.boxed else None), main_map.extent(), main_map.crs())
        keep_with(layout, countries)
        drawn.insert(0, countries)
    dress((main_map, inset), layers)
    for item in (main_map, inset):
        item.setLayers(drawn)
        item.setKeepLayerSet(True)
        item.setIsTemporal(True)
        item.setTemporalRange(day_range(shown.day, shown.day))
    _fill_words(layout, survey, shown)
    _set_scale_bar(items["scale_bar"], main_map)
    if isinstance(layout.itemById("inset_scale_bar"), QgsLayoutItemScaleBar):
        _set_scale_bar(layout.itemById("inset_scale_bar"), inset)
    if shown.boxed:
        draw_leaders(layout, main_map, inset)
    items["north_arrow"].setLinkedMap(main_map)
    marks = dict.fromkeys(watermark(scene, layer) for layer, scene in scenes)
    items["synthetic"].setVisibility(any(marks))
    items["synthetic"].setText(", ".join(filter(None, marks)))
    fill_legend(items["legend"], layers, shown)
    layout.refresh()
    return layout


def _set_map(item: QgsLayoutItemMap, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
    item.setCrs(crs)
    item.setFollowVisibilityPreset(False)
    item.zoomToExtent(extent)
    for grid in item.grids().asList():
        step = grid_step(item.extent(), crs)
        grid.setIntervalX(step)
        grid.setIntervalY(step)


def _set_maps(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap, crossings: list[Row], river: QgsGeometry) -> None:
    """The corridor, and the barge reach enlarged and boxed.

    Without barges, or where they lie too far apart to be enlarged: the wider region, with the corridor boxed.
    """
    points = [_point(row) for row in crossings]
    barges = [_point(row) for row in crossings if row["kind"] == BARGE]
    crs, box = utm_crs(points), QgsRectangle()
    if barges:
        _set_map(inset, reach_extent(barges, crs), crs)
        main_map.overview().setLinkedMap(inset)
        box = inset.extent()
    _set_map(main_map, corridor_extent(points, river, box, crs), crs)
    if not barges or inset.scale() > ENLARGING * main_map.scale():
        _set_map(inset, wider_region(main_map.extent()), crs)
        inset.overview().setFrameSymbol(main_map.overview().frameSymbol().clone())
        main_map.overview().setLinkedMap(None)
        inset.overview().setLinkedMap(main_map)


def _kept_clear(located: list[Row], main_map: QgsLayoutItemMap, boxed: QgsLayoutItemMap | None) -> list[QgsPointXY]:
    """Where no country's name may stand, in the map's CRS: on the sites, and between the box and the edge below it."""
    shift = to_crs(main_map.crs())
    points = [shift.transform(_point(row)) for row in located]
    if boxed is not None:
        box, bottom = boxed.extent(), main_map.extent().yMinimum()
        points += [QgsPointXY(x, y) for x in (box.xMinimum(), box.center().x(), box.xMaximum())
                   for y in (box.yMinimum(), (box.yMinimum() + bottom) / 2, bottom)]
    return points


def _set_scale_bar(bar: QgsLayoutItemScaleBar, of: QgsLayoutItemMap) -> None:
    bar.setLinkedMap(of)
    bar.setUnits(Qgis.DistanceUnit.Kilometers)
    bar.setUnitsPerSegment(scale_step_km(of.extent().width()))
    bar.update()


def _shown(survey: Survey, located: list[Row], day: date | None, main_map: QgsLayoutItemMap, scene: Scene | None
           ) -> statements.Shown:
    at, day_is = statements.day_shown(survey, day)
    area, shift = main_map.extent(), to_crs(main_map.crs())
    sites = [row for row in located if area.contains(shift.transform(_point(row)))]
    ids = {row["id"] for row in sites}
    states = {name: row for name, row in states_on(survey, at).items() if name in ids}
    boxed = main_map.overview().linkedMap() is not None
    return statements.Shown(at, day_is, sites, states, scene, main_map.crs(), boxed)


def _fill_words(layout: QgsPrintLayout, survey: Survey, shown: statements.Shown) -> None:
    texts = {"title": statements.title(), "dates": statements.dates(survey, shown),
             "sources": statements.sources(survey, shown), "licences": statements.licences(survey, shown)}
    fill(layout, texts)


def _visible_scenes(project: QgsProject, survey: Survey, main_map: QgsLayoutItemMap
                    ) -> list[tuple[QgsMapLayer, Scene | None]]:
    """The layers of the step on screen that are visible and lie on the map, the topmost first, and their scenes.

    Scenes of one step are of one day, platform and provider: what is said of the first holds for all.
    """
    known = {scene.id: scene for scene in survey_scenes(survey)}
    tree = project.layerTreeRoot()
    return [(layer, known.get(scene_id_of(layer))) for layer in shown_layers(project)
            if (tree.findLayer(layer.id()) is None or tree.findLayer(layer.id()).isVisible())
            and main_map.extent().intersects(_extent_on(main_map, layer))]


def _extent_on(item: QgsLayoutItemMap, layer: QgsMapLayer) -> QgsRectangle:
    shift = QgsCoordinateTransform(layer.crs(), item.crs(), QgsProject.instance().transformContext())
    return shift.transformBoundingBox(layer.extent())


def _river(survey: Survey) -> QgsGeometry:
    lines = [row["geom"] for row in survey.rows("corridors") if row.get("geom")]
    return QgsGeometry.fromWkt(lines[0]) if lines else QgsGeometry()


def _point(row: Row) -> QgsPointXY:
    return QgsGeometry.fromWkt(row["geom"]).asPoint()
