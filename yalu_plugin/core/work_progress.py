"""Progress of long work, and its cancellation."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeVar, overload

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

# Receives the fraction done, 0 to 1; raises Cancelled once the work is to stop. A call is cheap but not free: report
# every thousand rows, not each.
Progress = Callable[[float], None]
Item = TypeVar("Item")
_ITEMS_PER_CHECK, _PAUSE_S = 64, 0.1  # a ProgressSequence checks the clock every 64 items, and reports every 0.1 s


class Cancelled(YaluError):
    """The user cancelled the work; nothing of it was saved."""

    template = translatable("Cancelled.")


def no_progress(_fraction: float) -> None:
    """Ignore the progress."""


def shared_progress(progress: Progress, sizes: Sequence[int]) -> list[Progress]:
    """Return a Progress for each part of the work, in order; their shares are proportional to `sizes`."""
    whole = sum(sizes) or 1
    starts = accumulate(sizes, initial=0)
    return [part_of(progress, start / whole, size / whole) for start, size in zip(starts, sizes)]


def part_of(progress: Progress, start: float, share: float) -> Progress:
    """Return the Progress of a part of the work that begins at the fraction `start` and is `share` of the whole."""
    return lambda fraction: progress(min(1.0, start + fraction * share))


class ProgressSequence(Sequence[Item]):
    """A sequence that reports to `progress`, ten times a second, how far an iteration over it has come.

    For work that reports no progress of its own. An exception from `progress` leaves the iteration.
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
        last_report = time.monotonic()
        for at, item in enumerate(self._items):
            if at % _ITEMS_PER_CHECK == 0 and time.monotonic() - last_report >= _PAUSE_S:
                self._progress(at / len(self._items))
                last_report = time.monotonic()
            yield item


def with_progress(lists: Mapping[str, Sequence[Item]], progress: Progress) -> dict[str, Sequence[Item]]:
    """Wrap lists that are iterated one after the other, so that `progress` receives the fraction of all of them."""
    parts = shared_progress(progress, [len(items) for items in lists.values()])
    return {name: ProgressSequence(items, part) for (name, items), part in zip(lists.items(), parts)}
