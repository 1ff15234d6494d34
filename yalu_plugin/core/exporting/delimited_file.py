"""Writes a table as CSV: UTF-8 with a byte order mark, without formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from yalu_plugin.core.cell_text import cell_value, neutralised
from yalu_plugin.core.exporting.export_tables import ExportTable
from yalu_plugin.core.work_progress import Progress, no_progress


def write_csv(path: Path, table: ExportTable, progress: Progress = no_progress) -> None:
    """Write a table; text that a spreadsheet would calculate is marked. Raises OSError and what `progress` raises."""
    write_rows(path, [column.name for column in table.columns], (values for _, values in table.rows(progress)))


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows below their headings, as `write_csv`."""
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(map(neutralised, headings))
        writer.writerows(map(cell_value, row) for row in rows)
