"""Whether a local image has data in the map's view, from a coarse sample of it."""

from __future__ import annotations

import math

from osgeo import gdal, osr

from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.layers.imagery.gdal_options import quiet_gdal
from yalu_plugin.layers.imagery.raster import open_raster

SAMPLES = 64  # pixels read along each side of the view
_BANDS = 3  # the bands first on screen; data in one of them is enough

Window = tuple[int, int, int, int]  # column, row, columns, rows


def is_view_empty(uri: str, view: Box) -> bool:
    """Return whether every sampled pixel of the raster in `view` (EPSG:4326) is nodata, transparent or masked.

    The middle pixel, a single tile to read, mostly answers it. Otherwise at most 64 by 64 pixels are read, from
    overviews where there are any, so data between them may be missed. A raster outside the view or without georeference
    is not empty. Safe in any thread. Raises any error of open_raster.
    """
    raster = open_raster(uri)
    with quiet_gdal():
        window = _window(raster, view)
        if window is None:
            return False
        masks = [raster.GetRasterBand(number + 1).GetMaskBand() for number in range(min(raster.RasterCount, _BANDS))]
        block = masks[0].GetBlockSize()
        parts = [_middle(window), window] if math.prod(block) < math.prod(window[2:]) else [window]
        return not any(_has_data(mask, part) for part in parts for mask in masks)


def _has_data(mask: gdal.Band, window: Window) -> bool:
    size = tuple(min(SAMPLES, length) for length in window[2:])
    return any(mask.ReadRaster(*window, *size, buf_type=gdal.GDT_Byte))


def _middle(window: Window) -> Window:
    column, row, columns, rows = window
    return column + columns // 2, row + rows // 2, 1, 1


def _window(raster: gdal.Dataset, view: Box) -> Window | None:
    """Return the pixels of the raster around the view; None where there are none or they are unknown."""
    crs, placement = raster.GetSpatialRef(), raster.GetGeoTransform(can_return_null=True)
    if crs is None or placement is None or view[0] > view[2]:
        return None
    wgs84 = osr.SpatialReference()
    wgs84.SetWellKnownGeogCS("WGS84")
    for one in (wgs84, crs):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    inverse = gdal.InvGeoTransform(placement)
    try:
        west, south, east, north = osr.CoordinateTransformation(wgs84, crs).TransformBounds(*view, 21)
    except RuntimeError:
        return None
    corners = [gdal.ApplyGeoTransform(inverse, x, y) for x in (west, east) for y in (south, north)]
    if not all(math.isfinite(number) for corner in corners for number in corner):
        return None
    (left, right), (top, bottom) = (_clipped(numbers, most) for numbers, most in zip(
        zip(*corners), (raster.RasterXSize, raster.RasterYSize)))
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None


def _clipped(numbers: tuple[float, ...], most: int) -> tuple[int, int]:
    return max(math.floor(min(numbers)), 0), min(math.ceil(max(numbers)), most)
