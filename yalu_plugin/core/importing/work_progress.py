"""How long work says how far it is, and is told to stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeVar, overload

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

# Takes the fraction done, 0 to 1; raises Cancelled when the work is not wanted any more. Calling it is cheap, but not
# free: call it every thousand rows, not for each.
Progress = Callable[[float], None]
Item = TypeVar("Item")
_OFTEN, _PAUSE_S = 64, 0.1  # a watched list looks at the clock every so many items, and tells once in this time


class Cancelled(YaluError):
    """The user cancelled the work; nothing was kept of it."""

    template = translatable("Cancelled.")


def no_progress(_fraction: float) -> None:
    """The progress of work that nobody watches."""


def shared_progress(progress: Progress, sizes: Sequence[int]) -> list[Progress]:
    """The progress of each part of the work, one after the other, by how large they are."""
    whole = sum(sizes) or 1
    begins = accumulate(sizes, initial=0)
    return [part_of(progress, begin / whole, size / whole) for begin, size in zip(begins, sizes)]


def part_of(progress: Progress, begin: float, share: float) -> Progress:
    """The progress of a part of the work: it begins where `begin` of all is done, and is `share` of it."""
    return lambda fraction: progress(min(1.0, begin + fraction * share))


class Watched(Sequence[Item]):
    """A list for work that knows of no progress: `progress` hears how far that has gone through it, ten times a second.

    What `progress` raises comes out of the work.
    """

    def __init__(self, items: Sequence[Item], progress: Progress) -> None:
        self._items, self._progress = items, progress

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...

    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return self._items[at]

    def __iter__(self) -> Iterator[Item]:
        told = time.monotonic()
        for at, item in enumerate(self._items):
            if at % _OFTEN == 0 and time.monotonic() - told >= _PAUSE_S:
                self._progress(at / len(self._items))
                told = time.monotonic()
            yield item


def watched(lists: Mapping[str, Sequence[Item]], progress: Progress) -> dict[str, Sequence[Item]]:
    """The lists, gone through one after the other: `progress` hears how far that has come with all of them."""
    parts = shared_progress(progress, [len(items) for items in lists.values()])
    return {name: Watched(items, part) for (name, items), part in zip(lists.items(), parts)}
