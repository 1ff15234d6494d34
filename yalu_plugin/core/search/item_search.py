"""Search of items by several texts of each, such as the name and the id of an image."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from yalu_plugin.core.search.match_rank import NEAR
from yalu_plugin.core.survey.name_folding import folded

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.text_index import TextIndex

FEW = 2_000  # of which the index is made in less time than a frame of a slow map
T = TypeVar("T")


class ItemSearch(Generic[T]):
    """Finds the items by `texts_of` each of them, in any thread; the index is made on first use."""

    def __init__(self, items: Sequence[T], texts_of: Callable[[T], Iterable[str]]) -> None:
        self._items, self._texts_of = items, texts_of

    @property
    def is_quick(self) -> bool:
        """Whether a search takes a few milliseconds: the index was made, or is small."""
        return len(self._items) <= FEW or "_index" in self.__dict__

    def best(self, wanted: Collection[str], limit: int) -> list[tuple[int, T]]:
        """Return the best `limit` of them for any of these folded texts, with their ranks, the best first."""
        index, numbers = self._index
        found: dict[int, int] = {}
        for text in wanted:
            for place, rank in index.best(text, limit).items():
                found[numbers[place]] = min(rank, found.get(numbers[place], rank))
        if not found:
            found.update((numbers[place], NEAR) for text in wanted for place in index.near(text, limit))
        best = sorted(found.items(), key=lambda one: (one[1], one[0]))[:limit]
        return [(rank, self._items[number]) for number, rank in best]

    @cached_property
    def _index(self) -> tuple[TextIndex, list[int]]:
        """The texts, and the number of the item of each."""
        from yalu_plugin.core.survey.columns.text_index import (
            TextIndex,  # on first use: numpy would slow down the start
        )

        texts = [(number, text) for number, item in enumerate(self._items)
                 for text in dict.fromkeys(map(folded, self._texts_of(item))) if text]
        return TextIndex(text for _, text in texts), [number for number, _ in texts]
