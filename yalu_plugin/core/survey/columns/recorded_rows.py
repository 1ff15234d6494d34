"""Compact storage of what the record leaves of each row, for a million rows: 32 bytes per row, 170 with a dict."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

RECENT = 1 << 16  # rows that are stored in a dict until they are merged into the sorted arrays
RecordedRow = tuple[int, int, int]  # any three numbers of 64 bits


class RecordedRows:
    """Three numbers per row, by a key of 64 bits."""

    def __init__(self) -> None:
        self._recent: dict[int, RecordedRow] = {}
        self._keys, self._columns, self._removed = array("q"), [array("q"), array("q"), array("q")], bytearray()

    def add(self, key: int, row: RecordedRow) -> None:
        """Add a row whose key is not in use."""
        self._recent[key] = row
        if len(self._recent) == RECENT:
            self._merge_recent()

    def pop(self, key: int) -> RecordedRow | None:
        """Remove and return a row; None where there is none."""
        found = self._recent.pop(key, None)
        if found is not None:
            return found
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key or self._removed[place]:
            return None
        self._removed[place] = 1
        first, second, third = (column[place] for column in self._columns)
        return first, second, third

    def __iter__(self) -> Iterator[RecordedRow]:
        yield from (row for *row, removed in zip(*self._columns, self._removed) if not removed)  # type: ignore[misc]
        yield from self._recent.values()

    def _merge_recent(self) -> None:
        """Merge the recent rows into the sorted arrays, column by column so that only one is in memory twice."""
        is_kept = np.frombuffer(self._removed, np.uint8) == 0
        keys = _joined(self._keys, is_kept, self._recent)
        order = np.argsort(keys)
        self._keys = _packed(keys[order])
        for number, column in enumerate(self._columns):
            recent = [row[number] for row in self._recent.values()]
            self._columns[number] = _packed(_joined(column, is_kept, recent)[order])
        self._removed = bytearray(len(self._keys))
        self._recent = {}


def _joined(values: array[int], is_kept: NDArray[np.bool_], more: dict[int, RecordedRow] | list[int]
            ) -> NDArray[np.int64]:
    return np.concatenate((np.frombuffer(values, np.int64)[is_kept], np.fromiter(more, np.int64, len(more))))


def _packed(values: NDArray[np.int64]) -> array[int]:
    return array("q", values.tobytes())
