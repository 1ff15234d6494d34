"""Tables that run over pages: as many rows on each as there is room for, whatever their height."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from qgis.core import (
    QgsFeedback,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutTableColumn,
    QgsLayoutUtils,
    QgsPrintLayout,
    QgsTableCell,
)

from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.line_breaks import break_words

LOWEST_ROW_MM = 3.0
AT_ONCE = 10  # rows, before the window gets a moment
CELL_MARGINS = 2.17  # that QGIS adds to a column's width, and its share of the grid's lines
MOST_CHARACTERS = 600  # of a cell: even in a narrow column and in Chinese they are lower than a page

Cells = Sequence[str]


def fill_table(layout: QgsPrintLayout, columns: Sequence[tuple[str, float]], rows: Sequence[Cells],
               name: str = "table", width_mm: float = 0.0, feedback: QgsFeedback | None = None) -> int:
    """Put the first of `rows` into the item `name`, as many as it has room for, and return how many those are.

    `columns` are headings and widths, which are scaled to `width_mm`, or the width of the item "chart": the table's own
    follows its columns. At least one row is taken. `feedback` may cancel. Raises Cancelled.
    """
    table: QgsLayoutItemManualTable = layout.itemById(name).multiFrame()
    table.setHeaders([QgsLayoutTableColumn(heading) for heading, _ in columns])
    scale = (width_mm or layout.itemById("chart").rect().width()) / sum(width for _, width in columns)
    margins = CELL_MARGINS * table.cellMargin()
    widths = [width * scale - margins for _, width in columns]
    table.setColumnWidths(widths)
    fit, too_many = 1, min(len(rows), int(table.frame(0).rect().height() / LOWEST_ROW_MM)) + 1
    broken = []
    for row in rows[:too_many]:
        broken.append([break_words(text, layout, table.contentTextFormat(), width) for text, width in zip(row, widths)])
        if len(broken) % AT_ONCE == 0:
            breathe(feedback)
    while too_many - fit > 1:
        middle = (fit + too_many) // 2
        if _fits(table, broken[:middle]):
            fit = middle
        else:
            too_many = middle
        breathe(feedback)
    _fits(table, broken[:fit] or [[""] * len(columns)])
    return fit


def fill_tables(layout: QgsPrintLayout, frames: Sequence[QgsLayoutFrame], columns: Sequence[tuple[str, float]],
                rows: Sequence[Cells], width_mm: float, feedback: QgsFeedback | None = None) -> int:
    """Share the first of `rows` out evenly over tables that stand side by side, and return how many they hold.

    `width_mm` is that of each; a table that is not needed is taken off the page. Otherwise as fill_table.
    """
    taken = 0
    for number, frame in enumerate(frames):
        frame.setVisibility(taken < len(rows))
        if taken < len(rows):
            share = math.ceil((len(rows) - taken) / (len(frames) - number))
            taken += fill_table(layout, columns, rows[taken:taken + share], frame.id(), width_mm, feedback)
    return taken


def close_up(layout: QgsPrintLayout) -> None:
    """Make the frame of the item "table" as low as its rows are."""
    table: QgsLayoutItemManualTable = layout.itemById("table").multiFrame()
    frame = table.frame(0)
    rect = frame.sceneBoundingRect()
    too_low, fits = 0.0, rect.height()
    while fits - too_low > 0.1:
        middle = (fits + too_low) / 2
        rect.setHeight(middle)
        frame.attemptSetSceneRect(rect)
        if _holds_all(table):
            fits = middle
        else:
            too_low = middle
    rect.setHeight(fits)
    frame.attemptSetSceneRect(rect)


def in_pieces(rows: Iterable[Cells]) -> list[list[str]]:
    """The rows, those with a cell of more than 600 characters cut between words into rows one below the other."""
    pieces = (zip_longest(*(textwrap.wrap(cell, MOST_CHARACTERS) or [""] for cell in row), fillvalue="")
              for row in rows)
    return [list(piece) for row in pieces for piece in row]


def _fits(table: QgsLayoutItemManualTable, rows: Sequence[Cells]) -> bool:
    """Give the table these rows, and tell whether its frame holds them all."""
    table.setTableContents([[QgsTableCell(text) for text in row] for row in rows])
    table.refresh()
    return _holds_all(table)


def _holds_all(table: QgsLayoutItemManualTable) -> bool:
    """Whether all rows are in the frame: QGIS' total height takes one without room for any row for high enough."""
    context = QgsLayoutUtils.createRenderContextForLayout(table.layout(), None)
    return bool(table.rowRange(context, 0)[1] >= len(table.tableContents()))
