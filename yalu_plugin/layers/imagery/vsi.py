"""Files as GDAL sees them, also in ZIP files: their first bytes, and what lies in a folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.imagery.files import file_of, in_archive


def read(name: str, count: int) -> bytes:
    """The first `count` bytes of a file, also of one in a ZIP file; empty where it cannot be read."""
    file = gdal.VSIFOpenL(name, "rb")
    if file is None:
        return b""
    try:
        return bytes(gdal.VSIFReadL(1, count, file) or b"")
    finally:
        gdal.VSIFCloseL(file)


def _mark(folder: str) -> tuple[int, int]:
    """What changes when files come to or leave the folder, or the ZIP file it is in."""
    try:
        about = (file_of(folder + "x") if in_archive(folder + "x") else Path(folder)).stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def names_in(folder: str) -> dict[str, list[str]]:
    """The names in a folder, or in one of a ZIP file, by themselves in small letters: so GDAL looks for side files."""
    return _names_in(folder, *_mark(folder))


@lru_cache(maxsize=8)
def _names_in(folder: str, *_mark: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in gdal.ReadDir(folder.rstrip("/\\") or folder) or ():
        found.setdefault(name.lower(), []).append(name)
    return found
