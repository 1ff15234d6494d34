"""Tables of an export as sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from yalu_plugin.core.cell_text import cell_value
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.export_files import CUT
from yalu_plugin.core.exporting.export_tables import ExportTable
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress
from yalu_plugin.core.xlsx_writer import LONGEST, MOST_ROWS, Style, Styled, WorkbookSheet

_HEAD = Style(bold=True)
_WIDTHS = {"label": 28.0, "name": 24.0, "note": 40.0, "coordinates": 24.0, "kind_label": 18.0, "state_label": 18.0}


class SheetTooLong(YaluError):
    """A table has more rows than a sheet."""

    template = translatable("A sheet has space for {most} rows, and there are more {table}. Export fewer sites, or "
                            "choose CSV or GeoPackage.")


def table_sheet(table: ExportTable, progress: Progress) -> WorkbookSheet:
    """Return a table as a sheet whose headings stay in view; dates are ISO 8601 text, numbers are numbers.

    Writing it raises SheetTooLong and what `progress` raises.
    """
    names = [column.name for column in table.columns]
    texts = [at for at, column in enumerate(table.columns) if column.type == "text"]

    def rows() -> Iterator[list[Styled]]:
        yield [(name, _HEAD) for name in (*names, CUT)]
        for number, (_, values) in enumerate(table.rows(progress), 2):
            if number > MOST_ROWS:
                raise SheetTooLong(table=table.name, most=MOST_ROWS)
            cut = [names[at] for at in texts if values[at] is not None and len(values[at]) >= LONGEST]
            yield [(cell_value(value), None) for value in (*values, ", ".join(cut))]
    return WorkbookSheet(table.name, rows(), [_WIDTHS.get(name, 14.0) for name in names], (1, 1))
