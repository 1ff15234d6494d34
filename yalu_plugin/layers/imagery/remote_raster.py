"""Rasters on the web, read by GDAL in ranges: the header, then only the tiles a view needs.

GDAL's HTTP client reads them with the proxy set in QGIS. The survey stores the plain address. Images of the Planetary
Computer need a signature: GDAL requests one from its service, and another when the stated time is over. A signature
refused before that is not used again: a new one is requested.
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
from yalu_plugin.layers.imagery.drivers import SUPPORTED_DRIVERS
from yalu_plugin.layers.imagery.gdal_options import configured, quiet_gdal
from yalu_plugin.layers.imagery.raster import RasterMissing
from yalu_plugin.layers.imagery.side_file_checks import check_opened_raster

PLANETARY_COMPUTER = "planetarycomputer.microsoft.com"
# Timeouts in seconds; no directory listing or search for side files, which object stores answer slowly or not at all.
_VSICURL_OPTIONS = {"empty_dir": "yes", "connecttimeout": "5", "timeout": "20"}
# Bytes of the first request: it includes a COG's smallest overview, from which the contrast is measured.
# Three bands of UInt16 with a sensor's grain take some 600 kB.
_FIRST_REQUEST_BYTES = str(1 << 20)
_HTTP_ERROR = 11  # GDAL's error number for an HTTP status (CPLE_HttpResponse)
_LOGIN_STATUS = (401, 403)
_MISSING_STATUS = (404, 410)
_DRIVERS = tuple(driver for driver in SUPPORTED_DRIVERS if driver != "VRT")
_refused: Counter[str] = Counter()  # signatures, by collection


class RasterUnreachable(YaluError):
    """An image on the web that cannot be opened now."""

    template = translatable("The image {path} cannot be opened ({detail}). Check the connection, then try again.")


class LoginNeeded(RasterUnreachable):
    """An image that its host shows only to users it knows."""

    template = translatable("The image {path} cannot be opened without a login or permission at {host} ({detail}). "
                            "Download it there, or search another catalog.")


class _Failure(NamedTuple):
    """GDAL's error for an address, with the HTTP status; 0 for none."""

    text: str
    status: int = 0


def is_remote(uri: str) -> bool:
    """Return whether a scene's uri is a web address."""
    return urlsplit(uri).scheme in ("http", "https")


class SignatureRefused(YaluError):
    """The service refuses a signature, and also a new one."""

    template = translatable("{host} refuses the image {path} even with a new signature ({detail}). Try again later.")


def remote_source(scene: Scene) -> str:
    """Return what GDAL opens for a scene on the web (GDAL's documentation, "/vsicurl/")."""
    return f"/vsicurl?{urlencode({**_VSICURL_OPTIONS, **_signing_options(scene), 'url': scene.uri})}"


def check_remote(scene: Scene) -> str:
    """Check that the scene on the web opens; return what GDAL opens.

    Raises RasterMissing, RasterUnreachable, LoginNeeded and SignatureRefused.
    """
    source = remote_source(scene)
    failure = _failure(source)
    renewed = failure is not None and failure.status in _LOGIN_STATUS and renew_signature(scene)
    if renewed:
        source = remote_source(scene)
        failure = _failure(source)
    if failure is None:
        return source
    host = urlsplit(scene.uri).netloc
    if failure.status in _MISSING_STATUS:
        raise RasterMissing(failure.text, path=scene.uri)
    if failure.status in _LOGIN_STATUS:
        raise (SignatureRefused if renewed else LoginNeeded)(failure.text, path=scene.uri, host=host)
    if not failure.status and _is_web_page(source):
        raise LoginNeeded(tr("it answers with a web page"), path=scene.uri, host=host)
    raise RasterUnreachable(failure.text, path=scene.uri)


def renew_signature(scene: Scene) -> bool:
    """Make the next opening of the scene request a new signature; return whether it needs one at all."""
    if _signing_options(scene):
        _refused[_collection(scene)] += 1
    return bool(_signing_options(scene))


def _signing_options(scene: Scene) -> dict[str, str]:
    """Return the options for signing, empty where no signature is needed.

    GDAL caches a signature by image, or by collection if one is set. A collection's name with a fragment is another one
    to GDAL, and the same to the service, to which fragments are not sent.
    """
    if urlsplit(scene.item_url).hostname != PLANETARY_COMPUTER:
        return {}
    number = _refused[_collection(scene)]
    return {"pc_url_signing": "yes", **({"pc_collection": f"{_collection(scene)}#{number}"} if number else {})}


def _collection(scene: Scene) -> str:
    """Return the collection in .../collections/{collection}/items/{item} (STAC API specification, "Features")."""
    return urlsplit(scene.item_url).path.rpartition("/collections/")[2].partition("/")[0]


def _failure(source: str) -> _Failure | None:
    """Return GDAL's error on opening the source, or None. Sources of a virtual raster are not requested.

    Raises ExternalReference.
    """
    with quiet_gdal(), configured(GDAL_INGESTED_BYTES_AT_OPEN=_FIRST_REQUEST_BYTES):
        gdal.ErrorReset()
        try:
            raster = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR, allowed_drivers=list(_DRIVERS))
            check_opened_raster(raster, source)
            if raster is not None:
                return None
            text = gdal.GetLastErrorMsg() or source
        except RuntimeError as error:
            text = str(error)
        number = gdal.GetLastErrorNo()
    gdal.VSICurlPartialClearCache(source)  # otherwise the next try gets the cached error
    status = re.search(r"\d{3}$", text) if number == _HTTP_ERROR else None
    return _Failure(text, int(status[0]) if status else 0)


def _is_web_page(source: str) -> bool:
    """Return whether the answer is a web page: some hosts redirect to a login form."""
    with quiet_gdal():
        headers = gdal.GetFileMetadata(source, "HEADERS") or {}
    return any(name.lower() == "content-type" and value.lower().startswith("text/html")
               for name, value in headers.items())
