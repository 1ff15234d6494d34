"""Virtual rasters (VRT) for local scenes that QGIS cannot open directly.

A scene needs one when it has one file per band, when its first bands are not red, green and blue, when control points,
a KML or the analyst give its position, or when GDAL would write to its file. The survey stores the path of the red
band, an address as in core.imagery.band_address, or the path of the image; the VRT is rebuilt in the user's QGIS
profile whenever the scene is opened. So a project finds its layer again, no VRT is older than its images, and nothing
is written next to them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.imagery.band_address import bands_of, files_of
from yalu_plugin.core.imagery.bands import colour_files
from yalu_plugin.core.imagery.image_files import ImageRef, image_ref, in_archive
from yalu_plugin.core.imagery.scene import scene_id
from yalu_plugin.layers.imagery.drivers import RasterUnreadable
from yalu_plugin.layers.imagery.gdal_options import quiet_gdal
from yalu_plugin.layers.imagery.georeferencing import create_vrt
from yalu_plugin.layers.imagery.guard import vrt_folder
from yalu_plugin.layers.imagery.metadata import copy_metadata
from yalu_plugin.layers.imagery.raster import RasterMissing, open_raster


def true_colour_source(uri: str) -> str:
    """Return the source to open for the local image at `uri`.

    For a red band with its green and blue files next to it, this is a VRT of the three; any other image is opened
    directly.

    Raises:
        RasterMissing: only one of the other two bands exists.
        YaluError: any error of open_raster.
    """
    if uri.startswith("file:"):
        crs = image_ref(uri).crs
        return combined_source(uri, lambda address: _checked_source(ImageRef(image_ref(address).file, crs=crs).uri))
    colours = colour_files(uri)
    missing = [one for one in colours or () if gdal.VSIStatL(one) is None]
    if colours is None or set(colours[1:]) <= set(missing):
        return uri
    if missing:
        raise RasterMissing(path=missing[0])
    return _create_vrt(uri, [_checked_source(one) for one in colours])


def combined_source(uri: str, source_of: Callable[[str], str]) -> str:
    """Return the source to open for the scene at `uri`: a VRT of its files or bands, or its only file.

    `source_of` takes the address of a file and returns what GDAL opens for it. Raises RasterUnreadable and any error of
    `source_of`.
    """
    sources, bands = [source_of(address) for address in files_of(uri)], bands_of(uri)
    return _create_vrt(uri, sources, bands) if len(sources) > 1 or bands else sources[0]


def georeferenced_source(uri: str, raster: gdal.Dataset) -> str:
    """Return what QGIS opens for the image at `uri`, opened as `raster`: the file, or a georeferencing VRT.

    A file in a ZIP archive and a VRT also get a VRT, because GDAL would write its statistics into them; the statistics
    it writes next to other files do no harm. Raises RasterUnreadable.
    """
    is_georeferenced = image_ref(uri) == ImageRef(uri) and raster.GetDescription()
    is_unaffected = raster.GetDriver().ShortName != "VRT" or Path(uri).parent == vrt_folder()
    if is_georeferenced and is_unaffected and not in_archive(uri):
        return uri
    with _rebuilt_vrt(uri) as (vrt, temporary):
        created = (create_vrt(temporary, raster, raster.GetSpatialRef()) if is_georeferenced
                   else gdal.GetDriverByName("VRT").CreateCopy(temporary, raster))
        if created is None:
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
        copy_metadata(created, raster)
        del created  # GDAL writes the file on closing it
        _isolate_statistics(Path(temporary))
    return vrt


def _isolate_statistics(vrt: Path) -> None:
    """Make GDAL compute the statistics of a VRT from its pixels.

    For a band with a single source it would compute them from that source and store them in the source's file, so each
    source is listed twice, the second time with its first pixel only.
    """
    def with_first_pixel(match: re.Match[str]) -> str:
        return match[0] + re.sub(r'xSize="[^"]*" ySize="[^"]*"', 'xSize="1" ySize="1"', match[0])

    text = vrt.read_text(encoding="utf-8")
    vrt.write_text(re.sub(r"(?s)<SimpleSource\b.*?</SimpleSource>", with_first_pixel, text), encoding="utf-8")


def _checked_source(uri: str) -> str:
    """Return what GDAL opens for one of several files, checked to open no other file with it."""
    return georeferenced_source(uri, open_raster(uri))


def _create_vrt(uri: str, sources: Sequence[str], bands: Sequence[int] = ()) -> str:
    with _rebuilt_vrt(uri, "#together") as (vrt, temporary):
        if bands:
            created = gdal.Translate(temporary, sources[0], format="VRT", bandList=list(bands))
        else:
            created = gdal.BuildVRT(temporary, list(sources), separate=True, resolution="highest")
        if created is None or created.RasterCount != len(bands or sources):
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
        del created  # GDAL writes the file on closing it
    return vrt


@contextmanager
def _rebuilt_vrt(uri: str, suffix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of the scene's VRT and a temporary path to write it to: two QGIS may share a profile.

    `suffix` distinguishes the VRT of several files from the VRT of the first of them.
    """
    folder = vrt_folder()
    folder.mkdir(parents=True, exist_ok=True)
    vrt = folder / f"{scene_id(uri + suffix)}.vrt"
    temporary = vrt.with_suffix(f".{os.getpid()}")
    with quiet_gdal():
        try:
            yield str(vrt), str(temporary)
        except RuntimeError as error:
            raise RasterUnreadable(str(error), path=uri) from error
    temporary.replace(vrt)
