"""HDF5 files, such as netCDF-4, that take pixels from other files: of any name, and for raw bytes of any content.

They are recognized by messages in object headers ("HDF5 File Format Specification", IV.A.2): external data files (7), a
virtual data layout (8, class 3) and external links (6, type 64), in both forms of header.
"""

from __future__ import annotations

import re
from functools import lru_cache

from osgeo import gdal

from yalu_plugin.core.imagery.image_files import file_of

MAGIC = b"\x89HDF\r\n\x1a\n"
_CHUNK = 1 << 22  # bytes
_OVERLAP = 1 << 12  # so that header messages across two chunks are found
_BODIES = rb"(?:\x07%s\x01\0\0\0|\x08%s\x04\x03|\x06%s\x01[\x08-\x1f]\x40)"
_OLD = re.compile(_BODIES % ((rb"\0[\x20-\xff].[\0-\x0f]\0\0\0", rb"\0..[\0-\x0f]\0\0\0", rb"\0..[\0-\x0f]\0\0\0")),
                  re.DOTALL)
_NEW = re.compile(rb"(?:OHDR|OCHK).{0,1024}?" + _BODIES % (
    rb"[\x20-\xff].[\0-\x0f](?:..)?", rb"..[\0-\x0f](?:..)?", rb"..[\0-\x0f](?:..)?"), re.DOTALL)


def has_external_data(uri: str) -> bool:
    """Return whether the HDF5 file at `uri` has data in another file."""
    status = file_of(uri).stat()
    return _has_external_messages(uri, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=100)
def _has_external_messages(uri: str, *_mark: int) -> bool:
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
