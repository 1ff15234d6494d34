"""The rows of a table, found by id and by fid: in columns as they were read, changed rows separately."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.codec import Page, ValueCache, columns, read_columns
from yalu_plugin.core.survey.columns.column import StoredColumn


class ColumnTable:
    """Rows in the order of fid.

    The rows read are numbered in this order: `fids` and `ids` are by number, `numbers` has the number by id. `changed`
    has the rows changed since by fid, None for removed ones.
    """

    def __init__(self, name: str, pages: Iterable[Page] = ()) -> None:
        self.fids, self.ids, self.numbers = array("q"), list[Any](), dict[Any, int]()
        self.changed: dict[int, Row | None] = {}
        self._changed_fids: dict[Any, int] = {}  # by id
        self._numbers_with: dict[str, dict[Any, list[int]]] = {}  # of columns requested so far: by value
        self._columns = {column: StoredColumn() for column in columns(name)[2:]}
        shared = ValueCache.of(name)
        for page in pages:
            fids, ids, *values = read_columns(name, page, shared)
            self.fids.extend(fids)
            self.numbers.update(zip(ids, range(len(self.ids), len(self.fids))))
            self.ids += ids
            for column, found in zip(self._columns.values(), values):
                column.extend(found)
        self._count = len(self.fids)
        self._getters = [(column, values.getter()) for column, values in self._columns.items()]

    def column(self, name: str) -> StoredColumn:
        """Return the values of a column as they were read, by number. Not for "fid" and "id"."""
        return self._columns[name]

    def rows(self) -> list[Row]:
        """Return all rows, in the order of fid."""
        read = [self._row(number) for number, fid in enumerate(self.fids) if fid not in self.changed]
        changed = [row for row in self.changed.values() if row is not None]
        return sorted(read + changed, key=lambda row: int(row["fid"])) if changed else read

    def snapshot(self, names: Sequence[str]) -> Callable[[], list[Row]]:
        """Return a function that creates the current rows with only these columns, in the order of fid.

        It may be called in any thread.
        """
        changed = dict(self.changed)

        def rows() -> list[Row]:
            keys: dict[str, Iterable[Any]] = {"id": self.ids, "fid": self.fids}
            read = [keys.get(name, self._columns.get(name, ())) for name in names]
            found = [(fid, dict(zip(names, values))) for fid, *values in zip(self.fids, *read) if fid not in changed]
            found += [(fid, {name: row.get(name) for name in names}) for fid, row in changed.items() if row is not None]
            return [row for _, row in (sorted(found, key=itemgetter(0)) if changed else found)]
        return rows

    def rows_with(self, name: str, value: str) -> list[Row]:
        """Return the current rows that have a value in a column, in the order of fid; indexed on the first call."""
        if name not in self._numbers_with:
            numbers = defaultdict[Any, list[int]](list)
            for number, one in enumerate(self._columns[name]):
                if one is not None:
                    numbers[one].append(number)
            self._numbers_with[name] = numbers
        read = [number for number in self._numbers_with[name].get(value, ()) if self.fids[number] not in self.changed]
        changed = [row for row in self.changed.values() if row is not None and row.get(name) == value]
        return sorted([*map(self._row, read), *changed], key=lambda row: int(row["fid"]))

    def fids_and_ids(self) -> Iterator[tuple[int, Any]]:
        """Yield the fid and the id of each row, unordered."""
        yield from ((fid, row_id) for fid, row_id in zip(self.fids, self.ids) if fid not in self.changed)
        yield from ((fid, row["id"]) for fid, row in self.changed.items() if row is not None)

    def get(self, row_id: str) -> Row | None:
        """Return the row with this id, or None."""
        fid = self.fid_of(row_id)
        return None if fid is None else self.by_fid(fid)

    def fid_of(self, row_id: str) -> int | None:
        """Return the fid of the row with this id, or None."""
        if row_id in self._changed_fids:
            return self._changed_fids[row_id]
        number = self.numbers.get(row_id)
        return None if number is None or self.fids[number] in self.changed else self.fids[number]

    def by_fid(self, fid: int) -> Row | None:
        """Return the row with this fid, or None."""
        if fid in self.changed:
            return self.changed[fid]
        number = self._number(fid)
        return None if number is None else self._row(number)

    def id_of(self, fid: int) -> str | None:
        """Return the id of the row with this fid, or None."""
        if fid in self.changed:
            row = self.changed[fid]
            return None if row is None else row["id"]
        number = self._number(fid)
        return None if number is None else self.ids[number]

    def all_ids(self) -> Collection[str]:
        """Return the ids of the rows that have one."""
        replaced = {self.ids[number] for number in self.changed_numbers()}
        return (self.numbers.keys() - replaced - {None}) | (self._changed_fids.keys() - {None})

    def changed_numbers(self) -> Iterator[int]:
        """Return the numbers of the rows read that were changed or removed since."""
        return (number for number in map(self._number, self.changed) if number is not None)

    def __len__(self) -> int:
        return self._count

    def remove(self, rows: Iterable[Row]) -> list[Row]:
        """Remove these rows, found by fid; return those that existed, as they were."""
        found = [row for row in (self.by_fid(row["fid"]) for row in rows) if row is not None]
        for row in found:
            fid = row["fid"]
            if self._number(fid) is None:
                del self.changed[fid]
            else:
                self.changed[fid] = None
            if self._changed_fids.get(row["id"]) == fid:
                del self._changed_fids[row["id"]]
        self._count -= len(found)
        return found

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows whose fid is new."""
        for row in rows:
            self.changed[row["fid"]] = row
            self._changed_fids[row["id"]] = row["fid"]
            self._count += 1

    def _number(self, fid: int) -> int | None:
        number = bisect_left(self.fids, fid)
        return number if number < len(self.fids) and self.fids[number] == fid else None

    def _row(self, number: int) -> Row:
        row = {"fid": self.fids[number], "id": self.ids[number]}
        row.update([(name, value(number)) for name, value in self._getters])
        if "geom" in row and row["geom"] is None:
            del row["geom"]
        return row
