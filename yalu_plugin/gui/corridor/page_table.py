"""The tables of the Corridor panel's pages: columns, model and view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView

from yalu_plugin.core.cell_text import neutralised
from yalu_plugin.core.decimals import decimals
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.escaped_text import plain_tooltip

RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class PageColumn:
    """One column: header, tooltip of the header, and functions that return the text and the icon of a row."""

    title: str
    tooltip: str
    text: Callable[[Row], str]
    number: bool = False
    icon: Callable[[Row], QIcon] | None = None


class RowsModel(QAbstractTableModel):
    """A model of rows (mappings) shown through columns. `tooltip` returns the tooltip of a row, in any column."""

    def __init__(self, columns: Sequence[PageColumn], tooltip: Callable[[Row], str], parent: QObject) -> None:
        super().__init__(parent)
        self._columns, self._tooltip = list(columns), tooltip
        self.rows: Sequence[Row] = []

    def set_rows(self, rows: Sequence[Row], columns: Sequence[PageColumn] | None = None) -> None:
        """Replace the rows, and the columns if given."""
        self.beginResetModel()
        self.rows = rows
        if columns is not None:
            self._columns = list(columns)
        self.endResetModel()

    def as_text(self, origin: Mapping[str, str]) -> str:
        """Return the table as shown, with its header, as tab separated text for a spreadsheet.

        `origin` maps titles to texts that are appended to every row, such as the datum and the line. Text that a
        spreadsheet would calculate is marked, as in a CSV file.
        """
        lines = [[column.title for column in self._columns] + list(origin)]
        lines += [[column.text(row) for column in self._columns] + list(origin.values()) for row in self.rows]
        return "".join("\t".join(neutralised(" ".join(text.split())) for text in line) + "\n" for line in lines)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt override
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(column.tooltip)
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        row, column = self.rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(column.text(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tooltip(row))
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            return column.icon(row)
        return RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column.number else None


def signed(value: float, places: int = 2) -> str:
    """Return a difference as text with its sign; empty for NaN."""
    return f"+{decimals(value, places)}" if value > 0 else decimals(value, places)


def create_table_view(name: str, accessible_name: str, tooltip: str) -> QTableView:
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
