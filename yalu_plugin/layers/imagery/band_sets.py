"""Scenes that QGIS cannot open as they are, shown through a virtual raster (VRT).

They come as one file a band, or are put in their place by control points, a KML or the analyst. The survey keeps the
path of the red band, or that of the image; the VRT is made anew in the user's QGIS profile whenever the scene is
opened. So a project finds its layer again, no VRT is older than its images, and nothing is written beside those.
"""

from __future__ import annotations

import os
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.imagery.bands import colour_files
from yalu_plugin.core.imagery.files import Which, which
from yalu_plugin.core.imagery.scene import scene_id
from yalu_plugin.layers.imagery.guard import own_folder
from yalu_plugin.layers.imagery.raster import RasterMissing, RasterUnreadable, open_raster, quiet_gdal


def in_true_colour(uri: str) -> str:
    """What to open for the local image at `uri`: a VRT of red, green and blue for a red band with the others beside it.

    Any other image is opened itself. Raises RasterMissing where only one of the other two is there, and
    RasterUnreadable.
    """
    colours = colour_files(uri)
    missing = [one for one in colours or () if gdal.VSIStatL(one) is None]
    if colours is None or set(colours[1:]) <= set(missing):
        return uri
    if missing:
        raise RasterMissing(path=missing[0])
    vrt = _folder() / f"{scene_id(uri)}.vrt"
    _write(vrt, colours)
    return str(vrt)


def in_its_place(uri: str, raster: gdal.Dataset) -> str:
    """What QGIS is to open for the image at `uri`, opened as `raster`: the file, or a VRT that puts it in its place.

    Raises RasterUnreadable.
    """
    if which(uri) == Which(uri) and raster.GetDescription():
        return uri
    vrt = _folder() / f"{scene_id(uri)}.vrt"
    unfinished = vrt.with_suffix(f".{os.getpid()}")
    with quiet_gdal():
        try:
            gdal.GetDriverByName("VRT").CreateCopy(str(unfinished), raster).FlushCache()
        except (RuntimeError, AttributeError) as error:
            raise RasterUnreadable(str(error), path=uri) from error
    unfinished.replace(vrt)
    return str(vrt)


def _folder() -> Path:
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write(vrt: Path, colours: tuple[str, ...]) -> None:
    unfinished = vrt.with_suffix(f".{os.getpid()}")  # two QGIS may have the same profile
    with quiet_gdal():
        try:
            opened = [open_raster(one) for one in colours]  # none of them reaches out
            made = gdal.BuildVRT(str(unfinished), opened, separate=True)
            good = made is not None and made.RasterCount == len(colours)
            del made  # GDAL writes the file on closing it
        except RuntimeError as error:
            raise RasterUnreadable(str(error), path=colours[0]) from error
    if not good:
        raise RasterUnreadable(gdal.GetLastErrorMsg(), path=colours[0])
    unfinished.replace(vrt)
