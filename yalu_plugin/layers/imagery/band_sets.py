"""Scenes that GDAL puts together: one file a band, shown in true colour, and files whose first bands are other ones.

The survey keeps the path of the red band, or an address as in core.imagery.band_address; the virtual raster (VRT) is
made anew in the user's QGIS profile whenever the scene is opened. So a project finds its layer again, no VRT is older
than its images, and nothing is written beside those.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from osgeo import gdal
from qgis.core import QgsApplication

from yalu_plugin.core.imagery.band_address import bands_of, files_of
from yalu_plugin.core.imagery.bands import colour_files
from yalu_plugin.core.imagery.scene import scene_id
from yalu_plugin.layers.imagery.raster import RasterMissing, RasterUnreadable, quiet_gdal


def in_true_colour(uri: str) -> str:
    """What to open for the local image at `uri`: a VRT of red, green and blue for a red band with the others beside it.

    Any other image is opened itself. Raises RasterMissing where only one of the other two is there, and
    RasterUnreadable.
    """
    if uri.startswith("file:"):
        return put_together(uri, _path_there)
    colours = colour_files(uri)
    missing = [one for one in colours or () if gdal.VSIStatL(one) is None]
    if colours is None or set(colours[1:]) <= set(missing):
        return uri
    if missing:
        raise RasterMissing(path=missing[0])
    return _vrt(uri, colours)


def put_together(uri: str, source_of: Callable[[str], str]) -> str:
    """What to open for the scene at `uri`: a VRT of its files or bands, or what `source_of` makes of its one file.

    `source_of` is given the address of a file, and returns what GDAL is to open. Raises RasterUnreadable, and what
    that raises.
    """
    sources, bands = [source_of(address) for address in files_of(uri)], bands_of(uri)
    return _vrt(uri, sources, bands) if len(sources) > 1 or bands else sources[0]


def _path_there(address: str) -> str:
    path = url2pathname(urlsplit(address).path)
    if not Path(path).is_file():
        raise RasterMissing(path=path)
    return path


def _vrt(uri: str, sources: Sequence[str], bands: Sequence[int] = ()) -> str:
    vrt = _folder() / f"{scene_id(uri)}.vrt"
    unfinished = vrt.with_suffix(f".{os.getpid()}")  # two QGIS may have the same profile
    with quiet_gdal():
        try:
            if bands:
                made = gdal.Translate(str(unfinished), sources[0], format="VRT", bandList=list(bands))
            else:
                made = gdal.BuildVRT(str(unfinished), list(sources), separate=True, resolution="highest")
            good = made is not None and made.RasterCount == len(bands or sources)
            del made  # GDAL writes the file on closing it
        except RuntimeError as error:
            raise RasterUnreadable(str(error), path=uri) from error
    if not good:
        raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
    unfinished.replace(vrt)
    return str(vrt)


def _folder() -> Path:
    folder = Path(QgsApplication.qgisSettingsDirPath(), "yalu_plugin", "true_colour")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
