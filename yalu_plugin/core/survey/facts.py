"""The survey in memory: its rows as they were read, and all changes recorded since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.known_present import Curve
from yalu_plugin.core.published import Row
from yalu_plugin.core.rival_states import Rivals
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.survey.codec import Page
from yalu_plugin.core.survey.delta import Delta, RowChange
from yalu_plugin.core.survey.located_crossings import LocatedCrossings
from yalu_plugin.core.survey.observation import state_row
from yalu_plugin.core.survey.retired import Retired
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.column_table import ColumnTable
    from yalu_plugin.core.survey.columns.daily_counts import Days as DayRange
    from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite
    from yalu_plugin.core.survey.matrix.matrix_axis import DatedObservation, Days

RowsByTable = dict[str, list[Row]]


class OutOfSync(YaluError):
    """A change does not match the rows in memory: an earlier change was not received."""

    template = translatable("What is on screen and the survey's file no longer agree. Open the survey again.")


class Facts:
    """All rows of a survey as of the entry `seq` of its record. Callers never modify the rows.

    `all_sites` answers questions about all sites at once: their order, and which match a search.

    Not thread-safe: work in a task uses a `snapshot`.
    """

    def __init__(self, pages: Callable[[str], Iterable[Page]], seq: int = 0) -> None:
        """Read each table from its pages. Rows may change meanwhile: `catch_up` with the entries of that time."""
        from yalu_plugin.core.survey.columns.all_sites import AllSites  # on first use: numpy would slow down the start
        from yalu_plugin.core.survey.columns.column_table import ColumnTable
        from yalu_plugin.core.survey.columns.daily_counts import DailyCounts
        from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite

        self.seq = seq
        self._tables = {name: ColumnTable(name, pages(name)) for name in FACTS if name != "observations"}
        self._sites = self._tables["sites"]
        self._observations = ObservationsBySite(pages("observations"), self._sites)
        self._located = LocatedCrossings(self._sites.column("kind"), self._sites.column("source_id"))
        self._retired = Retired({site_id: day for site_id, day in zip(self._sites.ids, self._sites.column("retired_on"))
                                 if site_id is not None and day})
        self._daily_counts = DailyCounts(self._sites, self._observations)
        self._last_observed: tuple[int, str | None] = -1, None  # the entry at which it was computed, and the day
        self.all_sites = AllSites(self._sites, self._observations)

    def catch_up(self, delta: Delta) -> None:
        """Apply what was written while the tables were read, of which a part was read already."""
        removed = {name: [row for entry in delta.entries if entry.table == name
                          for row in (entry.before, entry.after) if row] for name in delta.tables}
        self._replace_rows(removed, delta, _sites_of(removed))

    def apply(self, delta: Delta) -> None:
        """Apply what was written since. Entries already applied are skipped.

        Raises:
            OutOfSync: entries are missing, or name rows that are not in memory. The survey must be reloaded.
        """
        new = Delta(tuple(entry for entry in delta.entries if entry.seq > self.seq))
        if not new.entries:
            return
        if new.entries[0].seq != self.seq + 1:
            raise OutOfSync()
        removed = {name: [before for before, _ in new.changes(name) if before] for name in new.tables}
        if self._replace_rows(removed, new, _recounted_sites(removed, new)) != sum(map(len, removed.values())):
            raise OutOfSync()

    def _replace_rows(self, removed: RowsByTable, delta: Delta, touched: set[str]) -> int:
        """Remove existing rows and add those that exist after the delta; return how many were removed.

        The daily counts of the sites `touched` are updated.
        """
        added = {name: [after for _, after in delta.changes(name) if after] for name in delta.tables}
        self._daily_counts.count_sites(self._existing_sites(touched), self._observations, -1)
        removed_rows = {name: self._table(name).remove(rows) for name, rows in removed.items()}
        for name, rows in added.items():
            self._table(name).add(rows)
        self._daily_counts.count_sites(self._existing_sites(touched), self._observations)
        self._daily_counts.count_rows(removed_rows.get("observations", ()), -1)
        self._daily_counts.count_rows(added.get("observations", ()))
        self._located.remove(removed_rows.get("sites", ()))
        self._retired.remove(removed_rows.get("sites", ()))
        self._retired.add(added.get("sites", ()))
        self._located.add(added.get("sites", ()))
        self.seq = max([self.seq, *(entry.seq for entry in delta.entries)])
        return sum(map(len, removed_rows.values()))

    def _table(self, name: str) -> ColumnTable | ObservationsBySite:
        return self._observations if name == "observations" else self._tables[name]

    def _existing_sites(self, ids: Iterable[str]) -> list[Row]:
        return [row for row in map(self._sites.get, ids) if row is not None]

    def rows(self, table: str) -> list[Row]:
        """Return a table's rows in the order of fid, created on each call; large tables only in a task."""
        if table == "observations":
            return sorted(self._observations.rows(), key=lambda row: int(row["fid"]))
        return self._tables[table].rows()

    def snapshot(self, table: str, *columns: str) -> Callable[[], list[Row]]:
        """Return a function that creates a table's current rows with only these columns, in the order of fid.

        It may be called in any thread and is not affected by later changes. None for empty. Not for observations.
        """
        return self._tables[table].snapshot(columns)

    def rows_with(self, table: str, column: str, value: str) -> list[Row]:
        """Return a table's rows that have a value in a column, in the order of fid. Not for observations."""
        return self._tables[table].rows_with(column, value)

    def row(self, table: str, row_id: str) -> Row | None:
        """Return the row with this id, or None. Not for observations: see `observations_of`."""
        return self._tables[table].get(row_id)

    def row_of_fid(self, table: str, fid: int) -> Row | None:
        """Return the row with this fid, or None. Not for observations."""
        return self._tables[table].by_fid(fid)

    def id_of(self, table: str, fid: int) -> str | None:
        """Return the id of the row with this fid, or None. Not for observations."""
        return self._tables[table].id_of(fid)

    def fid_of(self, table: str, row_id: str) -> int | None:
        """Return the fid of the row with this id, or None. Not for observations."""
        return self._tables[table].fid_of(row_id)

    def count(self, table: str) -> int:
        """Return the number of rows of a table."""
        return len(self._table(table))

    def observations_of(self, site_id: str) -> list[Row]:
        """Return a site's observations in the order of their last day, then of their first, then of fid."""
        return self._observations.of(site_id)

    def dated_observations(self, site_id: str) -> Iterator[DatedObservation]:
        """Return the observations of a site that have a day and a state, in no particular order."""
        return self._observations.dated_observations(site_id)

    def days_without_scene(self, days_of_scenes: Mapping[str, Days]) -> Counter[Days]:
        """Count the observations that were made on none of these scenes, by their days as numbers."""
        return self._observations.days_without_scene(days_of_scenes)

    def state_on(self, site_id: str, day: date | None) -> Row:
        """Return the row of site_states that is valid at the end of a UTC day; without a day, the latest.

        Raises:
            KeyError: there is no such site.
        """
        site = self._sites.get(site_id)
        if site is None:
            raise KeyError(site_id)
        return state_row(site, *self._observations.at(site_id, day))

    def state_value_on(self, site_id: str, day: date | None) -> tuple[str | None, bool]:
        """Return the state on a day, None before the first observation, and whether another one may follow it."""
        return self._observations.state(site_id, day)

    def since(self, site_id: str, day: date | None) -> str | None:
        """Return the day (ISO 8601) by which the state of `state_on` was first seen, without another since; or None."""
        return self._observations.since(site_id, day)

    def site_ids(self) -> Collection[str]:
        """Return the ids of all current sites."""
        return self._sites.all_ids()

    def site_fids(self) -> Iterator[tuple[int, str]]:
        """Return the fid and the id of every site that has an id, in no particular order."""
        return ((fid, site_id) for fid, site_id in self._sites.fids_and_ids() if site_id is not None)

    def rivals_of(self, site_id: str) -> Rivals:
        """Return by observation id the other states whose order relative to it is not known."""
        return self._observations.rivals(site_id)

    def retired(self, day: date) -> int:
        """Return how many sites are retired on a UTC day."""
        return self._retired.by(day)

    def retirements(self) -> Mapping[str, str]:
        """Return the last day (ISO 8601) that retired sites count, by id."""
        return self._retired.days

    def below_resolution(self, site_id: str, day: date | None) -> bool:
        """Return whether the observation of `state_on` is marked as below the resolution of its image."""
        row, _ = self._observations.at(site_id, day)
        return row is not None and bool(row.get("below_resolution"))

    def known_present(self, kind: str) -> Curve:
        """Return the step curve of core.known_present: sites of this kind that are known present, until retired."""
        return self._daily_counts.known_present(kind)

    def observed_days(self) -> list[DayRange]:
        """Return the first and last day (ISO 8601) of the observations, each interval once."""
        return self._daily_counts.observed_days()

    def last_observed_day(self) -> str | None:
        """Return the last day (ISO 8601) of the observations, None if there are none."""
        if self._last_observed[0] != self.seq:
            self._last_observed = self.seq, max((last for _, last in self._daily_counts.observed_days()), default=None)
        return self._last_observed[1]

    def located(self) -> tuple[int, int] | None:
        """Return how many crossings of the largest published count have a place in the survey, and that count."""
        return self._located.of(self._tables["claims"].rows())


def _sites_of(rows: RowsByTable) -> set[str]:
    return {row["id"] for row in rows.get("sites", ())} | {row["site_id"] for row in rows.get("observations", ())}


def _recounted_sites(removed: RowsByTable, delta: Delta) -> set[str]:
    """Return the ids of the sites whose observations, kind or day of retirement changed."""
    counted = [{(row["id"], row["kind"], row.get("retired_on")) for row in rows if row}
               for rows in (removed.get("sites", ()), (after for _, after in delta.changes("sites")))]
    seen = {row["site_id"] for change in delta.changes("observations") for row in change if row}
    return seen | {site_id for site_id, *_ in counted[0] ^ counted[1]}


def differences(old: Facts, new: Facts, table: str) -> list[RowChange]:
    """Return the rows of a table that differ between reloaded facts and the earlier ones, before and after, by fid."""
    before, after = ({row["fid"]: row for row in facts.rows(table)} for facts in (old, new))
    return [(before.get(fid), after.get(fid)) for fid in sorted(before.keys() | after.keys())
            if before.get(fid) != after.get(fid)]
