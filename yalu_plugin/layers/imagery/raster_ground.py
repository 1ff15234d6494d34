"""Where on the ground a raster is, from its corners, and how large its pixels are there."""

from __future__ import annotations

import math

from osgeo import gdal, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsDistanceArea, QgsPointXY

from yalu_plugin.i18n import tr

ELLIPSOID = "WGS84"


def to_wgs84(raster: gdal.Dataset) -> osr.CoordinateTransformation:
    """Return the transformation from the raster's CRS. Raises ValueError with a text for the user."""
    source = raster.GetSpatialRef()
    if source is None:
        raise ValueError(tr("it has no CRS"))
    if raster.GetGeoTransform(can_return_null=True) is None:
        raise ValueError(tr("it has no position"))
    source = source.Clone()
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    for system in (source, wgs84):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CreateCoordinateTransformation(source, wgs84)  # None on failure, unlike the class's constructor
    if transform is None:
        raise ValueError(tr("its CRS cannot be transformed to EPSG:4326"))
    return transform


def footprint(raster: gdal.Dataset, transform: osr.CoordinateTransformation) -> str:
    """Return the polygon of the four corners in EPSG:4326.

    It starts within 180 degrees of longitude; a raster over the 180th meridian extends beyond. Raises ValueError.
    """
    width, height = raster.RasterXSize, raster.RasterYSize
    corners = [_ground(raster, transform, column, row)
               for column, row in ((0, 0), (width, 0), (width, height), (0, height))]
    longitudes = _unwrapped([corner.x() for corner in corners])
    shift = -360 * math.floor((min(longitudes) + 180) / 360)
    ring = [f"{x + shift!r} {corner.y()!r}" for x, corner in zip(longitudes, corners)]
    return f"POLYGON (({', '.join([*ring, ring[0]])}))"


def ground_sample_distance(raster: gdal.Dataset, transform: osr.CoordinateTransformation) -> float:
    """Return the side of a square with the central pixel's area, in metres, to the millimetre. Raises ValueError."""
    column, row = raster.RasterXSize / 2, raster.RasterYSize / 2
    places = ((column, row), (column + 1, row), (column, row + 1))
    centre, right, below = (_ground(raster, transform, *place) for place in places)
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    measure.setEllipsoid(ELLIPSOID)
    return round(math.sqrt(measure.measureLine(centre, right) * measure.measureLine(centre, below)), 3)


def _ground(raster: gdal.Dataset, transform: osr.CoordinateTransformation, column: float, row: float) -> QgsPointXY:
    """Return longitude and latitude of a place in the raster, in pixels from its upper left corner."""
    x, y = gdal.ApplyGeoTransform(raster.GetGeoTransform(), column, row)
    longitude, latitude, _ = transform.TransformPoint(x, y)
    if not (math.isfinite(longitude) and math.isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 1_000):
        raise ValueError(tr("its corners lie outside its CRS"))
    return QgsPointXY(longitude, latitude)


def _unwrapped(longitudes: list[float]) -> list[float]:
    """Return longitudes of corners, those across the 180th meridian increased by 360; a whole world stays as it is.

    Projections give 179 and -179 for two corners that are two degrees apart.
    """
    if not all(-180 <= one <= 180 for one in longitudes) or max(longitudes) - min(longitudes) <= 180:
        return longitudes
    unwrapped = [one + 360 if one < 0 else one for one in longitudes]
    return unwrapped if max(unwrapped) - min(unwrapped) < 180 else longitudes
