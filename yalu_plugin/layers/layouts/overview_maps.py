"""The two maps of the overview: their extents, scale bars, leader lines, and obstacles for names."""

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
    QgsLayoutItemMapItem,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QPolygonF

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.event_pump import run_in_thread
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
from yalu_plugin.layers.layouts.map_sites import ProjectedSites
from yalu_plugin.layers.layouts.map_styles import make_obstacle
from yalu_plugin.layers.layouts.symbol_size import scaled, symbol_scale

ENLARGING = 0.7  # an inset enlarges if its scale is at most this times the main map's
PART_ENLARGED = 0.5  # the inset's scale, times the main map's, if it has space for only a part of the barges
WITHIN = 0.85  # of the inset for the barges, without the margin of an extent
SHORT_KM = 0.5  # a scale bar with shorter segments is labelled in metres
SQUARES = 200  # across the map: of many sites, one in each square is an obstacle for names of countries
LEADER_PARTS = 20  # of a leader line, with an obstacle for names of countries at the end of each
FRAME_MM = 1.0  # of the box, an obstacle for names
LEADER_STYLE = {"line_color": "#e0b000", "line_width": "0.35", "line_style": "dash"}


def set_maps(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap, projected: ProjectedSites, river: QgsGeometry,
             feedback: QgsFeedback | None = None) -> bool:
    """Show the corridor on the main map; return whether the inset enlarges the barge reach, which is then boxed.

    If the barges are too far apart to be enlarged together, the inset shows the reach that has the most of them.
    Without barges, or if the whole corridor is small, it shows the wider region with the corridor boxed. `river`:
    EPSG:4326, or empty. Raises ExportCancelled.
    """
    crs, barges = projected.crs, projected.barges
    _set_map(main_map, corridor_extent(projected.box), crs)
    if barges:
        width, height = (WITHIN * PART_ENLARGED * main_map.scale() * side / 1000  # mm of the page to metres
                         for side in (inset.rect().width(), inset.rect().height()))
        for extent in (lambda: reach_extent(barges), lambda: reach_extent(fullest_reach(barges, width, height))):
            _set_map(inset, run_in_thread(extent, feedback), crs)
            _set_map(main_map, corridor_extent(projected.box, inset.extent()), crs)
            if inset.scale() <= ENLARGING * main_map.scale():
                main_map.overview().setLinkedMap(inset)
                return True
        _set_map(main_map, corridor_extent(projected.box), crs)
    _set_map(inset, wider_region(main_map.extent(), river, crs), crs)
    inset.overview().setFrameSymbol(main_map.overview().frameSymbol().clone())
    main_map.overview().setLinkedMap(None)
    inset.overview().setLinkedMap(main_map)
    return False


def draw_box_below(item: QgsLayoutItemMap, layer: QgsMapLayer) -> None:
    """Draw the box of the other map below this layer, so that it does not cross symbols and their numbers."""
    item.overview().setStackingLayer(layer)
    item.overview().setStackingPosition(QgsLayoutItemMapItem.StackingPosition.StackBelowMapLayer)


def lies_under(item: QgsLayoutItemMap, layer: QgsMapLayer) -> bool:
    """Return whether the map intersects the extent of an image, in whatever CRS."""
    shift = QgsCoordinateTransform(layer.crs(), item.crs(), QgsProject.instance().transformContext())
    return bool(item.extent().intersects(shift.transformBoundingBox(layer.extent())))


def shows(item: QgsLayoutItemMap, layer: QgsVectorLayer) -> bool:
    """Return whether the map shows any feature of `layer` (EPSG:4326)."""
    ground = to_crs(item.crs()).transformBoundingBox(item.extent(), Qgis.TransformDirection.Reverse)
    request = QgsFeatureRequest(ground).setFlags(Qgis.FeatureRequestFlag.ExactIntersect).setLimit(1)
    return any(True for _ in layer.getFeatures(request))


def set_scale_bar(bar: QgsLayoutItemScaleBar, of: QgsLayoutItemMap) -> None:
    """Link a scale bar to this map: in kilometres, or in metres if a segment is short; longer on small maps."""
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
    """Return an invisible layer with the box and its leader lines, drawn by the page, as obstacles for names."""
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
    make_obstacle(layer)
    return layer


def leader_ends(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> list[tuple[QPointF, QPointF]]:
    """Return the ends, on the page, of the left and the right line from the box of `inset` on `main_map` to the inset.

    They lead from the box's lower corners to the inset's upper ones, or upwards if the inset is above the main map.
    """
    box, frame = inset.extent(), inset.mapRectToScene(inset.rect())
    below = frame.center().y() > main_map.mapRectToScene(main_map.rect()).center().y()
    y, edge = (box.yMinimum(), frame.top()) if below else (box.yMaximum(), frame.bottom())
    return [(main_map.mapToScene(main_map.mapToItemCoords(QPointF(x, y))), QPointF(end, edge))
            for x, end in ((box.xMinimum(), frame.left()), (box.xMaximum(), frame.right()))]


def leader_points(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> list[QgsPointXY]:
    """Return points along the lines of leader_ends, in the CRS of `main_map`, which names of countries must avoid."""
    ends = [[_on_map(main_map, point) for point in line] for line in leader_ends(main_map, inset)]
    return [QgsPointXY(begin.x() + part * (end.x() - begin.x()), begin.y() + part * (end.y() - begin.y()))
            for begin, end in ends for part in (number / LEADER_PARTS for number in range(LEADER_PARTS + 1))]


def draw_leaders(layout: QgsPrintLayout, main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> None:
    """Draw lines, with the ids leader_left and leader_right, from the box of `inset` on `main_map` to the inset."""
    for name, ends in zip(("left", "right"), leader_ends(main_map, inset)):
        line = QgsLayoutItemPolyline(QPolygonF(ends), layout)
        line.setId(f"leader_{name}")
        line.setSymbol(scaled(QgsLineSymbol.createSimple(LEADER_STYLE), symbol_scale(layout)))
        layout.addLayoutItem(line)


def name_obstacles(places: Sequence[QgsPointXY], main_map: QgsRectangle,
                   boxed: QgsRectangle | None) -> list[QgsPointXY]:
    """Return points, in the map's CRS, that names of countries must avoid: the sites, and the area below the box.

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
    """Convert a place on the page, even outside the map, to the map's coordinates (the map is not rotated)."""
    frame, extent = item.mapRectToScene(item.rect()), item.extent()
    return QgsPointXY(extent.xMinimum() + (place.x() - frame.left()) / frame.width() * extent.width(),
                      extent.yMaximum() - (place.y() - frame.top()) / frame.height() * extent.height())
