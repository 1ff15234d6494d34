"""Sheets of a workbook, whichever program wrote it, as a Source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from yalu_plugin.core.importing.errors import EmptyFile
from yalu_plugin.core.importing.formats.layers import chosen_layers
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.table import add_records
from yalu_plugin.core.importing.progress import Progress
from yalu_plugin.core.importing.source import ReadOptions, Source
from yalu_plugin.core.text import translatable

HIDDEN = translatable("Sheet “{name}” is hidden and was not read.")
LAYER, SHEET_ROW = "layer", "sheet row"


def workbook_source(path: Path, sheets: Sequence[str], rows: Iterable[tuple[str, int, Sequence[str]]],
                    options: ReadOptions, progress: Progress) -> Source:
    """The tables of the sheets. `rows` are the name of the sheet, the number of the row in it, and its cells.

    A sheet's rows keep its numbers. Where several sheets have rows, those of later ones are counted on from the rows
    of the ones before, and the columns "layer" and "sheet row" say where they stand. Raises EmptyFile, NoSuchLayer.
    """
    tables: list[tuple[str, RowList]] = []
    about: list[str] = []
    for sheet, found in groupby(rows, key=lambda row: row[0]):
        if options.layers and sheet not in options.layers:
            continue
        table = RowList(path, progress)
        about.append(add_records(table, ((number, cells) for _, number, cells in found)))
        if table.columns:
            tables.append((sheet, table))
    chosen_layers(path, sheets, options)  # which of them there are is known when all are read
    if not tables:
        raise EmptyFile(path=path)
    filled = [(sheet, table) for sheet, table in tables if table.rows] or tables[:1]
    whole = filled[0][1] if len(filled) == 1 else _joined(path, filled, progress)
    return Source(path, tuple(whole.columns), tuple(whole.rows), crs=options.crs,
                  layers=tuple(sheet for sheet, _ in filled), about="\n".join(filter(None, about)))


def _joined(path: Path, tables: Sequence[tuple[str, RowList]], progress: Progress) -> RowList:
    whole = RowList(path, progress)
    before = 0
    for sheet, table in tables:
        for row in table.rows:
            whole.add(before + row.number, {LAYER: sheet, SHEET_ROW: str(row.number), **row.values})
        before += table.rows[-1].number
    return whole
