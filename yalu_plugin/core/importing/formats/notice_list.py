"""Collects notices of what is not read from a file: some of each kind by name, the others counted."""

from __future__ import annotations

from collections import Counter

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

AND_MORE = translatable("{sentence} And {count} more of these.")
_MAX_NAMED = 20  # notices of a kind


class NoticeList:
    """Notices in the order they were added."""

    def __init__(self) -> None:
        self._phrases: list[Phrase] = []
        self._counts: Counter[str] = Counter()

    def add(self, template: str, **values: object) -> None:
        """Add a notice: a translatable template, and the values for it."""
        self._counts[template] += 1
        if self._counts[template] <= _MAX_NAMED:
            self._phrases.append(Phrase(template, values))

    def phrases(self) -> tuple[Phrase, ...]:
        """Return the notices; where a kind has too many, the last one states how many were left out."""
        last = {phrase.template: index for index, phrase in enumerate(self._phrases)}
        return tuple(
            Phrase(AND_MORE, {"sentence": phrase, "count": self._counts[phrase.template] - _MAX_NAMED})
            if self._counts[phrase.template] > _MAX_NAMED and last[phrase.template] == index else phrase
            for index, phrase in enumerate(self._phrases))
