"""Files as GDAL sees them, also in ZIP files: their first bytes, and the names in a folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.imagery.image_files import file_of, in_archive


def read(name: str, count: int) -> bytes:
    """Return the first `count` bytes of a file, also of one in a ZIP file; empty if it cannot be read."""
    file = gdal.VSIFOpenL(name, "rb")
    if file is None:
        return b""
    try:
        return bytes(gdal.VSIFReadL(1, count, file) or b"")
    finally:
        gdal.VSIFCloseL(file)


def _folder_mark(folder: str) -> tuple[int, int]:
    """Return a value that changes when files are added to or removed from the folder or its ZIP file."""
    try:
        status = (file_of(folder + "x") if in_archive(folder + "x") else Path(folder)).stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def names_in_folder(folder: str) -> dict[str, list[str]]:
    """Return the names in a folder, also of a ZIP file, by name in lower case: GDAL ignores the case of side files."""
    return _read_names(folder, *_folder_mark(folder))


@lru_cache(maxsize=8)
def _read_names(folder: str, *_folder_mark: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in gdal.ReadDir(folder.rstrip("/\\") or folder) or ():
        found.setdefault(name.lower(), []).append(name)
    return found
