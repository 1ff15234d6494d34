"""Connections to a survey file that stay open: opening it again takes longer than what a click reads or writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.layers.survey.geopackage import opened, rows_of


class FileState(NamedTuple):
    """The state of a file when a connection to it was last used."""

    inode: int
    size: int
    written_ns: int
    version: int  # SQLite increments it for a connection when another one has written


def file_state(path: Path, dataset: gdal.Dataset) -> FileState | None:
    """Return the state of a file that is open; None where it is no longer under its name or cannot be read.

    The reason shows when it is opened again.
    """
    try:
        about, ((version,),) = path.stat(), rows_of(dataset, "PRAGMA data_version")
    except (OSError, RuntimeError):
        return None
    return FileState(about.st_ino, about.st_size, about.st_mtime_ns, version)


def is_still_valid(before: FileState | None, now: FileState | None) -> bool:
    """Return whether a connection that knew the file as it was `before` reads what is in it now.

    SQLite itself notices what others write through SQLite. It does not where another file was put in its place, or was
    copied over it and counts as many changes: SQLite would take its cached pages for those of that copy.
    """
    if before is None or now is None or now.inode != before.inode:
        return False
    return now.version != before.version or now == before


class ReadConnection:
    """One connection for reading, which locks nothing between two uses.

    Safe in any thread: one that comes while another reads gets a separate connection.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: list[tuple[gdal.Dataset, FileState | None]] = []

    @contextmanager
    def opened(self) -> Iterator[gdal.Dataset]:
        """Open the file for reading. The connection is dropped where the block fails. Raises what opening a survey
        raises.
        """
        try:
            dataset, before = self._open.pop()
        except IndexError:
            dataset = None
        if dataset is not None and not is_still_valid(before, file_state(self._path, dataset)):
            dataset = None
        with opened(self._path, dataset=dataset) as dataset:
            yield dataset
            state = file_state(self._path, dataset)
        self._open[:] = [(dataset, state)]

    def close(self) -> None:
        """Close the file until it is read again: a side file is not inspected while the survey is open here."""
        self._open.clear()


class WriteConnection:
    """One connection for writing, which locks nothing between two uses. Not for two threads at once: see write_lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._dataset: gdal.Dataset | None = None
        self._state: FileState | None = None

    @contextmanager
    def opened(self, wait_ms: int) -> Iterator[gdal.Dataset]:
        """Open the file for one transaction. The connection is dropped where the block fails. Raises what opening
        raises.
        """
        dataset, self._dataset = self._dataset, None
        if dataset is not None and not is_still_valid(self._state, file_state(self._path, dataset)):
            dataset = None
        with opened(self._path, update=True, wait_ms=wait_ms, dataset=dataset) as dataset:
            yield dataset
            self._state = file_state(self._path, dataset)
        self._dataset = dataset if self._state is not None else None

    def close(self) -> None:
        """Close the file until it is written to again."""
        self._dataset = None
