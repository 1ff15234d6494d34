"""Which part of a corridor was searched: searches as intervals along it, merged, compared with its length.

Positions are metres along the corridor from its upstream end, growing downstream. What is in no search was not
inspected: nothing is known about it, in particular not that sites are absent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, Optional

Interval = tuple[float, float]  # from and to in metres, from < to
_Key = tuple[str, str, str, str]  # result, days, image and analyst of a search

SEARCHED, NOT_OBSERVABLE = "searched", "not_observable"


class Search(NamedTuple):
    """One stretch that was inspected on one image: `result` is SEARCHED or NOT_OBSERVABLE.

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
        """The days as text, see days_text."""
        return days_text(self.first, self.last)


class Coverage(NamedTuple):
    """The intervals of a corridor of `corridor_m` metres that were searched, and those inspected without a result."""

    searched: Sequence[Interval]
    not_observable: Sequence[Interval]
    corridor_m: float

    @property
    def searched_m(self) -> float:
        """Metres searched, overlaps counted once."""
        return total_m(self.searched)

    @property
    def not_observable_m(self) -> float:
        """Metres that were inspected, but observable in no search."""
        return total_m(self.not_observable)

    @property
    def share(self) -> float:
        """The share of the corridor that was searched, 0 to 1."""
        return min(self.searched_m / self.corridor_m, 1.0) if self.corridor_m > 0 else 0.0


class SearchedStretch(NamedTuple):
    """A stretch along which the same searches apply: on these days and images, by these analysts, each sorted."""

    from_m: float
    to_m: float
    days: tuple[str, ...]
    image_ids: tuple[str, ...]
    analysts: tuple[str, ...]
    result: str


def days_text(first: str | None, last: str) -> str:
    """Return a day, or an ISO 8601 interval of days, open at its start where only a bound is known."""
    return last if first == last else f"{first or '..'}/{last}"


def union(intervals: Iterable[Interval], closing_m: float = 0.0) -> list[Interval]:
    """Return the intervals in order, merging those that touch, overlap or are at most `closing_m` apart."""
    merged: list[Interval] = []
    for begin, end in sorted(intervals):
        if merged and begin <= merged[-1][1] + closing_m:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif begin < end:
            merged.append((begin, end))
    return merged


def clipped(intervals: Iterable[Interval], corridor_m: float) -> list[Interval]:
    """Clip the intervals to a corridor of this length: other programs may have written any number."""
    found = ((max(begin, 0.0), min(end, corridor_m)) for begin, end in intervals)
    return [(begin, end) for begin, end in found if begin < end]


def without(intervals: Iterable[Interval], taken: Iterable[Interval]) -> list[Interval]:
    """Return the union of the intervals, minus the union of `taken`."""
    left: list[Interval] = []
    removed = union(taken)
    number = 0
    for begin, end in union(intervals):
        while number < len(removed) and removed[number][1] <= begin:
            number += 1
        for cut_begin, cut_end in removed[number:]:
            if cut_begin >= end:
                break
            if cut_begin > begin:
                left.append((begin, cut_begin))
            begin = max(begin, cut_end)
        if begin < end:
            left.append((begin, end))
    return left


def total_m(intervals: Iterable[Interval]) -> float:
    """Return the length of the union in metres."""
    return sum(end - begin for begin, end in union(intervals))


def covers(intervals: Sequence[Interval], stretch: Interval, within_m: float = 0.01) -> bool:
    """Return whether the union of the intervals covers a stretch, up to `within_m` in total."""
    return total_m(without([stretch], intervals)) <= within_m


def coverage(searches: Iterable[Search], corridor_m: float) -> Coverage:
    """Return what these searches cover of a corridor.

    A stretch that is searched in one search and not observable in another one counts as searched.
    """
    by_result: dict[str, list[Interval]] = defaultdict(list)
    for search in searches:
        by_result[search.result].append((max(search.from_m, 0.0), min(search.to_m, corridor_m)))
    searched = union(by_result[SEARCHED])
    return Coverage(searched, without(by_result[NOT_OBSERVABLE], searched), corridor_m)


def in_period(searches: Iterable[Search], first: str | None, last: str | None) -> list[Search]:
    """Return the searches on images taken wholly between two days (ISO 8601, both included); None is no bound."""
    return [search for search in searches if within((search.first, search.last), first, last)]


def within(days: tuple[str | None, str], first: str | None, last: str | None) -> bool:
    """Return whether days are wholly in a period, see in_period; the first is None where only a bound is known."""
    return (first is None or (days[0] is not None and first <= days[0])) and (last is None or days[1] <= last)


def stretches(searches: Iterable[Search], corridor_m: float) -> list[SearchedStretch]:
    """Return the longest stretches along which the same searches apply, in order downstream.

    Where one search has a result, those without one are not named.
    """
    by_key: dict[_Key, list[Interval]] = defaultdict(list)
    for search in searches:
        by_key[search.result, search.days, search.image_id, search.analyst].append(
            (max(search.from_m, 0.0), min(search.to_m, corridor_m)))
    found: list[SearchedStretch] = []
    for begin, end, active in _between_bounds(by_key):
        result = SEARCHED if any(key[0] == SEARCHED for key in active) else NOT_OBSERVABLE
        days, images, analysts = (tuple(sorted({key[which] for key in active if key[0] == result} - {""}))
                                  for which in (1, 2, 3))
        stretch = SearchedStretch(begin, end, days, images, analysts, result)
        if found and found[-1].to_m == begin and found[-1][2:] == stretch[2:]:
            found[-1] = found[-1]._replace(to_m=end)
        else:
            found.append(stretch)
    return found


def _between_bounds(by_key: dict[_Key, list[Interval]]) -> Iterator[tuple[float, float, set[_Key]]]:
    """Yield from each bound of any search to the next one: the searches that apply there, if any."""
    bounds = [(at, starts, key) for key, intervals in by_key.items() for interval in union(intervals)
              for at, starts in zip(interval, (True, False))]
    active: set[_Key] = set()
    begin = 0.0
    for at, starts, key in sorted(bounds, key=itemgetter(0)):
        if at > begin and active:
            yield begin, at, active
        begin = at
        if starts:
            active.add(key)
        else:
            active.remove(key)
