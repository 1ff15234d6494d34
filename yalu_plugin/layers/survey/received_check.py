"""Check the received records of other surveys by their own chains, and by what the survey's record says of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import AUDIT, RECEIVED
from yalu_plugin.core.sql import literal
from yalu_plugin.core.survey.findings import ReceivedRecord
from yalu_plugin.core.survey.sealed_record import digest, seq_of
from yalu_plugin.layers.survey.geopackage import execute, rows_of
from yalu_plugin.layers.survey.raw_rows import rows_by_fid

# entries whose entry before is neither received nor, in a copy of this survey, an entry of its own record
_UNLINKED = (f'SELECT e."survey_id", MIN(e."seq") + 0 AS "first" FROM "{RECEIVED}" e WHERE e."seq" IS NOT 1 AND NOT '
             f'EXISTS (SELECT 1 FROM "{RECEIVED}" p WHERE p."survey_id" = e."survey_id" AND p."seq" = e."seq" - 1 AND '
             f'p."hash" = e."previous_hash") AND NOT EXISTS (SELECT 1 FROM "{AUDIT}" a WHERE a."seq" = e."seq" - 1 AND '
             'a."hash" = e."previous_hash") GROUP BY 1')


def received_records(dataset: gdal.Dataset, notes: Iterable[Row], count_one: Callable[[], None]
                     ) -> Sequence[ReceivedRecord]:
    """Return what is wrong with each received record. `notes` are the entries of the survey's own record about them."""
    if dataset.GetLayerByName(RECEIVED) is None:
        return ()  # a file of an older version
    found: Counter[str] = Counter()
    faults: dict[str, int] = {}
    for entry in rows_by_fid(dataset, RECEIVED):
        survey_id = str(entry["survey_id"])
        found[survey_id] += 1
        if entry["hash"] != digest(entry):
            faults.setdefault(survey_id, seq_of(entry))
        count_one()
    for survey_id, first in rows_of(dataset, _UNLINKED):
        faults[str(survey_id)] = min(int(first or 0), faults.get(str(survey_id), int(first or 0)))
    noted: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for survey_id, note in _read(notes):
        noted[survey_id] += int(note.get("entries", 0))
        titles[survey_id] = str(note.get("title", ""))
        if "seq" in note and not _has(dataset, survey_id, int(note["seq"]), str(note.get("hash"))):
            faults.setdefault(survey_id, int(note["seq"]))
    surveys = sorted(survey_id for survey_id in {*found, *noted} if found[survey_id] or noted[survey_id])
    return tuple(ReceivedRecord(titles.get(survey_id) or survey_id, found[survey_id], noted[survey_id],
                                faults.get(survey_id)) for survey_id in surveys)


def _read(notes: Iterable[Row]) -> Iterable[tuple[str, dict[str, str | int]]]:
    for entry in notes:
        try:
            note = json.loads(entry["after"] or "")
        except ValueError:
            continue  # the record names an entry without a readable row
        if isinstance(note, dict) and all(isinstance(note.get(name, 0), int) for name in ("entries", "seq")):
            yield str(entry["row_id"]), note


def _has(dataset: gdal.Dataset, survey_id: str, seq: int, hash_: str) -> bool:
    return bool(execute(dataset, f'SELECT "seq" FROM "{RECEIVED}" WHERE "survey_id" = {literal(survey_id)} AND '
                                 f'"seq" = {seq} AND "hash" = {literal(hash_)}'))
