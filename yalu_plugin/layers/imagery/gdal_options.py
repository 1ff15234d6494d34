"""How GDAL is to behave while strangers' files are looked at, in one thread and for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keep GDAL's messages off the terminal. Whether GDAL raises exceptions stays as it is: that belongs to QGIS."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def offline() -> Iterator[None]:
    """A second lock: while this lasts, GDAL finds no way to the web in this thread."""
    with configured(CPL_VSIL_CURL_ALLOWED_EXTENSIONS=".none", GDAL_HTTP_PROXY="127.0.0.1:9", GDAL_HTTP_MAX_RETRY="0",
                    GDAL_HTTP_TIMEOUT="1", GDAL_VRT_ENABLE_PYTHON="NO"):
        yield


@contextmanager
def configured(**options: str) -> Iterator[None]:
    """While this lasts, GDAL has these options in this thread."""
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in options}
    for key, value in options.items():
        gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)
