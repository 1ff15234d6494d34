"""A million observations, by site in order of time.

Observations stay in columns as they were read; for a site that changed since, all of them are stored as rows.
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
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.day_numbers import ALWAYS, day_number, day_text
from yalu_plugin.core.survey.columns.observation_columns import NOT_OBSERVED, ObservationColumns
from yalu_plugin.core.survey.matrix.matrix_axis import DatedObservation, Days, dated_observation, is_of_scene
from yalu_plugin.core.survey.observation import has_state, sort_key, state_observation_on


class ObservationsBySite:
    """The observations of every site. `contested` marks by number those, as read, that have rivals."""

    def __init__(self, pages: Iterable[Page], sites: ColumnTable) -> None:
        self.read = ObservationColumns(pages, sites)
        self.changed: dict[str | None, list[Row]] = {}  # of the sites changed since, in order
        self._count = len(self.read)
        self.contested = self.read.contested()

    def of(self, site_id: str | None) -> list[Row]:
        """Return a site's observations in the order of their last day, then of their first, then of fid."""
        if site_id in self.changed:
            return list(self.changed[site_id])
        site = self.read.site(site_id)
        return [] if site is None else sorted(self.read.rows_of(site), key=sort_key)

    def dated_observations(self, site_id: str | None) -> Iterator[DatedObservation]:
        """Return a site's observations that have a day and a state, unordered; the first day may be open."""
        if site_id in self.changed:
            return filter(None, map(dated_observation, self.changed[site_id]))
        site = self.read.site(site_id)
        return iter(()) if site is None else map(DatedObservation._make, self.read.day_state_images(site))

    def days_without_scene(self, days_of_scenes: Mapping[str, Days]) -> Counter[Days]:
        """Count the observations that were made on none of these scenes, by their days."""
        without = (number for number in map(self.read.site, self.changed) if number is not None)
        found = self.read.days_without_scene(days_of_scenes, without)
        changed = filter(None, (dated_observation(row) for rows in self.changed.values() for row in rows))
        found.update((one.first, one.last) for one in changed if not is_of_scene(one, days_of_scenes))
        return found

    def rows(self) -> Iterator[Row]:
        """Yield all rows, site by site."""
        for site_id in dict.fromkeys((*self.read.site_ids(), *self.changed)):
            yield from self.of(site_id)

    def at(self, site_id: str | None, day: date | None) -> tuple[Row | None, str | None]:
        """Return the observation that determines a site's state at the end of a UTC day, and the day of the next one.

        See observation.state_observation_on.
        """
        if site_id not in self.changed:
            site = self.read.site(site_id)
            return (None, None) if site is None else self.read.at(site, _number(day))
        return state_observation_on(self.changed[site_id], day)

    def state(self, site_id: str | None, day: date | None) -> tuple[str | None, bool]:
        """Return a site's state at the end of a UTC day, None before the first observation, and if it is contested.

        A contested state has rivals: another state may have followed it.
        """
        if site_id in self.changed:
            row, _ = self.at(site_id, day)
            return (None, False) if row is None else (row["state"], row["id"] in self.rivals(site_id))
        site = self.read.site(site_id)
        number = NOT_OBSERVED if site is None else self.read.number_at(site, _number(day))
        return (None, False) if number == NOT_OBSERVED else (self.read.state(number), bool(self.contested[number]))

    def since(self, site_id: str | None, day: date | None) -> str | None:
        """Return the day (ISO 8601) since which a site has its state at the end of a UTC day, without another since.

        It is the last day of the first observation with this state; None before the first observation.
        """
        if site_id not in self.changed:
            site = self.read.site(site_id)
            return None if site is None else day_text(int(self.read.since[self.read.number_at(site, _number(day))]))
        conclusive = [row for row in self.changed[site_id]
                      if has_state(row) and day_number(row["seen_to"]) <= _number(day)]
        alike = takewhile(lambda row: row["state"] == conclusive[-1]["state"], reversed(conclusive))
        return min((str(row["seen_to"]) for row in alike), default=None)

    def rivals(self, site_id: str | None) -> dict[str, tuple[str, ...]]:
        """Return the rival states of one site's observations, see core.rival_states."""
        return rival_states(self.of(site_id))

    def states_read(self, day: date | None) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """Return the states of all sites as read, by number, and whether they are contested; see `state`.

        States are places in `read.states_by_code`, or NOT_OBSERVED.
        """
        found = self.read.latest(_number(day))
        seen = found != NOT_OBSERVED
        states, contested = np.full(len(found), NOT_OBSERVED, np.int32), np.zeros(len(found), bool)
        states[seen], contested[seen] = self.read.states(found[seen]), self.contested[found[seen]]
        return states, contested

    def since_read(self, day: date | None) -> NDArray[np.int32]:
        """Return the day since which each site, as read, has its state, as numbers; see `since`."""
        return self.read.since[self.read.latest(_number(day))]

    def present(self, site_id: str) -> Iterator[tuple[str, str | None]]:
        """Yield the periods (ISO 8601) in which a site is known present; the end is exclusive, None for no end."""
        until = None
        for day, state in reversed(self._dated_states(site_id)):
            if day != until:  # of several on one day, the last
                if state == "present":
                    yield day, until
                until = day

    def _dated_states(self, site_id: str) -> list[tuple[str, str]]:
        """Return the last day and state of each conclusive observation of a site in order, without creating rows."""
        if site_id in self.changed:
            return [(row["seen_to"], row["state"]) for row in self.changed[site_id] if has_state(row)]
        site = self.read.site(site_id)
        return [] if site is None else self.read.dated_states(site)

    def __len__(self) -> int:
        return self._count

    def remove(self, rows: Iterable[Row]) -> list[Row]:
        """Remove these rows, found by site, days and fid; return those that existed."""
        found = [row for row in rows if self._remove(row)]
        self._count -= len(found)
        return found

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows whose fid is new."""
        for row in rows:
            rows_of_site = self._rows_to_change(row["site_id"])
            rows_of_site.insert(bisect_left([sort_key(one) for one in rows_of_site], sort_key(row)), row)
            self._count += 1

    def _remove(self, row: Row) -> bool:
        rows = self._rows_to_change(row["site_id"])
        at = next((number for number, one in enumerate(rows) if sort_key(one) == sort_key(row)), None)
        if at is not None:
            del rows[at]
        return at is not None

    def _rows_to_change(self, site_id: str | None) -> list[Row]:
        """Return the list of a site's rows for modification."""
        if site_id not in self.changed:
            self.changed[site_id] = self.of(site_id)
        return self.changed[site_id]


def _number(day: date | None) -> int:
    return day_number(day.isoformat()) if day else ALWAYS
