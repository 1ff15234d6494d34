"""The rows of a table, found by id and by fid: as they were read in columns, those changed since as they are told."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.codec import Page, Shared, columns, read_columns
from yalu_plugin.core.survey.columns.column import Column


class Table:
    """Rows in the order of fid. Those read are numbered in that order: `fids` and `ids` have them by number, `numbers`
    the number by id. Which of them hold no more, `later` tells by fid: the row since, or None.
    """

    def __init__(self, name: str, pages: Iterable[Page] = ()) -> None:
        self.fids, self.ids, self.numbers = array("q"), list[Any](), dict[Any, int]()
        self.later: dict[int, Row | None] = {}
        self._later_fids: dict[Any, int] = {}  # by id
        self._numbers_with: dict[str, dict[Any, list[int]]] = {}  # of columns that were asked for: by value
        self._columns = {column: Column() for column in columns(name)[2:]}
        shared = Shared.of(name)
        for page in pages:
            fids, ids, *values = read_columns(name, page, shared)
            self.fids.extend(fids)
            self.numbers.update(zip(ids, range(len(self.ids), len(self.fids))))
            self.ids += ids
            for column, found in zip(self._columns.values(), values):
                column.extend(found)
        self._count = len(self.fids)

    def column(self, name: str) -> Column:
        """The values of a column as they were read, by number. Not of "fid" and "id"."""
        return self._columns[name]

    def rows(self) -> list[Row]:
        """All rows, in the order of fid."""
        read = [self._row(number) for number, fid in enumerate(self.fids) if fid not in self.later]
        later = [row for row in self.later.values() if row is not None]
        return sorted(read + later, key=lambda row: int(row["fid"])) if later else read

    def snapshot(self, names: Sequence[str]) -> Callable[[], list[Row]]:
        """What makes the rows of now, in any thread, in the order of fid, with these columns alone."""
        later = dict(self.later)

        def rows() -> list[Row]:
            keys: dict[str, Iterable[Any]] = {"id": self.ids, "fid": self.fids}
            read = [keys.get(name, self._columns.get(name, ())) for name in names]
            made = [(fid, dict(zip(names, values))) for fid, *values in zip(self.fids, *read) if fid not in later]
            made += [(fid, {name: row.get(name) for name in names}) for fid, row in later.items() if row is not None]
            return [row for _, row in (sorted(made, key=itemgetter(0)) if later else made)]
        return rows

    def rows_with(self, name: str, value: str) -> list[Row]:
        """The rows of now that have a value in a column, in the order of fid. Those read are gone through once."""
        if name not in self._numbers_with:
            numbers = defaultdict[Any, list[int]](list)
            for number, one in enumerate(self._columns[name]):
                if one is not None:
                    numbers[one].append(number)
            self._numbers_with[name] = numbers
        read = [number for number in self._numbers_with[name].get(value, ()) if self.fids[number] not in self.later]
        later = [row for row in self.later.values() if row is not None and row.get(name) == value]
        return sorted([*map(self._row, read), *later], key=lambda row: int(row["fid"]))

    def fids_and_ids(self) -> Iterator[tuple[int, Any]]:
        """The fid and the id of each row, in no order."""
        yield from ((fid, row_id) for fid, row_id in zip(self.fids, self.ids) if fid not in self.later)
        yield from ((fid, row["id"]) for fid, row in self.later.items() if row is not None)

    def get(self, row_id: str) -> Row | None:
        """The row with this id, or None."""
        fid = self.fid_of(row_id)
        return None if fid is None else self.by_fid(fid)

    def fid_of(self, row_id: str) -> int | None:
        """The fid of the row with this id, or None."""
        if row_id in self._later_fids:
            return self._later_fids[row_id]
        number = self.numbers.get(row_id)
        return None if number is None or self.fids[number] in self.later else self.fids[number]

    def by_fid(self, fid: int) -> Row | None:
        """The row with this fid, or None."""
        if fid in self.later:
            return self.later[fid]
        number = self._number(fid)
        return None if number is None else self._row(number)

    def id_of(self, fid: int) -> str | None:
        """The id of the row with this fid, or None."""
        if fid in self.later:
            row = self.later[fid]
            return None if row is None else row["id"]
        number = self._number(fid)
        return None if number is None else self.ids[number]

    def all_ids(self) -> Collection[str]:
        """The ids of the rows that have one."""
        gone = {self.ids[number] for number in self.numbers_of_later()}
        return (self.numbers.keys() - gone - {None}) | (self._later_fids.keys() - {None})

    def numbers_of_later(self) -> Iterator[int]:
        """The numbers of the rows read that do not hold any more."""
        return (number for number in map(self._number, self.later) if number is not None)

    def __len__(self) -> int:
        return self._count

    def take_out(self, rows: Iterable[Row]) -> list[Row]:
        """Take out these rows, known by their fid; returns those that were there, as they were."""
        found = [row for row in (self.by_fid(row["fid"]) for row in rows) if row is not None]
        for row in found:
            fid = row["fid"]
            if self._number(fid) is None:
                del self.later[fid]
            else:
                self.later[fid] = None
            if self._later_fids.get(row["id"]) == fid:
                del self._later_fids[row["id"]]
        self._count -= len(found)
        return found

    def put_in(self, rows: Iterable[Row]) -> None:
        """Put in rows whose fid is not there yet."""
        for row in rows:
            self.later[row["fid"]] = row
            self._later_fids[row["id"]] = row["fid"]
            self._count += 1

    def _number(self, fid: int) -> int | None:
        number = bisect_left(self.fids, fid)
        return number if number < len(self.fids) and self.fids[number] == fid else None

    def _row(self, number: int) -> Row:
        row = {"fid": self.fids[number], "id": self.ids[number]}
        row.update((name, column[number]) for name, column in self._columns.items())
        if "geom" in row and row["geom"] is None:
            del row["geom"]
        return row
