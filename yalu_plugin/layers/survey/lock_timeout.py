"""Set how long GDAL waits for the locks of others when it opens an SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal

WAIT_MS = 500  # for another program to finish writing; GDAL's own 5 s would freeze the window


@contextmanager
def lock_timeout(milliseconds: int) -> Iterator[None]:
    """Make files opened in the block, by this thread, wait so long for locks that others hold."""
    before = gdal.GetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT")
    gdal.SetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT", str(milliseconds))
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT", before)
