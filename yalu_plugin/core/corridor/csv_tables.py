"""Measured tables as CSV files in which every row names the line and datum that its figures depend on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.cell_text import neutralised
from yalu_plugin.core.corridor.chainage import length_m
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.measure import COLUMNS, Measured
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class CsvNotWritten(YaluError):
    """The table could not be saved."""

    template = translatable("The table could not be written to {path}. Close it elsewhere, or choose another file.")


def line_columns(corridor: Corridor) -> dict[str, str | float]:
    """Return the columns that describe the line in every row of a saved table.

    Name with attribution; vertices, mean spacing and metres bridged, on which its length depends; source and licence.
    """
    vertices = len(corridor.lonlat)
    return {"corridor": corridor.credit, "corridor_vertices": vertices,
            "corridor_mean_spacing_m": round(length_m(corridor) / (vertices - 1), 1),
            "corridor_bridged_m": round(corridor.bridged_m), "corridor_source": corridor.source,
            "corridor_licence": corridor.licence}


def write_csv(measured: Measured, path: Path, **columns: object) -> None:
    """Write the table as CSV, whole or not at all: UTF-8 with a byte order mark, so that Excel reads Hangul.

    `columns` follow those of the table; the last ones name the datum, and the line (see line_columns).

    Raises:
        CsvNotWritten: the file cannot be written.
    """
    table = pd.DataFrame(measured.table[list(COLUMNS)])
    table = table.round({"chainage_km": 3, "offset_m": 1, "gap_along_km": 3, "gap_straight_km": 3})
    facts = {**columns, "datum": measured.datum_text, **line_columns(measured.corridor)}
    write_table(table.assign(**facts), path)


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write any table as CSV, whole or not at all: UTF-8 with a byte order mark.

    Text that a spreadsheet would calculate is marked (see core/cell_text.py); numbers are not.

    Raises:
        CsvNotWritten: the file cannot be written.
    """
    cells = table.assign(**{str(name): _neutralised(table[name]) for name in table})
    try:
        with atomic_write(path) as part:
            cells.to_csv(part, index=False, encoding="utf-8-sig")
    except OSError as error:
        raise CsvNotWritten(str(error), path=str(path)) from error


def _neutralised(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return the column with its texts neutralised; each distinct one is checked once: tables have up to 10^6 rows."""
    cells = {text: neutralised(text) for text in column.unique() if isinstance(text, str)}
    changed = {text: cell for text, cell in cells.items() if cell != text}
    return column.astype(object).map(lambda value: changed.get(value, value)) if changed else column
