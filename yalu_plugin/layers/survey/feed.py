"""How far the record of an open survey has been seen, and whether it may have grown since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.geopackage import opened, rows_of
from yalu_plugin.layers.survey.sealing import PAGE, entries_where


class Feed:
    """The entries of a survey's record that were not handed out yet. Not for two threads at once: see one_at_a_time.

    It keeps one connection open for reading, by which SQLite says at no cost whether the file was written to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.unsealed = False  # whether there were entries without a seal when the file was last read
        self._seen = 0  # the last seq that was handed out, or was there on opening
        self._between: list[tuple[int, int]] = []  # first and last seq of entries before it that were not
        self._reader: gdal.Dataset | None = None
        self._state: object = None  # of the file when it was last read to the end

    def start(self, dataset: gdal.Dataset) -> None:
        """What is in the record now is not handed out."""
        self._seen = last_seq(dataset)

    def wrote(self, first: int, last: int) -> None:
        """These entries are our own; those before them that were not handed out are others'."""
        if first > self._seen + 1:
            self._between.append((self._seen + 1, first - 1))
        self._seen = last

    def next_entries(self, before: int | None) -> list[Row]:
        """Entries to hand out now, at most PAGE; only of those `before` a seq, if one is given. Raises what opening a
        survey raises.
        """
        while self._between and (before is None or self._between[0][0] < before):
            first, last = self._between.pop(0)
            entries = self._read(f'"seq" BETWEEN {first} AND {min(last, (before or last + 1) - 1)}')
            if entries:
                if entries[-1]["seq"] < last:
                    self._between.insert(0, (entries[-1]["seq"] + 1, last))
                return entries
        return [] if before is not None and before <= self._seen + 1 else self._newer()

    def _newer(self) -> list[Row]:
        with self._reading() as reader:
            state = rows_of(reader, "PRAGMA data_version")
            if state == self._state:
                return []
            entries = entries_where(reader, f'"seq" > {self._seen}', PAGE)
            self.unsealed = bool(rows_of(reader, 'SELECT "seq" FROM "audit" WHERE "hash" IS NULL LIMIT 1'))
        self._seen = entries[-1]["seq"] if entries else self._seen
        self._state = state if len(entries) < PAGE else None
        return entries

    def _read(self, condition: str) -> list[Row]:
        with self._reading() as reader:
            return entries_where(reader, condition, PAGE)

    @contextmanager
    def _reading(self) -> Iterator[gdal.Dataset]:
        reader, self._reader = self._reader, None  # one that failed is not kept
        with opened(self._path, dataset=reader) as dataset:
            yield dataset
        self._reader = dataset


def last_seq(dataset: gdal.Dataset) -> int:
    """The seq of the last entry of the record, sealed or not; 0 without any."""
    return int(rows_of(dataset, 'SELECT COALESCE(MAX("seq"), 0) + 0 AS "last" FROM "audit"')[0][0])
