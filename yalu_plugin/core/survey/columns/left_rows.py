"""What the record leaves of each row, for a million rows: 32 bytes of one, where a dict would take 170."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

RECENT = 1 << 16  # rows that are kept in a dict, until they are sorted in among the others
Left = tuple[int, int, int]  # any three numbers of 64 bits


class LeftRows:
    """Three numbers of each row, by a key of 64 bits."""

    def __init__(self) -> None:
        self._recent: dict[int, Left] = {}
        self._keys, self._columns, self._gone = array("q"), [array("q"), array("q"), array("q")], bytearray()

    def put(self, key: int, row: Left) -> None:
        """Put a row in, whose key is not there."""
        self._recent[key] = row
        if len(self._recent) == RECENT:
            self._settle()

    def pop(self, key: int) -> Left | None:
        """Take a row out; None where there is none."""
        found = self._recent.pop(key, None)
        if found is not None:
            return found
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key or self._gone[place]:
            return None
        self._gone[place] = 1
        first, second, third = (column[place] for column in self._columns)
        return first, second, third

    def __iter__(self) -> Iterator[Left]:
        yield from (row for *row, gone in zip(*self._columns, self._gone) if not gone)  # type: ignore[misc]
        yield from self._recent.values()

    def _settle(self) -> None:
        """Sort the recent rows in. Column by column: all at once would be there twice."""
        there = np.frombuffer(self._gone, np.uint8) == 0
        keys = _joined(self._keys, there, self._recent)
        order = np.argsort(keys)
        self._keys = _packed(keys[order])
        for number, column in enumerate(self._columns):
            recent = [row[number] for row in self._recent.values()]
            self._columns[number] = _packed(_joined(column, there, recent)[order])
        self._gone = bytearray(len(self._keys))
        self._recent = {}


def _joined(values: array[int], there: NDArray[np.bool_], more: dict[int, Left] | list[int]) -> NDArray[np.int64]:
    return np.concatenate((np.frombuffer(values, np.int64)[there], np.fromiter(more, np.int64, len(more))))


def _packed(values: NDArray[np.int64]) -> array[int]:
    return array("q", values.tobytes())
