"""Upgrade a survey of an older version to today's, whole or not at all, with a backup copy next to it.

The record is continued: its entries stay unchanged. Version 1 recorded only what the plugin wrote. Other changes show
as a difference between the tables and the replayed record, and get an entry for each row, as a baseline.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple, Optional

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import FACTS, MIGRATIONS, SURVEY_VERSION, TABLE
from yalu_plugin.core.schema_json import PREFIX, row_as_json
from yalu_plugin.core.schema_sql import (
    assign_ids_statement,
    entry_statement,
    indexes,
    new_columns,
    own_statements,
)
from yalu_plugin.core.schema_states import fill_states_statements
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.core.survey.sealed_record import BASELINE, PLUGIN
from yalu_plugin.layers.survey.geopackage import execute, opened, rows_of
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.sealing import recorded_row, seal_entries
from yalu_plugin.layers.survey.survey_errors import CannotUpgrade, SurveyLocked
from yalu_plugin.layers.survey.survey_tables import create_site_states, create_table
from yalu_plugin.layers.survey.write import transaction, write_lock

PAGE = 2000  # rows compared at once
_LATEST = 'CREATE TEMP TABLE "latest" AS SELECT "table_name", "row_id", MAX("seq") AS "seq" FROM "audit" GROUP BY 1, 2'
Difference = tuple[str, Optional[str], Optional[str]]  # row id, what the record has, what the table has


class UpgradeResult(NamedTuple):
    """The result of an upgrade: the backup copy (None where none was needed), the version, and the count `differences`.

    The differences are rows that had been changed without an entry in the record.
    """

    backup: Path | None
    version: int
    differences: int


def upgrade(path: Path, who: str) -> UpgradeResult:
    """Upgrade the survey at `path` to today's version, in the name of `who`. Safe in any thread.

    Raises CannotUpgrade, what opening a survey raises and what `change` raises; then it is unchanged.
    """
    survey = open_survey(path, reading=True)
    if survey.version == SURVEY_VERSION:
        return UpgradeResult(None, SURVEY_VERSION, 0)
    with write_lock:
        before = survey.path.stat()
        backup = _back_up(survey.path, survey.version)
        try:
            with transaction(survey.path, survey.file, version=survey.version) as dataset:
                after = survey.path.stat()
                if (after.st_mtime_ns, after.st_size) != (before.st_mtime_ns, before.st_size):
                    raise SurveyLocked("written to while it was copied", path=path)
                differences = _upgrade(dataset, survey.path, survey.version, who)
        except BaseException:
            backup.unlink()
            raise
    return UpgradeResult(backup, SURVEY_VERSION, differences)


def _back_up(path: Path, version: int) -> Path:
    """Copy the survey by SQLite: any other copy would drop the locks that QGIS has on the file."""
    names = (path.with_name(f"{path.stem}.v{version}-backup{f'-{number}' if number > 1 else ''}{path.suffix}")
             for number in count(1))
    backup = next(name for name in names if not name.exists())
    try:
        with opened(path, update=True) as dataset:
            execute(dataset, f"VACUUM INTO {literal(str(backup))}")
    except BaseException:
        with suppress(FileNotFoundError):
            backup.unlink()
        raise
    return backup


def _upgrade(dataset: gdal.Dataset, path: Path, version: int, who: str) -> int:
    entries, numbered, last = rows_of(dataset, 'SELECT COUNT(*), COUNT(DISTINCT "seq"), COALESCE(MAX("seq"), 0) FROM '
                                               '"audit" WHERE "seq" IS NULL OR "seq" > 0')[0]
    if not entries == numbered == last:
        raise CannotUpgrade(f"{entries} entries, the last is number {last}", path=path)
    seal_entries(dataset)  # entries of others
    _drop_own(dataset)
    for step in range(version, SURVEY_VERSION):
        for statement in MIGRATIONS[step]:
            execute(dataset, statement)
    for statement in new_columns(version):
        execute(dataset, statement)
    for table in TABLE.values():
        if table.since > version:
            create_table(dataset, table)
    differences = _record_of_version_1(dataset, who) if version == 1 else 0
    for statement in (*indexes().values(), *own_statements().values(),
                      f'UPDATE "survey" SET "version" = {SURVEY_VERSION}'):
        execute(dataset, statement)
    seal_entries(dataset, who, "upgrade", PLUGIN)
    return differences


def _drop_own(dataset: gdal.Dataset) -> None:
    """Drop the triggers, views and indexes of the older version; site_states stays unchanged."""
    own = f"type IN ('index', 'trigger', 'view') AND substr(name, 1, {len(PREFIX)}) = {literal(PREFIX)}"
    # a view takes its triggers with it: so views last
    for kind, name in rows_of(dataset, f"SELECT type, name FROM sqlite_master WHERE {own} ORDER BY type"):
        execute(dataset, f"DROP {kind} {identifier(name)}")


def _record_of_version_1(dataset: gdal.Dataset, who: str) -> int:
    """Record the changes that QGIS' own tools made unrecorded; return the number of changed rows."""
    for table in FACTS:
        execute(dataset, assign_ids_statement(table))
    create_site_states(dataset)
    for statement in fill_states_statements():
        execute(dataset, statement)
    differences = _note_differences(dataset)
    seal_entries(dataset, who, origin=BASELINE)
    return differences


def _note_differences(dataset: gdal.Dataset) -> int:
    """Add an entry for each row that differs from its last entry in the record; return how many."""
    execute(dataset, _LATEST)
    execute(dataset, 'CREATE INDEX temp."latest_row" ON "latest" ("row_id", "table_name")')
    noted = 0
    for table in FACTS:
        found = [*_changed(dataset, table), *_removed(dataset, table)]
        for row_id, before, after in found:
            action = "insert" if before is None else "delete" if after is None else "update"
            execute(dataset, entry_statement(table, action, row_id, before, after))
        noted += len(found)
    execute(dataset, 'DROP TABLE temp."latest"')
    return noted


def _changed(dataset: gdal.Dataset, table: str) -> Iterator[Difference]:
    after_fid, page = -1, None
    while page is None or len(page) == PAGE:
        ((text,),) = rows_of(dataset, (
            f'SELECT json_group_array(json_array("fid", "id", row, "after")) FROM (SELECT t."fid", t."id", '
            f'{row_as_json(TABLE[table], "t")} AS row, a."after" FROM (SELECT * FROM {identifier(table)} '
            f'WHERE "fid" > {after_fid} ORDER BY "fid" LIMIT {PAGE}) t LEFT JOIN "latest" l ON l."row_id" = t."id" '
            f'AND l."table_name" = {literal(table)} LEFT JOIN "audit" a ON a."seq" = l."seq")'))
        page = json.loads(text)
        for fid, row_id, row, recorded in page:
            after_fid = fid
            if _row(table, json.dumps(row) if isinstance(row, dict) else row) != _row(table, recorded):
                yield row_id, recorded, row if isinstance(row, str) else json.dumps(row)


def _removed(dataset: gdal.Dataset, table: str) -> Iterator[Difference]:
    for row_id, recorded in rows_of(dataset, (
            f'SELECT l."row_id", a."after" FROM "latest" l JOIN "audit" a ON a."seq" = l."seq" WHERE l."table_name" = '
            f'{literal(table)} AND a."after" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {identifier(table)} t '
            'WHERE t."id" = l."row_id")')):
        yield row_id, recorded, None


def _row(table: str, text: str | None) -> Row | None:
    """Return the row of an entry, without its fid, which version 1 does not record; None where it holds none."""
    row = recorded_row(table, text)
    return None if row is None else {name: value for name, value in row.items() if name != "fid"}
