"""Rasters on the web, read by GDAL in ranges: the header, then only the tiles a view needs.

GDAL's own HTTP client reads them, to which QGIS hands its proxy. What is written in the survey is the plain address.
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.raster import RasterMissing, quiet_gdal

PLANETARY_COMPUTER = "planetarycomputer.microsoft.com"
# Seconds; no directory listing and no search for side files, which object stores answer slowly or not at all.
_HOW = {"empty_dir": "yes", "connecttimeout": "5", "timeout": "20"}


class RasterOutOfReach(YaluError):
    """An image on the web that cannot be opened now."""

    template = translatable("The image {path} cannot be opened ({detail}). Check the connection, then try again.")


def is_remote(uri: str) -> bool:
    """Whether a scene's uri is an address of the web."""
    return urlsplit(uri).scheme in ("http", "https")


def remote_source(scene: Scene) -> str:
    """What GDAL is to open for a scene on the web (GDAL's documentation, "/vsicurl/").

    Images of the Planetary Computer need a signed address; GDAL asks its token service for it each time one runs out.
    """
    signing = {"pc_url_signing": "yes"} if urlsplit(scene.item_url).hostname == PLANETARY_COMPUTER else {}
    return f"/vsicurl?{urlencode({**_HOW, **signing, 'url': scene.uri})}"


def check_remote(scene: Scene) -> str:
    """See that the scene on the web opens; returns what GDAL is to open. Raises RasterMissing and RasterOutOfReach."""
    source = remote_source(scene)
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            good = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR) is not None
            why = gdal.GetLastErrorMsg()
        except RuntimeError as error:
            good, why = False, str(error)
    if good:
        return source
    gdal.VSICurlPartialClearCache(source)  # else the next try would be told the same without asking
    if why.endswith((": 404", ": 410")):  # as GDAL ends its line on an HTTP status
        raise RasterMissing(why, path=scene.uri)
    raise RasterOutOfReach(why, path=scene.uri)
