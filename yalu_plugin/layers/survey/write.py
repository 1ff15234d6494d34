"""Write rows into a survey file or remove them, each change in one transaction: all changes go through this.

GDAL writes (the library QGIS itself writes GeoPackages with), because QGIS' layers cannot put several tables into one
transaction of a GeoPackage. The file's triggers write the entries of the record, which are sealed here. What is written
is on disk when the function returns.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from functools import partial
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SURVEY_VERSION, TABLE
from yalu_plugin.core.schema_json import row_as_json
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.core.survey.codec import row_from_entry
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.sealed_record import PLUGIN
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.geopackage import (
    check_gdal,
    checkpoint,
    execute,
    lock_for_writing,
    opened,
    roll_back,
    rows_of,
)
from yalu_plugin.layers.survey.lock_timeout import WAIT_MS
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.row_writer import insert_statement, replace_statement, used_fids, write_rows
from yalu_plugin.layers.survey.sealing import delta_of, seal_entries
from yalu_plugin.layers.survey.side_files import is_read_only
from yalu_plugin.layers.survey.survey import RowsByTable
from yalu_plugin.layers.survey.survey_errors import (
    ChangedSince,
    RowsRemoved,
    SurveyMissing,
    SurveyOlder,
    SurveyReadOnly,
)

IDS = 1000  # per statement
# a click waits for images written in the background: SQLite would refuse the change after a moment, and lose it
write_lock = threading.RLock()


def utc_now() -> str:
    """Return the present moment, ISO 8601 in UTC, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def change(path: Path, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
           replaced: RowsByTable | None = None, unchanged: RowsByTable | None = None,
           file: OpenedFile | None = None, progress: Progress = no_progress) -> Delta:
    """Write `added` rows into the survey at `path`, remove `removed` ones and overwrite with `replaced` ones.

    Only if the `unchanged` rows are still as given. Rows are dicts with "id", by table; "geom" is WKT in EPSG:4326. All
    or nothing, and then all in the one file. With `file`, only into the one that was opened. Returns what that changed.

    Safe in any thread: changes of one QGIS wait for each other, those of other programs for WAIT_MS. `progress` is
    called with the share of entries sealed, with which a large change ends. Raises what it raises, SurveyMissing,
    SurveyReadOnly, SurveyLocked, SurveyDamaged, SurveyRemoved, SurveyReplaced, SurveyOlder, RowsRemoved (of those
    replaced), ChangedSince or WriteFailed.
    """
    with transaction(path, file) as dataset:
        return change_in(dataset, path, action, added, removed, replaced, unchanged, progress)


def change_in(dataset: gdal.Dataset, path: Path, action: str, added: RowsByTable | None = None,
              removed: RowsByTable | None = None, replaced: RowsByTable | None = None,
              unchanged: RowsByTable | None = None, progress: Progress = no_progress) -> Delta:
    """Do what `change` does as a part of a transaction."""
    seal_entries(dataset)  # entries of others
    for table, rows in (unchanged or {}).items():
        _check_unchanged(path, dataset, table, rows)
    for table, rows in (removed or {}).items():
        _remove(dataset, table, rows)
    for table, rows in (replaced or {}).items():
        _replace(path, dataset, table, rows)
    for table, rows in (added or {}).items():
        _add(dataset, table, rows)
    return delta_of(seal_entries(dataset, analyst(), action, PLUGIN, progress=progress))


def _check_unchanged(path: Path, dataset: gdal.Dataset, table: str, rows: Sequence[Row]) -> None:
    found = [row_from_entry(table, text) for ids in _lists(rows) for (text,) in rows_of(
        dataset, f'SELECT {row_as_json(TABLE[table])} FROM {identifier(table)} WHERE "id" IN ({ids})')]
    now = {row["id"]: _without_fid(row) for row in found if row is not None}
    changed = sum(now.get(row["id"]) != _without_fid(row) for row in rows)
    if changed:
        raise ChangedSince(n=changed, table=table, path=path)


def _without_fid(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "fid"}


def _add(dataset: gdal.Dataset, table: str, rows: Sequence[Row]) -> None:
    # a restored row gets its fid again: observations of one day are in the order of fid
    used = used_fids(dataset, table, [row["fid"] for row in rows if row.get("fid") is not None])
    placed = ((None if row.get("fid") in used else row.get("fid"), row) for row in rows)
    write_rows(dataset, table, placed, insert_statement)


def _remove(dataset: gdal.Dataset, table: str, rows: Sequence[Row]) -> None:
    for ids in _lists(rows):
        execute(dataset, f'DELETE FROM {identifier(table)} WHERE "id" IN ({ids})')


def _replace(path: Path, dataset: gdal.Dataset, table: str, rows: Sequence[Row]) -> None:
    fids = {row_id: int(fid) for ids in _lists(rows) for row_id, fid in rows_of(
        dataset, f'SELECT "id", "fid" + 0 AS "at" FROM {identifier(table)} WHERE "id" IN ({ids})')}
    missing = sum(row["id"] not in fids for row in rows)
    if missing:
        raise RowsRemoved(n=missing, table=table, path=path)
    write_rows(dataset, table, ((fids[row["id"]], row) for row in rows), replace_statement)


def _lists(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the ids of the rows as lists of SQL."""
    for begin in range(0, len(rows), IDS):
        yield ", ".join(literal(row["id"]) for row in rows[begin:begin + IDS])


@contextmanager
def transaction(path: Path, file: OpenedFile | None = None, version: int = SURVEY_VERSION,
                wait_ms: int = WAIT_MS) -> Iterator[gdal.Dataset]:
    """Open the survey at `path` for one transaction, which no one else writes to meanwhile; saved whole or not at all.

    Raises what `change` raises; SurveyOlder where the survey is not of this `version`.
    """
    if file is not None:
        file.check_exists()
    if not path.is_file():
        raise SurveyMissing(path=path)
    if is_read_only(path):
        raise SurveyReadOnly(path=path)
    fresh = partial(opened, path, update=True)
    with write_lock, (file.writer.opened if file is not None else fresh)(wait_ms=wait_ms) as dataset:
        dataset.StartTransaction()
        try:
            lock_for_writing(dataset)
            execute(dataset, f"PRAGMA busy_timeout = {WAIT_MS}")  # the commit waits for those who are reading
            if file is not None:
                file.check_identity(dataset)
            _check_version(version, dataset, path)
            yield dataset
            seen = file.last_entry(dataset) if file is not None else None
            check_gdal(dataset.CommitTransaction())
        except BaseException:
            roll_back(dataset)
            raise
        if file is not None:
            file.note_entry(seen)
        checkpoint(dataset)


def _check_version(version: int, dataset: gdal.Dataset, path: Path) -> None:
    found = rows_of(dataset, 'SELECT "version" FROM "survey" LIMIT 1')  # none yet while it is created
    if found and found[0][0] != version:
        raise SurveyOlder(path=path, version=found[0][0])
