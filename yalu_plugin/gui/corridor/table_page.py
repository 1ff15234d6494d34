"""The page with the measured crossings as a table. Its selection is the map's selection."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QFileDialog, QTableView, QVBoxLayout, QWidget

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.corridor.crossing_columns import crossing_columns, crossing_tooltip
from yalu_plugin.gui.corridor.figures import Figures
from yalu_plugin.gui.corridor.rows_model import RowsModel
from yalu_plugin.gui.corridor.tables import more_tables, sites_in
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class TablePage(QWidget):
    """Crossings in order downstream, or another table made of them, to be copied and saved as CSV."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, figures: Figures) -> None:
        super().__init__()
        self.setObjectName("yalu_table_page")
        self._workbench, self._messages, self._figures = workbench, messages, figures
        self._selecting = False
        self._make_actions(actions)
        self._make_table()
        self._lay_out()
        figures.changed.connect(self._show)
        workbench.selection_changed.connect(self._show_selection)
        self._show()

    def save_csv(self, path: Path) -> None:
        """Write the table to `path`, whole or not at all; every row names datum and line."""
        from yalu_plugin.core.corridor.measure import write_csv, write_table

        measured, table = self._figures.measured, self._tables.get(self._which.currentData())
        if measured is None:
            return
        with self._messages.reporting():
            if table is None:
                write_csv(measured, path)
            else:
                write_table(table.rows(measured).assign(
                    datum=measured.datum_text, corridor=measured.corridor.credit,
                    corridor_licence=measured.corridor.licence), path)
            self._messages.say(tr("The table was saved to {path}").format(path=path))

    def _show(self, *_: object) -> None:
        measured, table = self._figures.measured, self._tables.get(self._which.currentData())
        columns = crossing_columns(self._figures.second) if table is None else table.columns
        if measured is None:
            rows = []
        elif table is None:
            rows = measured.table.drop(columns="geometry").to_dict("records")
        else:
            rows = table.rows(measured).to_dict("records")
        self._model.set_rows(rows, columns)
        self._copy.setEnabled(measured is not None)
        self._csv.setEnabled(measured is not None)
        self._show_selection()

    def _rows_selected(self, *_: QItemSelection) -> None:
        if not self._selecting:
            rows = [self._model.rows[index.row()] for index in self._table.selectionModel().selectedRows()]
            self._selecting = True
            self._figures.pick([site_id for row in rows for site_id in sites_in(row)])
            self._selecting = False

    def _show_selection(self) -> None:
        if self._selecting:
            return
        selection = QItemSelection()
        selected = set(self._workbench.selected_sites())
        for number, row in enumerate(self._model.rows):
            sites = sites_in(row)
            if sites and selected.issuperset(sites):
                index = self._model.index(number, 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self._selecting = True
        self._table.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self._selecting = False
        if selection.indexes():
            self._table.scrollTo(selection.indexes()[0])

    def _copy_table(self) -> None:
        measured = self._figures.measured
        line = measured.corridor
        QGuiApplication.clipboard().setText(self._model.as_text({
            tr("Counted from"): measured.datum_text, tr("River line"): line.credit, tr("Licence"): line.licence}))
        self._messages.say(tr("The table was copied."))

    def _save_csv(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the table as CSV"), f"{self._which.currentData()}.csv",
                                              tr("CSV (*.csv)"))
        if path:
            self.save_csv(Path(path) if Path(path).suffix else Path(f"{path}.csv"))

    def _make_actions(self, actions: Actions) -> None:
        self._copy = actions.add("copy_corridor", tr("Copy"), tr("Copy the table, tab separated"), "copy",
                                 self._copy_table)
        self._csv = actions.add("save_corridor_csv", tr("CSV…"), tr("Save the table as a CSV file"), "csv",
                                self._save_csv)
        self.taking = self._copy, self._csv

    def _make_table(self) -> None:
        self._tables = more_tables()
        self._which = QComboBox()
        self._which.setObjectName("yalu_which_table")
        self._which.setToolTip(tr("The table to look at"))
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which.addItem(tr("Crossings"), "corridor")
        for key, table in self._tables.items():
            self._which.addItem(table.title, key)
        self._which.currentIndexChanged.connect(self._show)
        self._model = RowsModel(crossing_columns(), crossing_tooltip, self)
        self._table = plain_table("yalu_corridor_table", tr("Crossings along the corridor"),
                                  tr("Crossings in order downstream; selecting rows selects them on the map"))
        self._table.setModel(self._model)
        self._table.selectionModel().selectionChanged.connect(self._rows_selected)
        self._model.modelReset.connect(self._fit_columns)

    def _fit_columns(self) -> None:
        fit_columns(self._table)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 4, 2, 2)
        rows.setSpacing(2)
        rows.addWidget(self._which)
        rows.addWidget(self._table, 1)


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
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
    return table


def fit_columns(table: QTableView) -> None:
    """Columns as wide as what they hold, but none so wide that a narrow panel shows nothing else."""
    table.resizeColumnsToContents()
    widest = 20 * table.fontMetrics().averageCharWidth() + 24
    for column in range(table.model().columnCount()):
        table.setColumnWidth(column, min(table.columnWidth(column), widest))
