"""A million observations, kept by site in the order in which they tell its state.

Each is a tuple of plain values, shared where they are equal: a dict of each would take five times the memory.
"""

from __future__ import annotations

import gc
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Optional

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.codec import Page
from yalu_plugin.core.survey.key import beginning
from yalu_plugin.core.survey.observed import FIRST, KEY, LAST, STATE, UNKNOWN, Observed, Packing, packed, row_of, tells

_AT_ONCE = 5_000  # sites that Python's collector is shown: of all at once, it would stop the window
Kept = dict[Optional[str], tuple[Observed, ...]]


class Observations:
    """The observations of every site. What a site has is a tuple that is replaced, never changed: copies share it."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        telling: defaultdict[str | None, list[Observed]] = defaultdict(list)
        others: defaultdict[str | None, list[Observed]] = defaultdict(list)
        packing = Packing()
        for page in pages:
            for site_id, observed in packing.observed(page):
                (telling if tells(observed) else others)[site_id].append(observed)
        self._telling, self._others = _in_order(telling), _in_order(others)

    def of(self, site_id: str | None) -> list[Row]:
        """The rows of a site's observations, in the order of their last day, then of their first, then of fid."""
        both = sorted((*self._telling.get(site_id, ()), *self._others.get(site_id, ())))
        return [row_of(site_id, observed) for observed in both]

    def rows(self) -> Iterator[Row]:
        """All rows, site by site."""
        for site_id in dict.fromkeys((*self._telling, *self._others)):
            yield from self.of(site_id)

    def at(self, site_id: str, day: str | None) -> tuple[Observed | None, str | None]:
        """The observation that tells a site's state at the end of a UTC day (without one: the last), None where
        none does; and the day from which another one does, if any.
        """
        telling = self._telling.get(site_id, ())
        place = bisect_left(telling, _end(day))
        until = telling[place][LAST] if place < len(telling) else None
        return (telling[place - 1] if place else None), until

    def words(self, site_ids: Iterable[str], day: str | None) -> dict[str, str]:
        """By site id, its state in a word at the end of a UTC day; without one, the last."""
        end, words = _end(day), {}
        for site_id in site_ids:
            telling = self._telling.get(site_id, ())
            place = bisect_left(telling, end)
            words[site_id] = telling[place - 1][STATE] if place else UNKNOWN
        return words

    def present(self, site_id: str) -> Iterator[tuple[str, str | None]]:
        """The UTC days since which and until before which a site is known present (ISO 8601), or still."""
        until = None
        for observed in reversed(self._telling.get(site_id, ())):
            if observed[LAST] != until:  # of those of one day, the last
                if observed[STATE] == "present":
                    yield observed[LAST], until
                until = observed[LAST]

    def looked(self) -> Iterator[tuple[str, str]]:
        """The first and last day of each observation that has one, where the first is open the last alone."""
        for kept in (self._telling, self._others):
            for found in kept.values():
                yield from ((observed[FIRST] or observed[LAST], observed[LAST])
                            for observed in found if observed[LAST])

    def __len__(self) -> int:
        return sum(map(len, self._telling.values())) + sum(map(len, self._others.values()))

    def take_out(self, rows: Iterable[Row]) -> list[Row]:
        """Take out these rows, known by site, days and fid; returns those that were there."""
        return [row for row in rows if any(_take_out(kept, row) for kept in (self._telling, self._others))]

    def put_in(self, rows: Iterable[Row]) -> None:
        """Put in rows whose fid is not there yet."""
        for row in rows:
            observed = packed(row)
            kept = self._telling if tells(observed) else self._others
            found = list(kept.get(row["site_id"], ()))
            insort(found, observed)
            kept[row["site_id"]] = tuple(found)



def _end(day: str | None) -> Observed:
    """What comes after all observations of a day and before those of the next; without a day, after all."""
    return (f"{day}\0" if day else "~",)


def _in_order(found: defaultdict[str | None, list[Observed]]) -> Kept:
    """What each site has in its order. The lists are let go of one by one: a million would be there twice."""
    kept: Kept = {}
    while found:
        if len(found) % _AT_ONCE == 0:
            gc.collect(0)
        site_id, observed = found.popitem()
        observed.sort()
        kept[site_id] = tuple(observed)
    return kept


def _take_out(kept: Kept, row: Row) -> bool:
    found, days, first = kept.get(row["site_id"], ()), packed(row)[:KEY], beginning(row["fid"])
    place = bisect_left(found, (*days, first))
    if place == len(found) or found[place][:KEY] != days or not found[place][KEY].startswith(first):
        return False
    kept[row["site_id"]] = found[:place] + found[place + 1:]
    if not kept[row["site_id"]]:
        del kept[row["site_id"]]
    return True
