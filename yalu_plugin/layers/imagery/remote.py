"""Rasters on the web, read by GDAL in ranges: the header, then only the tiles a view needs.

GDAL's own HTTP client reads them, to which QGIS hands its proxy. What is written in the survey is the plain address.
Images of the Planetary Computer need a signature: GDAL asks its service for one, and for the next when the stated time
of that is over. One that is refused before is not used again: a new one is asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.drivers import READ
from yalu_plugin.layers.imagery.gdal_options import configured, quiet_gdal
from yalu_plugin.layers.imagery.raster import RasterMissing
from yalu_plugin.layers.imagery.side_files import check_opened

PLANETARY_COMPUTER = "planetarycomputer.microsoft.com"
# Seconds; no directory listing and no search for side files, which object stores answer slowly or not at all.
_HOW = {"empty_dir": "yes", "connecttimeout": "5", "timeout": "20"}
# Bytes of the first request: with the header of a COG comes its smallest overview, of which its contrast is measured.
# Three bands of UInt16 with a sensor's grain take some 600 kB.
_AT_ONCE = str(1 << 20)
_HTTP_ERROR = 11  # GDAL's number of an answer that is an HTTP status (CPLE_HttpResponse)
_UNAUTHORISED = (401, 403)
_GONE = (404, 410)
_DRIVERS = tuple(driver for driver in READ if driver != "VRT")
_refused: Counter[str] = Counter()  # signatures, by collection


class RasterOutOfReach(YaluError):
    """An image on the web that cannot be opened now."""

    template = translatable("The image {path} cannot be opened ({detail}). Check the connection, then try again.")


class LoginNeeded(RasterOutOfReach):
    """An image that its host shows only to those it knows."""

    template = translatable("The image {path} cannot be opened without a login or permission at {host} ({detail}). "
                            "Download it there, or search another catalog.")


class _Failure(NamedTuple):
    """Why GDAL cannot open an address: in its words, with the HTTP status, 0 for none."""

    text: str
    status: int = 0


def is_remote(uri: str) -> bool:
    """Whether a scene's uri is an address of the web."""
    return urlsplit(uri).scheme in ("http", "https")


class SignatureRefused(YaluError):
    """The service of the images takes a signature neither at first nor made anew."""

    template = translatable("The image {path} was signed anew, and {host} refuses it all the same ({detail}). Try "
                            "again later.")


def remote_source(scene: Scene) -> str:
    """What GDAL is to open for a scene on the web (GDAL's documentation, "/vsicurl/")."""
    return f"/vsicurl?{urlencode({**_HOW, **_signing(scene), 'url': scene.uri})}"


def check_remote(scene: Scene) -> str:
    """See that the scene on the web opens; returns what GDAL is to open.

    Raises RasterMissing, RasterOutOfReach, LoginNeeded and SignatureRefused.
    """
    source = remote_source(scene)
    failure = _failure(source)
    signed_anew = failure is not None and failure.status in _UNAUTHORISED and sign_anew(scene)
    if signed_anew:
        source = remote_source(scene)
        failure = _failure(source)
    if failure is None:
        return source
    host = urlsplit(scene.uri).netloc
    if failure.status in _GONE:
        raise RasterMissing(failure.text, path=scene.uri)
    if failure.status in _UNAUTHORISED:
        raise (SignatureRefused if signed_anew else LoginNeeded)(failure.text, path=scene.uri, host=host)
    if not failure.status and _is_web_page(source):
        raise LoginNeeded(tr("it answers with a web page"), path=scene.uri, host=host)
    raise RasterOutOfReach(failure.text, path=scene.uri)


def sign_anew(scene: Scene) -> bool:
    """Have the next opening of the scene ask for another signature; tells whether it needs one at all."""
    if _signing(scene):
        _refused[_collection(scene)] += 1
    return bool(_signing(scene))


def _signing(scene: Scene) -> dict[str, str]:
    """GDAL keeps a signature by the image, or by the collection where told that.

    A collection's name with a fragment is another one to it, and the same to the service, which is sent no fragments.
    """
    if urlsplit(scene.item_url).hostname != PLANETARY_COMPUTER:
        return {}
    number = _refused[_collection(scene)]
    return {"pc_url_signing": "yes", **({"pc_collection": f"{_collection(scene)}#{number}"} if number else {})}


def _collection(scene: Scene) -> str:
    """Of .../collections/{collection}/items/{item} (STAC API specification, "Features")."""
    return urlsplit(scene.item_url).path.rpartition("/collections/")[2].partition("/")[0]


def _failure(source: str) -> _Failure | None:
    """Why GDAL cannot open it, or None where it can. What a virtual raster of the web is made of is not asked for.

    Raises ReachesOut.
    """
    with quiet_gdal(), configured(GDAL_INGESTED_BYTES_AT_OPEN=_AT_ONCE):
        gdal.ErrorReset()
        try:
            raster = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR, allowed_drivers=list(_DRIVERS))
            check_opened(raster, source)
            if raster is not None:
                return None
            text = gdal.GetLastErrorMsg() or source
        except RuntimeError as error:
            text = str(error)
        number = gdal.GetLastErrorNo()
    gdal.VSICurlPartialClearCache(source)  # else the next try would be told the same without asking
    status = re.search(r"\d{3}$", text) if number == _HTTP_ERROR else None
    return _Failure(text, int(status[0]) if status else 0)


def _is_web_page(source: str) -> bool:
    """Whether what answers is a web page: where a login is needed, some hosts lead to a form."""
    with quiet_gdal():
        headers = gdal.GetFileMetadata(source, "HEADERS") or {}
    return any(name.lower() == "content-type" and value.lower().startswith("text/html")
               for name, value in headers.items())
