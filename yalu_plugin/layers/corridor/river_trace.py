"""A river traced along the lines of a layer that has more than the river: branches, islands, other rivers."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsTracer,
    QgsVectorLayer,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.corridor.corridor_input import WGS84, line_origin
from yalu_plugin.layers.layouts.extents import utm_crs

MAX_FEATURES = 20_000  # the tracer builds its network of them in about a second


class NoPath(YaluError):
    """Two places that no lines connect."""

    template = translatable(
        "The lines of {layer} do not lead from the first place to the second. Click two places on connected lines.")


class NotTraceable(YaluError):
    """A layer whose lines make no network."""

    template = translatable(
        "The lines of {layer} cannot be traced. Check its coordinate reference system, or take a part of it.")


def lines_lonlat(layer: QgsVectorLayer) -> QgsGeometry:
    """Return all lines of a layer as one geometry in EPSG:4326. Raises NotTraceable without lines or usable CRS."""
    lines = QgsGeometry.collectGeometry(
        [feature.geometry() for feature in layer.getFeatures() if feature.hasGeometry()])
    to_wgs84 = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(WGS84), layer.transformContext())
    try:
        lines.transform(to_wgs84)
    except QgsCsException as error:
        raise NotTraceable(str(error), layer=layer.name()) from error
    if lines.isEmpty() or not layer.crs().isValid():
        raise NotTraceable(layer=layer.name())
    return lines


def trace(layer: QgsVectorLayer, start: QgsPointXY, end: QgsPointXY) -> QgsVectorLayer:
    """Return the shortest path along the lines of `layer` between two places on them (EPSG:4326), as a memory layer.

    The layer has one line in EPSG:4326 from `start` to `end`, and states where it was traced. The path is searched in
    the UTM zone of the places. Raises NoPath, NotTraceable.
    """
    plane = utm_crs([start, end])
    to_plane = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), plane, layer.transformContext())
    tracer = QgsTracer()
    tracer.setLayers([layer])
    tracer.setDestinationCrs(plane, layer.transformContext())
    tracer.setMaxFeatureCount(MAX_FEATURES)
    if not tracer.init():
        raise NotTraceable(layer=layer.name())
    lines = lines_lonlat(layer)
    lines.transform(to_plane)
    ends = [lines.closestSegmentWithContext(to_plane.transform(place))[1] for place in (start, end)]
    path, error = tracer.findShortestPath(*ends)
    if error != QgsTracer.PathError.ErrNone or len(path) < 2:
        raise NoPath(layer=layer.name())
    line = QgsGeometry.fromPolylineXY(path)
    line.transform(to_plane, QgsCoordinateTransform.TransformDirection.ReverseTransform)
    return _traced(layer, line)


def _traced(layer: QgsVectorLayer, line: QgsGeometry) -> QgsVectorLayer:
    """Return a layer of one line, with the origin from `layer`: its first feature's fields, or its metadata."""
    origin = line_origin(next(layer.getFeatures()), layer.metadata(), layer.name())
    origin = {**origin, "name": tr("{layer}, traced").format(layer=origin["name"]),
              "source": origin["source"] or layer.name()}
    fields = "&".join(f"field={name}:string" for name in origin)
    traced = QgsVectorLayer(f"LineString?crs={WGS84}&{fields}", origin["name"], "memory")
    feature = QgsFeature(traced.fields())
    feature.setAttributes(list(origin.values()))
    feature.setGeometry(line)
    traced.dataProvider().addFeature(feature)
    traced.updateExtents()
    return traced
