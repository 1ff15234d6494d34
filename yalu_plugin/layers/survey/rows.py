"""The rows of a survey's tables, read with GDAL in any thread.

Not through QGIS' layers: where two threads open or close layers on one file, each can come to wait for the other for
ever (QgsOgrProviderUtils in QGIS 3.40), and the map's are always open. Nor through GDAL's: any program may have written
anything into any column, and GDAL fails at a shape that is none as at a disk that cannot be read.
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

ROWS, LINES = 8000, 100  # of a page: read in some hundredths of a second; a line has many vertices
VALUES = 1000  # that one statement asks for


def read_rows(survey: gdal.Dataset, path: Path, table: str, equal: Mapping[str, str | bool | Collection[str]],
              condition: str = "") -> list[Row]:
    """The rows of a table, or of site_states, all or those with these values (of several values: one of them) and a
    condition of SQL, as `codec` gives them, in the order of fid. `path` is for what is said of the file. Raises
    SurveyDamaged.
    """
    missing = missing_columns(survey, table)
    if missing is None and table in TABLE and TABLE[table].since > 1:
        return []  # a file of an older version: opening has seen to that
    if missing is None:
        raise SurveyDamaged(f"no table {table}", path=path)
    parts = [_pages(survey, table, wanted, missing) for wanted in _conditions(equal, condition)]
    return parts[0] if len(parts) == 1 else sorted((row for part in parts for row in part), key=lambda row: row["fid"])


def _pages(survey: gdal.Dataset, table: str, wanted: str, missing: Collection[str]) -> list[Row]:
    rows: list[Row] = []
    after, count, page = FIRST, page_size(table), [[FIRST] * page_size(table)]
    while len(page[0]) == count:
        ((*texts,),) = rows_of(survey, page_sql(table, after, count, wanted, missing))
        page = [json.loads(text) for text in texts]
        rows += [row_from_values(table, values) for values in zip(*page)]
        after = rows[-1]["fid"] if rows else FIRST
    return rows


def _conditions(equal: Mapping[str, str | bool | Collection[str]], condition: str) -> Iterator[str]:
    """Conditions of SQL, no row under two of them; several where one of the values is a long list of values."""
    of_one = [f"{identifier(name)} = {literal(value)}" for name, value in equal.items()
              if isinstance(value, (str, bool))]
    lists = [(name, sorted(set(values))) for name, values in equal.items() if not isinstance(values, (str, bool))]
    fixed = [*of_one, *filter(None, [condition])]
    if not lists:
        yield " AND ".join(fixed)
    for name, values in lists:  # of which no caller has two
        for begin in range(0, len(values), VALUES):
            some = ", ".join(map(literal, values[begin:begin + VALUES]))
            yield " AND ".join([f"{identifier(name)} IN ({some})", *fixed])


def missing_columns(survey: gdal.Dataset, table: str) -> list[str] | None:
    """The columns of a table that the file, of an older version, has not; None where it has no such table."""
    layer = survey.GetLayerByName(table)
    if layer is None:
        return None
    there = layer.GetLayerDefn()
    return [column.name for column in table_of(table).columns if there.GetFieldIndex(column.name) < 0]


def page_size(table: str) -> int:
    """How many rows of a table are read at once."""
    return LINES if table_of(table).geometry not in (None, "Point") else ROWS


def page_sql(table: str, after: int, count: int, wanted: str = "", missing: Collection[str] = ()) -> str:
    """The statement that brings a page, the `count` rows after a fid: a text of JSON for each of `columns`.

    `wanted` is a further condition of SQL; columns that are `missing` in the file are empty.
    """
    values = ", ".join(f"json_group_array({'NULL' if name in missing else _value(table, name)}) AS {identifier(name)}"
                       for name in columns(table))  # named: of columns that are called alike, GDAL brings one
    condition = f'"fid" > {after}' + (f" AND {wanted}" if wanted else "")
    return f'SELECT {values} FROM (SELECT * FROM {identifier(table)} WHERE {condition} ORDER BY "fid" LIMIT {count})'


def _value(table: str, name: str) -> str:
    """A value as JSON can hold it. SQLite gives numbers 15 digits there and has no infinite ones, hence text; and it
    refuses what is binary, which any program may have written into any column.
    """
    if name == "geom":
        return 'hex("geom")'
    types = {column.name: column.type for column in table_of(table).columns}
    if types.get(name) in ("text", "date", "datetime"):
        return f'CAST("{name}" AS TEXT)'
    return (f"CASE typeof(\"{name}\") WHEN 'real' THEN printf('%!.17g', \"{name}\") WHEN 'blob' THEN NULL "
            f'ELSE "{name}" END')
