"""Connections to a survey file that stay open: opening it again takes longer than what a click reads or writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.layers.survey.geopackage import opened, rows_of


class FileState(NamedTuple):
    """How a file was when a connection to it was last used."""

    inode: int
    size: int
    written_ns: int
    version: int  # which SQLite counts up for a connection when another one has written


def file_state(path: Path, dataset: gdal.Dataset) -> FileState | None:
    """None where the file is under its name no more, or cannot be asked: opening it anew says why."""
    try:
        about, ((version,),) = path.stat(), rows_of(dataset, "PRAGMA data_version")
    except (OSError, RuntimeError):
        return None
    return FileState(about.st_ino, about.st_size, about.st_mtime_ns, version)


def is_still_valid(before: FileState | None, now: FileState | None) -> bool:
    """Whether a connection that knew the file as it was `before` reads what is in it now.

    What others write through SQLite it notices itself. It does not where another file was put in its place, or was
    copied over it and counts as many changes: SQLite would take its own pages for those of that copy.
    """
    if before is None or now is None or now.inode != before.inode:
        return False
    return now.version != before.version or now == before


class ReadConnection:
    """One connection, which locks nothing between two uses. Safe in any thread: one that comes while another reads
    has a connection of its own.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: list[tuple[gdal.Dataset, FileState | None]] = []

    @contextmanager
    def opened(self) -> Iterator[gdal.Dataset]:
        """The file, to be read. What fails inside is not kept. Raises what opening a survey raises."""
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
        """Let go of the file until it is read again: what lies beside one that is open here is not looked into."""
        self._open.clear()


class WriteConnection:
    """One connection, which locks nothing between two uses. Not for two threads at once: see write_lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._dataset: gdal.Dataset | None = None
        self._state: FileState | None = None

    @contextmanager
    def opened(self, wait_ms: int) -> Iterator[gdal.Dataset]:
        """The file, to be written to in one transaction. What fails inside is not kept. Raises what opening raises."""
        dataset, self._dataset = self._dataset, None
        if dataset is not None and not is_still_valid(self._state, file_state(self._path, dataset)):
            dataset = None
        with opened(self._path, update=True, wait_ms=wait_ms, dataset=dataset) as dataset:
            yield dataset
            self._state = file_state(self._path, dataset)
        self._dataset = dataset if self._state is not None else None

    def close(self) -> None:
        """Let go of the file until it is written to again."""
        self._dataset = None
