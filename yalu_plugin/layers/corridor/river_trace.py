"""A river traced along the lines of a layer that holds more than the river: branches, islands, other rivers."""

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

MOST_FEATURES = 20_000  # of which the tracer makes its network in about a second


class NoPath(YaluError):
    """Two places that no lines connect."""

    template = translatable(
        "The lines of {layer} do not lead from the first place to the second. Click two places on connected lines.")


class NotTraceable(YaluError):
    """A layer whose lines make no network."""

    template = translatable(
        "The lines of {layer} cannot be traced. Check its coordinate reference system, or take a part of it.")


def lines_lonlat(layer: QgsVectorLayer) -> QgsGeometry:
    """All lines of a layer as one geometry in EPSG:4326. Raises NotTraceable where it has none or no usable CRS."""
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
    """The shortest way along the lines of `layer` between two places on them (EPSG:4326), as a new memory layer.

    The layer holds one line in EPSG:4326 from `start` to `end`, and says where it was traced. The way is sought in
    the UTM zone of the places. Raises NoWay, NotTraceable.
    """
    plane = utm_crs([start, end])
    to_plane = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), plane, layer.transformContext())
    tracer = QgsTracer()
    tracer.setLayers([layer])
    tracer.setDestinationCrs(plane, layer.transformContext())
    tracer.setMaxFeatureCount(MOST_FEATURES)
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
    """A layer of one line, with what `layer` says of its origin: in its first feature's fields, or as metadata."""
    about = line_origin(next(layer.getFeatures()), layer.metadata(), layer.name())
    about = {**about, "name": tr("{layer}, traced").format(layer=about["name"]),
             "source": about["source"] or layer.name()}
    fields = "&".join(f"field={name}:string" for name in about)
    made = QgsVectorLayer(f"LineString?crs={WGS84}&{fields}", about["name"], "memory")
    feature = QgsFeature(made.fields())
    feature.setAttributes(list(about.values()))
    feature.setGeometry(line)
    made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made
