"""Many texts that are searched all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.search.match_rank import EXACT, PART, START
from yalu_plugin.core.search.typos import accepted_slips, certain_parts, has_near_part

_SEPARATOR = "\0"
_CANDIDATES = 1_000  # texts compared letter by letter for each part of what was typed
Numbers = NDArray[np.int64]


class TextIndex:
    """Concatenated texts by number; they must be folded (core.survey.name_folding), so that none has the separator."""

    def __init__(self, texts: Iterable[str]) -> None:
        all_texts = list(texts)
        self._text = _SEPARATOR + "".join(text + _SEPARATOR for text in all_texts)
        self._ends = np.fromiter(accumulate(len(text) + 1 for text in all_texts), np.int64, len(all_texts))

    def find(self, wanted: str, whole: bool = False) -> Numbers:
        """Return the numbers, ascending, of the texts that contain `wanted` or, if `whole`, are equal to it."""
        if not wanted:
            return np.zeros(0, np.int64)
        sought = re.escape(wanted)
        # a match extends to the end of its text, so that each text matches once; texts start after the first separator
        pattern = f"(?<={_SEPARATOR}){sought}(?={_SEPARATOR})" if whole else f"{sought}[^{_SEPARATOR}]*"
        begins = np.fromiter((match.start() - 1 for match in re.finditer(pattern, self._text)), np.int64)
        return np.searchsorted(self._ends, begins, side="right").astype(np.int64)

    def best(self, wanted: str, limit: int) -> dict[int, int]:
        """Return the ranks (core.search.match_rank) of the best `limit` texts by number, NEAR left out."""
        found: dict[int, int] = {}
        if not wanted or wanted not in self._text:
            return found
        for rank, sought in ((EXACT, _SEPARATOR + wanted + _SEPARATOR), (START, _SEPARATOR + wanted), (PART, wanted)):
            begin = 1 if sought[0] == _SEPARATOR else 0
            for place in islice(self._places(sought), limit):
                found.setdefault(self._number(place + begin), rank)
            if len(found) >= limit:
                break
        return dict(islice(found.items(), limit))

    def near(self, wanted: str, limit: int) -> list[int]:
        """Return the numbers of up to `limit` texts that contain `wanted` with a slip of the keyboard.

        Of texts that have one half of it in common with very many, some are missed.
        """
        if not accepted_slips(wanted):
            return []
        numbers = (self._number(place) for part in certain_parts(wanted)
                   for place in islice(self._places(part), _CANDIDATES))
        near = (number for number in dict.fromkeys(numbers) if has_near_part(wanted, self._text_of(number)))
        return list(islice(near, limit))

    def _places(self, sought: str) -> Iterator[int]:
        """Yield where the texts have `sought`, once for each text."""
        place = self._text.find(sought)
        while place >= 0:
            yield place
            past = int(self._ends[self._number(place + (sought[0] == _SEPARATOR))])
            place = self._text.find(sought, past)

    def _number(self, place: int) -> int:
        return int(np.searchsorted(self._ends, place - 1, side="right"))

    def _text_of(self, number: int) -> str:
        return self._text[int(self._ends[number - 1]) + 1 if number else 1:int(self._ends[number])]
