"""The page with the tables of the measured crossings. Its selection is the map's selection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMapLayer
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QTimer
from qgis.PyQt.QtGui import QGuiApplication, QShowEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.combo_boxes import ElidedBox, layer_box
from yalu_plugin.gui.corridor.corridor_figures import CorridorFigures
from yalu_plugin.gui.corridor.corridor_tables import NEAREST_FEATURE, TableInput, more_tables, official_crossings_text
from yalu_plugin.gui.corridor.crossing_columns import crossing_columns, crossing_tooltip
from yalu_plugin.gui.corridor.frame_rows import FrameRows
from yalu_plugin.gui.corridor.page_table import RowsModel, create_table_view, fit_columns
from yalu_plugin.gui.corridor.table_worker import TableWorker
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.save_file import ask_where_to_save
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.corridor.layer_snapshot import LayerSnapshot
from yalu_plugin.layers.corridor.line_text import line_text
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.survey.survey import Survey

PATIENCE_MS = 200  # a table that takes less shows no "working…"


class TablePage(QWidget):
    """Shows the crossings in order downstream or a table derived from them; copies and saves it."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, figures: CorridorFigures) -> None:
        super().__init__()
        self.setObjectName("yalu_table_page")
        self._workbench, self._messages, self._figures = workbench, messages, figures
        self._selecting, self._stale = False, True
        self._rows: FrameRows | None = None
        self._worker = TableWorker(self)
        self._late_timer = QTimer(self)
        self._late_timer.setSingleShot(True)
        self._create_actions(actions)
        self._create_table()
        self._lay_out()
        figures.changed.connect(self._rebuild)
        for changed in (workbench.imagery.day_changed, workbench.session.changed):
            changed.connect(self._rebuild_if_observed)
        workbench.sites.selection_changed.connect(self._show_selection)
        self._worker.built.connect(self._show)
        self._worker.failed.connect(self._failed)
        self._worker.stopped.connect(self._stopped)
        self._late_timer.timeout.connect(self._show_working)

    def save_csv(self, path: Path) -> None:
        """Write the table to `path` atomically; every row names datum and line."""
        from yalu_plugin.core.corridor.csv_tables import line_columns, write_csv, write_table

        measured = self._figures.measured
        if measured is None or self._rows is None:
            return
        with self._messages.reporting():
            record = head_text(self._workbench.session.need_survey())
            if self._which.currentData() not in self._tables:
                write_csv(measured, path, **self._second_columns(measured), record=record)
            else:
                write_table(self._rows.frame.assign(
                    datum=measured.datum_text, **line_columns(measured.corridor), record=record), path)
            self._messages.show_message(tr("The table was saved to {path}").format(path=path))

    def _second_columns(self, measured: Measured) -> dict[str, object]:
        """Return the columns that a saved table has for the second line: kilometres, and a description of the line."""
        second = self._figures.second
        return {} if second is None else {
            "second_line_km": measured.table["site_id"].map(second.chainage_km).round(3),
            "second_line": line_text(second.facts)}

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102 - Qt override
        if self._stale:
            self._rebuild()

    def _rebuild(self, *_: object) -> None:
        """Rebuild the table if the page is visible: in the background, unless it is the table of crossings."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._show(None)
        measured, survey = self._figures.measured, self._workbench.session.survey
        table = self._tables.get(self._which.currentData())
        if measured is None or survey is None:
            self._worker.request(None)
        elif table is None:
            self._worker.request(None)
            self._show(FrameRows(measured.table.drop(columns="geometry")))
        else:
            inputs = self._table_input(measured, survey)
            self._late_timer.start(PATIENCE_MS)
            self._worker.request(lambda feedback: table.rows(inputs, feedback))

    def _table_input(self, measured: Measured, survey: Survey) -> TableInput:
        layer = self._features.currentLayer()
        features = None if layer is None else LayerSnapshot(layer)
        self._features_id = "" if layer is None else layer.id()
        return TableInput(measured, survey, self._workbench.imagery.day, features)

    def _table_selected(self, *_: object) -> None:
        self._features.setVisible(self._which.currentData() == NEAREST_FEATURE)
        self._rebuild()

    def _features_selected(self, _layer: QgsMapLayer | None) -> None:
        if self._which.currentData() == NEAREST_FEATURE:
            self._rebuild()

    def _layers_removed(self, layer_ids: list[str]) -> None:
        if self._features_id in layer_ids:
            self._features.setCurrentIndex(0)  # the box went on to the next layer without a signal
            self._features_selected(None)

    def _rebuild_if_observed(self) -> None:
        """Rebuild the table after a change of day or observations, if it depends on them."""
        table = self._tables.get(self._which.currentData())
        if table is not None and table.uses_observations:
            self._rebuild()

    def _show(self, rows: FrameRows | None) -> None:
        table = self._tables.get(self._which.currentData())
        self._rows = rows
        self._model.set_rows([] if rows is None else rows,
                             crossing_columns(self._figures.second) if table is None else table.columns)
        self._copy.setEnabled(rows is not None)
        self._csv.setEnabled(rows is not None)
        self._show_status("")
        self._show_selection()

    def _show_working(self) -> None:
        self._show_status(tr("working…"))

    def _failed(self, error: YaluError) -> None:
        self._show_status(error_text(error))

    def _stopped(self) -> None:
        self._show_status(tr("stopped"))

    def _show_status(self, text: str) -> None:
        """Show why there is no table; an empty text hides the line."""
        self._late_timer.stop()
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _rows_selected(self, *_: QItemSelection) -> None:
        if not self._selecting and self._rows is not None:
            spans = [(span.top(), span.bottom()) for span in self._table.selectionModel().selection()]
            self._selecting = True
            self._figures.select_sites(self._rows.sites_of(spans))
            self._selecting = False

    def _show_selection(self) -> None:
        if self._selecting or self._rows is None:
            return
        selection = QItemSelection()
        spans = self._rows.spans_of(self._workbench.sites.selected()).tolist()
        for first, last in spans:
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        flags = QItemSelectionModel.SelectionFlag
        self._selecting = True
        self._table.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self._selecting = False
        if spans:
            self._table.scrollTo(self._model.index(spans[0][0], 0))

    def _copy_table(self) -> None:
        from yalu_plugin.gui.corridor.corridor_text import line_origin

        measured, second = self._figures.measured, self._figures.second
        if measured is None:
            return
        origin = {tr("Counted from"): measured.datum_text, **line_origin(measured.corridor)}
        if second is not None and self._which.currentData() not in self._tables:
            origin[tr("2nd line")] = line_text(second.facts)
        QGuiApplication.clipboard().setText(self._model.as_text(origin))
        self._messages.show_message(tr("The table was copied."))

    def _save_csv(self) -> None:
        path = ask_where_to_save(self, tr("Save the table as CSV"), f"{self._which.currentData()}.csv",
                                 {tr("CSV (*.csv)"): ".csv"})
        if path is not None:
            self.save_csv(path)

    def _create_actions(self, actions: Actions) -> None:
        self._copy = actions.add("copy_corridor", tr("Copy"), tr("Copy the table, tab separated"), "copy",
                                 self._copy_table)
        self._csv = actions.add("save_corridor_csv", tr("CSV…"), tr("Save the table as a CSV file"), "csv",
                                self._save_csv)
        self.export_actions = self._copy, self._csv

    def _create_table(self) -> None:
        self._tables = more_tables()
        self._which = ElidedBox()
        self._which.setObjectName("yalu_which_table")
        self._which.setToolTip(tr("The table to show"))
        self._which.setAccessibleName(self._which.toolTip())
        self._which.addItem(tr("Crossings"), "corridor")
        for key, table in self._tables.items():
            self._which.addItem(table.title, key)
        self._which.currentIndexChanged.connect(self._table_selected)
        self._status = wrapping_label("yalu_table_why")
        self._create_features_box()
        self._model = RowsModel(crossing_columns(), crossing_tooltip, self)
        self._table = create_table_view("yalu_corridor_table", tr("Crossings along the corridor"),
                                  tr("Crossings in order downstream; selecting rows selects them on the map"))
        self._table.setModel(self._model)
        self._table.selectionModel().selectionChanged.connect(self._rows_selected)
        self._model.modelReset.connect(self._fit_columns)

    def _create_features_box(self) -> None:
        self._features = layer_box()
        self._features.setObjectName("yalu_features")
        self._features.setToolTip(tr("What to measure to: bridges, roads, gates, staging areas. Any layer of the "
                                     "project, or the two official bridges that come with the plugin"))
        self._features.setAccessibleName(tr("Layer to measure to"))
        self._features.setFilters(Qgis.LayerFilter.HasGeometry)
        self._features.setProject(self._workbench.project)
        self._features.setAllowEmptyLayer(True, official_crossings_text())
        self._features.setCurrentIndex(0)
        self._features.layerChanged.connect(self._features_selected)
        self._features_id = ""
        self._workbench.project.layersRemoved.connect(self._layers_removed)
        self._features.hide()

    def _fit_columns(self) -> None:
        fit_columns(self._table)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 4, 2, 2)
        rows.setSpacing(2)
        rows.addWidget(self._which)
        rows.addWidget(self._features)
        rows.addWidget(self._status)
        rows.addWidget(self._table, 1)
