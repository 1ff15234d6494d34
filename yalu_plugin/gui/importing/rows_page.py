"""The import's page with the status of every row, where the analyst answers for rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from yalu_plugin.gui.importing.import_rows_model import (
    CHANGE_COLUMN,
    REASON_COLUMN,
    STATUS_COLUMN,
    ImportModel,
    status_name,
)
from yalu_plugin.gui.importing.update_bar import UpdateBar, differences_menu
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import Choices, ImportAssessment, ImportRow
    from yalu_plugin.core.importing.import_source import Source

STATUSES = ("good", "repaired", "check", "asked", "refused")
_ROWS_MEASURED = 50  # column widths are computed from so many rows: all of a long file would block the window


class RowsPage(QWidget):
    """Counts, a filter, the table and the answers. `answers` has the decisions by the row's number."""

    answered = pyqtSignal()
    row_chosen = pyqtSignal(int)  # its number

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = ImportModel(self)
        self.answers: dict[int, str] = {}
        self._counts, self._reason = plain_label(), plain_label()
        self._filter, self._table, self.update_bar = QComboBox(self), QTableView(self), UpdateBar(self)
        self._table.setModel(self.model)
        self._buttons = {answer: QPushButton(text, self) for answer, (text, _tip) in _answers().items()}
        self._describe()
        self._lay_out()
        self._filter.currentIndexChanged.connect(lambda: self.model.show_status(self._filter.currentData()))
        self.update_bar.filtered.connect(self.model.show_change)
        self.update_bar.chosen.connect(self.answered)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._table.selectionModel().currentRowChanged.connect(self._show_reason)
        self.model.modelReset.connect(self._enable)
        self._enable()

    def show_assessment(self, source: Source | None, assessment: ImportAssessment) -> None:
        """Show the assessed rows of `source` (None for the rows of a survey)."""
        self.update_bar.show_assessment(assessment)
        self.model.set_rows(source, assessment)
        self._table.setColumnHidden(CHANGE_COLUMN, not assessment.is_update)
        self._table.resizeColumnsToContents()
        max_width = max(self._table.width() // 3, 100)
        for column in range(self.model.columnCount()):
            if self._table.columnWidth(column) > max_width:
                self._table.setColumnWidth(column, max_width if column == REASON_COLUMN else max_width // 2)
        self.set_summary(_counts_text(assessment.counts))
        self._filter.setEnabled(bool(assessment.rows))

    def show_nothing(self, text: str) -> None:
        """Show no rows, and this text instead of the counts."""
        self.update_bar.show_assessment(None)
        self.model.clear()
        self._table.setColumnHidden(CHANGE_COLUMN, True)
        self._table.resizeColumnsToContents()
        self._reason.clear()
        self.set_summary(text)
        self._filter.setEnabled(False)

    def set_summary(self, text: str) -> None:
        """Set the line above the table."""
        self._counts.setText(text)

    def choose_row(self, number: int) -> None:
        """Select the row of this number, if the filter shows it."""
        index = self.model.index_of(number)
        if index.isValid() and index.row() != self._table.currentIndex().row():
            self._table.setCurrentIndex(index)

    def reset(self) -> None:
        """Clear the answers for another file."""
        self.answers = {}
        self.update_bar.reset()
        self.model.show_change("")

    def with_answers(self, choices: Choices) -> Choices:
        """Return the choices with those of this page."""
        return replace(choices, rows=dict(self.answers), words=dict(self.update_bar.words),
                       gone=dict(self.update_bar.gone))

    def _describe(self) -> None:
        for widget, name, tip in (
                (self._table, "rows", tr("Every row of the file, and what becomes of it")),
                (self._filter, "filter", tr("Which rows are shown"))):
            widget.setObjectName(f"yalu_import_{name}")
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        for answer, (_text, tip) in _answers().items():
            self._buttons[answer].setObjectName(f"yalu_import_{answer or 'as_proposed'}")
            self._buttons[answer].setToolTip(tip)
            self._buttons[answer].setAutoDefault(False)
            self._buttons[answer].clicked.connect(lambda _checked=False, chosen=answer: self._answer(chosen))
        self._filter.addItem(tr("All rows"), "")
        for status in STATUSES:
            self._filter.addItem(status_name(status), status)
        self._reason.setObjectName("yalu_import_reason")
        self._reason.setWordWrap(True)
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)
        self._table.setAlternatingRowColors(True)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setWordWrap(False)
        self._table.horizontalHeader().moveSection(CHANGE_COLUMN, STATUS_COLUMN)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._show_differences)
        self._table.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)

    def _lay_out(self) -> None:
        layout, above, below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._counts, 1)
        above.addWidget(self._filter)
        below.addWidget(plain_label(tr("Selected rows:")))
        for button in self._buttons.values():
            below.addWidget(button)
        below.addStretch(1)
        layout.addLayout(above)
        layout.addWidget(self.update_bar)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._reason)
        layout.addLayout(below)
        layout.addWidget(self.update_bar.answers)

    def _enable(self) -> None:
        for button in self._buttons.values():
            button.setEnabled(self._table.selectionModel().hasSelection())
        self.update_bar.show_selection(self._selected_rows)

    def _selected_rows(self) -> Iterator[ImportRow]:
        return self.model.rows_in(self._table.selectionModel().selection())

    def _show_reason(self, current: QModelIndex) -> None:
        """Show the whole reason of the current row: its cell may be too narrow."""
        self._reason.setText(self.model.reason_at(current))
        row = self.model.row_at(current)
        if row is not None and not row.is_gone:
            self.row_chosen.emit(row.number)

    def _show_differences(self, point: QPoint) -> None:
        """Offer the differences of a row in a menu, each ticked where the list's word counts."""
        index = self._table.indexAt(point)
        row = self.model.row_at(index)
        if row is None or not row.differences:
            return
        menu = differences_menu(row, self.update_bar.take, self)
        menu.exec(self._table.viewport().mapToGlobal(point))

    def _answer(self, answer: str) -> None:
        """Store the answer for the selected rows; "" removes their answers."""
        for row in self._selected_rows():
            if answer and not row.is_gone:
                self.answers[row.number] = answer
            else:
                self.answers.pop(row.number, None)
        self.answered.emit()


def _answers() -> dict[str, tuple[str, str]]:
    """Return the answers of core.importing.import_assessment.Choices.rows: button and tooltip."""
    return {
        "same": (tr("Same site"), tr("They are the site named in the reason: their observations are added to it")),
        "separate": (tr("Another site"), tr("They are separate sites")),
        "leave_out": (tr("Leave out"), tr("They are not imported")),
        "": (tr("As proposed"), tr("Remove the answers for them"))}


def _counts_text(counts: dict[str, int]) -> str:
    """Return how many rows have each status; good, repaired and refused always, the others if there are any."""
    texts = {"good": tr("{n} good"), "repaired": tr("{n} repaired"), "check": tr("{n} to check"),
             "asked": tr("{n} waiting for your answer"), "refused": tr("{n} refused")}
    return ", ".join(texts[status].format(n=counts[status]) for status in STATUSES
                     if counts[status] or status in ("good", "repaired", "refused"))
