"""The Corridor panel: how far the crossings lie apart, along the river and straight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.gui import QgsDockWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.schema import CROSSING_KINDS
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.background import Background
from yalu_plugin.gui.corridor_model import SITE_ID, CorridorModel, site_label
from yalu_plugin.gui.corridor_text import credit, datum_text, headline
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured

ALL, SELECTED = range(2)


class CorridorDock(QgsDockWidget):
    """Figures and a table of the crossings on the chosen line. Its table's selection is the map's selection."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, installer: PackageInstaller,
                 parent: QWidget) -> None:
        super().__init__(tr("Corridor"), parent)
        self.setObjectName("YaluCorridorDock")
        self._workbench, self._messages, self._installer = workbench, messages, installer
        self._measured: Measured | None = None
        self._only: list[str] = []
        self._ready = self._selecting = self._visible = False
        self._preparing: Background | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure)
        self._make_actions(actions)
        self._make_widgets()
        self.setWidget(self._laid_out())
        workbench.survey_changed.connect(self._survey_changed)
        workbench.sites_changed.connect(self._sites_changed)
        workbench.corridor_changed.connect(self._corridor_changed)
        workbench.selection_changed.connect(self._selection_changed)
        workbench.project.layersRemoved.connect(self._layers_removed)
        installer.installed.connect(self._installed)
        installer.failed.connect(self._not_installed)
        self.visibilityChanged.connect(self._visibility_changed)
        self._survey_changed()

    # when to measure

    def _visibility_changed(self, visible: bool) -> None:
        self._visible = visible
        if visible and self._measured is None:
            self._soon.start()

    def _survey_changed(self) -> None:
        self._only = self._workbench.selected_sites()
        self._corridor_changed()

    def _sites_changed(self) -> None:
        self._fill_datums()
        self._measure_again()

    def _corridor_changed(self) -> None:
        layer = self._workbench.project.mapLayer(self._workbench.corridor_id)
        self._river.blockSignals(True)
        if layer is None:
            self._river.setCurrentIndex(0)  # the bundled river; setLayer(None) would leave the box blank
        else:
            self._river.setLayer(layer)
        self._river.blockSignals(False)
        self._sites_changed()

    def _layers_removed(self, layer_ids: list[str]) -> None:
        if self._workbench.corridor_id in layer_ids:
            self._corridor_changed()  # the box would show whichever line came next; it is the bundled one that counts

    def _selection_changed(self) -> None:
        if self._selecting:
            return
        self._only = self._workbench.selected_sites()
        if self._sites.currentIndex() == SELECTED:
            self._measure_again()
        else:
            self._show_selection()

    def _measure_again(self, *_: object) -> None:
        self._measured = None
        if self._visible:
            self._soon.start()

    def _measure(self) -> None:
        if self._workbench.survey is None:
            self._show_nothing(tr("no survey is open"))
        elif not self._ready:
            self._prepare()
        else:
            try:
                only = self._only if self._sites.currentIndex() == SELECTED else None
                self._show_measured(self._workbench.measure(only))
            except MissingPackages as error:
                self._show_missing(error)
            except YaluError as error:
                self._show_nothing(error_text(error))

    def _prepare(self) -> None:
        """Import what measuring needs aside: it takes seconds the first time."""
        if self._preparing is None:
            self._show_nothing(tr("preparing…"))
            self._preparing = Background(tr("Preparing the corridor panel"), lambda task: in_worker(need_geopandas))
            self._preparing.done.connect(self._prepared)
            self._preparing.failed.connect(self._show_missing)
            self._preparing.cancelled.connect(self._preparation_stopped)
            self._preparing.start()

    def _prepared(self) -> None:
        self._preparing, self._ready = None, True
        self._measure()

    def _preparation_stopped(self) -> None:
        self._preparing = None
        self._show_nothing(tr("stopped; close and open this panel to measure"))

    # packages

    def _install(self) -> None:
        self._install_button.setEnabled(False)
        self._install_button.setText(tr("Installing…"))
        self._installer.install()

    def _installed(self) -> None:
        self._not_installed()
        self._measure_again()
        self._workbench.refresh_sites()  # whoever could not measure before, can now

    def _not_installed(self, _error: YaluError | None = None) -> None:
        self._install_button.setEnabled(True)
        self._install_button.setText(tr("Install"))

    # showing

    def _show_measured(self, measured: Measured) -> None:
        self._measured = measured
        self._model.set_rows(measured.table.drop(columns="geometry").to_dict("records"))
        self._headline.setText(headline(measured))
        self._credit.setText(credit(measured))
        self._credit.setToolTip(datum_text(measured, by_default=not self._workbench.datum_id))
        self._pages.setCurrentWidget(self._table)
        self._enable(True)
        self._show_selection()

    def _show_nothing(self, why: str) -> None:
        self._measured = None
        self._model.set_rows([])
        self._headline.setText("")
        self._credit.setText("")
        self._why.setText(why)
        self._install_button.setVisible(False)
        self._pages.setCurrentIndex(1)
        self._enable(False)

    def _show_missing(self, error: YaluError) -> None:
        self._preparing = None
        self._show_nothing(error_text(error))
        self._install_button.setVisible(isinstance(error, MissingPackages))

    def _enable(self, measured: bool) -> None:
        self._headline.setVisible(measured)
        self._copy.setEnabled(measured)
        self._csv.setEnabled(measured)

    def _fill_datums(self) -> None:
        survey = self._workbench.survey
        rows = [row for row in survey.rows("sites") if row["kind"] in CROSSING_KINDS] if survey else []
        self._datum.clear()
        self._datum.addItem(tr("Default: Hyesan ford"), "")
        for row in sorted(rows, key=lambda row: site_label(row).casefold()):
            self._datum.addItem(site_label(row), row["id"])
        self._datum.setCurrentIndex(max(self._datum.findData(self._workbench.datum_id), 0))

    # choosing

    def _choose(self, *_: object) -> None:
        layer = self._river.currentLayer()
        with self._messages.reporting():
            self._workbench.choose_corridor(layer.id() if layer else "", self._datum.currentData())

    def _rows_selected(self, *_: QItemSelection) -> None:
        if not self._selecting:
            chosen = [index.data(SITE_ID) for index in self._table.selectionModel().selectedRows()]
            self._selecting = True
            self._workbench.select_sites(chosen)
            self._selecting = False

    def _show_selection(self) -> None:
        selection = QItemSelection()
        rows = [self._model.row_of(site_id) for site_id in self._workbench.selected_sites()]
        for row in (row for row in rows if row >= 0):
            index = self._model.index(row, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self._selecting = True
        self._table.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self._selecting = False
        if selection.indexes():
            self._table.scrollTo(selection.indexes()[0])

    # taking away

    def _copy_table(self) -> None:
        line = self._measured.corridor
        QGuiApplication.clipboard().setText(self._model.as_text({
            tr("Counted from"): self._measured.datum_text, tr("River line"): line.credit, tr("Licence"): line.licence}))
        self._messages.say(tr("The table was copied."))

    def _save_csv(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the table as CSV"), "corridor.csv", tr("CSV (*.csv)"))
        if path:
            self.save_csv(Path(path) if Path(path).suffix else Path(f"{path}.csv"))

    def save_csv(self, path: Path) -> None:
        """Write the table to `path`, whole or not at all."""
        from yalu_plugin.core.corridor.measure import write_csv

        if self._measured is not None:
            with self._messages.reporting():
                write_csv(self._measured, path)
                self._messages.say(tr("The table was saved to {path}").format(path=path))

    # making

    def _make_actions(self, actions: Actions) -> None:
        self._copy = actions.add("copy_corridor", tr("Copy"), tr("Copy the table, tab separated"), "copy",
                                 self._copy_table)
        self._csv = actions.add("save_corridor_csv", tr("CSV…"), tr("Save the table as a CSV file"), "csv",
                                self._save_csv)

    def _make_widgets(self) -> None:
        self._river = QgsMapLayerComboBox()
        self._river.setObjectName("yalu_river")
        self._river.setToolTip(tr("The line to measure along: the bundled river, or a line layer of the project"))
        self._river.setFilters(Qgis.LayerFilter.LineLayer)
        self._river.setAllowEmptyLayer(True, tr("Yalu (OSM border line)"))
        self._river.setProject(self._workbench.project)
        self._river.activated.connect(self._choose)
        self._sites = _combo("yalu_corridor_sites", tr("Measure all crossings, or those selected on the map"))
        self._sites.addItems([tr("All"), tr("Selected")])
        self._sites.currentIndexChanged.connect(self._measure_again)
        self._datum = _combo("yalu_datum", tr("The crossing from which chainage is counted, growing downstream"))
        self._datum.activated.connect(self._choose)
        self._headline = wrapping_label("yalu_corridor_headline")
        font = self._headline.font()
        font.setBold(True)
        self._headline.setFont(font)
        self._credit = wrapping_label("yalu_corridor_credit")
        font = self._credit.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self._credit.setFont(font)
        self._why = wrapping_label("yalu_corridor_why")
        self._install_button = QPushButton(tr("Install"))
        self._install_button.setObjectName("yalu_install_packages")
        self._install_button.setToolTip(tr("Download the missing packages into the QGIS profile"))
        self._install_button.clicked.connect(self._install)
        self._make_table()

    def _make_table(self) -> None:
        self._model = CorridorModel(self)
        self._table = QTableView()
        self._table.setObjectName("yalu_corridor_table")
        self._table.setAccessibleName(tr("Crossings along the corridor"))
        self._table.setToolTip(tr("Crossings in order downstream; selecting rows selects them on the map"))
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setAlternatingRowColors(True)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(self._table.fontMetrics().height() + 6)
        self._table.selectionModel().selectionChanged.connect(self._rows_selected)
        self._model.modelReset.connect(self._fit_columns)

    def _fit_columns(self) -> None:
        self._table.resizeColumnsToContents()
        widest = 18 * self._table.fontMetrics().averageCharWidth() + 24  # leaves room for figures in a narrow panel
        self._table.setColumnWidth(0, min(self._table.columnWidth(0), widest))

    def _laid_out(self) -> QWidget:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(3)
        form.addRow(tr("&River"), self._river)
        sites = QHBoxLayout()
        sites.setSpacing(6)
        sites.addWidget(self._sites, 1)
        sites.addWidget(_buddy(tr("&from"), self._datum))
        sites.addWidget(self._datum, 2)
        form.addRow(_buddy(tr("&Sites"), self._sites), sites)
        empty = QWidget()
        said = QVBoxLayout(empty)
        said.addWidget(self._why)
        said.addWidget(self._install_button, 0, Qt.AlignmentFlag.AlignLeft)
        said.addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table)
        self._pages.addWidget(empty)
        take = QHBoxLayout()
        take.addWidget(self._credit, 1)
        for action in (self._copy, self._csv):
            take.addWidget(tool_button(action))
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(6, 6, 6, 6)
        rows.setSpacing(4)
        rows.addLayout(form)
        rows.addWidget(self._headline)
        rows.addWidget(self._pages, 1)
        rows.addLayout(take)
        return body


def _buddy(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _combo(name: str, tooltip: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setToolTip(tooltip)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo
