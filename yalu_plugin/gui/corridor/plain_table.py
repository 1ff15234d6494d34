"""How the tables of the panel's pages look and are used."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView


def plain_table(name: str, accessible_name: str, tooltip: str) -> QTableView:
    """A table of rows as the panel's pages have it: whole rows are selected, and the Tab key leaves it."""
    table = QTableView()
    table.setObjectName(name)
    table.setAccessibleName(accessible_name)
    table.setToolTip(tooltip)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setMinimumHeight(40)  # Qt's own least height of four tables would be more than a small screen has
    table.horizontalHeader().setResizeContentsPrecision(100)  # rows that are measured for a column's width
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
    return table


def fit_columns(table: QTableView) -> None:
    """Columns as wide as what they hold, but none so wide that a narrow panel shows nothing else."""
    table.resizeColumnsToContents()
    widest = 24 * table.fontMetrics().averageCharWidth() + 24
    for column in range(table.model().columnCount()):
        table.setColumnWidth(column, min(table.columnWidth(column), widest))
