"""The page that compares two lists of crossings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsDoubleSpinBox, QgsMapLayerComboBox
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.combo_boxes import layer_box
from yalu_plugin.gui.corridor.corridor_text import line_origin
from yalu_plugin.gui.corridor.list_columns import counts_text, line_and_left_out, list_columns, list_tooltip
from yalu_plugin.gui.corridor.page_table import RowsModel, create_table_view, fit_columns
from yalu_plugin.gui.corridor.status_line import StatusLine
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.gui.save_file import ask_where_to_save
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.corridor.compare_sources import TOLERANCE_M, compare_sources
from yalu_plugin.layers.corridor.corridor_input import line_or_bundled
from yalu_plugin.layers.corridor.layer_snapshot import LayerSnapshot
from yalu_plugin.layers.corridor.list_comparison_layers import show_compared
from yalu_plugin.layers.project import ROLE
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.list_comparison import Compared


class ListsPage(QWidget):
    """Compares two point layers within a tolerance, in a background task that can be cancelled, and shows a table."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, installer: PackageInstaller) -> None:
        super().__init__()
        self.setObjectName("yalu_lists_page")
        self._workbench, self._messages = workbench, messages
        self._compared: Compared | None = None
        self._title = ""
        self._compared_of: set[str] = set()  # ids of the compared layers
        self._of_survey = False
        self._task: Background | None = None
        self._create_inputs()
        self._create_actions(actions)
        self._create_table(installer)
        self._lay_out()
        workbench.river.changed.connect(self._reset)
        workbench.session.survey_changed.connect(self._survey_changed)
        workbench.project.layersRemoved.connect(self._layers_removed)
        self._survey_changed()

    def save_csv(self, path: Path) -> None:
        """Write the table to `path` atomically, with the line it was measured on in every row."""
        from yalu_plugin.core.corridor.csv_tables import line_columns, write_table

        if self._compared is None:
            return
        table = self._compared.table.drop(columns="geometry").assign(**line_columns(self._compared.a.corridor))
        with self._messages.reporting():
            write_table(table, path)
            self._messages.show_message(tr("The table was saved to {path}").format(path=path))

    def _compare(self) -> None:
        a, b = self._a.currentLayer(), self._b.currentLayer()
        if a is None or b is None:
            self._status.set_text(tr("Choose two layers of points."))
            return
        self._title = tr("{a} (A) and {b} (B)").format(a=a.name(), b=b.name())
        self._start(a, b)

    def _start(self, a: QgsVectorLayer, b: QgsVectorLayer) -> None:
        river = self._workbench.project.mapLayer(self._workbench.river.layer_id)
        compared = [layer for layer in (a, b, river) if layer is not None]
        self._compared_of = {layer.id() for layer in compared}
        self._of_survey = any(layer.customProperty(ROLE) for layer in compared)
        snapshots = [LayerSnapshot(layer) if layer is not None else None for layer in (a, b, river)]
        tolerance, bridge = self._tolerance.value(), self._workbench.river.bridge

        def compare(task: Background) -> Compared:
            first, second, line = snapshots
            return compare_sources(first, second, line_or_bundled(line, bridge), tolerance, task.feedback)

        self._task = Background(tr("Comparing two lists"), lambda task: in_worker(lambda: compare(task)))
        self._task.done.connect(self._show)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._run.setEnabled(False)
        self._status.set_text(tr("comparing…"))
        self._task.start()

    def _reset(self) -> None:
        """Cancel a running comparison and clear the table."""
        if self._task is not None:
            self._task.abandon()
        self._show(None)

    def _survey_changed(self) -> None:
        """Clear the table and preselect the sites of this survey as A and a layer of the user as B."""
        self._reset()
        sites = self._workbench.sites.layer()
        if sites is not None:
            others = [layer for layer in _layers_of(self._b) if not layer.customProperty(ROLE)]
            self._a.setLayer(sites)
            if self._b.currentLayer() not in others:
                self._b.setLayer(others[0] if others else sites)

    def _layers_removed(self, layer_ids: list[str]) -> None:
        if self._compared_of & set(layer_ids):
            self._reset()

    def _failed(self, error: YaluError) -> None:
        self._show(None)
        self._status.set_text("", error)

    def _cancelled(self) -> None:
        self._show(None)
        self._status.set_text(tr("stopped"))

    def _show(self, compared: Compared | None) -> None:
        self._task, self._compared = None, compared
        self._model.set_rows([] if compared is None else compared.table.drop(columns="geometry").to_dict("records"))
        self._summary.setText("" if compared is None else counts_text(compared))
        self._summary.setVisible(compared is not None)
        self._summary.setToolTip("" if compared is None else plain_tooltip(line_and_left_out(compared)))
        self._status.set_text("")
        self._run.setEnabled(True)
        for action in (self._on_map, self._copy, self._csv):
            action.setEnabled(compared is not None)

    def _show_on_map(self) -> None:
        if self._compared is not None:
            show_compared(self._compared, self._title, self._workbench.project, self._of_survey)

    def _copy_table(self) -> None:
        if self._compared is None:
            return
        QGuiApplication.clipboard().setText(self._model.as_text(line_origin(self._compared.a.corridor)))
        self._messages.show_message(tr("The table was copied."))

    def _ask_for_path(self) -> None:
        path = ask_where_to_save(self, tr("Save the table as CSV"), "lists.csv", {tr("CSV (*.csv)"): ".csv"})
        if path is not None:
            self.save_csv(path)

    def _fit_columns(self) -> None:
        fit_columns(self._table)

    def _create_inputs(self) -> None:
        self._a = _point_layers("yalu_list_a", tr("List A: a layer of points"), self._workbench)
        self._b = _point_layers("yalu_list_b", tr("List B: a layer of points"), self._workbench)
        self._tolerance = QgsDoubleSpinBox()
        self._tolerance.setObjectName("yalu_tolerance")
        self._tolerance.setToolTip(tr("Two crossings nearer than this may be one"))
        self._tolerance.setRange(1, 10_000)
        self._tolerance.setDecimals(0)
        self._tolerance.setSuffix(tr(" m"))
        self._tolerance.setClearValue(TOLERANCE_M)
        self._tolerance.setValue(TOLERANCE_M)

    def _create_actions(self, actions: Actions) -> None:
        self._run = actions.add("compare_lists", tr("Compare"), tr("Compare the two lists along the river"),
                                "compare_lists", self._compare)
        self._on_map = actions.add("show_lists", tr("Show on map"), tr("Add the result to the map as two layers"),
                                   "show_lists", self._show_on_map)
        self._copy = actions.add("copy_lists", tr("Copy lists"), tr("Copy the table, tab separated"), "copy",
                                 self._copy_table)
        self._csv = actions.add("save_lists_csv", tr("Lists as CSV…"), tr("Save the table as a CSV file"), "csv",
                                self._ask_for_path)
        self.export_actions = self._on_map, self._copy, self._csv

    def _create_table(self, installer: PackageInstaller) -> None:
        self._status = StatusLine(installer, "yalu_lists")
        self._summary = wrapping_label("yalu_lists_summary")
        self._model = RowsModel(list_columns(), list_tooltip, self)
        self._table = create_table_view("yalu_lists_table", tr("Compared crossings"),
                                  tr("What became of each crossing, in order downstream"))
        self._table.setModel(self._model)
        self._model.modelReset.connect(self._fit_columns)

    def _lay_out(self) -> None:
        choices, run = QHBoxLayout(), QHBoxLayout()
        for text, field, row in ((tr("&A"), self._a, choices), (tr("&B"), self._b, choices),
                                 (tr("&Tolerance"), self._tolerance, run)):
            label = plain_label(text)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1)
        run.addWidget(tool_button(self._run, with_text=True))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 4, 2, 2)
        rows.setSpacing(3)
        rows.addLayout(choices)
        rows.addLayout(run)
        rows.addWidget(self._status)
        rows.addWidget(self._summary)
        rows.addWidget(self._table, 1)


def _point_layers(name: str, tooltip: str, workbench: Workbench) -> QgsMapLayerComboBox:
    combo = layer_box()
    combo.setObjectName(name)
    combo.setToolTip(tooltip)
    combo.setFilters(Qgis.LayerFilter.PointLayer)
    combo.setProject(workbench.project)
    return combo


def _layers_of(combo: QgsMapLayerComboBox) -> list[QgsVectorLayer]:
    """Return the layers that the box offers."""
    return [combo.layer(index) for index in range(combo.count())]
