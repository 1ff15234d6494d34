"""Write rows into a table of a survey by SQL statements.

GDAL's own method drops and recreates the triggers that count features in each transaction: every other connection, and
QGIS has one for each layer, then rereads the whole schema, which takes longer than the change.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from osgeo import gdal, ogr

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.core.survey.geopackage_wkt import ExactWkt, wkb_of_blob
from yalu_plugin.layers.survey.geopackage import check_gdal, execute, rows_of

LONGEST = 900_000  # bytes of a statement: some builds of SQLite take a million
ROWS = 500  # of a statement: the triggers are compiled once for all of them
FIDS = 1000  # looked up by one statement
_EPSG, _LITTLE_ENDIAN, _WITH_BOX = 4326, 1, 2
Box = tuple[float, ...]  # west, east, south, north
Placed = tuple[Any, Row]  # the fid that a row has or gets (None: the next one), and the row


class RowBatch(NamedTuple):
    """Rows that go into the file at once, and their values in SQL."""

    rows: list[Placed]
    values: str
    size: int  # bytes

    @property
    def is_too_long(self) -> bool:
        """Whether it is too long for a statement: then it is a single row."""
        return self.size > LONGEST


def write_rows(dataset: gdal.Dataset, table: str, rows: Iterable[Placed], statement: Callable[[str, str], str]) -> None:
    """Write rows into a table, in this order, by `insert_statement` or `replace_statement`. Raises RuntimeError."""
    for part in _parts(table, rows):
        if part.is_too_long:
            _write_by_gdal(dataset, table, *part.rows[0])
        else:
            execute(dataset, statement(table, part.values))
        boxes = [shape.GetEnvelope() for _, row in part.rows if (shape := _shape(row))]
        execute(dataset, _contents_statement(table, boxes))


def used_fids(dataset: gdal.Dataset, table: str, fids: Sequence[int]) -> set[int]:
    """Return those of the fids that a row of the table has. Raises RuntimeError."""
    listed = (", ".join(str(int(fid)) for fid in fids[begin:begin + FIDS]) for begin in range(0, len(fids), FIDS))
    return {int(fid) for some in listed for (fid,) in rows_of(
        dataset, f'SELECT "fid" + 0 AS "at" FROM {identifier(table)} WHERE "fid" IN ({some})')}


def _parts(table: str, rows: Iterable[Placed]) -> Iterator[RowBatch]:
    """Yield the rows, in this order, in parts that fit into a statement; a row too long for one is a part by itself."""
    some: list[Placed] = []
    values: list[str] = []
    size = 0
    for placed in rows:
        one = _values(table, *placed)
        length = len(one.encode()) + 2
        if some and (len(some) == ROWS or size + length > LONGEST):
            yield RowBatch(some, ", ".join(values), size)
            some, values, size = [], [], 0
        some.append(placed)
        values.append(one)
        size += length
    if some:
        yield RowBatch(some, ", ".join(values), size)


def insert_statement(table: str, values: str) -> str:
    """Return the statement that adds a part's rows."""
    return f"INSERT INTO {identifier(table)} ({', '.join(map(identifier, _columns(table)))}) VALUES {values}"


def replace_statement(table: str, values: str) -> str:
    """Return the statement that overwrites the rows that have the fids of a part's rows."""
    new = ", ".join(f"{identifier(name)} = new.column{number}"
                    for number, name in enumerate(_columns(table), start=1) if name != "fid")
    return (f"UPDATE {identifier(table)} SET {new} FROM (VALUES {values}) AS new "
            f'WHERE {identifier(table)}."fid" = new.column1')


def _columns(table: str) -> list[str]:
    return ["fid", *TABLE[table].column_names, *(["geom"] if TABLE[table].geometry else [])]


def _contents_statement(table: str, boxes: Sequence[Box]) -> str:
    """Return the statement that updates a table's last change and extent in the GeoPackage's contents.

    QGIS takes the extent of a layer from there, without reading its features.
    """
    edges = zip(("min_x", "max_x", "min_y", "max_y"), (min, max, min, max), zip(*boxes))
    grown = "".join(f", {name} = {which.__name__}(coalesce({name}, {edge}), {edge})"
                    for name, which, found in edges for edge in [literal(which(found))])
    return (f"UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'){grown} "
            f"WHERE table_name = {literal(table)}")


def _write_by_gdal(dataset: gdal.Dataset, table: str, fid: int | None, row: Row) -> None:
    """Write a row that is too long for a statement by GDAL, value by value."""
    layer = dataset.GetLayerByName(table)
    feature = _feature(layer, row)
    exists = fid is not None and fid in used_fids(dataset, table, [fid])
    if fid is not None:
        feature.SetFID(fid)
    extent = rows_of(dataset, "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents "
                              f"WHERE min_x IS NOT NULL AND table_name = {literal(table)}")
    check_gdal(layer.SetFeature(feature) if exists else layer.CreateFeature(feature))
    check_gdal(layer.SyncToDisk())  # this writes GDAL's extent and count, from when it opened the file
    execute(dataset, _contents_statement(table, extent))
    execute(dataset, f"UPDATE gpkg_ogr_contents SET feature_count = NULL WHERE table_name = {literal(table)}")


def _feature(layer: ogr.Layer, row: Row) -> ogr.Feature:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name in TABLE[layer.GetName()].column_names:
        field, value = feature.GetFieldIndex(name), row.get(name)
        if value is None:
            feature.SetFieldNull(field)  # not left unset: GDAL 3.6 fails to update rows with different sets of fields
        else:
            feature.SetField(field, int(value) if isinstance(value, bool) else value)
    feature.SetGeometry(_shape(row))
    return feature


def _values(table: str, fid: int | None, row: Row) -> str:
    values = [literal(fid), *(_value(column.type, row.get(column.name)) for column in TABLE[table].columns)]
    if TABLE[table].geometry:
        shape = _shape(row)
        values.append("NULL" if shape is None else f"x'{_blob(shape).hex()}'")
    return f"({', '.join(values)})"


def _value(kind: str, value: Any) -> str:  # noqa: ANN401 - a row may hold any value
    if kind == "datetime" and isinstance(value, str) and len(value) == len("2026-11-30T06:30:00Z"):
        value = value.replace("Z", ".000Z")  # the format of GDAL, so that the file has only one
    return literal(value)


def _shape(row: Row) -> ogr.Geometry | None:
    """Return the row's geometry, exact where the row was read from a file; None where it has none, or an empty one."""
    wkt = row.get("geom")
    shape = ogr.CreateGeometryFromWkb(wkb_of_blob(wkt.blob)) if isinstance(wkt, ExactWkt) else (
        ogr.CreateGeometryFromWkt(wkt) if wkt else None)
    return None if shape is None or shape.IsEmpty() else shape


def _blob(shape: ogr.Geometry) -> bytes:
    """Return the geometry as a GeoPackage blob (OGC 12-128r19, 2.1.3) in EPSG:4326; with its box unless a point."""
    point = shape.GetGeometryType() == ogr.wkbPoint
    box = b"" if point else struct.pack("<4d", *shape.GetEnvelope())
    flags = _LITTLE_ENDIAN if point else _LITTLE_ENDIAN | _WITH_BOX
    return b"GP" + struct.pack("<BBi", 0, flags, _EPSG) + box + bytes(shape.ExportToIsoWkb(ogr.wkbNDR))
