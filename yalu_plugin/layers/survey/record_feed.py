"""The record of an open survey as a feed of changes: what was written after an entry, by whomever."""

from __future__ import annotations

from collections.abc import Callable

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.file_connections import ReadConnection
from yalu_plugin.layers.survey.geopackage import rows_of
from yalu_plugin.layers.survey.sealing import entries_where


class RecordFeed:
    """Not for two threads at once: see write_lock.

    By a connection that stays open SQLite says at no cost whether the file was written to.
    """

    def __init__(self, reader: ReadConnection) -> None:
        self._reader = reader
        self.unsealed = False  # whether there were entries without a seal when the file was last read
        self._read: object = None  # the state of the file when there was nothing more, and after which entry

    def entries_after(self, seq: int, limit: int, check_file: Callable[[gdal.Dataset], None]) -> list[Row] | None:
        """The entries after the one with this seq; None where there are more than `limit`, which are not read then.

        `check_file` is called with the open file whenever it was written to, and raises what keeps it from being read.
        Raises what that and opening a survey raise.
        """
        with self._reader.opened() as dataset:
            state = dataset, rows_of(dataset, "PRAGMA data_version"), seq  # which another connection counts differently
            entries: list[Row] | None = []
            if state != self._read:
                check_file(dataset)
                exceeded = last_seq(dataset) - seq > limit  # each entry is the next one
                entries = None if exceeded else entries_where(dataset, f'"seq" > {int(seq)}', limit)
                self.unsealed = bool(rows_of(dataset, 'SELECT "seq" FROM "audit" WHERE "hash" IS NULL LIMIT 1'))
        self._read = state if entries == [] else None
        return entries

    def close(self) -> None:
        """Let go of the file until it is read again."""
        self._read = None
        self._reader.close()


def last_seq(dataset: gdal.Dataset) -> int:
    """The seq of the last entry of the record, sealed or not; 0 without any."""
    return int(rows_of(dataset, 'SELECT COALESCE(MAX("seq"), 0) + 0 AS "last" FROM "audit"')[0][0])
