"""The record of an open survey as a feed of changes: what was written after an entry, by whomever."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.geopackage import opened, rows_of
from yalu_plugin.layers.survey.sealing import entries_where


class Feed:
    """Not for two threads at once: see one_at_a_time.

    It keeps one connection open for reading, by which SQLite says at no cost whether the file was written to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader: gdal.Dataset | None = None
        self._read: object = None  # the state of the file when there was nothing more, and after which entry

    def entries_after(self, seq: int, count: int) -> list[Row]:
        """The first `count` entries after the one with this seq. Raises what opening a survey raises."""
        with opened(self._path, dataset=self._connection()) as reader:
            state = rows_of(reader, "PRAGMA data_version"), seq
            if state == self._read:
                return []
            entries = entries_where(reader, f'"seq" > {int(seq)}', count)
        self._read = None if entries else state
        return entries

    def _connection(self) -> gdal.Dataset:
        if self._reader is None:
            with opened(self._path) as dataset:
                self._reader = dataset
        return self._reader
