"""The table view of the Corridor panel's pages."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView


def plain_table(name: str, accessible_name: str, tooltip: str) -> QTableView:
    """Create a table view in which whole rows are selected and the Tab key moves to the next widget."""
    table = QTableView()
    table.setObjectName(name)
    table.setAccessibleName(accessible_name)
    table.setToolTip(tooltip)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setMinimumHeight(40)  # with Qt's default, four tables would not fit on a small screen
    table.horizontalHeader().setResizeContentsPrecision(100)  # rows that are measured for a column's width
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
    return table


def fit_columns(table: QTableView) -> None:
    """Fit the columns to their contents, up to a width that leaves space for others in a narrow panel."""
    table.resizeColumnsToContents()
    widest = 24 * table.fontMetrics().averageCharWidth() + 24
    for column in range(table.model().columnCount()):
        table.setColumnWidth(column, min(table.columnWidth(column), widest))
