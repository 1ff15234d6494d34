"""The record replayed: what the tables must hold, compared with what they hold, row by row.

Of each row that the record leaves, its last entry and a fingerprint of 64 bits are kept, not the row: a million rows
take some 35 MB. Fingerprints are seeded anew in each run, so that none can be prepared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.survey.canonical import EntryUnreadable, canonical, names, row_of_text
from yalu_plugin.core.survey.record import seq_of

Left = tuple[int, int, int]  # seq of the last entry, fid (UNKNOWN in entries of version 1), fingerprint
UNKNOWN = -1


class Differing(NamedTuple):
    """A row that differs: `seq` of its last entry in the record, 0 where it has none; `row` of the file, or None."""

    table: str
    row_id: str
    seq: int
    row: Row | None


class Difference(NamedTuple):
    """A value that differs, as text; None for empty. In a row that only one side has, each value that is not empty."""

    table: str
    row_id: str
    column: str
    in_record: str | None
    in_file: str | None


class Replay:
    """Takes the entries in order of seq, then the rows of the file; `missing` is what then was not among these."""

    def __init__(self) -> None:
        from yalu_plugin.core.survey.columns.left_rows import LeftRows  # on first use: numpy takes a while

        self._left = LeftRows()
        self.overwritten: list[int] = []  # seq of entries that found their row other than the record had left it
        self.unreadable: list[int] = []  # seq of entries that hold no row

    def add(self, entry: Row) -> None:
        """Apply an entry; those of no table of facts change nothing."""
        table, seq = entry["table_name"], seq_of(entry)
        if table not in FACTS:
            return
        try:
            before, after = (row_of_text(text) if (text := entry[name]) else None for name in ("before", "after"))
        except EntryUnreadable:
            self.unreadable.append(seq)
            return
        found = _key(table, before or after or entry, entry)
        left = self._left.pop(found)
        if entry.get("origin") is not None and not _is_same(left, table, before):
            self.overwritten.append(seq)
        if after:
            key = _key(table, after, entry)
            if key != found:
                self._left.pop(key)
            self._left.put(key, (seq, _fid(after), hash(canonical(table, after))))

    def compare(self, table: str, row: Row) -> Differing | None:
        """A row of the file, once each: None where the record left it so."""
        left = self._left.pop(hash((table, row["id"])))
        if left is None:
            return Differing(table, str(row["id"] or ""), 0, row)
        seq, fid, fingerprint = left
        same = fingerprint == hash(canonical(table, row)) and fid in (UNKNOWN, _fid(row))
        return None if same else Differing(table, str(row["id"]), seq, row)

    def forget(self, rows: Iterable[tuple[str, str]]) -> None:
        """Leave rows out, by table and id: those that were written while others were compared."""
        for row in rows:
            self._left.pop(hash(row))

    def missing(self) -> Iterator[int]:
        """The last entries of the rows that the record left and the file does not have."""
        return (seq for seq, _, _ in self._left)


def differences(table: str, row_id: str, recorded: Row | None, found: Row | None) -> Iterator[Difference]:
    """What differs between a row as the record left it and as the file has it, column by column."""
    for name, in_record, in_file in zip(names(table), _values(table, recorded), _values(table, found)):
        if in_record != in_file:
            yield Difference(table, row_id, name, in_record, in_file)
    fids = [None if row is None else row.get("fid") for row in (recorded, found)]
    if None not in fids and fids[0] != fids[1]:
        yield Difference(table, row_id, "fid", str(fids[0]), str(fids[1]))


def _key(table: str, row: Row, entry: Row) -> int:
    return hash((table, row.get("id", entry["row_id"])))


def _is_same(left: Left | None, table: str, before: Row | None) -> bool:
    """Whether the record left the row as an entry found it; entries of version 1 do not say what they overwrote."""
    if left is None or before is None:
        return left is None and before is None
    return left[2] == hash(canonical(table, before))


def _values(table: str, row: Row | None) -> tuple[str | None, ...]:
    return canonical(table, row) if row is not None else (None,) * len(names(table))


def _fid(row: Row) -> int:
    fid = row.get("fid")
    return fid if isinstance(fid, int) and abs(fid) < 2 ** 62 else UNKNOWN
