"""Conversion between the map's CRS and EPSG:4326, and zooming to shapes and scenes."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
)
from qgis.gui import QgsMapCanvas

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.footprint import footprint_on_map

WGS84 = "EPSG:4326"
MARGIN = 1.1  # factor on the box that the map is to show


class NoLonLat(YaluError):
    """The clicked place has no longitude and latitude in the project's CRS."""

    template = translatable("There is no latitude and longitude at that point. Click where the map shows the ground.")


def from_lonlat(canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    """Return the transformation from EPSG:4326 to the map's CRS, with the operation that the project selects."""
    settings = canvas.mapSettings()
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), settings.destinationCrs(),
                                  settings.transformContext())


def lonlat_at(canvas: QgsMapCanvas, point: QgsPointXY) -> QgsPointXY:
    """Return a point of the map's CRS in EPSG:4326.

    Raises:
        NoLonLat: the point cannot be transformed, or is beside the world.
    """
    try:
        found = from_lonlat(canvas).transform(point, QgsCoordinateTransform.TransformDirection.ReverseTransform)
    except QgsCsException as error:
        raise NoLonLat(str(error)) from error
    if not (abs(found.x()) <= 180 and abs(found.y()) <= 90):
        raise NoLonLat()
    return found


def is_in_view(canvas: QgsMapCanvas, place: QgsPointXY) -> bool:
    """Whether the map shows a place (EPSG:4326)."""
    try:
        return bool(canvas.extent().contains(from_lonlat(canvas).transform(place)))
    except QgsCsException:
        return False


def bring_into_view(canvas: QgsMapCanvas, shape: QgsGeometry) -> None:
    """Show the whole of a shape (EPSG:4326), at the present scale if it fits.

    Raises:
        NoLonLat: the shape cannot be transformed.
    """
    try:
        box = from_lonlat(canvas).transformBoundingBox(shape.boundingBox())
    except QgsCsException as error:
        raise NoLonLat(str(error)) from error
    if shape.isEmpty() or canvas.extent().contains(box):
        return
    canvas.setCenter(box.center())
    if not canvas.extent().contains(box):
        canvas.setExtent(box.scaled(MARGIN))
    canvas.refresh()


def zoom_to_scenes(canvas: QgsMapCanvas, scenes: Iterable[Scene]) -> None:
    """Zoom to the footprints of `scenes`. Raises FootprintNotOnMap."""
    canvas.setExtent(footprint_on_map(scenes, canvas.mapSettings()).scaled(MARGIN))
    canvas.refresh()
