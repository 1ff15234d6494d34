"""The list of the survey's sites, which can be searched, sorted and grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.river_positions import RiverPositions
from yalu_plugin.gui.crossings.column_widths import ColumnWidths
from yalu_plugin.gui.crossings.heading_delegate import ListDelegates
from yalu_plugin.gui.crossings.list_selection import ListSelection
from yalu_plugin.gui.crossings.listing import UNGROUPED
from yalu_plugin.gui.crossings.site_columns import FIGURES, GROUPS, KEYS, KM, NAME
from yalu_plugin.gui.crossings.site_filter import Chip
from yalu_plugin.gui.crossings.sites_model import SitesModel
from yalu_plugin.i18n import tr
from yalu_plugin.settings import LIST_COLUMNS, LIST_GROUP
from yalu_plugin.workbench import Workbench

WIDEST_PX = 360  # initially, to leave room for the map on a laptop's screen
PAINT_AFTER_MS = 3  # after rows were moved: QGIS first starts to draw the map, in other threads
MARGIN_PX = 3  # above and below the text of a row
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FOLDS = (*ENTER, Qt.Key.Key_Space)


class SitesList(QTableView):
    """The list of sites. Its selection is the map's selection.

    `site_activated` is emitted with the id of a site on a double click or Return. This is a table without grid lines,
    as a tree view queries every row whenever it is laid out.
    """

    site_activated = pyqtSignal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("yalu_sites")
        self.setAccessibleName(tr("Sites"))
        self._after_editing: Callable[[], None] | None = None  # update that waits for the end of editing
        self._painting = QTimer(self, singleShot=True, interval=PAINT_AFTER_MS)
        self._painting.timeout.connect(lambda: self.viewport().setUpdatesEnabled(True))
        self.sites_model = SitesModel(self)
        self.setModel(self.sites_model)
        for moved in (self.sites_model.rowsInserted, self.sites_model.rowsRemoved, self.sites_model.rowsMoved):
            moved.connect(self._paint_later)
        self._set_up()
        self._show_columns()
        self._group_by(next((column for column in GROUPS if KEYS[column] == LIST_GROUP.value()), UNGROUPED))
        self.list_selection = ListSelection(self, self.sites_model, workbench)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._go_to)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # a double click zooms, F2 is an action
        self.setMinimumHeight(40)  # three stacked panels have to fit a screen of 768 pixels
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(KM, Qt.SortOrder.AscendingOrder)
        self.delegates = ListDelegates(self)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * MARGIN_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns = self.sites_model.listing.columns
        self._widths = ColumnWidths(self, NAME, [column.longest for column in columns], FIGURES,
                                    [column.usual for column in columns])

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own; initial width of the panel
        extra = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        return QSize(min(self._widths.full_width() + extra, WIDEST_PX), super().sizeHint().height())

    # contents

    def show_facts(self, facts: Facts | None, day: date | None, positions: RiverPositions) -> None:
        """List these sites, see `SitesModel.show_facts`; those selected on the map stay selected."""
        if self._is_typing:  # a reset would remove the editor with its row
            self._after_editing = partial(self.show_facts, facts, day, positions)
            return
        self.sites_model.show_facts(facts, day, positions)
        self.list_selection.show_map_selection()

    def show_day(self, day: date | None) -> None:
        """Show the states of another day."""
        context = self.sites_model.listing.context
        if self._is_typing and context is not None:
            self.show_facts(context.facts, day, context.positions)
            return
        with self._keeping_scroll_position():
            self.sites_model.show_day(day)

    def apply(self, delta: Delta, positions: RiverPositions) -> None:
        """Show a change of the survey."""
        context = self.sites_model.listing.context
        if self._is_typing and context is not None:
            self.sites_model.listing.keep_edited(delta)
            self.show_facts(context.facts, context.day, positions)
            return
        with self.list_selection.applying(delta), self._keeping_scroll_position():
            self.sites_model.apply(delta, positions)

    def _paint_later(self, *_: object) -> None:
        self.viewport().setUpdatesEnabled(False)
        self._painting.start()

    def find(self, text: str) -> None:
        """List only the sites with this text in their names; others are deselected."""
        self.sites_model.find(text)
        self.list_selection.deselect_filtered()

    def toggle(self, chip: Chip) -> None:
        """Add a value to the filter, or remove it; sites that are not listed are deselected."""
        self.sites_model.toggle(chip)
        self.list_selection.deselect_filtered()

    def group_by(self, column: int) -> None:
        """Group the sites by a column, or UNGROUPED, and store that in the settings."""
        LIST_GROUP.setValue("" if column == UNGROUPED else KEYS[column])
        self._group_by(column)
        self.list_selection.show_map_selection()

    def _group_by(self, column: int) -> None:
        self.delegates.use(column != UNGROUPED)
        self.sites_model.group_by(column)

    @contextmanager
    def _keeping_scroll_position(self) -> Iterator[None]:
        """Keep the scroll position inside, even if the model is reset, unless the number of rows changes."""
        top, rows = self.verticalScrollBar().value(), self.sites_model.rowCount()
        yield
        if self.sites_model.rowCount() == rows:
            self.list_selection.show_map_selection(scroll=False)
            self.verticalScrollBar().setValue(top)
        else:
            self.list_selection.show_map_selection()

    # columns

    def fitting_ids(self) -> list[str]:
        """Return the ids of the sites that fit the filter, also under folded headings."""
        listing = self.sites_model.listing
        fids = sorted(listing.fitting(listing.order.fids.tolist())) if listing.order is not None else []
        found = (listing.need_context().facts.id_of("sites", fid) for fid in fids)
        return [site_id for site_id in found if site_id]

    def shown_columns(self) -> list[int]:
        """Return the visible columns."""
        return [column for column in range(len(KEYS)) if not self.isColumnHidden(column)]

    def show_column(self, column: int, shown: bool) -> None:
        """Show or hide a column, and store that in the settings."""
        columns = [one for one in range(len(KEYS)) if (shown if one == column else not self.isColumnHidden(one))]
        LIST_COLUMNS.setValue(",".join(KEYS[one] for one in columns))
        self._show_columns()

    def _show_columns(self) -> None:
        shown_keys = LIST_COLUMNS.value().split(",")
        for column, key in enumerate(KEYS):
            self.setColumnHidden(column, key not in shown_keys and column != NAME)
        self._widths.fit()

    def _fold(self, row: int) -> None:
        if self.sites_model.heading(row) is not None:
            top = self.verticalScrollBar().value()
            self.sites_model.fold(row)
            self.list_selection.show_map_selection(scroll=False)
            self.verticalScrollBar().setValue(top)
            self.selectionModel().setCurrentIndex(self.sites_model.index(row, NAME),
                                                  QItemSelectionModel.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        index = self.currentIndex()
        if event.key() in FOLDS and self.sites_model.heading(index.row()) is not None:
            self._fold(index.row())
        elif event.key() == Qt.Key.Key_Down and self._is_current_only(index):
            self.selectRow(index.row())  # otherwise no key would select the first row
        elif event.key() in ENTER and index.isValid() and not self._is_typing:
            self._go_to(index)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction,  # noqa: N802, D102 - Qt's own
                   modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier  # to the first or last row, not within the row
        return super().moveCursor(action, modifiers)

    def _is_current_only(self, index: QModelIndex) -> bool:
        return (index.isValid() and not self.selectionModel().hasSelection() and not self._is_typing
                and self.sites_model.heading(index.row()) is None)

    def focus_list(self) -> None:
        """Focus the list, at the selected site."""
        self.setFocus()
        if not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self.sites_model.index(0, NAME),
                                                  QItemSelectionModel.SelectionFlag.NoUpdate)

    def focus_results(self) -> None:
        """Focus the list at the search results; the first is selected, unless a site is selected already."""
        if not self.selectionModel().hasSelection():
            rows = range(self.sites_model.rowCount())
            self.selectRow(next((row for row in rows if self.sites_model.heading(row) is None), 0))
        self.focus_list()

    def edit_name(self, site_id: str) -> bool:
        """Start editing the name of a site in its row; return whether the site is listed."""
        row = self.sites_model.row_of(site_id)
        if row >= 0:
            self.scrollTo(self.sites_model.index(row, NAME))
            self.edit(self.sites_model.index(row, NAME))
        return row >= 0

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802, D102
        super().closeEditor(editor, hint)
        work, self._after_editing = self._after_editing, None
        if work is not None:
            work()

    @property
    def _is_typing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def keyboardSearch(self, search: str) -> None:  # noqa: N802, D102 - letter keys record, they do not search
        pass

    def _clicked(self, index: QModelIndex) -> None:
        if self.sites_model.heading(index.row()) is not None:
            self._fold(index.row())
        elif not self._is_typing:
            self.list_selection.deselect_unlisted()  # also if the row was selected before

    def _go_to(self, index: QModelIndex) -> None:
        site_id = self.sites_model.site_at(index.row())
        if site_id:
            self.site_activated.emit(site_id)
