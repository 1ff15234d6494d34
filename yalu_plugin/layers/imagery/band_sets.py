"""Scenes that QGIS cannot open as they are, shown through a virtual raster (VRT).

They come as one file a band, have other bands first than red, green and blue, are put in their place by control
points, a KML or the analyst, or would be written to by GDAL. The survey keeps the path of the red band, an address as
in core.imagery.band_address, or the path of the image; the VRT is made anew in the user's QGIS profile whenever the
scene is opened. So a project finds its layer again, no VRT is older than its images, and nothing is written beside
those.
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
from yalu_plugin.core.imagery.files import Which, in_archive, which
from yalu_plugin.core.imagery.scene import scene_id
from yalu_plugin.layers.imagery.guard import own_folder
from yalu_plugin.layers.imagery.metadata import keep_metadata
from yalu_plugin.layers.imagery.placing import virtual
from yalu_plugin.layers.imagery.raster import RasterMissing, RasterUnreadable, open_raster, quiet_gdal


def in_true_colour(uri: str) -> str:
    """What to open for the local image at `uri`: a VRT of red, green and blue for a red band with the others beside it.

    Any other image is opened itself. Raises RasterMissing where only one of the other two is there, and what
    open_raster raises.
    """
    if uri.startswith("file:"):
        crs = which(uri).crs
        return put_together(uri, lambda address: _checked(Which(which(address).file, crs=crs).uri))
    colours = colour_files(uri)
    missing = [one for one in colours or () if gdal.VSIStatL(one) is None]
    if colours is None or set(colours[1:]) <= set(missing):
        return uri
    if missing:
        raise RasterMissing(path=missing[0])
    return _vrt(uri, [_checked(one) for one in colours])


def put_together(uri: str, source_of: Callable[[str], str]) -> str:
    """What to open for the scene at `uri`: a VRT of its files or bands, or what `source_of` makes of its one file.

    `source_of` is given the address of a file, and returns what GDAL is to open. Raises RasterUnreadable, and what
    that raises.
    """
    sources, bands = [source_of(address) for address in files_of(uri)], bands_of(uri)
    return _vrt(uri, sources, bands) if len(sources) > 1 or bands else sources[0]


def in_its_place(uri: str, raster: gdal.Dataset) -> str:
    """What QGIS is to open for the image at `uri`, opened as `raster`: the file, or a VRT that puts it in its place.

    Also a VRT for what lies in a ZIP file, or is a VRT itself: GDAL would write its statistics into them. Beside
    other files they do no harm. Raises RasterUnreadable.
    """
    in_place = which(uri) == Which(uri) and raster.GetDescription()
    keeps = raster.GetDriver().ShortName != "VRT" or Path(uri).parent == own_folder()
    if in_place and keeps and not in_archive(uri):
        return uri
    with _made_anew(uri) as (vrt, unfinished):
        made = (virtual(unfinished, raster, raster.GetSpatialRef()) if in_place
                else gdal.GetDriverByName("VRT").CreateCopy(unfinished, raster))
        if made is None:
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
        keep_metadata(made, raster)
        del made  # GDAL writes the file on closing it
        _keep_statistics(Path(unfinished))
    return vrt


def _keep_statistics(vrt: Path) -> None:
    """Have GDAL take the statistics of a VRT by its pixels. Where a band has a single source it would have that take
    them, and keep them in the source's file. So each has its first pixel twice.
    """
    def with_first_pixel(match: re.Match[str]) -> str:
        return match[0] + re.sub(r'xSize="[^"]*" ySize="[^"]*"', 'xSize="1" ySize="1"', match[0])

    text = vrt.read_text(encoding="utf-8")
    vrt.write_text(re.sub(r"(?s)<SimpleSource\b.*?</SimpleSource>", with_first_pixel, text), encoding="utf-8")


def _checked(uri: str) -> str:
    """What GDAL is to open for one of several files, which opens nothing else with it."""
    return in_its_place(uri, open_raster(uri))


def _vrt(uri: str, sources: Sequence[str], bands: Sequence[int] = ()) -> str:
    with _made_anew(uri, "#together") as (vrt, unfinished):
        if bands:
            made = gdal.Translate(unfinished, sources[0], format="VRT", bandList=list(bands))
        else:
            made = gdal.BuildVRT(unfinished, list(sources), separate=True, resolution="highest")
        if made is None or made.RasterCount != len(bands or sources):
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
        del made  # GDAL writes the file on closing it
    return vrt


@contextmanager
def _made_anew(uri: str, what: str = "") -> Iterator[tuple[str, str]]:
    """The path of the scene's VRT, and that to write it to: two QGIS may have the same profile.

    A VRT of several files is named otherwise (`what`) than one of the first of them.
    """
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    vrt = folder / f"{scene_id(uri + what)}.vrt"
    unfinished = vrt.with_suffix(f".{os.getpid()}")
    with quiet_gdal():
        try:
            yield str(vrt), str(unfinished)
        except RuntimeError as error:
            raise RasterUnreadable(str(error), path=uri) from error
    unfinished.replace(vrt)
