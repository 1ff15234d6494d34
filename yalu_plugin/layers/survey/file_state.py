"""Whether a file that was kept open is still the one it was, or one of which SQLite knows what was written to it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.layers.survey.geopackage import rows_of


class FileState(NamedTuple):
    """How a file was when a connection to it was last used."""

    inode: int
    size: int
    written_ns: int
    version: int  # which SQLite counts up for a connection when another one has written


def state_of(path: Path, dataset: gdal.Dataset) -> FileState | None:
    """None where the file is under its name no more, or cannot be asked: opening it anew says why."""
    try:
        about, ((version,),) = path.stat(), rows_of(dataset, "PRAGMA data_version")
    except (OSError, RuntimeError):
        return None
    return FileState(about.st_ino, about.st_size, about.st_mtime_ns, version)


def may_go_on(before: FileState | None, now: FileState | None) -> bool:
    """Whether a connection that knew the file as it was `before` reads what is in it now.

    What others write through SQLite it notices itself. It does not where another file was put in its place, or was
    copied over it and counts as many changes: SQLite would take its own pages for those of that copy.
    """
    if before is None or now is None or now.inode != before.inode:
        return False
    return now.version != before.version or now == before
