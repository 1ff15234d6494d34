"""Read a table of a survey file page by page as JSON, whose values are those in the file, not as GDAL reads them.

Between two pages the file is not locked: a page takes some hundredths of a second, and no click waits longer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import AUDIT, TABLE
from yalu_plugin.core.schema_json import as_json
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.layers.survey.geopackage import execute, opened, rows_of
from yalu_plugin.layers.survey.write import write_lock

PAGE = 1000  # rows
FIRST = -2**63  # the smallest possible fid


def rows_by_fid(dataset: gdal.Dataset, table: str, after: int = FIRST) -> Iterator[Row]:
    """Yield the rows of a table in order of fid, those after the fid `after`. Raises RuntimeError.

    A row has "fid", the columns of the schema (None where the file lacks one) and "geom" as hex of the GeoPackage blob.
    """
    while page := _read(dataset, table, f'"fid" > {int(after)} ORDER BY "fid" LIMIT {PAGE}'):
        yield from page
        after = page[-1]["fid"]


def entries_after(path: Path, seq: int) -> Iterator[Row]:
    """Yield the entries of a survey's record after the one with this seq, as of `rows_by_fid`."""
    with opened(path) as dataset:
        found = rows_of(dataset, f'SELECT "fid" + 0 AS "at" FROM "{AUDIT}" WHERE "seq" = {int(seq)}')
        yield from rows_by_fid(dataset, AUDIT, found[0][0] if found else FIRST)


def removed_ids(path: Path, table: str) -> set[str]:
    """Return the ids of the rows of a table whose removal is in the record of a survey; some may be there again."""
    with opened(path) as dataset:
        return set(execute(dataset, f'SELECT DISTINCT "row_id" FROM "{AUDIT}" WHERE "after" IS NULL AND "before" IS '
                                    f'NOT NULL AND "table_name" = {literal(table)}'))


def rows_equal(dataset: gdal.Dataset, table: str, column: str, values: Iterable[int]) -> list[Row]:
    """Return the rows, as of `rows_by_fid`, that have one of these numbers in a column, in no particular order."""
    numbers = ", ".join(str(int(value)) for value in values)
    return _read(dataset, table, f'"{column}" IN ({numbers})')


def _read(dataset: gdal.Dataset, table: str, condition: str) -> list[Row]:
    layer = dataset.GetLayerByName(table)
    if layer is None:
        return []  # a file of an older version lacks it
    columns = [column for column in TABLE[table].columns if layer.GetLayerDefn().GetFieldIndex(column.name) >= 0]
    names = ["fid", *(column.name for column in columns)]
    values = ['"fid"', *(as_json(column.type, identifier(column.name)) for column in columns)]  # as triggers write it
    if TABLE[table].geometry:
        names.append("geom")
        values.append('hex("geom")')  # an empty text for NULL
    with write_lock:
        (text,) = execute(dataset, f'SELECT json_group_array(json_array({", ".join(values)})) '
                                   f'FROM (SELECT * FROM "{table}" WHERE {condition})')
    empty: Row = dict.fromkeys(TABLE[table].column_names)
    return [{**empty, **dict(zip(names, row))} for row in json.loads(text)]
