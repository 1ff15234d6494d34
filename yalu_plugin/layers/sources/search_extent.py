"""The area of a search, from an extent in any CRS."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRectangle,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene_query import Box
from yalu_plugin.core.text import translatable

_WORLD = (-180, -90, 180, 90)


class ExtentUnusable(YaluError):
    """An extent without area, or one that its CRS cannot place on Earth."""

    template = translatable("This area cannot be found on the earth. Zoom to where you want images, then search again.")


def query_box(
    extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> Box:
    """Return west, south, east, north in EPSG:4326, clipped at 180 degrees and the poles. Raises ExtentUnusable."""
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), transforms)
    world = QgsRectangle(*_WORLD)
    try:
        box = transform.transformBoundingBox(extent).intersect(world) if transform.isValid() else QgsRectangle()
    except QgsCsException as error:
        raise ExtentUnusable(str(error)) from error
    if box.isEmpty() or not box.isFinite():
        raise ExtentUnusable()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
