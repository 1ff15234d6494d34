"""The page that compares published claims with the measurements."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication, QShowEvent
from qgis.PyQt.QtWidgets import QSplitter, QTextBrowser, QVBoxLayout, QWidget

from yalu_plugin.core.corridor.table_records import records
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.value_labels import FITS_LABELS
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.corridor.claim_columns import claim_columns, claim_tooltip, findings, note_text
from yalu_plugin.gui.corridor.corridor_figures import CorridorFigures
from yalu_plugin.gui.corridor.corridor_text import line_origin
from yalu_plugin.gui.corridor.page_table import RowsModel, create_table_view, fit_columns
from yalu_plugin.gui.corridor.status_line import StatusLine
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.gui.save_file import ask_where_to_save
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.corridor.survey_claims import survey_claims
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    import pandas

    from yalu_plugin.core.corridor.line import Corridor


class ClaimsPage(QWidget):
    """The findings as sentences above the table of all claims; computed in the background while the page is visible."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, figures: CorridorFigures,
                 installer: PackageInstaller) -> None:
        super().__init__()
        self.setObjectName("yalu_claims_page")
        self._workbench, self._messages, self._figures = workbench, messages, figures
        self._result: tuple[pandas.DataFrame, Corridor] | None = None  # the claims, and the line they are measured on
        self._task: Background | None = None
        self._stale = True
        self._create_widgets(actions, installer)
        self._lay_out()
        for changed in (figures.changed, workbench.session.changed):
            changed.connect(self._changed)
        workbench.session.survey_changed.connect(self._reset)
        self._show()

    def save_csv(self, path: Path) -> None:
        """Write the table to `path` atomically, with the line it was measured on in every row."""
        from yalu_plugin.core.corridor.csv_tables import line_columns, write_table

        if self._result is None:
            return
        claims, line = self._result
        table = claims.assign(note=claims.apply(note_text, axis=1), **line_columns(line))
        with self._messages.reporting():
            table = table.assign(record=head_text(self._workbench.session.need_survey()))
            write_table(table.drop(columns="notes"), path)
            self._messages.show_message(tr("The table was saved to {path}").format(path=path))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102 - Qt override
        self._compare()

    def _changed(self, *_: object) -> None:
        self._stale = True
        self._compare()

    def _compare(self) -> None:
        """Compare again after a change, if the page is visible. The dock reports why there is no line."""
        measured, survey = self._figures.measured, self._workbench.session.survey
        if not self._stale or not self.isVisible() or self._task is not None:
            return
        if measured is None or survey is None:
            self._result = None
            self._show()
            return
        self._stale = False
        line = measured.corridor
        self._task = Background(tr("Comparing published claims"),
                                lambda task: in_worker(lambda: (survey_claims(survey, line), line)))
        self._task.done.connect(self._compared)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._task.start()

    def _reset(self) -> None:
        """Drop the claims of the previous survey."""
        if self._task is not None:
            self._task.abandon()
        self._task = self._result = None
        self._stale = True
        self._show()

    def _compared(self, result: tuple[pandas.DataFrame, Corridor]) -> None:
        self._task, self._result = None, result
        self._status.set_text("")
        self._show()
        self._compare()  # for changes made meanwhile

    def _failed(self, error: YaluError) -> None:
        self._task = self._result = None
        self._show()
        self._status.set_text("", error)

    def _cancelled(self) -> None:
        self._task, self._stale = None, True

    def _show(self) -> None:
        rows = records(self._result[0]) if self._result is not None else []
        self._model.set_rows(sorted(rows, key=lambda row: tuple(FITS_LABELS).index(row["fits"])))
        lines = [f"<p><b>{escape(value)}</b> {escape(text)}</p>" for value, text in findings(rows)]
        self._findings.setHtml("".join(lines))
        for shown in (self._copy, self._csv):
            shown.setEnabled(self._result is not None)

    def _copy_all(self) -> None:
        if self._result is None:
            return
        _, line = self._result
        text = self._findings.toPlainText() + "\n\n" + self._model.as_text(line_origin(line))
        QGuiApplication.clipboard().setText(text)
        self._messages.show_message(tr("Findings and table were copied."))

    def _ask_for_path(self) -> None:
        path = ask_where_to_save(self, tr("Save the table as CSV"), "claims.csv", {tr("CSV (*.csv)"): ".csv"})
        if path is not None:
            self.save_csv(path)

    def _fit_columns(self) -> None:
        fit_columns(self._table)

    def _create_widgets(self, actions: Actions, installer: PackageInstaller) -> None:
        self._status = StatusLine(installer, "yalu_claims")
        self._findings = QTextBrowser()
        self._findings.setObjectName("yalu_findings")
        self._findings.setMinimumHeight(40)
        self._findings.document().setDefaultStyleSheet("p { margin: 0 0 4px 0; }")
        self._findings.setAccessibleName(tr("Findings"))
        self._findings.setToolTip(tr("What the published figures turn out to be"))
        self._model = RowsModel(claim_columns(), claim_tooltip, self)
        self._table = create_table_view("yalu_claims_table", tr("Published claims"),
                                  tr("Published claims, and which reading of each fits what is measured"))
        self._table.setModel(self._model)
        self._model.modelReset.connect(self._fit_columns)
        self._copy = actions.add("copy_claims", tr("Copy claims"), tr("Copy the findings and the table"), "copy",
                                 self._copy_all)
        self._csv = actions.add("save_claims_csv", tr("Claims as CSV…"), tr("Save the table of claims as a CSV file"),
                                "csv", self._ask_for_path)
        self.export_actions = self._copy, self._csv

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._findings)
        parts.addWidget(self._table)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 4, 2, 2)
        rows.setSpacing(2)
        rows.addWidget(self._status)
        rows.addWidget(parts, 1)
