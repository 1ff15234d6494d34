"""Converts indexes of a Python text to positions in a Qt document, which counts in UTF-16."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # a pair of UTF-16 units each


class TextPositions:
    """The positions of one text."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._positions = [index + before for before, index in enumerate(self._astral)]

    def to_qt(self, index: int) -> int:
        """Return the position in the document of an index of the text."""
        return index + bisect_left(self._astral, index)

    def from_qt(self, position: int) -> int:
        """Return the index in the text of a position in the document."""
        return position - bisect_right(self._positions, position - 1)
