"""A million observations, by site in the order in which they tell its state.

As they were read they stay in columns; of a site that was changed since, all are kept as rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.survey.codec import Page
from yalu_plugin.core.survey.columns.days import ALWAYS, day_number, day_text
from yalu_plugin.core.survey.columns.observed import NOBODY, Observed
from yalu_plugin.core.survey.columns.table import Table
from yalu_plugin.core.survey.matrix.axis import Days, Look, is_of_scene, look_of
from yalu_plugin.core.survey.observation import place, telling_on, tells


class Observations:
    """The observations of every site. `doubtful` tells by number which of those read have rivals."""

    def __init__(self, pages: Iterable[Page], sites: Table) -> None:
        self.read = Observed(pages, sites)
        self.later: dict[str | None, list[Row]] = {}  # of the sites changed since, in order
        self._count = len(self.read)
        self.doubtful = self.read.doubtful()

    def of(self, site_id: str | None) -> list[Row]:
        """The rows of a site's observations, in the order of their last day, then of their first, then of fid."""
        if site_id in self.later:
            return list(self.later[site_id])
        site = self.read.site(site_id)
        return [] if site is None else sorted(self.read.rows_of(site), key=place)

    def looks(self, site_id: str | None) -> Iterator[Look]:
        """What each dated observation of a site says that has a state, in no order; the first day may be open."""
        if site_id in self.later:
            return filter(None, map(look_of, self.later[site_id]))
        site = self.read.site(site_id)
        return iter(()) if site is None else map(Look._make, self.read.looks(site))

    def days_beside(self, days_of_scenes: Mapping[str, Days]) -> Counter[Days]:
        """The days of the observations that were made on none of these scenes, and of how many."""
        without = (number for number in map(self.read.site, self.later) if number is not None)
        found = self.read.days_beside(days_of_scenes, without)
        changed = filter(None, (look_of(row) for rows in self.later.values() for row in rows))
        found.update((look.first, look.last) for look in changed if not is_of_scene(look, days_of_scenes))
        return found

    def rows(self) -> Iterator[Row]:
        """All rows, site by site."""
        for site_id in dict.fromkeys((*self.read.site_ids(), *self.later)):
            yield from self.of(site_id)

    def at(self, site_id: str | None, day: date | None) -> tuple[Row | None, str | None]:
        """The observation that tells a site's state at the end of a UTC day (without one: the last), None where
        none does; and the day from which another one does, if any.
        """
        if site_id not in self.later:
            site = self.read.site(site_id)
            return (None, None) if site is None else self.read.at(site, _number(day))
        return telling_on(self.later[site_id], day)

    def state(self, site_id: str | None, day: date | None) -> tuple[str | None, bool]:
        """A site's state at the end of a UTC day, None where nobody had looked; whether another may have come after."""
        if site_id in self.later:
            row, _ = self.at(site_id, day)
            return (None, False) if row is None else (row["state"], row["id"] in self.rivals(site_id))
        site = self.read.site(site_id)
        number = NOBODY if site is None else self.read.number_at(site, _number(day))
        return (None, False) if number == NOBODY else (self.read.state(number), bool(self.doubtful[number]))

    def since(self, site_id: str | None, day: date | None) -> str | None:
        """The day (ISO 8601) by which the state that a site has at the end of a UTC day was first seen, with no other
        seen since; None where nobody had looked.
        """
        if site_id not in self.later:
            site = self.read.site(site_id)
            return None if site is None else day_text(int(self.read.since[self.read.number_at(site, _number(day))]))
        telling = [row for row in self.later[site_id] if tells(row) and day_number(row["seen_to"]) <= _number(day)]
        alike = takewhile(lambda row: row["state"] == telling[-1]["state"], reversed(telling))
        return min((str(row["seen_to"]) for row in alike), default=None)

    def rivals(self, site_id: str | None) -> dict[str, tuple[str, ...]]:
        """As core.rival_states, of one site."""
        return rival_states(self.of(site_id))

    def states_read(self, day: date | None) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """As `state`, of each site by its number, as it was read; the state as a place in `read.words`, else NOBODY."""
        found = self.read.latest(_number(day))
        seen = found != NOBODY
        states, doubts = np.full(len(found), NOBODY, np.int32), np.zeros(len(found), bool)
        states[seen], doubts[seen] = self.read.states(found[seen]), self.doubtful[found[seen]]
        return states, doubts

    def since_read(self, day: date | None) -> NDArray[np.int32]:
        """As `since`, of each site by its number, as it was read; as a number (see days)."""
        return self.read.since[self.read.latest(_number(day))]

    def present(self, site_id: str) -> Iterator[tuple[str, str | None]]:
        """The UTC days since which and until before which a site is known present (ISO 8601), or still."""
        until = None
        for day, state in reversed(self._told(site_id)):
            if day != until:  # of those of one day, the last
                if state == "present":
                    yield day, until
                until = day

    def _told(self, site_id: str) -> list[tuple[str, str]]:
        """The last day and the state of each observation of a site that tells one, in order: without making rows."""
        if site_id in self.later:
            return [(row["seen_to"], row["state"]) for row in self.later[site_id] if tells(row)]
        site = self.read.site(site_id)
        return [] if site is None else self.read.told(site)

    def __len__(self) -> int:
        return self._count

    def take_out(self, rows: Iterable[Row]) -> list[Row]:
        """Take out these rows, known by site, days and fid; returns those that were there."""
        found = [row for row in rows if self._take_out(row)]
        self._count -= len(found)
        return found

    def put_in(self, rows: Iterable[Row]) -> None:
        """Put in rows whose fid is not there yet."""
        for row in rows:
            kept = self._opened(row["site_id"])
            kept.insert(bisect_left([place(one) for one in kept], place(row)), row)
            self._count += 1

    def _take_out(self, row: Row) -> bool:
        kept = self._opened(row["site_id"])
        at = next((number for number, one in enumerate(kept) if place(one) == place(row)), None)
        if at is not None:
            del kept[at]
        return at is not None

    def _opened(self, site_id: str | None) -> list[Row]:
        """The rows of a site, to be changed."""
        if site_id not in self.later:
            self.later[site_id] = self.of(site_id)
        return self.later[site_id]


def _number(day: date | None) -> int:
    return day_number(day.isoformat()) if day else ALWAYS
