"""What of a file is not read, by name; a few of each kind, the others counted."""

from __future__ import annotations

from collections import Counter

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

AND_MORE = translatable("{sentence} And {count} more of these.")
_NAMED = 20  # of a kind


class NoticeList:
    """Sentences in the order they were added."""

    def __init__(self) -> None:
        self._phrases: list[Phrase] = []
        self._counts: Counter[str] = Counter()

    def add(self, template: str, **values: object) -> None:
        """Add a sentence: marked text, and the values that fill it."""
        self._counts[template] += 1
        if self._counts[template] <= _NAMED:
            self._phrases.append(Phrase(template, values))

    def phrases(self) -> tuple[Phrase, ...]:
        """All of them; the last of a kind that came too often says how many were left out."""
        last = {phrase.template: index for index, phrase in enumerate(self._phrases)}
        return tuple(
            Phrase(AND_MORE, {"sentence": phrase, "count": self._counts[phrase.template] - _NAMED})
            if self._counts[phrase.template] > _NAMED and last[phrase.template] == index else phrase
            for index, phrase in enumerate(self._phrases))
