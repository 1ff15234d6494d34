"""A river line traced from one click to another over a layer of lines: QGIS' own network analysis finds the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.analysis import QgsGraphAnalyzer, QgsGraphBuilder, QgsNetworkDistanceStrategy, QgsVectorLayerDirector
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureSource,
    QgsFeedback,
    QgsPointXY,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.corridor import WGS84, bundled_corridor

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor

ELLIPSOID = "EPSG:7030"  # WGS 84


class NoWay(YaluError):
    """Two places on lines that are not joined to each other."""

    template = translatable("No way leads along the lines of {layer} from one click to the other. Click on lines that "
                            "are joined, or join them first.")


def trace(
    source: QgsFeatureSource, start: QgsPointXY, end: QgsPointXY, context: QgsCoordinateTransformContext,
    feedback: QgsFeedback | None = None,
) -> Corridor:
    """The shortest way along a layer's lines between the points on them nearest to two places.

    `start` and `end` are longitude and latitude in EPSG:4326; the layer has any CRS. Lines join where they share a
    vertex. Lengths are on the WGS 84 ellipsoid. The corridor runs from start to end; its direction is found as
    corridor_from_layer finds it. Raises MissingPackages, CorridorWithoutCrs, CorridorTooShort (both places are
    nearest to one point), NoWay, NotTransformable.
    """
    need_geopandas()
    import numpy as np

    from yalu_plugin.core.corridor.direction import direction_of
    from yalu_plugin.core.corridor.line import WHAT, Corridor, CorridorWithoutCrs, without_repeats
    from yalu_plugin.core.corridor.lonlat import NotTransformable

    if not source.sourceCrs().isValid():
        raise CorridorWithoutCrs()
    from_wgs84 = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), source.sourceCrs(), context)
    back = QgsCoordinateTransform.TransformDirection.ReverseTransform
    try:
        way = _way(source, [from_wgs84.transform(point) for point in (start, end)], feedback)
        points = [from_wgs84.transform(point, back) for point in way]
    except QgsCsException as error:
        raise NotTransformable(str(error), what=WHAT, crs=source.sourceCrs().userFriendlyIdentifier()) from error
    lonlat = without_repeats(np.array([(point.x(), point.y()) for point in points]))
    return Corridor(lonlat, name=source.sourceName(), direction=direction_of(lonlat, "", bundled_corridor()))


def _way(source: QgsFeatureSource, ends: list[QgsPointXY], feedback: QgsFeedback | None) -> list[QgsPointXY]:
    """The vertices from the first end to the second, in the layer's CRS."""
    director = QgsVectorLayerDirector(source, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth)
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(source.sourceCrs(), False, 0.0, ELLIPSOID)
    first, last = director.makeGraph(builder, ends, feedback)
    graph = builder.graph()
    start, here = graph.findVertex(first), graph.findVertex(last)
    reached_by = QgsGraphAnalyzer.dijkstra(graph, start, 0)[0]
    way = [graph.vertex(here).point()]
    while here != start:
        if reached_by[here] < 0:
            raise NoWay(layer=source.sourceName())
        here = graph.edge(reached_by[here]).fromVertex()
        way.append(graph.vertex(here).point())
    return way[::-1]
