"""Which part of a corridor was searched: searches as intervals along it, united, compared with its length.

Positions are metres along the corridor from its upstream end, growing downstream. What lies in no search was not
looked at: nothing is said of it, absence least of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, Optional

Interval = tuple[float, float]  # from and to in metres, from < to

SEARCHED, NOT_OBSERVABLE = "searched", "not_observable"


class Search(NamedTuple):
    """One stretch that was looked at on one image: `result` is SEARCHED or NOT_OBSERVABLE.

    first, last: the UTC days (ISO 8601) between which the image was taken; `first` is None where only a bound is known.
    """

    from_m: float
    to_m: float
    result: str
    image_id: str
    first: Optional[str]  # noqa: UP045 - Python 3.9 evaluates it
    last: str
    analyst: str = ""

    @property
    def days(self) -> str:
        """As days_text."""
        return days_text(self.first, self.last)


class Coverage(NamedTuple):
    """What of a corridor of `corridor_m` metres was searched, and where one looked and could tell nothing."""

    searched: Sequence[Interval]
    not_observable: Sequence[Interval]
    corridor_m: float

    @property
    def searched_m(self) -> float:
        """Metres searched, each once."""
        return total_m(self.searched)

    @property
    def not_observable_m(self) -> float:
        """Metres where nothing could be told in any look."""
        return total_m(self.not_observable)

    @property
    def share(self) -> float:
        """The part searched, 0 to 1."""
        return min(self.searched_m / self.corridor_m, 1.0) if self.corridor_m > 0 else 0.0


class SearchedStretch(NamedTuple):
    """A stretch along which the same looks hold: on these days and images, by these analysts, in order."""

    from_m: float
    to_m: float
    days: tuple[str, ...]
    image_ids: tuple[str, ...]
    analysts: tuple[str, ...]
    result: str


def days_text(first: str | None, last: str) -> str:
    """A day, or an ISO 8601 interval of days, open at its start where only a bound is known."""
    return last if first == last else f"{first or '..'}/{last}"


def union(intervals: Iterable[Interval], closing_m: float = 0.0) -> list[Interval]:
    """The intervals in order, those that touch or overlap as one; so are those at most `closing_m` apart."""
    merged: list[Interval] = []
    for begin, end in sorted(intervals):
        if merged and begin <= merged[-1][1] + closing_m:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif begin < end:
            merged.append((begin, end))
    return merged


def clipped(intervals: Iterable[Interval], corridor_m: float) -> list[Interval]:
    """What of the intervals lies on a corridor of this length: other programs may have written any number."""
    found = ((max(begin, 0.0), min(end, corridor_m)) for begin, end in intervals)
    return [(begin, end) for begin, end in found if begin < end]


def without(intervals: Iterable[Interval], taken: Iterable[Interval]) -> list[Interval]:
    """The union of the intervals, less that of those `taken`."""
    left: list[Interval] = []
    gone = union(taken)
    number = 0
    for begin, end in union(intervals):
        while number < len(gone) and gone[number][1] <= begin:
            number += 1
        for cut_begin, cut_end in gone[number:]:
            if cut_begin >= end:
                break
            if cut_begin > begin:
                left.append((begin, cut_begin))
            begin = max(begin, cut_end)
        if begin < end:
            left.append((begin, end))
    return left


def total_m(intervals: Iterable[Interval]) -> float:
    """Metres of the union."""
    return sum(end - begin for begin, end in union(intervals))


def covers(intervals: Sequence[Interval], stretch: Interval, within_m: float = 0.01) -> bool:
    """Whether the intervals, united, cover a stretch, up to a centimetre in all."""
    return total_m(without([stretch], intervals)) <= within_m


def coverage(searches: Iterable[Search], corridor_m: float) -> Coverage:
    """What these searches cover of a corridor. A stretch that one look could tell and another could not is searched."""
    by_result: dict[str, list[Interval]] = defaultdict(list)
    for search in searches:
        by_result[search.result].append((max(search.from_m, 0.0), min(search.to_m, corridor_m)))
    searched = union(by_result[SEARCHED])
    return Coverage(searched, without(by_result[NOT_OBSERVABLE], searched), corridor_m)


def in_period(searches: Iterable[Search], first: str | None, last: str | None) -> list[Search]:
    """The searches on images that were taken wholly between two days (ISO 8601, both included); None: no bound."""
    return [search for search in searches if within((search.first, search.last), first, last)]


def within(days: tuple[str | None, str], first: str | None, last: str | None) -> bool:
    """Whether days, the first None where only a bound is known, lie wholly in a period as in_period has it."""
    return (first is None or (days[0] is not None and first <= days[0])) and (last is None or days[1] <= last)


def stretches(searches: Iterable[Search], corridor_m: float) -> list[SearchedStretch]:
    """The longest stretches along which the same looks hold, downstream.

    Where one look could tell, those that could not are not named.
    """
    looks: dict[tuple[str, str, str, str], list[Interval]] = defaultdict(list)
    for search in searches:
        looks[search.result, search.days, search.image_id, search.analyst].append(
            (max(search.from_m, 0.0), min(search.to_m, corridor_m)))
    found: list[SearchedStretch] = []
    for begin, end, active in _between_bounds(looks):
        result = SEARCHED if any(look[0] == SEARCHED for look in active) else NOT_OBSERVABLE
        days, images, analysts = (tuple(sorted({look[which] for look in active if look[0] == result} - {""}))
                                  for which in (1, 2, 3))
        stretch = SearchedStretch(begin, end, days, images, analysts, result)
        if found and found[-1].to_m == begin and found[-1][2:] == stretch[2:]:
            found[-1] = found[-1]._replace(to_m=end)
        else:
            found.append(stretch)
    return found


def _between_bounds(looks: dict[tuple[str, str, str, str], list[Interval]]
                    ) -> Iterator[tuple[float, float, set[tuple[str, str, str, str]]]]:
    """From each bound of any look to the next one: the looks that hold there, where there are any."""
    bounds = [(at, starts, look) for look, intervals in looks.items() for interval in union(intervals)
              for at, starts in zip(interval, (True, False))]
    active: set[tuple[str, str, str, str]] = set()
    begin = 0.0
    for at, starts, look in sorted(bounds, key=itemgetter(0)):
        if at > begin and active:
            yield begin, at, active
        begin = at
        if starts:
            active.add(look)
        else:
            active.remove(look)
