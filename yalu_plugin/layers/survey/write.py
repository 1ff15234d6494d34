"""The one way rows get into a survey file or out of it: all of a change in one transaction, with its audit rows.

GDAL writes (the library QGIS itself writes GeoPackages with), because QGIS' layers cannot put several tables into
one transaction of a GeoPackage. What is written here is on disk when the function returns.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

from osgeo import gdal, ogr

from yalu_plugin.core.audit import FIRST, chained
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.errors import SurveyMissing, SurveyReadOnly
from yalu_plugin.layers.survey.geopackage import into_one_file, must, opened, take_write_lock
from yalu_plugin.layers.survey.identity import OpenedFile
from yalu_plugin.layers.survey.open import RowsByTable
from yalu_plugin.layers.survey.side_files import is_read_only

Change = tuple[str, str, Optional[Row], Optional[Row]]  # table, row id, before, after
# a click while thousands of images are written aside waits for them: SQLite would refuse it after a moment, and lose it
one_at_a_time = threading.Lock()


def utc_now() -> str:
    """The present moment, ISO 8601 in UTC, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def change(path: Path, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
           replaced: RowsByTable | None = None, file: OpenedFile | None = None) -> None:
    """Write `added` rows into the survey at `path`, take `removed` ones out, write `replaced` ones over those there.

    Safe in any thread: changes of one QGIS wait for each other, those of other programs for WAIT_MS.
    Rows are dicts with "id", by table; "geom" is WKT in EPSG:4326. All or nothing, and then all in the one file. With
    `file`, only into the one that was opened. Raises SurveyMissing, SurveyReadOnly, SurveyLocked, SurveyDamaged,
    SurveyGone, SurveyReplaced or WriteFailed.
    """
    changes: list[Change] = []
    with _transaction(path, file) as dataset:
        for table, rows in (removed or {}).items():
            layer = dataset.GetLayerByName(table)
            for fid, row in _found(layer, TABLE[table].column_names, [row["id"] for row in rows]):
                must(layer.DeleteFeature(fid))
                changes.append((table, row["id"], row, None))
        for table, rows in (replaced or {}).items():
            changes += _replace(dataset.GetLayerByName(table), table, rows)
        for table, rows in (added or {}).items():
            layer = dataset.GetLayerByName(table)
            for row in rows:
                must(layer.CreateFeature(_feature(layer, TABLE[table].column_names, row)))
                changes.append((table, row["id"], None, row))
        _audit(dataset, action, changes)


def _replace(layer: ogr.Layer, table: str, rows: Sequence[Row]) -> list[Change]:
    columns = TABLE[table].column_names
    before = {row["id"]: (fid, row) for fid, row in _found(layer, columns, [row["id"] for row in rows])}
    for row in rows:
        feature = _feature(layer, columns, row)
        feature.SetFID(before[row["id"]][0])
        must(layer.SetFeature(feature))
    return [(table, row["id"], before[row["id"]][1], row) for row in rows]


@contextmanager
def _transaction(path: Path, file: OpenedFile | None = None) -> Iterator[gdal.Dataset]:
    if file is not None:
        file.must_be_there()
    if not path.is_file():
        raise SurveyMissing(path=path)
    if is_read_only(path):
        raise SurveyReadOnly(path=path)
    with one_at_a_time, opened(path, update=True) as dataset:
        dataset.StartTransaction()
        try:
            take_write_lock(dataset)
            if file is not None:
                file.must_be(dataset)
            yield dataset
            entry = file.last_entry(dataset) if file is not None else None
            must(dataset.CommitTransaction())
        except BaseException:
            dataset.RollbackTransaction()
            raise
        if file is not None:
            file.see(entry)
        into_one_file(dataset)


def _feature(layer: ogr.Layer, columns: Sequence[str], row: Row) -> ogr.Feature:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name in columns:
        # by number: given a name, GDAL's Python looks through all fields for it, for most of the time of a change
        field, value = feature.GetFieldIndex(name), row.get(name)
        if value is None:
            feature.SetFieldNull(field)  # not left unset: GDAL 3.6 fails to update rows that differ in what is set
        else:
            feature.SetField(field, int(value) if isinstance(value, bool) else value)
    if row.get("geom"):
        feature.SetGeometry(ogr.CreateGeometryFromWkt(row["geom"]))
    return feature


def _found(layer: ogr.Layer, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[int, Row]]:
    wanted = set(ids)
    return [(feature.GetFID(), _row_of(feature, columns)) for feature in layer if feature.GetField("id") in wanted]


def _row_of(feature: ogr.Feature, columns: Sequence[str]) -> Row:
    fields = {name: feature.GetFieldIndex(name) for name in columns}
    row: Row = {name: feature.GetField(field) for name, field in fields.items() if feature.IsFieldSetAndNotNull(field)}
    if feature.GetGeometryRef() is not None:
        row["geom"] = feature.GetGeometryRef().ExportToWkt()
    return row


def _audit(dataset: gdal.Dataset, action: str, changes: Sequence[Change]) -> None:
    layer = dataset.GetLayerByName("audit")
    seq, previous = _last_link(dataset)
    at, who = utc_now(), analyst()
    for table, row_id, before, after in changes:
        seq += 1
        entry = {"at": at, "who": who, "action": action, "table_name": table, "row_id": row_id,
                 "before": _text(before), "after": _text(after)}
        link = chained(seq, previous, entry)
        previous = link["hash"]
        row = {**link, "id": str(uuid.uuid4())}
        must(layer.CreateFeature(_feature(layer, TABLE["audit"].column_names, row)))


def _last_link(dataset: gdal.Dataset) -> tuple[int, str]:
    found = dataset.ExecuteSQL('SELECT "seq", "hash" FROM "audit" ORDER BY "seq" DESC LIMIT 1')
    last = next(((feature.GetField("seq"), feature.GetField("hash")) for feature in found), (0, FIRST))
    dataset.ReleaseResultSet(found)
    return last


def _text(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, sort_keys=True, ensure_ascii=False)
