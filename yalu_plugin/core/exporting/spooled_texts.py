"""Texts in groups, kept in a temporary file instead of in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO


class SpooledTexts:
    """Texts by group in an empty file, in the order in which they were added; `size` is their size in UTF-8."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._pieces: dict[str, list[tuple[int, int]]] = {}  # first byte and the one after the last
        self.size = 0

    def add(self, group: str, text: str) -> None:
        """Append a text to a group. Raises OSError: the disk is full."""
        begin, end = self.size, self.size + self._file.write(text.encode("utf-8"))
        pieces = self._pieces.setdefault(group, [])
        if pieces and pieces[-1][1] == begin:
            begin = pieces.pop()[0]
        pieces.append((begin, end))
        self.size = end

    def groups(self) -> list[str]:
        """Return the groups, in the order of their first texts."""
        return list(self._pieces)

    def texts(self, group: str, longest: int = 1_000_000) -> Iterator[bytes]:
        """Yield the texts of a group, in pieces of at most so many bytes. Nothing may be added meanwhile."""
        for begin, end in self._pieces.get(group, ()):
            self._file.seek(begin)
            while begin < end:
                piece = self._file.read(min(longest, end - begin))
                begin += len(piece)
                yield piece
