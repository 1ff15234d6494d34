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
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.gui.crossings.sites_model import SITE_ID, SitesModel
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

FOLLOW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class SitesList(QTreeView):
    """Its selection is the map's selection. `gone_to` brings the id of a site that was double-clicked."""

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
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)  # else each of 100,000 rows is asked for its height
        self.setMinimumHeight(48)  # three panels below each other have to fit a screen of 768 pixels
        self.setSortingEnabled(True)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.header().setStretchLastSection(False)
        self.header().setResizeContentsPrecision(0)  # by the rows in view
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

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
        rows = [self._sites.row_of(site_id) for site_id in self._workbench.sites.selected()]
        selection, last = QItemSelection(), self._sites.columnCount() - 1
        for first, end in _runs(sorted(row for row in rows if row >= 0)):
            selection.append(QItemSelectionRange(self._sites.index(first, 0), self._sites.index(end, last)))
        if rows and rows[-1] >= 0:
            self.scrollTo(self._sites.index(rows[-1], 0))
        self._following = True
        self.selectionModel().select(selection, FOLLOW)
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
