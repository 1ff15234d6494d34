"""SYNTHETIC scenes for comparisons: a checkerboard of single pixels, or one colour."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import numpy
from osgeo import gdal, osr

from yalu_plugin.core.imagery.scene import Scene

SIZE, GSD_M, WEST, NORTH = 256, 10, 440_000, 4_590_000  # EPSG:32652


def made_scene(folder: Path, day: str, colour: tuple[int, int, int] | None = None) -> Scene:
    """Write the scene of a day in one colour, or the checkerboard without a colour."""
    rows, columns = numpy.indices((SIZE, SIZE))
    board = ((rows + columns) % 2 * 255).astype("uint8")
    path = folder / f"SYNTHETIC_{day.replace('-', '')}.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(path), SIZE, SIZE, 3, gdal.GDT_Byte)
    raster.SetGeoTransform((WEST, GSD_M, 0, NORTH, 0, -GSD_M))
    place = osr.SpatialReference()
    place.ImportFromEPSG(32652)
    raster.SetProjection(place.ExportToWkt())
    for number in (1, 2, 3):
        raster.GetRasterBand(number).WriteArray(board if colour is None else numpy.full_like(board, colour[number - 1]))
    raster.FlushCache()
    at = datetime.fromisoformat(f"{day}T02:00:00").replace(tzinfo=timezone.utc)
    return Scene(f"scene {day}", str(path), at, at, "acquired", "filename", platform="made-up", synthetic=True)
