"""The content of the Matrix panel: choice of columns, text of the current cell, table, and what the keys do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from yalu_plugin.core.states import STATE_KEYS
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.matrix.matrix_axis import UNITS, MatrixColumn
from yalu_plugin.gui.about_site import about_site
from yalu_plugin.gui.actions import tool_button
from yalu_plugin.gui.amounts import sites_text
from yalu_plugin.gui.crossings.field_box import FieldBox
from yalu_plugin.gui.crossings.letter_keys import LetterKeys
from yalu_plugin.gui.labels import ElidedLabel
from yalu_plugin.gui.matrix.matrix_legend import MatrixLegend
from yalu_plugin.gui.matrix.matrix_model import MatrixModel
from yalu_plugin.gui.matrix.matrix_navigation import MatrixNavigation
from yalu_plugin.gui.matrix.matrix_view import MatrixView
from yalu_plugin.gui.matrix.save_matrix import SaveMatrix
from yalu_plugin.gui.menu_by_key import MenuByKey
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.settings import MATRIX_COLUMNS
from yalu_plugin.workbench import Workbench


class MatrixPanel(QWidget):
    """`letter_actions` are the actions that record, by key; `go_to_site` selects a site and shows it on the map."""

    menu_requested = pyqtSignal(str, QPoint)  # of a site, by its id, at a place on the screen

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas,
                 go_to_site: Callable[[str], None], letter_actions: Mapping[Qt.Key, QAction], saver: SaveMatrix
                 ) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self._letter_actions, self._go_to_site = letter_actions, go_to_site
        self._model = MatrixModel(self)
        self.view = MatrixView(self._model)
        self._navigation = MatrixNavigation(workbench, messages, self.view, canvas, go_to_site, self)
        keys = LetterKeys({key: self._recording_action(action) for key, action in letter_actions.items()},
                          lambda: any(action.isEnabled() for action in letter_actions.values()), self)
        keys.listen(self.view)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._request_menu)
        names = self.view.verticalHeader()  # here a right click is about the site, too
        names.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        names.customContextMenuRequested.connect(self._request_menu)
        MenuByKey.of_cells(self.view)
        self._create_widgets()
        self._lay_out(saver)
        keys.listen_within(self)
        self.view.selectionModel().currentChanged.connect(self._describe)
        self._model.dataChanged.connect(self._describe)
        self._model.modelReset.connect(self._describe)
        for changed in (workbench.imagery.day_changed, workbench.imagery.pending_changed):
            changed.connect(self._describe)

    # display

    def show_facts(self) -> None:
        """Show the open survey as it is now, with the same current cell.

        If its column does not exist any more, the column of the scene on screen replaces it, else that of its last day.
        """
        bench, index = self._workbench, self.view.currentIndex()
        site_id, column = self._model.site_at(index.row()), self._model.column_at(index.column())
        self._model.show(bench.session.facts, bench.scenes.timeline.steps, bench.scenes.by_id, bench.river.chainages,
                         self._unit())
        row = self._model.row_of(site_id)
        at = self._column_like(column)
        if row >= 0 and at >= 0:
            self._navigation.set_current_cell(row, at)
        elif at >= 0:
            top = max(self.view.rowAt(0), 0)
            self.view.scrollTo(self._model.index(top, at), MatrixView.ScrollHint.PositionAtCenter)
        self._navigation.sync()

    def _column_like(self, before: MatrixColumn | None) -> int:
        columns = list(self._model.matrix.columns) if self._model.matrix is not None else []
        if before in columns:
            return columns.index(before)
        on_screen = self._navigation.column_on_screen()
        if on_screen is not None or before is None:
            return -1 if on_screen is None else on_screen
        return max((at for at, one in enumerate(columns) if one.first <= before.last), default=0)

    def show_steps(self) -> None:
        """Show the steps of the timeline as they are now."""
        self._model.show_steps(self._workbench.scenes.timeline.steps, self._workbench.scenes.by_id)
        self._navigation.sync()

    def apply(self, delta: Delta) -> None:
        """Show a change."""
        self._model.apply(delta, self._workbench.river.chainages)

    def site_after(self) -> str:
        """Return the id of the site below the current cell, empty at the end."""
        return self._model.site_at(self.view.currentIndex().row() + 1)

    def _describe(self, *_: object) -> None:
        """Show the text of the current cell, and what the keys do in it."""
        index = self.view.currentIndex()
        if not index.isValid() or index.row() >= self._model.rowCount():
            self._cell.show_text(self._empty_text())
            self._hints.show_text(tr("Click a cell, or walk with the arrow keys · F1 guide"))
            return
        row, column = index.row(), index.column()
        self._cell.show_text(self._model.text(row, column), self._model.whole_text(row, column))
        has_scene = bool(self._navigation.scene_of(index))
        can_record = has_scene and any(one.isEnabled() for one in self._letter_actions.values())
        self._hints.show_text(tr("Letters record:") if can_record else tr(
            "Arrow keys walk · F1 guide · no scene here to record from"))

    def _empty_text(self) -> str:
        if self._workbench.session.survey is None:
            return tr("No survey open")
        if self._workbench.session.facts is None:
            return tr("Reading the survey…")
        if not self._model.rowCount():
            return tr("No sites yet")
        columns = self._model.columnCount()
        return ", ".join((sites_text(self._model.rowCount()),
                          tr("1 column") if columns == 1 else tr("{n} columns").format(n=columns)))

    # user actions

    def _recording_action(self, action: QAction) -> QAction:
        """An action that records into the current cell, once its site and scene are on screen."""
        def record() -> None:
            index = self.view.currentIndex()
            with self._messages.reporting(about_site(self._workbench, self._model.site_at(index.row()),
                                                     self._navigation.scene_of(index), self._go_to_site)):
                self._navigation.ensure_shown()
                action.trigger()

        created = QAction(self)
        created.triggered.connect(record)
        return created

    def _request_menu(self, spot: QPoint) -> None:
        site_id = self._model.site_at(self.view.indexAt(spot).row())
        if site_id:
            self.menu_requested.emit(site_id, self.view.viewport().mapToGlobal(spot))

    def _unit(self) -> str:
        return UNITS[self._columns.currentIndex()]

    def _columns_chosen(self) -> None:
        MATRIX_COLUMNS.setValue(self._unit())
        self.show_facts()

    def _focus_table(self) -> None:
        """Focus the table after the columns were selected, unless the user has focused another widget."""
        if self._columns.hasFocus():
            self.view.setFocus()

    # creating the widgets

    def _create_widgets(self) -> None:
        self._columns = FieldBox()
        self._columns.setObjectName("yalu_matrix_columns")
        self._columns.addItems([tr("By scene"), tr("By month"), tr("By quarter")])
        self._columns.setToolTip(tr("A column for each step of the timeline, each month or each quarter"))
        self._columns.setAccessibleName(self._columns.toolTip())
        stored = MATRIX_COLUMNS.value()
        self._columns.setCurrentIndex(UNITS.index(stored) if stored in UNITS else 0)
        self._columns.currentIndexChanged.connect(self._columns_chosen)
        self._columns.chosen.connect(self._focus_table)
        self._cell = ElidedLabel("yalu_matrix_cell")
        self._hints = ElidedLabel("yalu_matrix_hints", bold=False)
        self.view.setAccessibleName(tr("Sites by dates"))

    def _lay_out(self, saver: SaveMatrix) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        for widget, stretch in ((self._columns, 0), (tool_button(saver.action), 0), (self._cell, 1)):
            top.addWidget(widget, stretch)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self._hints)
        bottom.addWidget(MatrixLegend(STATE_KEYS), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        rows.setSpacing(3)
        rows.addLayout(top)
        rows.addWidget(self.view, 1)
        rows.addLayout(bottom)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
