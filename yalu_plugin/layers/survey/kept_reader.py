"""A survey file that stays open for reading: opening it anew takes longer than reading what a click asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.layers.survey.geopackage import opened, rows_of


class _Kept(NamedTuple):
    """A connection, and the file as it was when it was last read."""

    dataset: gdal.Dataset
    about: object
    version: object


class KeptReader:
    """One connection, which locks nothing between two uses. Safe in any thread: one that comes while another reads
    has a connection of its own.

    It is opened anew where the file was written to and SQLite does not know of it: a copy was put over it that counts
    as many changes, and SQLite would take its own pages for those of that copy.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: list[_Kept] = []

    @contextmanager
    def opened(self) -> Iterator[gdal.Dataset]:
        """The file, to be read. What fails inside is not kept. Raises what opening a survey raises."""
        try:
            kept = self._kept.pop()
        except IndexError:
            kept = None
        usable = kept is not None and self._is_usable(kept)
        with opened(self._path, dataset=kept.dataset if usable else None) as dataset:
            yield dataset
            about = self._about()
            kept = _Kept(dataset, about, _version(dataset))
        self._kept[:] = [kept]

    def close(self) -> None:
        """Let go of the file until it is read again: what lies beside one that is open here is not looked into."""
        self._kept.clear()

    def _is_usable(self, kept: _Kept) -> bool:
        """Whether nobody has written to the file, or SQLite sees that somebody has."""
        try:
            return self._about() == kept.about or _version(kept.dataset) != kept.version
        except RuntimeError:  # it cannot be read: opening it says why
            return False

    def _about(self) -> object:
        try:
            about = self._path.stat()
        except OSError:
            return None
        return about.st_ino, about.st_size, about.st_mtime_ns


def _version(dataset: gdal.Dataset) -> object:
    return rows_of(dataset, "PRAGMA data_version")
