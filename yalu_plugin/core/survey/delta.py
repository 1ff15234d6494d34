"""Changes of a survey: the entries of its record, and changes to be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Optional

from yalu_plugin.core.published import Row

RowChange = tuple[Optional[Row], Optional[Row]]  # before, after


MANY = 2000  # entries of a change beyond which it is faster to reload the survey


class Entry(NamedTuple):
    """One entry of the record: the row of a table before and after, who changed it, when (UTC) and by which action.

    `origin` is plugin, outside, baseline or adoption. `before` is None for a row added, `after` for one removed.
    """

    seq: int
    at: str
    who: str
    action: str
    origin: str
    table: str
    row_id: str
    before: Row | None
    after: Row | None


class Change(NamedTuple):
    """A change to be written: rows by table. The rows `replaced` are found by their id."""

    action: str
    added: Mapping[str, Sequence[Row]]
    removed: Mapping[str, Sequence[Row]]
    replaced: Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Delta:
    """The entries of a change in the order of their seq. Changes by table are computed once, for all receivers."""

    entries: tuple[Entry, ...]

    @property
    def tables(self) -> frozenset[str]:
        """The tables in which rows were changed."""
        return frozenset(self._by_table)

    @property
    def tables_without_removals(self) -> frozenset[str]:
        """The changed tables from which no row was removed."""
        return frozenset(table for table in self.tables if all(after for _, after in self.changes(table)))

    def follows(self, seq: int) -> bool:
        """Whether nothing was written between the entry with this seq and it."""
        return not self.entries or self.entries[0].seq == seq + 1

    def changes(self, table: str) -> list[RowChange]:
        """Return each changed row of the table as it was before all entries and is after them.

        Rows that were added and removed again are left out. A row whose id was changed is one row, with both ids.
        """
        if table not in self._changes:
            self._changes[table] = _row_changes(self._by_table.get(table, ()))
        return list(self._changes[table])

    def changes_in(self, table: str, *columns: str) -> list[RowChange]:
        """Return the changes that add or remove a row, or change its value in one of these columns."""
        return [(before, after) for before, after in self.changes(table) if before is None or after is None
                or any(before.get(name) != after.get(name) for name in ("id", *columns))]

    @cached_property
    def _by_table(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.before or entry.after:
                found.setdefault(entry.table, []).append(entry)
        return found

    @cached_property
    def _changes(self) -> dict[str, list[RowChange]]:
        return {}  # of the tables requested so far

    def after(self) -> Mapping[str, Sequence[Row]]:
        """Return the changed rows that exist after the change, by table."""
        return {table: [after for _, after in self.changes(table) if after] for table in self.tables}

    def without(self, table: str) -> Delta:
        """Return the delta without the entries of one table."""
        return Delta(tuple(entry for entry in self.entries if entry.table != table))

    def reversed(self, action: str) -> Change:
        """Return the change that undoes this one, with the name `action`."""
        added: dict[str, list[Row]] = {}
        removed: dict[str, list[Row]] = {}
        replaced: dict[str, list[Row]] = {}
        for table in sorted(self.tables):
            for before, after in self.changes(table):
                if before and after and before["id"] == after["id"]:
                    replaced.setdefault(table, []).append(before)
                    continue
                if before:
                    added.setdefault(table, []).append(before)
                if after:
                    removed.setdefault(table, []).append(after)
        return Change(action, added, removed, replaced)


def _row_changes(entries: Iterable[Entry]) -> list[RowChange]:
    found: dict[object, RowChange] = {}
    ended: list[RowChange] = []
    for entry in entries:
        was, now = _key(entry.before or entry.after), _key(entry.after or entry.before)
        first = found.pop(was)[0] if was in found else entry.before
        if now in found:  # a removed row, whose id was given to this one
            ended.append(found[now])
        found[now] = first, entry.after
    return [(before, after) for before, after in (*ended, *found.values()) if before or after]


def _key(row: Row | None) -> object:
    return row and (row["id"] or row.get("fid"))  # any program may have removed the id
