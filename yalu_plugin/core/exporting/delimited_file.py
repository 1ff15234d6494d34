"""Writes a table as CSV: UTF-8 with a byte order mark, without formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from yalu_plugin.core.cell_text import cell_value, neutralised
from yalu_plugin.core.exporting.export_tables import ExportTable
from yalu_plugin.core.work_progress import Progress, no_progress

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")  # a file with any is not taken for text


def write_csv(path: Path, table: ExportTable, progress: Progress = no_progress) -> None:
    """Write a table; text that a spreadsheet would calculate is marked. Raises OSError and what `progress` raises."""
    write_rows(path, [column.name for column in table.columns], (values for _, values in table.rows(progress)))


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows below their headings, as `write_csv`."""
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(map(neutralised, headings))
        writer.writerows([cell_value(_CONTROL.sub("", value) if isinstance(value, str) else value) for value in row]
                         for row in rows)
