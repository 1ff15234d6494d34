"""The survey in memory: its rows as they were read, and every change that its record tells since."""

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
from yalu_plugin.core.survey.located import Located
from yalu_plugin.core.survey.observation import state_row
from yalu_plugin.core.survey.retired import Retired
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.observations import Observations
    from yalu_plugin.core.survey.columns.over_time import Days as DaysLooked
    from yalu_plugin.core.survey.columns.table import Table
    from yalu_plugin.core.survey.matrix.axis import Days, Look

RowsByTable = dict[str, list[Row]]


class OutOfStep(YaluError):
    """What a change is told to have found there is not what is in memory: some change was not told."""

    template = translatable("What is on screen and the survey's file no longer agree. Open the survey again.")


class Facts:
    """All rows of a survey, as of the entry `seq` of its record. Whoever gets one never changes it.

    `all_sites` tells what concerns all of them at once: their order, and which fit what is sought.

    Not for two threads at once: work in a task takes a `snapshot`.
    """

    def __init__(self, pages: Callable[[str], Iterable[Page]], seq: int = 0) -> None:
        """Read each table from its pages. Between them, rows may change: `catch_up` with the entries of that time."""
        from yalu_plugin.core.survey.columns.all_sites import AllSites  # on first use: numpy takes longer than a start
        from yalu_plugin.core.survey.columns.observations import Observations
        from yalu_plugin.core.survey.columns.over_time import OverTime
        from yalu_plugin.core.survey.columns.table import Table

        self.seq = seq
        self._tables = {name: Table(name, pages(name)) for name in FACTS if name != "observations"}
        self._sites = self._tables["sites"]
        self._observations = Observations(pages("observations"), self._sites)
        self._located = Located(self._sites.column("kind"), self._sites.column("source_id"))
        self._retired = Retired({site_id: day for site_id, day in zip(self._sites.ids, self._sites.column("retired_on"))
                                 if site_id is not None and day})
        self._over_time = OverTime(self._sites, self._observations)
        self._last_looked: tuple[int, str | None] = -1, None  # as of an entry
        self.all_sites = AllSites(self._sites, self._observations)

    def catch_up(self, delta: Delta) -> None:
        """Take in what was written while the tables were read, of which some was read and some was not."""
        gone = {name: [row for entry in delta.entries if entry.table == name
                       for row in (entry.before, entry.after) if row] for name in delta.tables}
        self._exchange(gone, delta, _sites_of(gone))

    def apply(self, delta: Delta) -> None:
        """Take in what was written since. Entries known already are passed over.

        Raises OutOfStep where entries are missing, or tell of other rows than are here; then read the survey again.
        """
        new = Delta(tuple(entry for entry in delta.entries if entry.seq > self.seq))
        if not new.entries:
            return
        if new.entries[0].seq != self.seq + 1:
            raise OutOfStep()
        gone = {name: [before for before, _ in new.changes(name) if before] for name in new.tables}
        if self._exchange(gone, new, _sites_counted_otherwise(gone, new)) != sum(map(len, gone.values())):
            raise OutOfStep()

    def _exchange(self, gone: RowsByTable, delta: Delta, touched: set[str]) -> int:
        """Take out rows that are there and put in those that are there after the delta; returns how many went. Of the
        sites `touched` is counted anew what is known from day to day.
        """
        come = {name: [after for _, after in delta.changes(name) if after] for name in delta.tables}
        self._over_time.count_sites(self._sites_there(touched), self._observations, -1)
        went = {name: self._kept(name).take_out(rows) for name, rows in gone.items()}
        for name, rows in come.items():
            self._kept(name).put_in(rows)
        self._over_time.count_sites(self._sites_there(touched), self._observations)
        self._over_time.count_rows(went.get("observations", ()), -1)
        self._over_time.count_rows(come.get("observations", ()))
        self._located.take_out(went.get("sites", ()))
        self._retired.take_out(went.get("sites", ()))
        self._retired.put_in(come.get("sites", ()))
        self._located.put_in(come.get("sites", ()))
        self.seq = max([self.seq, *(entry.seq for entry in delta.entries)])
        return sum(map(len, went.values()))

    def _kept(self, name: str) -> Table | Observations:
        return self._observations if name == "observations" else self._tables[name]

    def _sites_there(self, ids: Iterable[str]) -> list[Row]:
        return [row for row in map(self._sites.get, ids) if row is not None]

    def rows(self, table: str) -> list[Row]:
        """A table's rows in the order of fid, made anew each time: of many, for work in a task."""
        if table == "observations":
            return sorted(self._observations.rows(), key=lambda row: int(row["fid"]))
        return self._tables[table].rows()

    def snapshot(self, table: str, *columns: str) -> Callable[[], list[Row]]:
        """What makes a table's rows of now with these columns alone, None for empty, in the order of fid: in any
        thread, and whatever changes meanwhile. Not for observations.
        """
        return self._tables[table].snapshot(columns)

    def rows_with(self, table: str, column: str, value: str) -> list[Row]:
        """A table's rows that have a value in a column, in the order of fid. Not for observations."""
        return self._tables[table].rows_with(column, value)

    def row(self, table: str, row_id: str) -> Row | None:
        """The row with this id, or None. Not for observations: see `observations_of`."""
        return self._tables[table].get(row_id)

    def row_of_fid(self, table: str, fid: int) -> Row | None:
        """The row with this fid, or None. Not for observations."""
        return self._tables[table].by_fid(fid)

    def id_of(self, table: str, fid: int) -> str | None:
        """The id of the row with this fid, or None. Not for observations."""
        return self._tables[table].id_of(fid)

    def fid_of(self, table: str, row_id: str) -> int | None:
        """The fid of the row with this id, or None. Not for observations."""
        return self._tables[table].fid_of(row_id)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return len(self._kept(table))

    def observations_of(self, site_id: str) -> list[Row]:
        """A site's observations in the order of their last day, then of their first, then of fid."""
        return self._observations.of(site_id)

    def looks_of(self, site_id: str) -> Iterator[Look]:
        """What each dated observation of a site says that has a state, in no order."""
        return self._observations.looks(site_id)

    def days_beside(self, days_of_scenes: Mapping[str, Days]) -> Counter[Days]:
        """The days of all observations that were made on none of these scenes, as numbers, and of how many."""
        return self._observations.days_beside(days_of_scenes)

    def state_on(self, site_id: str, day: date | None) -> Row:
        """As the row of site_states that holds at the end of a UTC day; without a day, the latest.

        Raises KeyError for a site that is not there.
        """
        site = self._sites.get(site_id)
        if site is None:
            raise KeyError(site_id)
        return state_row(site, *self._observations.at(site_id, day))

    def word_on(self, site_id: str, day: date | None) -> tuple[str | None, bool]:
        """As `state_on` in a word, None where nobody had looked; and whether another state may have come after it."""
        return self._observations.state(site_id, day)

    def since(self, site_id: str, day: date | None) -> str | None:
        """The day (ISO 8601) by which the state of `state_on` was first seen, with no other seen since; or None."""
        return self._observations.since(site_id, day)

    def site_ids(self) -> Collection[str]:
        """The ids of all sites, as they are now."""
        return self._sites.all_ids()

    def site_fids(self) -> Iterator[tuple[int, str]]:
        """The fid and the id of every site that has one, in no order."""
        return ((fid, site_id) for fid, site_id in self._sites.fids_and_ids() if site_id is not None)

    def rivals_of(self, site_id: str) -> Rivals:
        """By observation id, the states that may as well have come before as after it."""
        return self._observations.rivals(site_id)

    def retired(self, day: date) -> int:
        """How many sites count no more on a UTC day."""
        return self._retired.by(day)

    def retirements(self) -> Mapping[str, str]:
        """The last day (ISO 8601) that they count, by id, of the sites that are retired on some day."""
        return self._retired.days

    def below_resolution(self, site_id: str, day: date | None) -> bool:
        """Whether the observation that tells the state of `state_on` says more than its image's pixels can tell."""
        row, _ = self._observations.at(site_id, day)
        return row is not None and bool(row.get("below_resolution"))

    def known_present(self, kind: str) -> Curve:
        """As core.known_present: the sites of this kind whose last known state is "present", from day to day, until
        they are retired.
        """
        return self._over_time.known_present(kind)

    def looked(self) -> list[DaysLooked]:
        """The first and last day (ISO 8601) of what was observed, each interval once."""
        return self._over_time.looked()

    def last_looked(self) -> str | None:
        """The last day (ISO 8601) of what was observed, None where nothing was."""
        if self._last_looked[0] != self.seq:
            self._last_looked = self.seq, max((last for _, last in self._over_time.looked()), default=None)
        return self._last_looked[1]

    def located(self) -> tuple[int, int] | None:
        """How many crossings of the largest published count have a place in the survey, and that count."""
        return self._located.of(self._tables["claims"].rows())


def _sites_of(rows: RowsByTable) -> set[str]:
    return {row["id"] for row in rows.get("sites", ())} | {row["site_id"] for row in rows.get("observations", ())}


def _sites_counted_otherwise(gone: RowsByTable, delta: Delta) -> set[str]:
    """The ids of the sites whose observations, kind or day of retirement are not what they were."""
    counted = [{(row["id"], row["kind"], row.get("retired_on")) for row in rows if row}
               for rows in (gone.get("sites", ()), (after for _, after in delta.changes("sites")))]
    seen = {row["site_id"] for change in delta.changes("observations") for row in change if row}
    return seen | {site_id for site_id, *_ in counted[0] ^ counted[1]}


def differences(old: Facts, new: Facts, table: str) -> list[RowChange]:
    """The rows of a table that are not as they were, before and after, by fid: for facts that were read anew."""
    before, after = ({row["fid"]: row for row in facts.rows(table)} for facts in (old, new))
    return [(before.get(fid), after.get(fid)) for fid in sorted(before.keys() | after.keys())
            if before.get(fid) != after.get(fid)]
