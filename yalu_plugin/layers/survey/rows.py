"""Read the rows of a survey's tables with GDAL, in any thread.

Not through QGIS' layers: where two threads open or close layers on one file, they can deadlock (QgsOgrProviderUtils in
QGIS 3.40), and the map's are always open. Nor through GDAL's layers: any program may have written anything into any
column, and GDAL fails at an invalid shape in the same way as at an unreadable disk.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.core.survey.codec import columns, row_from_values, table_of
from yalu_plugin.layers.survey.geopackage import rows_of
from yalu_plugin.layers.survey.raw_rows import FIRST
from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

ROWS, LINES = 8000, 100  # per page: read in some hundredths of a second; a line has many vertices
VALUES = 1000  # per statement


def read_rows(survey: gdal.Dataset, path: Path, table: str, equal: Mapping[str, str | bool | Collection[str]],
              condition: str = "") -> list[Row]:
    """Return the rows of a table, or of site_states, as `codec` gives them, in the order of fid.

    `equal` limits them to these values, or for a collection to one of its values; `condition` is a condition of SQL.
    `path` is for messages. Raises SurveyDamaged.
    """
    missing = missing_columns(survey, table)
    if missing is None and table in TABLE and TABLE[table].since > 1:
        return []  # a file of an older version, as checked when it was opened
    if missing is None:
        raise SurveyDamaged(f"no table {table}", path=path)
    parts = [_pages(survey, table, one, missing) for one in _conditions(equal, condition)]
    return parts[0] if len(parts) == 1 else sorted((row for part in parts for row in part), key=lambda row: row["fid"])


def _pages(survey: gdal.Dataset, table: str, condition: str, missing: Collection[str]) -> list[Row]:
    rows: list[Row] = []
    after, count, page = FIRST, page_size(table), [[FIRST] * page_size(table)]
    while len(page[0]) == count:
        ((*texts,),) = rows_of(survey, page_sql(table, after, count, condition, missing))
        page = [json.loads(text) for text in texts]
        rows += [row_from_values(table, values) for values in zip(*page)]
        after = rows[-1]["fid"] if rows else FIRST
    return rows


def _conditions(equal: Mapping[str, str | bool | Collection[str]], condition: str) -> Iterator[str]:
    """Yield conditions of SQL that no row fulfils twice; several where one of the values is a long list of values."""
    of_one = [f"{identifier(name)} = {literal(value)}" for name, value in equal.items()
              if isinstance(value, (str, bool))]
    lists = [(name, sorted(set(values))) for name, values in equal.items() if not isinstance(values, (str, bool))]
    fixed = [*of_one, *filter(None, [condition])]
    if not lists:
        yield " AND ".join(fixed)
    for name, values in lists:  # no caller passes two lists
        for begin in range(0, len(values), VALUES):
            some = ", ".join(map(literal, values[begin:begin + VALUES]))
            yield " AND ".join([f"{identifier(name)} IN ({some})", *fixed])


def missing_columns(survey: gdal.Dataset, table: str) -> list[str] | None:
    """Return the columns of a table that the file, of an older version, lacks; None where it lacks the table."""
    layer = survey.GetLayerByName(table)
    if layer is None:
        return None
    definition = layer.GetLayerDefn()
    return [column.name for column in table_of(table).columns if definition.GetFieldIndex(column.name) < 0]


def page_size(table: str) -> int:
    """Return how many rows of a table are read at once."""
    return LINES if table_of(table).geometry not in (None, "Point") else ROWS


def page_sql(table: str, after: int, count: int, where: str = "", missing: Collection[str] = ()) -> str:
    """Return the statement that reads a page, the `count` rows after a fid: a JSON text for each of `columns`.

    `where` is a further condition of SQL; columns that are `missing` in the file are empty.
    """
    values = ", ".join(f"json_group_array({'NULL' if name in missing else _value(table, name)}) AS {identifier(name)}"
                       for name in columns(table))  # named: GDAL returns only one of several columns with the same name
    condition = f'"fid" > {after}' + (f" AND {where}" if where else "")
    return f'SELECT {values} FROM (SELECT * FROM {identifier(table)} WHERE {condition} ORDER BY "fid" LIMIT {count})'


def _value(table: str, name: str) -> str:
    """Return a value as JSON can hold it.

    SQLite gives numbers 15 digits there and has no infinite ones, hence text; and it refuses binary values, which any
    program may have written into any column.
    """
    if name == "geom":
        return 'hex("geom")'
    types = {column.name: column.type for column in table_of(table).columns}
    if types.get(name) in ("text", "date", "datetime"):
        return f'CAST("{name}" AS TEXT)'
    return (f"CASE typeof(\"{name}\") WHEN 'real' THEN printf('%!.17g', \"{name}\") WHEN 'blob' THEN NULL "
            f'ELSE "{name}" END')
