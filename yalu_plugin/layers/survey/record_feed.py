"""The record of an open survey as a feed of changes: the entries after a given one, written by any process."""

from __future__ import annotations

from collections.abc import Callable

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.file_connections import ReadConnection
from yalu_plugin.layers.survey.geopackage import rows_of
from yalu_plugin.layers.survey.sealing import entries_where


class RecordFeed:
    """Reads new entries of the record. Not for two threads at once: see write_lock.

    On a connection that stays open, SQLite reports at no cost whether the file was written to.
    """

    def __init__(self, reader: ReadConnection) -> None:
        self._reader = reader
        self.unsealed = False  # whether there were entries without a seal when the file was last read
        self._read: object = None  # the state of the file when no entry followed, and the seq of the last entry

    def entries_after(self, seq: int, limit: int, check_file: Callable[[gdal.Dataset], None]) -> list[Row] | None:
        """Return the entries after the one with this seq; None, without reading them, where there are more than
        `limit`.

        `check_file` is called with the open file whenever it was written to, and raises where it must not be read.
        Raises what `check_file` and opening a survey raise.
        """
        with self._reader.opened() as dataset:
            state = dataset, rows_of(dataset, "PRAGMA data_version"), seq  # the version differs between connections
            entries: list[Row] | None = []
            if state != self._read:
                check_file(dataset)
                exceeded = last_seq(dataset) - seq > limit  # each entry is the next one
                entries = None if exceeded else entries_where(dataset, f'"seq" > {int(seq)}', limit)
                self.unsealed = bool(rows_of(dataset, 'SELECT "seq" FROM "audit" WHERE "hash" IS NULL LIMIT 1'))
        self._read = state if entries == [] else None
        return entries

    def close(self) -> None:
        """Close the file until it is read again."""
        self._read = None
        self._reader.close()


def last_seq(dataset: gdal.Dataset) -> int:
    """Return the seq of the last entry of the record, sealed or not; 0 without any."""
    return int(rows_of(dataset, 'SELECT COALESCE(MAX("seq"), 0) + 0 AS "last" FROM "audit"')[0][0])
