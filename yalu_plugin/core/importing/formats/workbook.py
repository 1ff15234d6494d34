"""Builds a Source from the sheets of a workbook of any format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby
from pathlib import Path

from yalu_plugin.core.importing.formats.delimited_text import add_records
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.import_errors import EmptyFile
from yalu_plugin.core.importing.import_source import ReadOptions, Source, chosen_layers
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

HIDDEN_SHEET = translatable("Sheet “{name}” is hidden and was not read.")
WITHOUT_VALUE = translatable(
    "{cells}: a formula whose value was not saved, read as empty. Open the file in its own program and save it again")
ROW_WITHOUT_VALUE = translatable("Sheet “{sheet}”, {cells}: a formula whose value was not saved. The row was not read.")
_MAX_NAMED = 5  # cells of a row in a remark
WithoutValue = Mapping[tuple[str, int], Sequence[int]]  # columns whose formula has no value, by (sheet, row)
LAYER, SHEET_ROW = "layer", "sheet row"


def workbook_source(path: Path, sheets: Sequence[str], rows: Iterable[tuple[str, int, Sequence[str]]],
                    options: ReadOptions, without_value: WithoutValue, notices: NoticeList) -> Source:
    """Return a Source of all sheets. `rows` are the name of the sheet, the number of the row in it, and its cells.

    Rows of a single sheet keep their numbers. Where several sheets have rows, the numbers of later sheets continue
    those of earlier ones, and the columns "layer" and "sheet row" give sheet and number.
    `without_value` is filled while `rows` are read; a row in it that is not in the source becomes a notice.
    Raises EmptyFile, NoSuchLayer.
    """
    tables: list[tuple[str, RowList]] = []
    about: list[str] = []
    for sheet, found in groupby(rows, key=lambda row: row[0]):
        if options.layers and sheet not in options.layers:
            continue
        table = RowList(path)
        about.append(add_records(table, ((number, cells) for _, number, cells in found)))
        if table.columns:
            tables.append((sheet, table))
    chosen_layers(path, sheets, options)  # the names are known once all rows are read
    if not tables:
        raise EmptyFile(path=path)
    filled = [(sheet, table) for sheet, table in tables if table.rows] or tables[:1]
    whole = filled[0][1] if len(filled) == 1 else _joined(path, filled)
    chosen = {(sheet, number): columns for (sheet, number), columns in without_value.items()
              if not options.layers or sheet in options.layers}
    remarks = _remarks(filled, whole, chosen, notices)
    return Source(path, tuple(whole.columns), tuple(whole.rows), crs=options.crs, remarks=remarks,
                  layers=tuple(sheet for sheet, _ in filled), about="\n".join(filter(None, about)))


def _joined(path: Path, tables: Sequence[tuple[str, RowList]]) -> RowList:
    whole = RowList(path)
    for (sheet, table), before in zip(tables, _rows_before(tables)):
        for row in table.rows:
            whole.add(before + row.number, {LAYER: sheet, SHEET_ROW: str(row.number), **row.values})
    return whole


def _rows_before(tables: Sequence[tuple[str, RowList]]) -> Iterable[int]:
    """The number of rows that are counted before those of each sheet."""
    return accumulate((table.rows[-1].number if table.rows else 0 for _, table in tables[:-1]), initial=0)


def _remarks(tables: Sequence[tuple[str, RowList]], whole: RowList, without_value: WithoutValue,
             notices: NoticeList) -> dict[int, Phrase]:
    """Return remarks on rows with formulas without a value, by row number."""
    before = {sheet: rows for (sheet, _), rows in zip(tables, _rows_before(tables))}
    numbers = {row.number for row in whole.rows} if without_value else set()
    remarks = {}
    for (sheet, number), columns in without_value.items():
        cells = ", ".join(f"{_letters(column)}{number}" for column in columns[:_MAX_NAMED])
        counted = before.get(sheet, 0) + number
        if sheet in before and counted in numbers:
            remarks[counted] = Phrase(WITHOUT_VALUE, {"cells": cells})
        else:
            notices.add(ROW_WITHOUT_VALUE, sheet=sheet, cells=cells)
    return remarks


def _letters(column: int) -> str:
    """The letters of a column: A for 0."""
    before, letter = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + letter)
