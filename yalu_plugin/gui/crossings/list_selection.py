"""Keeps the selection of the list of sites the same as the map's, and finds the sites before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QObject
from qgis.PyQt.QtWidgets import QTableView

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.crossings.sites_model import SitesModel
from yalu_plugin.workbench import Workbench

MAX_ENTRIES = 1_000  # of a change; a larger one is not a recorded observation
SELECT_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ListSelection(QObject):
    """Synchronises a table with the map. Unlisted sites stay selected on the map until the user uses the list."""

    def __init__(self, table: QTableView, sites: SitesModel, workbench: Workbench) -> None:
        super().__init__(table)
        self._table, self._sites, self._workbench = table, sites, workbench
        self._updating = False
        self._old_neighbours: tuple[str, str] | None = None  # ids before and after the old row of a site that moved
        table.selectionModel().selectionChanged.connect(self._select_on_map)
        workbench.sites.selection_changed.connect(self._on_map_selection_changed)

    # selection

    def show_map_selection(self, scroll: bool = True) -> None:
        """Select in the list what is selected on the map."""
        selected, sites, model = self._workbench.sites.selected(), self._sites, self._table.selectionModel()
        selection, last = QItemSelection(), sites.columnCount() - 1
        for first, end in _runs(sites.rows_of(selected)):
            selection.append(QItemSelectionRange(sites.index(first, 0), sites.index(end, last)))
        row = sites.row_of(selected[-1]) if selected else -1
        if row >= 0 and scroll:
            self._table.scrollTo(sites.index(row, 0))
        self._updating = True
        model.select(selection, SELECT_ROWS)
        if row >= 0:  # the arrow keys continue from here
            model.setCurrentIndex(sites.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._updating = False
        self._table.viewport().update()  # otherwise rows that moved up after an undo stay painted at their old position

    def deselect_unlisted(self) -> None:
        """Deselect sites that are not listed: a user of the list expects to act on what it shows as selected."""
        listed = self._selected_ids()
        if len(listed) != len(self._workbench.sites.selected()):
            self._workbench.sites.select(listed)

    def deselect_filtered(self) -> None:
        """Deselect sites that do not fit the filter; those under folded headings stay selected."""
        self._old_neighbours = None
        selected, listing = self._workbench.sites.selected(), self._sites.listing
        fids = listing.fids_of(selected)
        fitting = listing.fitting(fids)
        if len(fitting) != len(selected):
            self._workbench.sites.select([one for one, fid in zip(selected, fids) if fid in fitting])
        self.show_map_selection()

    def _selected_ids(self) -> list[str]:
        spans = self._table.selectionModel().selection()
        found = (self._sites.site_at(row) for span in spans for row in range(span.top(), span.bottom() + 1))
        return [site_id for site_id in found if site_id]

    def _select_on_map(self) -> None:
        if not self._updating:
            self._workbench.sites.select(self._selected_ids())

    def _on_map_selection_changed(self) -> None:
        self._old_neighbours = None
        self.show_map_selection()

    # neighbours

    def site_after(self) -> str:
        """Return the id of the site after the selected one, or of the first; empty at the end of the list.

        If an observation just moved the selected site elsewhere in the list, or out of it, the neighbour of its old
        row is returned.
        """
        if self._old_neighbours is not None:
            return self._if_listed(self._old_neighbours[1])
        last = max((span.bottom() for span in self._table.selectionModel().selection()), default=-1)
        return self._first_of(range(last + 1, self._sites.rowCount()))

    def site_before(self) -> str:
        """Return the id of the site before the selected one, or of the last; empty at the start of the list."""
        if self._old_neighbours is not None:
            return self._if_listed(self._old_neighbours[0])
        first = min((span.top() for span in self._table.selectionModel().selection()), default=self._sites.rowCount())
        return self._first_of(range(first - 1, -1, -1))

    @contextmanager
    def applying(self, delta: Delta) -> Iterator[None]:
        """Remember the neighbours of the selected site while a change that may move it is shown inside.

        It stays selected on the map even if it leaves the list, as the next observation or undo is about it.
        """
        self._updating = True
        with self._neighbours(delta):
            yield
        self._updating = False

    @contextmanager
    def _neighbours(self, delta: Delta) -> Iterator[None]:
        selected, context = self._workbench.sites.selected(), self._sites.listing.context
        if context is None or len(selected) != 1 or len(delta.entries) > MAX_ENTRIES or (
                context.facts.fid_of("sites", selected[0]) not in self._sites.listing.touched(delta)):
            yield
            return
        was_listed = self._old_neighbours is not None or self._sites.row_of(selected[0]) >= 0
        before = (self.site_before(), self.site_after()) if was_listed else None
        yield
        if before is not None and self._old_neighbours is None and (self.site_before(), self.site_after()) != before:
            self._old_neighbours = before

    def _if_listed(self, site_id: str) -> str:
        return site_id if site_id and self._sites.row_of(site_id) >= 0 else ""

    def _first_of(self, rows: Iterable[int]) -> str:
        return next((site_id for site_id in map(self._sites.site_at, rows) if site_id), "")


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the first and last row of each run of consecutive rows; `rows` is ascending."""
    run: tuple[int, int] | None = None
    for row in rows:
        if run is not None and row == run[1] + 1:
            run = run[0], row
        else:
            if run is not None:
                yield run
            run = row, row
    if run is not None:
        yield run
