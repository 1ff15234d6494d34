"""Tables over several pages: as many rows on each as fit, whatever their height."""

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

from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.line_breaks import break_words

LOWEST_ROW_MM = 3.0
AT_ONCE = 10  # rows, before the window processes its events
CELL_MARGINS = 2.17  # in cell margins: what QGIS adds to a column's width, with the column's share of the grid lines
MOST_CHARACTERS = 600  # of a cell: even in a narrow column and in Chinese they fit on a page

Cells = Sequence[str]


def fill_table(layout: QgsPrintLayout, columns: Sequence[tuple[str, float]], rows: Sequence[Cells],
               name: str = "table", width_mm: float = 0.0, feedback: QgsFeedback | None = None) -> int:
    """Fill the item `name` with the first of `rows`, as many as fit but at least one; return how many those are.

    `columns`: headings and widths, which are scaled to `width_mm`, or to the width of the item "chart" (the width of a
    table item depends on its columns). `feedback` may cancel. Raises ExportCancelled.
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
            process_events(feedback)
    while too_many - fit > 1:
        middle = (fit + too_many) // 2
        if _set_rows(table, broken[:middle]):
            fit = middle
        else:
            too_many = middle
        process_events(feedback)
    _set_rows(table, broken[:fit] or [[""] * len(columns)])
    return fit


def fill_tables(layout: QgsPrintLayout, frames: Sequence[QgsLayoutFrame], columns: Sequence[tuple[str, float]],
                rows: Sequence[Cells], width_mm: float, feedback: QgsFeedback | None = None) -> int:
    """Distribute the first of `rows` evenly over tables that are side by side; return how many they hold.

    `width_mm`: of each table. A table that is not needed is hidden. Otherwise as fill_table.
    """
    filled = 0
    for number, frame in enumerate(frames):
        frame.setVisibility(filled < len(rows))
        if filled < len(rows):
            share = math.ceil((len(rows) - filled) / (len(frames) - number))
            filled += fill_table(layout, columns, rows[filled:filled + share], frame.id(), width_mm, feedback)
    return filled


def shrink_frame(layout: QgsPrintLayout) -> None:
    """Reduce the frame of the item "table" to the height of its rows."""
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


def split_long_cells(rows: Iterable[Cells]) -> list[list[str]]:
    """Return the rows; those with a cell of more than 600 characters are split, between words, into several rows."""
    pieces = (zip_longest(*(textwrap.wrap(cell, MOST_CHARACTERS) or [""] for cell in row), fillvalue="")
              for row in rows)
    return [list(piece) for row in pieces for piece in row]


def _set_rows(table: QgsLayoutItemManualTable, rows: Sequence[Cells]) -> bool:
    """Set the rows of the table, and return whether its frame holds them all."""
    table.setTableContents([[QgsTableCell(text) for text in row] for row in rows])
    table.refresh()
    return _holds_all(table)


def _holds_all(table: QgsLayoutItemManualTable) -> bool:
    """Return whether all rows are in the frame; QGIS' total height is wrong if not even one row fits."""
    context = QgsLayoutUtils.createRenderContextForLayout(table.layout(), None)
    return bool(table.rowRange(context, 0)[1] >= len(table.tableContents()))
