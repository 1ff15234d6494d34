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
        self.unsealed = False  # whether there were entries without a seal when the file was last read
        self._reader: gdal.Dataset | None = None
        self._read: object = None  # the state of the file when there was nothing more, and after which entry

    def entries_after(self, seq: int, count: int) -> list[Row]:
        """The first `count` entries after the one with this seq. Raises what opening a survey raises."""
        reader, self._reader = self._reader, None  # one that failed is not kept
        with opened(self._path, dataset=reader) as dataset:
            state = rows_of(dataset, "PRAGMA data_version"), seq
            entries = []
            if reader is None or state != self._read:
                entries = entries_where(dataset, f'"seq" > {int(seq)}', count)
                self.unsealed = bool(rows_of(dataset, 'SELECT "seq" FROM "audit" WHERE "hash" IS NULL LIMIT 1'))
        self._reader, self._read = dataset, None if entries else state
        return entries

    def close(self) -> None:
        """Let go of the file until it is read again: what lies beside one that is open here is not looked into."""
        self._reader = None


def last_seq(dataset: gdal.Dataset) -> int:
    """The seq of the last entry of the record, sealed or not; 0 without any."""
    return int(rows_of(dataset, 'SELECT COALESCE(MAX("seq"), 0) + 0 AS "last" FROM "audit"')[0][0])
