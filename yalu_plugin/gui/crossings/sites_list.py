"""The survey's sites as a list to find, sort and choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from qgis.PyQt.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.gui.crossings.sites_model import SITE_ID, SitesModel
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

MARGIN_PX = 3  # above and below the text of a row
FOLLOW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


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
        self._sites = SitesModel(self)
        self.setModel(self._sites)
        self._set_up()
        self.selectionModel().selectionChanged.connect(self._select_on_map)
        self.doubleClicked.connect(self._go_to)
        workbench.sites.selection_changed.connect(self._show_selection)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(48)  # three panels below each other have to fit a screen of 768 pixels
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * MARGIN_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)  # by the rows in view
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def show_facts(self, facts: Facts | None, day: date | None, chainages: Mapping[str, float]) -> None:
        """List these sites, as `SitesModel.show_facts` takes them; those selected on the map stay selected."""
        self._sites.show_facts(facts, day, chainages)
        self._show_selection()

    def show_day(self, day: date | None) -> None:
        """Show the states of another day."""
        self._sites.show_day(day)

    def take(self, delta: Delta, chainages: Mapping[str, float]) -> None:
        """Show what a change touched."""
        self._sites.take(delta, chainages)
        self._show_selection()

    def find(self, text: str) -> None:
        """List only the sites with this text in their names."""
        self._sites.find(text)
        self._show_selection()

    def site_after(self) -> str:
        """The id of the site after the selected one, empty at the end of the list."""
        ends = [span.bottom() for span in self.selectionModel().selection()]
        following = self._sites.index(max(ends) + 1, 0) if ends else QModelIndex()
        return str(following.data(SITE_ID)) if following.isValid() else ""

    def _select_on_map(self) -> None:
        if not self._following:
            spans = self.selectionModel().selection()
            self._workbench.sites.select([self._sites.site_at(row) for span in spans
                                          for row in range(span.top(), span.bottom() + 1)])

    def _show_selection(self) -> None:
        selected = self._workbench.sites.selected()
        selection, last = QItemSelection(), self._sites.columnCount() - 1
        for first, end in _runs(self._sites.rows_of(selected)):
            selection.append(QItemSelectionRange(self._sites.index(first, 0), self._sites.index(end, last)))
        row = self._sites.row_of(selected[-1]) if selected else -1
        if row >= 0:
            self.scrollTo(self._sites.index(row, 0))
        self._following = True
        self.selectionModel().select(selection, FOLLOW)
        if row >= 0:  # the arrow keys go on from here
            self.selectionModel().setCurrentIndex(self._sites.index(row, 0),
                                                  QItemSelectionModel.SelectionFlag.NoUpdate)
        self._following = False
        self.viewport().update()  # else rows that moved up after an undo stay painted where they were

    def _go_to(self, index: QModelIndex) -> None:
        self.gone_to.emit(index.siblingAtColumn(0).data(SITE_ID))


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
