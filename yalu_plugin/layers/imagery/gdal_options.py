"""Temporary GDAL options, per thread, for reading untrusted files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keep GDAL's messages off the terminal; whether GDAL raises exceptions is left as QGIS has set it."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def offline() -> Iterator[None]:
    """Block GDAL's access to the web in this thread, as a second safeguard."""
    with configured(CPL_VSIL_CURL_ALLOWED_EXTENSIONS=".none", GDAL_HTTP_PROXY="127.0.0.1:9", GDAL_HTTP_MAX_RETRY="0",
                    GDAL_HTTP_TIMEOUT="1", GDAL_VRT_ENABLE_PYTHON="NO"):
        yield


@contextmanager
def configured(**options: str) -> Iterator[None]:
    """Set these GDAL options in this thread within the context."""
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in options}
    for key, value in options.items():
        gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)
