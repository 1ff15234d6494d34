"""Footprints of scenes in map coordinates."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable

FOOTPRINT_CRS = "EPSG:4326"


class FootprintNotOnMap(YaluError):
    """The scenes have no footprint or are outside what the map's CRS can show, or the map has no CRS."""

    template = translatable("The scene cannot be placed on the map. Choose another coordinate reference system for it.")


def footprint_on_map(scenes: Iterable[Scene], map_settings: QgsMapSettings) -> QgsRectangle:
    """Return the box around the footprints of `scenes`, in the map's CRS. Raises FootprintNotOnMap."""
    crs = QgsCoordinateReferenceSystem(FOOTPRINT_CRS)
    transform = QgsCoordinateTransform(crs, map_settings.destinationCrs(), map_settings.transformContext())
    around = QgsRectangle()
    around.setNull()
    try:
        for scene in scenes:
            box = QgsGeometry.fromWkt(scene.footprint_wkt).boundingBox()
            if not box.isEmpty():
                around.combineExtentWith(transform.transformBoundingBox(box))
    except QgsCsException as error:
        raise FootprintNotOnMap(str(error)) from error
    if not transform.isValid() or around.isEmpty() or not around.isFinite():
        raise FootprintNotOnMap()
    return around


def covers(scene: Scene, point: QgsPointXY) -> bool:
    """Return whether the scene's footprint covers `point` (EPSG:4326); False without a footprint.

    A footprint over the 180th meridian extends beyond 180 degrees.
    """
    footprint = QgsGeometry.fromWkt(scene.footprint_wkt)
    places = (point, QgsPointXY(point.x() + 360, point.y()))
    return not footprint.isEmpty() and any(footprint.intersects(QgsGeometry.fromPointXY(one)) for one in places)


def view_box(map_settings: QgsMapSettings) -> Box | None:
    """Return the box of the map's view in EPSG:4326; None if it shows no place on Earth or nearly all of it.

    A view over the 180th meridian has west > east.
    """
    crs = QgsCoordinateReferenceSystem(FOOTPRINT_CRS)
    transform = QgsCoordinateTransform(map_settings.destinationCrs(), crs, map_settings.transformContext())
    view = map_settings.visibleExtent()
    if view.isEmpty() or not transform.isValid():
        return None
    try:
        box = transform.transformBoundingBox(view, Qgis.TransformDirection.Forward, True)
    except QgsCsException:
        return None
    return (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) if box.isFinite() else None
