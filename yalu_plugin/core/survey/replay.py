"""Replay of the record: the rows that the tables must have are compared with those they have.

For each row that the record leaves, its last entry and a fingerprint of 64 bits are stored, not the row: a million rows
take about 35 MB. Fingerprints have a new seed in each run, so that collisions cannot be prepared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.survey.canonical import EntryUnreadable, canonical, names, row_of_text
from yalu_plugin.core.survey.sealed_record import seq_of

RecordedRow = tuple[int, int, int]  # seq of the last entry, fid (UNKNOWN in entries of version 1), fingerprint
UNKNOWN = -1


class DifferingRow(NamedTuple):
    """A row that differs: `seq` of its last entry in the record, 0 for none; `row` of the file, or None."""

    table: str
    row_id: str
    seq: int
    row: Row | None


class ReplayDifference(NamedTuple):
    """A value that differs, as text; None for empty. For a row that only one side has, each value that is not empty."""

    table: str
    row_id: str
    column: str
    in_record: str | None
    in_file: str | None


class Replay:
    """Applies the entries in order of seq, then compares the rows of the file; `missing` returns the rest."""

    def __init__(self) -> None:
        from yalu_plugin.core.survey.columns.recorded_rows import RecordedRows  # on first use: numpy takes a while

        self._rows = RecordedRows()
        self.overwritten: list[int] = []  # seq of entries whose row differed from what the record had left
        self.unreadable: list[int] = []  # seq of entries without a readable row

    def add(self, entry: Row) -> None:
        """Apply an entry; entries of other tables are ignored."""
        table, seq = entry["table_name"], seq_of(entry)
        if table not in FACTS:
            return
        try:
            before, after = (row_of_text(text) if (text := entry[name]) else None for name in ("before", "after"))
        except EntryUnreadable:
            self.unreadable.append(seq)
            return
        found = _key(table, before or after or entry, entry)
        recorded = self._rows.pop(found)
        if entry.get("origin") is not None and not _is_same(recorded, table, before):
            self.overwritten.append(seq)
        if after:
            key = _key(table, after, entry)
            if key != found:
                self._rows.pop(key)
            self._rows.add(key, (seq, _fid(after), hash(canonical(table, after))))

    def compare(self, table: str, row: Row) -> DifferingRow | None:
        """Compare a row of the file with the record, once for each row; None where they agree."""
        recorded = self._rows.pop(hash((table, row["id"])))
        if recorded is None:
            return DifferingRow(table, str(row["id"] or ""), 0, row)
        seq, fid, fingerprint = recorded
        same = fingerprint == hash(canonical(table, row)) and fid in (UNKNOWN, _fid(row))
        return None if same else DifferingRow(table, str(row["id"]), seq, row)

    def exclude(self, rows: Iterable[tuple[str, str]]) -> None:
        """Exclude rows, by table and id, that were written while others were compared."""
        for row in rows:
            self._rows.pop(hash(row))

    def missing(self) -> Iterator[int]:
        """Return the last entries of the rows that are in the record and not in the file."""
        return (seq for seq, _, _ in self._rows)


def differences(table: str, row_id: str, recorded: Row | None, found: Row | None) -> Iterator[ReplayDifference]:
    """Yield the differences between a row in the record and in the file, column by column."""
    for name, in_record, in_file in zip(names(table), _values(table, recorded), _values(table, found)):
        if in_record != in_file:
            yield ReplayDifference(table, row_id, name, in_record, in_file)
    fids = [None if row is None else row.get("fid") for row in (recorded, found)]
    if None not in fids and fids[0] != fids[1]:
        yield ReplayDifference(table, row_id, "fid", str(fids[0]), str(fids[1]))


def _key(table: str, row: Row, entry: Row) -> int:
    return hash((table, row.get("id", entry["row_id"])))


def _is_same(recorded: RecordedRow | None, table: str, before: Row | None) -> bool:
    """Return whether an entry's `before` matches the record; entries of version 1 do not state what they overwrote."""
    if recorded is None or before is None:
        return recorded is None and before is None
    return recorded[2] == hash(canonical(table, before))


def _values(table: str, row: Row | None) -> tuple[str | None, ...]:
    return canonical(table, row) if row is not None else (None,) * len(names(table))


def _fid(row: Row) -> int:
    fid = row.get("fid")
    return fid if isinstance(fid, int) and abs(fid) < 2 ** 62 else UNKNOWN
