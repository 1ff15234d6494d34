"""Verify a survey: read and replay its record, and compare it with its tables and with heads stored elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.core.memory import release_memory
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import AUDIT, FACTS, RECEIVED, RECORDS, SURVEY_VERSION
from yalu_plugin.core.schema_sql import own_statements
from yalu_plugin.core.survey.canonical import row_of_text
from yalu_plugin.core.survey.chain import Chain
from yalu_plugin.core.survey.codec import unreadable
from yalu_plugin.core.survey.findings import Finding, RowComparison, UnreadableValue, findings
from yalu_plugin.core.survey.replay import DifferingRow, Replay, ReplayDifference, differences
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.survey.stored_heads import StoredHead
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.check_states import wrong_states
from yalu_plugin.layers.survey.geopackage import execute, opened, rows_of
from yalu_plugin.layers.survey.raw_rows import FIRST, rows_by_fid, rows_equal
from yalu_plugin.layers.survey.received_check import received_records

MOST_ROWS = 10_000  # rows whose differences are listed; all are counted
MANY = 100_000  # rows after which memory is released
ATTEMPTS = 3  # repeated where others write meanwhile


class VerificationResult(NamedTuple):
    """The result of verifying.

    `entries`, `outside` (not adopted since) and `different` (rows) are counts, `first_bad` is the seq of the first
    faulty entry, `head` is the file's head, `records_all` as in Chain.
    """

    findings: list[Finding]
    entries: int
    outside: int
    first_bad: int | None
    different: int
    differences: list[ReplayDifference]
    head: Head
    records_all: bool
    values: list[UnreadableValue]

    @property
    def valid(self) -> bool:
        """Whether the record is whole and the tables match it."""
        return not any(finding.is_fault for finding in self.findings)


def verify(path: Path, stored_heads: Sequence[StoredHead] = (), progress: Progress = no_progress) -> VerificationResult:
    """Verify the survey at `path`, also against heads stored elsewhere. Safe in any thread; others may write meanwhile.

    `progress` is called with fractions, and may raise to end it. Raises what opening a survey file raises.
    """
    for _ in range(ATTEMPTS):
        with opened(path) as dataset:
            before = _record_state(dataset)
            found = _verified(dataset, stored_heads, progress)
            if found.valid or _record_state(dataset) == before:
                break  # otherwise the fault may be an entry sealed between two pages
    release_memory()
    return found


def _record_state(dataset: gdal.Dataset) -> list[str]:
    """Return values that change with every entry and every seal."""
    return execute(dataset, 'SELECT max("fid") FROM "audit"') + execute(
        dataset, 'SELECT count(*) FROM "audit" WHERE "hash" IS NULL')


def _verified(dataset: gdal.Dataset, stored_heads: Sequence[StoredHead], progress: Progress) -> VerificationResult:
    chain, replay = Chain(stored_heads), Replay()
    count, last = _Count(dataset, progress), FIRST
    about_received: list[Row] = []
    for entry in rows_by_fid(dataset, AUDIT):
        chain.add(entry)
        if entry["table_name"] == RECEIVED:
            about_received.append(entry)
        replay.add(entry)
        last = entry["fid"]
        count.one()
    rows: list[DifferingRow] = []
    values: list[UnreadableValue] = []
    for table in FACTS:
        for row in count.each(rows_by_fid(dataset, table)):
            values += [UnreadableValue(table, str(row["id"] or row["fid"]), name, str(row[name]))
                       for name in unreadable(table, row)]
            if (found := replay.compare(table, row)) is not None:
                rows.append(found)
    later = {(entry["table_name"], entry["row_id"]) for entry in rows_by_fid(dataset, "audit", last)}
    received = received_records(dataset, about_received, count.one)
    derived = {"triggers": _missing_triggers(dataset), "states": wrong_states(dataset, count.some)
               } if chain.records_all else {}
    rows = [row for row in rows if (row.table, row.row_id) not in later]
    replay.exclude(later)
    missing = list(replay.missing())
    compared = RowComparison(
        changed=sum(row.seq > 0 for row in rows), deleted=len(missing), added=sum(row.seq == 0 for row in rows),
        overwritten=replay.overwritten, unreadable=replay.unreadable, values=values, received=received, **derived)
    return VerificationResult(findings(chain, compared), chain.entries, chain.outside_now, chain.first_bad,
                    len(rows) + len(missing), _differences(dataset, rows, missing), chain.head, chain.records_all,
                    values)


def _missing_triggers(dataset: gdal.Dataset) -> list[str]:
    """Return the names of the survey's triggers and views that the file lacks, or has as other statements."""
    found = dict(rows_of(dataset, "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"))
    return [name for name, statement in own_statements(_version(dataset)).items() if found.get(name) != statement]


def _version(dataset: gdal.Dataset) -> int:
    """Return the version in the file, checked at opening; today's where another program has since overwritten it."""
    ((version,),) = rows_of(dataset, 'SELECT "version" FROM "survey" LIMIT 1') or [(None,)]
    return version if isinstance(version, int) and 1 < version < SURVEY_VERSION else SURVEY_VERSION


def _differences(dataset: gdal.Dataset, rows: Sequence[DifferingRow], missing: Sequence[int]) -> list[ReplayDifference]:
    seqs = [row.seq for row in rows[:MOST_ROWS] if row.seq > 0] + list(missing[:MOST_ROWS])
    entries: dict[int, Row] = {}
    for begin in range(0, len(seqs), 1000):
        entries.update((entry["seq"], entry) for entry in
                       rows_equal(dataset, "audit", "seq", seqs[begin:begin + 1000]))
    found: list[ReplayDifference] = []
    for row in rows[:MOST_ROWS]:
        found += differences(row.table, row.row_id, _row_after(entries.get(row.seq)), row.row)
    for entry in (entries[seq] for seq in missing[:MOST_ROWS] if seq in entries):
        found += differences(entry["table_name"], entry["row_id"], _row_after(entry), None)
    return found


def _row_after(entry: Row | None) -> Row | None:
    return row_of_text(entry["after"]) if entry is not None else None


class _Count:
    """Reports the share of all rows that were checked."""

    def __init__(self, dataset: gdal.Dataset, progress: Progress) -> None:
        tables = [name for name in (*RECORDS, *FACTS, "sites")  # sites twice: their states are checked too
                  if dataset.GetLayerByName(name) is not None]
        self._total = sum(int(execute(dataset, f'SELECT count(*) FROM "{table}"')[0]) for table in tables)
        self._done, self._progress = 0, progress

    def one(self) -> None:
        self._done += 1
        if self._done % 1000 == 0:
            self._progress(min(1.0, self._done / max(1, self._total)))
        if self._done % MANY == 0:
            release_memory()

    def some(self, rows: int) -> None:
        for _ in range(rows):
            self.one()

    def each(self, rows: Iterable[Row]) -> Iterable[Row]:
        for row in rows:
            self.one()
            yield row
