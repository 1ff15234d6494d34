"""The two maps of the overview: what they show, their scale bars, and what no name may lie on."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import aside
from yalu_plugin.layers.layouts.extents import (
    MANY,
    corridor_extent,
    fullest_reach,
    grid_step,
    reach_extent,
    scale_step_km,
    thinned,
    to_crs,
    wider_region,
)
from yalu_plugin.layers.layouts.ground import Placed
from yalu_plugin.layers.layouts.leaders import leader_ends
from yalu_plugin.layers.layouts.map_styles import keep_names_off

ENLARGING = 0.7  # an inset of more than this times the main map's scale enlarges nothing
PART_ENLARGED = 0.5  # the inset's scale, times the main map's, where it has room for a part of the barges alone
WITHIN = 0.85  # of the inset: the barges, without what an extent has around them
SHORT_KM = 0.5  # a segment of a scale bar that is shorter is told in metres
SQUARES = 200  # across the map: of many sites one in each keeps countries' names off
FRAME_MM = 1.0  # of the box, which names keep off


def set_maps(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap, placed: Placed, river: QgsGeometry,
             feedback: QgsFeedback | None = None) -> bool:
    """Show the corridor, and the barge reach enlarged and boxed: True.

    Of barges too far apart to be enlarged together, the reach that has the most. Without barges, or where all of the
    corridor is small: the wider region, with the corridor boxed: False. `river` is in EPSG:4326, or empty. Raises
    Cancelled.
    """
    crs, barges = placed.crs, placed.barges
    _set_map(main_map, corridor_extent(placed.box), crs)
    if barges:
        width, height = (WITHIN * PART_ENLARGED * main_map.scale() * side / 1000  # mm of the page to metres
                         for side in (inset.rect().width(), inset.rect().height()))
        for reach in (lambda: barges, lambda: fullest_reach(barges, width, height)):
            extent = aside(lambda reach=reach: reach_extent(reach()), feedback)
            _set_map(inset, extent, crs)
            _set_map(main_map, corridor_extent(placed.box, inset.extent()), crs)
            if inset.scale() <= ENLARGING * main_map.scale():
                main_map.overview().setLinkedMap(inset)
                return True
        _set_map(main_map, corridor_extent(placed.box), crs)
    _set_map(inset, wider_region(main_map.extent(), river, crs), crs)
    inset.overview().setFrameSymbol(main_map.overview().frameSymbol().clone())
    main_map.overview().setLinkedMap(None)
    inset.overview().setLinkedMap(main_map)
    return False


def lies_under(item: QgsLayoutItemMap, layer: QgsMapLayer) -> bool:
    """Whether the map shows ground that an image has, whatever its CRS."""
    shift = QgsCoordinateTransform(layer.crs(), item.crs(), QgsProject.instance().transformContext())
    return bool(item.extent().intersects(shift.transformBoundingBox(layer.extent())))


def shows(item: QgsLayoutItemMap, layer: QgsVectorLayer) -> bool:
    """Whether anything of `layer` (EPSG:4326) lies on the ground that the map shows."""
    ground = to_crs(item.crs()).transformBoundingBox(item.extent(), Qgis.TransformDirection.Reverse)
    request = QgsFeatureRequest(ground).setFlags(Qgis.FeatureRequestFlag.ExactIntersect).setLimit(1)
    return any(True for _ in layer.getFeatures(request))


def set_scale_bar(bar: QgsLayoutItemScaleBar, of: QgsLayoutItemMap) -> None:
    """In kilometres, or metres where a segment is short, of the scale of this map; longer on small maps."""
    step_km = scale_step_km(of.extent().width() * (2 if of.rect().width() < _page_width(bar) / 3 else 1))
    metres = step_km < SHORT_KM
    bar.setLinkedMap(of)
    bar.setUnits(Qgis.DistanceUnit.Meters if metres else Qgis.DistanceUnit.Kilometers)
    bar.setUnitLabel("m" if metres else "km")
    bar.setUnitsPerSegment(round(1000 * step_km) if metres else step_km)
    bar.update()


def _page_width(item: QgsLayoutItem) -> float:
    return float(item.layout().pageCollection().page(0).pageSize().width())


def box_layer(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap, enlarged: bool) -> QgsVectorLayer:
    """The box on either map and the lines that lead from it: drawn by the page, and here for names to keep off them."""
    box = QgsGeometry.fromRect(inset.extent() if enlarged else main_map.extent())
    lines = [QgsGeometry.fromPolylineXY(box.asPolygon()[0])]
    if enlarged:
        lines += [QgsGeometry.fromPolylineXY([_on_map(main_map, point) for point in ends])
                  for ends in leader_ends(main_map, inset)]
    layer = QgsVectorLayer("LineString", tr("Box"), "memory")
    layer.setCrs(main_map.crs())
    features = []
    for line in lines:
        feature = QgsFeature()
        feature.setGeometry(line)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.renderer().setSymbol(QgsLineSymbol.createSimple({"line_style": "no", "line_width": str(FRAME_MM)}))
    keep_names_off(layer)
    return layer


def kept_clear(places: Sequence[QgsPointXY], main_map: QgsRectangle, boxed: QgsRectangle | None) -> list[QgsPointXY]:
    """Where no country's name may stand, in the map's CRS: on the sites, and between the box and the edge below it.

    `main_map` and `boxed` are the extents of the map and of its box.
    """
    points = list(places if len(places) <= MANY else thinned(places, main_map.width() / SQUARES))
    if boxed is not None:
        bottom = main_map.yMinimum()
        points += [QgsPointXY(x, y) for x in (boxed.xMinimum(), boxed.center().x(), boxed.xMaximum())
                   for y in (boxed.yMinimum(), (boxed.yMinimum() + bottom) / 2, bottom)]
    return points


def _set_map(item: QgsLayoutItemMap, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
    item.setCrs(crs)
    item.setFollowVisibilityPreset(False)
    item.zoomToExtent(extent)
    for grid in item.grids().asList():
        step = grid_step(item.extent(), crs)
        grid.setIntervalX(step)
        grid.setIntervalY(step)


def _on_map(item: QgsLayoutItemMap, place: QPointF) -> QgsPointXY:
    """What a place on the page, even beside the map, would be on the map (which is not turned)."""
    frame, extent = item.mapRectToScene(item.rect()), item.extent()
    return QgsPointXY(extent.xMinimum() + (place.x() - frame.left()) / frame.width() * extent.width(),
                      extent.yMaximum() - (place.y() - frame.top()) / frame.height() * extent.height())
