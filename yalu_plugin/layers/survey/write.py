"""The one way rows get into a survey file or out of it: all of a change in one transaction, with its audit rows.

GDAL writes (the library QGIS itself writes GeoPackages with), because QGIS' layers cannot put several tables into
one transaction of a GeoPackage. What is written here is on disk when the function returns.
"""

from __future__ import annotations

import getpass
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

from osgeo import gdal, ogr

from yalu_plugin.core.audit import FIRST, chained
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.layers.survey.errors import SurveyLocked, SurveyReadOnly, WriteFailed
from yalu_plugin.layers.survey.open import is_read_only

RowsByTable = Mapping[str, Sequence[Row]]
Change = tuple[str, str, Optional[Row], Optional[Row]]  # table, row id, before, after


def utc_now() -> str:
    """The present moment, ISO 8601 in UTC, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def user_name() -> str:
    """Who is writing: the login name of this computer's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def change(path: Path, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None) -> None:
    """Write `added` rows into the survey at `path` and take `removed` ones out (both: dicts with "id", by table).

    "geom" is WKT in EPSG:4326. All or nothing. Raises SurveyReadOnly, SurveyLocked or WriteFailed.
    """
    changes: list[Change] = []
    with _transaction(path) as dataset:
        for table, rows in (removed or {}).items():
            layer = dataset.GetLayerByName(table)
            for fid, row in _found(layer, TABLE[table].column_names, [row["id"] for row in rows]):
                _must(layer.DeleteFeature(fid))
                changes.append((table, row["id"], row, None))
        for table, rows in (added or {}).items():
            layer = dataset.GetLayerByName(table)
            for row in rows:
                _must(layer.CreateFeature(_feature(layer, TABLE[table].column_names, row)))
                changes.append((table, row["id"], None, row))
        _audit(dataset, action, changes)


def replace(path: Path, action: str, table: str, rows: Sequence[Row]) -> None:
    """Write `rows` over the rows of the same id. All or nothing; raises as change does."""
    columns = TABLE[table].column_names
    with _transaction(path) as dataset:
        layer = dataset.GetLayerByName(table)
        before = {row["id"]: (fid, row) for fid, row in _found(layer, columns, [row["id"] for row in rows])}
        for row in rows:
            feature = _feature(layer, columns, row)
            feature.SetFID(before[row["id"]][0])
            _must(layer.SetFeature(feature))
        _audit(dataset, action, [(table, row["id"], before[row["id"]][1], row) for row in rows])


@contextmanager
def _transaction(path: Path) -> Iterator[gdal.Dataset]:
    if is_read_only(path):
        raise SurveyReadOnly(path=path)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if dataset is None:
            raise WriteFailed(gdal.GetLastErrorMsg(), path=path)
        dataset.StartTransaction()
        try:
            _take_write_lock(dataset)
            yield dataset
            _must(dataset.CommitTransaction())
        except BaseException:
            dataset.RollbackTransaction()
            raise
    except RuntimeError as error:
        if "locked" in str(error):
            raise SurveyLocked(str(error), path=path) from error
        raise WriteFailed(str(error), path=path) from error
    finally:
        gdal.PopErrorHandler()


def _take_write_lock(dataset: gdal.Dataset) -> None:
    gdal.ErrorReset()
    dataset.ExecuteSQL('UPDATE "survey" SET "version" = "version" WHERE 0')
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())


def _must(code: int) -> None:
    # other plugins may have switched GDAL to exceptions; without them a failure is only a code
    if code:
        raise RuntimeError(gdal.GetLastErrorMsg())


def _feature(layer: ogr.Layer, columns: Sequence[str], row: Row) -> ogr.Feature:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name in columns:
        value = row.get(name)
        if value is not None:
            feature.SetField(name, int(value) if isinstance(value, bool) else value)
    if row.get("geom"):
        feature.SetGeometry(ogr.CreateGeometryFromWkt(row["geom"]))
    return feature


def _found(layer: ogr.Layer, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[int, Row]]:
    wanted = set(ids)
    return [(feature.GetFID(), _row_of(feature, columns)) for feature in layer if feature.GetField("id") in wanted]


def _row_of(feature: ogr.Feature, columns: Sequence[str]) -> Row:
    row: Row = {name: feature.GetField(name) for name in columns if feature.IsFieldSetAndNotNull(name)}
    if feature.GetGeometryRef() is not None:
        row["geom"] = feature.GetGeometryRef().ExportToWkt()
    return row


def _audit(dataset: gdal.Dataset, action: str, changes: Sequence[Change]) -> None:
    layer = dataset.GetLayerByName("audit")
    seq, previous = _last_link(dataset)
    at, who = utc_now(), user_name()
    for table, row_id, before, after in changes:
        seq += 1
        entry = {"at": at, "who": who, "action": action, "table_name": table, "row_id": row_id,
                 "before": _text(before), "after": _text(after)}
        link = chained(seq, previous, entry)
        previous = link["hash"]
        row = {**link, "id": str(uuid.uuid4())}
        _must(layer.CreateFeature(_feature(layer, TABLE["audit"].column_names, row)))


def _last_link(dataset: gdal.Dataset) -> tuple[int, str]:
    found = dataset.ExecuteSQL('SELECT "seq", "hash" FROM "audit" ORDER BY "seq" DESC LIMIT 1')
    last = next(((feature.GetField("seq"), feature.GetField("hash")) for feature in found), (0, FIRST))
    dataset.ReleaseResultSet(found)
    return last


def _text(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, sort_keys=True, ensure_ascii=False)
