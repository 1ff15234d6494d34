"""HDF5 files, as netCDF-4 is, that take pixels from other files: of any name, and for raw bytes of any content.

Told by the messages in object headers ("HDF5 File Format Specification", IV.A.2): external data files (7), a
virtual data layout (8, class 3) and external links (6, type 64), in both forms of header.
"""

from __future__ import annotations

import re
from functools import lru_cache

from osgeo import gdal

from yalu_plugin.core.imagery.files import file_of

MAGIC = b"\x89HDF\r\n\x1a\n"
_CHUNK = 1 << 22  # bytes
_OVERLAP = 1 << 12  # header messages before a chunk's end are seen again
_BODIES = rb"(?:\x07%s\x01\0\0\0|\x08%s\x04\x03|\x06%s\x01[\x08-\x1f]\x40)"
_OLD = re.compile(_BODIES % ((rb"\0[\x20-\xff].[\0-\x0f]\0\0\0", rb"\0..[\0-\x0f]\0\0\0", rb"\0..[\0-\x0f]\0\0\0")),
                  re.DOTALL)
_NEW = re.compile(rb"(?:OHDR|OCHK).{0,1024}?" + _BODIES % (
    rb"[\x20-\xff].[\0-\x0f](?:..)?", rb"..[\0-\x0f](?:..)?", rb"..[\0-\x0f](?:..)?"), re.DOTALL)


def takes_from_elsewhere(uri: str) -> bool:
    """Whether the HDF5 file at `uri` has data that lie in another file."""
    about = file_of(uri).stat()
    return _looked_through(uri, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=100)
def _looked_through(uri: str, *_mark: int) -> bool:
    file = gdal.VSIFOpenL(uri, "rb")
    if file is None:
        return False
    try:
        before = b""
        while chunk := bytes(gdal.VSIFReadL(1, _CHUNK, file) or b""):
            content = before + chunk
            if _OLD.search(content) or _NEW.search(content):
                return True
            before = content[-_OVERLAP:]
    finally:
        gdal.VSIFCloseL(file)
    return False
