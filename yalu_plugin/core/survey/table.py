"""The rows of one small table, found by id."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.codec import Page, Shared, rows_from_page


class Table:
    """Rows in the order of fid, each the one dict that everybody reads: never to be changed by whoever asks for it."""

    def __init__(self, name: str, pages: Iterable[Page] = ()) -> None:
        self._rows: dict[int, Row] = {}
        self._fids: dict[Any, int] = {}
        shared = Shared(lambda value: value)
        for page in pages:
            self.put_in(rows_from_page(name, page, shared))

    def rows(self) -> list[Row]:
        """All rows, in the order of fid."""
        return [self._rows[fid] for fid in sorted(self._rows)]

    def get(self, row_id: str) -> Row | None:
        """The row with this id, or None."""
        fid = self._fids.get(row_id)
        return None if fid is None else self._rows[fid]

    def id_of(self, fid: int) -> str | None:
        """The id of the row with this fid, or None."""
        row = self._rows.get(fid)
        return None if row is None else row["id"]

    def ids(self) -> Collection[str]:
        """The ids of the rows that have one."""
        return self._fids.keys() - {None} if None in self._fids else self._fids.keys()

    def __len__(self) -> int:
        return len(self._rows)

    def take_out(self, rows: Iterable[Row]) -> list[Row]:
        """Take out these rows, known by their fid; returns those that were there, as they were."""
        found = [self._rows.pop(row["fid"]) for row in rows if row["fid"] in self._rows]
        for row in found:
            if self._fids.get(row["id"]) == row["fid"]:
                del self._fids[row["id"]]
        return found

    def put_in(self, rows: Iterable[Row]) -> None:
        """Put in rows whose fid is not there yet."""
        for row in rows:
            self._rows[row["fid"]] = row
            self._fids[row["id"]] = row["fid"]
