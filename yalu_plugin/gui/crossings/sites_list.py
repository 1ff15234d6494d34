"""The survey's sites as a list to find, sort, group and choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from qgis.PyQt.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QSize,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from yalu_plugin.core.survey.along import Along
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.gui.crossings.column_widths import ColumnWidths
from yalu_plugin.gui.crossings.heading_delegate import HeadingDelegate
from yalu_plugin.gui.crossings.listing import UNGROUPED
from yalu_plugin.gui.crossings.site_columns import FIGURES, GROUPS, KEYS, KM, NAME
from yalu_plugin.gui.crossings.site_filter import Chip
from yalu_plugin.gui.crossings.sites_model import SitesModel
from yalu_plugin.i18n import tr
from yalu_plugin.settings import LIST_COLUMNS, LIST_GROUP
from yalu_plugin.workbench import Workbench

WIDEST_PX = 360  # at first: what is left of a laptop's screen is for the map
MARGIN_PX = 3  # above and below the text of a row
FOLLOW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
FOLDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SitesList(QTableView):
    """Its selection is the map's selection. `gone_to` brings the id of a site that was double-clicked.

    A table, though it shows no lines: a tree view asks for each row whenever it is laid out.
    """

    gone_to = pyqtSignal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("yalu_sites")
        self.setAccessibleName(tr("Sites"))
        self._workbench = workbench
        self._following = False
        self._after_typing: Callable[[], None] | None = None  # what is to be shown once a name has been typed
        self.sites = SitesModel(self)
        self.setModel(self.sites)
        self._set_up()
        self._show_columns()
        self.sites.group_by(next((column for column in GROUPS if KEYS[column] == LIST_GROUP.get()), UNGROUPED))
        self.selectionModel().selectionChanged.connect(self._select_on_map)
        self.clicked.connect(lambda index: self._fold(index.row()))
        self.doubleClicked.connect(self._go_to)
        workbench.sites.selection_changed.connect(self._show_selection)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # numbers that tell names apart stand last
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # a double click goes there, F2 is an action
        self.setMinimumHeight(40)  # three panels below each other have to fit a screen of 768 pixels
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(KM, Qt.SortOrder.AscendingOrder)
        self.setItemDelegate(HeadingDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * MARGIN_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._widths = ColumnWidths(self, NAME, [column.longest for column in self.sites.listing.columns], FIGURES)

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own; the panel is as wide at first
        beside = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        return QSize(min(self._widths.whole() + beside, WIDEST_PX), super().sizeHint().height())

    # what is listed

    def show_facts(self, facts: Facts | None, day: date | None, along: Along) -> None:
        """List these sites, as `SitesModel.show_facts` takes them; those selected on the map stay selected."""
        if self._is_typing:  # the line that is typed in would go with its row
            self._after_typing = partial(self.show_facts, facts, day, along)
            return
        self.sites.show_facts(facts, day, along)
        self._show_selection()

    def show_day(self, day: date | None) -> None:
        """Show the states of another day."""
        known = self.sites.listing.known
        if self._is_typing and known is not None:
            self.show_facts(known.facts, day, known.along)
            return
        with self._in_place():
            self.sites.show_day(day)

    def take(self, delta: Delta, along: Along) -> None:
        """Show what a change touched."""
        known = self.sites.listing.known
        if self._is_typing and known is not None:
            self.show_facts(known.facts, known.day, along)
            return
        with self._in_place():
            self.sites.take(delta, along)

    def find(self, text: str) -> None:
        """List only the sites with this text in their names."""
        self.sites.find(text)
        self._show_selection()

    def toggle(self, chip: Chip) -> None:
        """List only sites that have this value, too, or no longer."""
        self.sites.toggle(chip)
        self._show_selection()

    def group_by(self, column: int) -> None:
        """Put the sites under headings by a column, or UNGROUPED; remembered."""
        LIST_GROUP.set("" if column == UNGROUPED else KEYS[column])
        self.sites.group_by(column)
        self._show_selection()

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """What the user looks at stays where it is, also when all rows are made anew."""
        top, rows = self.verticalScrollBar().value(), self.sites.rowCount()
        yield
        if self.sites.rowCount() == rows:
            self._show_selection(scroll=False)
            self.verticalScrollBar().setValue(top)
        else:
            self._show_selection()

    # columns

    def shown_columns(self) -> list[int]:
        """The columns on screen."""
        return [column for column in range(len(KEYS)) if not self.isColumnHidden(column)]

    def show_column(self, column: int, shown: bool) -> None:
        """Show or hide a column; remembered."""
        chosen = [one for one in range(len(KEYS)) if (shown if one == column else not self.isColumnHidden(one))]
        LIST_COLUMNS.set(",".join(KEYS[one] for one in chosen))
        self._show_columns()

    def _show_columns(self) -> None:
        kept = LIST_COLUMNS.get().split(",")
        for column, key in enumerate(KEYS):
            self.setColumnHidden(column, key not in kept and column != NAME)
        self._widths.fit()

    def _fold(self, row: int) -> None:
        if self.sites.heading(row) is not None:
            top = self.verticalScrollBar().value()
            self.sites.fold(row)
            self._show_selection(scroll=False)
            self.verticalScrollBar().setValue(top)
            self.selectionModel().setCurrentIndex(self.sites.index(row, NAME),
                                                  QItemSelectionModel.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        if event.key() in FOLDS and self.sites.heading(self.currentIndex().row()) is not None:
            self._fold(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def edit_name(self, site_id: str) -> bool:
        """Have the name of a site typed in its row; tells whether it is listed."""
        row = self.sites.row_of(site_id)
        if row < 0:
            return False
        self.scrollTo(self.sites.index(row, NAME))
        self.edit(self.sites.index(row, NAME))
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802, D102
        super().closeEditor(editor, hint)
        work, self._after_typing = self._after_typing, None
        if work is not None:
            work()

    @property
    def _is_typing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def site_after(self) -> str:
        """The id of the site after the selected one, or of the first; empty at the end of the list."""
        last = max((span.bottom() for span in self.selectionModel().selection()), default=-1)
        return self._first_of(range(last + 1, self.sites.rowCount()))

    def site_before(self) -> str:
        """The id of the site before the selected one, or of the last; empty at the start of the list."""
        first = min((span.top() for span in self.selectionModel().selection()), default=self.sites.rowCount())
        return self._first_of(range(first - 1, -1, -1))

    def _first_of(self, rows: Iterable[int]) -> str:
        return next((site_id for site_id in map(self.sites.site_at, rows) if site_id), "")

    def _select_on_map(self) -> None:
        if not self._following:
            spans = self.selectionModel().selection()
            found = (self.sites.site_at(row) for span in spans for row in range(span.top(), span.bottom() + 1))
            self._workbench.sites.select([site_id for site_id in found if site_id])

    def _show_selection(self, scroll: bool = True) -> None:
        selected = self._workbench.sites.selected()
        selection, last = QItemSelection(), self.sites.columnCount() - 1
        for first, end in _runs(self.sites.rows_of(selected)):
            selection.append(QItemSelectionRange(self.sites.index(first, 0), self.sites.index(end, last)))
        row = self.sites.row_of(selected[-1]) if selected else -1
        if row >= 0 and scroll:
            self.scrollTo(self.sites.index(row, 0))
        self._following = True
        self.selectionModel().select(selection, FOLLOW)
        if row >= 0:  # the arrow keys go on from here
            self.selectionModel().setCurrentIndex(self.sites.index(row, 0),
                                                  QItemSelectionModel.SelectionFlag.NoUpdate)
        self._following = False
        self.viewport().update()  # else rows that moved up after an undo stay painted where they were

    def _go_to(self, index: QModelIndex) -> None:
        site_id = self.sites.site_at(index.row())
        if site_id:
            self.gone_to.emit(site_id)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows that follow each other; rows in ascending order."""
    first = last = None
    for row in rows:
        if last is None or row != last + 1:
            if first is not None:
                yield first, last
            first = row
        last = row
    if first is not None:
        yield first, last
