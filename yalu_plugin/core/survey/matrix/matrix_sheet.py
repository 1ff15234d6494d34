"""The matrix as sheets of a workbook: cells with letters and colours by state, as on screen, and a legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from yalu_plugin.core.cartography.state_marks import BLIND_GREY, INK, WHITE, fill_of
from yalu_plugin.core.cell_text import neutralised
from yalu_plugin.core.states import STATE_KEYS
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.survey.matrix.matrix_table import SITE, cell_label
from yalu_plugin.core.xlsx_writer import Style, Styled, WorkbookSheet

HEAD = Style(bold=True)
DAY = Style(bold=True, centred=True, turned=True)
SITE_WIDTHS, CELL_WIDTH, LAST_WIDTH, LEGEND_WIDTHS = (8, 28, 14, 8), 5.0, 24.0, (8, 60)


def matrix_sheet(name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], columns: int) -> WorkbookSheet:
    """Return a sheet with this name.

    `headings` and `rows` start with the columns of SITE, followed by `columns` cells and the sources of the matrix. The
    columns of the sites and the row of the days are frozen.
    """
    first = len(SITE)

    def lines() -> Iterator[list[Styled]]:
        yield [(neutralised(head), DAY if first <= at < first + columns else HEAD) for at, head in enumerate(headings)]
        for row in rows:
            yield [styled(one) if isinstance(one, Cell) else (_plain(one), None) for one in row]

    widths = [*SITE_WIDTHS, *[CELL_WIDTH] * columns, *[LAST_WIDTH] * (len(headings) - first - columns)]
    return WorkbookSheet(name, lines(), widths, (1, first))


def legend_sheet(name: str, cells: Iterable[tuple[Cell, str]], notes: Iterable[str]) -> WorkbookSheet:
    """Return a sheet with this name that explains letters and colours; `notes` are lines below."""
    rows: list[list[Styled]] = [[styled(cell), (neutralised(text), None)] for cell, text in cells]
    return WorkbookSheet(name, [*rows, *([("", None), (neutralised(line), None)] for line in notes)], LEGEND_WIDTHS)


def styled(cell: Cell) -> Styled:
    """Return a cell's letters, in the form of `matrix_table.cell_label`, and the style of the last state in it.

    Conflicting states are white with a frame, states that may belong to another column are hatched.
    """
    text = cell_label(cell, lambda state: STATE_KEYS.get(state, state))
    if cell.conflict:
        return text, Style(WHITE, INK, framed=True, bold=True, centred=True)
    if cell.states:
        return text, Style(fill_of(cell.states[-1]), WHITE, bold=True, centred=True)
    if cell.blind:
        return text, Style(BLIND_GREY, INK, centred=True)
    if cell.spanning:
        return text, Style(fill_of(cell.spanning[0]), INK, hatched=True, centred=True)
    return None, None


def _plain(value: Any) -> Any:
    return neutralised(value) if isinstance(value, str) else value
