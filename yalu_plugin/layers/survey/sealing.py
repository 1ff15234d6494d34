"""Seal the entries written by the file's triggers into the chain of the record, in the writer's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.core.survey.codec import row_from_entry
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.sealed_record import OUTSIDE, START, seal
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.geopackage import execute, rows_of

PAGE = 2000  # entries sealed by one statement: SQLite takes one of a million characters at most
_COLUMNS = ("fid", "seq", "at", "who", "action", "origin", "table_name", "row_id", "before", "after")


def seal_entries(dataset: gdal.Dataset, who: str | None = None, action: str | None = None,
                 origin: str = OUTSIDE, limit: int | None = None, progress: Progress = no_progress) -> list[Row]:
    """Seal the entries that have no hash yet, in order; return them as rows of the record, see `delta_of`.

    With a `limit`, stop once so many are sealed, up to a PAGE more. With `action`, the entries get it instead of
    insert, update or delete. `progress` is called after each PAGE of them, and may raise. Raises RuntimeError.
    """
    entries: list[Row] = []
    count = _unsealed(dataset) if progress is not no_progress else 0
    while limit is None or len(entries) < limit:
        page = entries_where(dataset, '"hash" IS NULL', PAGE)
        if not page:
            break
        previous = _hash_before(dataset, page[0]["seq"])
        sealed = [{**entry, "who": who, "action": action or entry["action"], "origin": origin} for entry in page]
        hashes = [[entry["fid"], entry["previous_hash"], entry["hash"]] for entry in seal(sealed, previous)]
        execute(dataset, _sealing(hashes, who, action, origin))
        entries += sealed
        progress(len(entries) / max(count, 1))
        if len(page) < PAGE:
            break
    return entries


def entries_where(dataset: gdal.Dataset, condition: str, count: int) -> list[Row]:
    """Return the first `count` entries of the record that fulfil a condition of SQL, in order of seq."""
    columns = ", ".join(map(identifier, _COLUMNS))
    found = rows_of(dataset, f"SELECT json_group_array(json_array({columns})) FROM (SELECT {columns} FROM \"audit\" "
                             f'WHERE {condition} ORDER BY "seq" LIMIT {int(count)})')
    return [dict(zip(_COLUMNS, values)) for values in json.loads(found[0][0])]


def delta_of(entries: Sequence[Row]) -> Delta:
    """Return rows of the record as the changes they describe. An entry that is not sealed yet was made outside."""
    return Delta(tuple(_entries(entries)))


def _entries(entries: Sequence[Row]) -> Iterator[Entry]:
    for row in entries:
        table = row["table_name"] or ""
        before, after = (recorded_row(table, row[side]) for side in ("before", "after"))
        yield Entry(row["seq"], row["at"] or "", row["who"] or "", row["action"] or "", row["origin"] or OUTSIDE, table,
                    row["row_id"] or "", before, after)


def recorded_row(table: str, text: str | None) -> Row | None:
    """Return the row of a fact in an entry; None where there is none, as in an entry written by hand."""
    try:
        return row_from_entry(table, text) if table in FACTS and text else None
    except ValueError:
        return None


def _unsealed(dataset: gdal.Dataset) -> int:
    return int(execute(dataset, 'SELECT COUNT(*) FROM "audit" WHERE "hash" IS NULL')[0])


def _hash_before(dataset: gdal.Dataset, seq: int) -> str:
    found = rows_of(dataset, f'SELECT "hash" FROM "audit" WHERE "seq" < {int(seq)} ORDER BY "seq" DESC LIMIT 1')
    return str(found[0][0]) if found else START


def _sealing(hashes: Sequence[Sequence[Any]], who: str | None, action: str | None, origin: str) -> str:
    action_assignment = f'"action" = {literal(action)}, ' if action else ""
    return (f'UPDATE "audit" SET "who" = {literal(who)}, {action_assignment}"origin" = {literal(origin)}, '
            '"previous_hash" = sealed.previous_hash, "hash" = sealed.hash FROM (SELECT '
            "json_extract(value, '$[0]') AS entry, json_extract(value, '$[1]') AS previous_hash, "
            f"json_extract(value, '$[2]') AS hash FROM json_each({literal(json.dumps(hashes))})) AS sealed "
            'WHERE "audit"."fid" = sealed.entry')
