"""The model of the list of sites, which can be sorted, filtered and grouped under headings.

It sorts and filters itself, as Qt's proxy model calls Python for each comparison: seconds at 100,000 sites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.river_positions import RiverPositions
from yalu_plugin.gui.crossings.listing import UNGROUPED, Listing
from yalu_plugin.gui.crossings.site_cells import SITE_ROLES, cell_flags, heading_cell, site_cell
from yalu_plugin.gui.crossings.site_columns import SINCE, STATE
from yalu_plugin.gui.crossings.site_filter import Chip
from yalu_plugin.gui.crossings.site_texts import SiteContext

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.fid_list import FidList
    from yalu_plugin.core.survey.columns.grouped import Heading

DAY_COLUMNS = (STATE, SINCE)  # columns that depend on the day
MAX_SINGLE_ROWS = 200  # changed sites; for more, a reset is faster, as Qt checks the selection for each moved row


class SitesModel(QAbstractTableModel):
    """Rows are sites and headings of groups; columns are those of site_columns.

    `show_facts` replaces all rows, `apply` those that a change affects. `shown_changed`: other sites are listed.
    """

    shown_changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listing = Listing()  # read-only for others
        self._cached_site: tuple[int, Row | None] = -1, None  # fid and row of the last site read

    def show_facts(self, facts: Facts | None, day: date | None, positions: RiverPositions) -> None:
        """List the sites of these facts, or none, with their states on a day and their positions along the river."""
        with self._resetting():
            self.listing.set_context(SiteContext(facts, day, positions) if facts is not None else None)
            self.listing.sort()

    def show_day(self, day: date | None) -> None:
        """Show the states of another day."""
        listing = self.listing
        if listing.context is None or listing.context.day == day:
            return
        context = listing.context._replace(day=day)
        if listing.filter.depends_on_day or listing.group == STATE:
            with self._resetting():
                listing.context = context
                listing.sort()
        elif listing.column in DAY_COLUMNS:
            with self._rearranging():
                listing.context = context
        else:
            listing.context = context
            if self.rowCount():
                self.dataChanged.emit(self.index(0, STATE), self.index(self.rowCount() - 1, SINCE))

    def find(self, text: str) -> None:
        """List only the sites with this text in their names, ignoring case; exact matches come first."""
        with self._resetting():
            self.listing.find(text)

    def toggle(self, chip: Chip) -> None:
        """Add a value to the filter, or remove it."""
        with self._resetting():
            self.listing.toggle(chip)

    def group_by(self, column: int) -> None:
        """Group the sites by a column (kind, state or county), or UNGROUPED."""
        with self._resetting():
            self.listing.group = column
            self.listing.folded.clear()

    def fold(self, row: int) -> None:
        """Hide the sites under a heading, or show them again."""
        heading = self.heading(row)
        if heading is not None:
            with self._resetting():
                self.listing.folded ^= {heading.text}

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column. Qt's header requests each order twice."""
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) != (self.listing.column, self.listing.descending):
            with self._rearranging():
                self.listing.column, self.listing.descending = column, descending

    def apply(self, delta: Delta, positions: RiverPositions) -> None:
        """Show a change that the facts already have."""
        listing = self.listing
        if listing.context is None:
            return
        listing.context = listing.context._replace(positions=positions)
        listing.keep_edited(delta)
        fids = listing.touched(delta)
        if "sources" in delta.tables or len(fids) > MAX_SINGLE_ROWS or (fids and listing.group != UNGROUPED):
            with self._resetting():
                listing.sort()
        elif fids:
            self._update_rows(fids)
            self.shown_changed.emit()

    @contextmanager
    def _resetting(self) -> Iterator[None]:
        """Reset the rows after the changes made inside."""
        self.beginResetModel()
        yield
        self._cached_site = -1, None
        self.listing.arrange()
        self.endResetModel()
        self.shown_changed.emit()

    @contextmanager
    def _rearranging(self) -> Iterator[None]:
        """Sort the same rows again after the changes made inside; the selection is kept."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        fids = [self._fid(index.row()) for index in before]
        yield
        self._cached_site = -1, None
        self.listing.sort()
        self.listing.arrange()
        rows = self._rows_by_fid(fids)
        self.changePersistentIndexList(
            before, [self.index(rows.get(fid, -1), index.column()) for fid, index in zip(fids, before)])
        self.layoutChanged.emit()

    # single rows, if not grouped

    def _update_rows(self, fids: set[int]) -> None:
        """Move, insert or remove the rows of changed sites one by one; each keeps its old row until its turn."""
        self._cached_site = -1, None
        listing, context, listed = self.listing, self.listing.need_context(), self.listing.need_listed()
        fits, order = listing.filter.fitting(context), listing.need_order().without(fids)
        listing.order, rest = order, listed.without(fids)
        for fid in sorted(fids):
            site, place = context.facts.row_of_fid("sites", fid), listed.place(fid)
            row = self._position(place) if place >= 0 else -1
            if site is not None:
                order.insert(listing.place_in(order, site, listing.key), fid)
            if site is None or not (fid in listing.kept or fits(site)):
                self._remove(row)
            else:
                self._update_row(row, site, rest)
        listing.shown = len(listed)

    def _update_row(self, row: int, site: Row, rest: FidList) -> None:
        """Insert or move a site before its successor in `rest`, the other sites in order, and add it to that."""
        listed, place = self.listing.need_listed(), self.listing.place_in(rest, site, self.listing.key_in_list)
        before = listed.place(rest[place]) if place < len(rest) else len(listed)
        rest.insert(place, site["fid"])
        if row < 0:
            self._insert(before, site["fid"])
        else:
            self._refresh_row(row, before)

    def _insert(self, place: int, fid: int) -> None:
        row = self.rowCount() - place if self.listing.flipped else place
        self.beginInsertRows(QModelIndex(), row, row)
        self.listing.need_listed().insert(place, fid)
        self.endInsertRows()

    def _refresh_row(self, row: int, place: int) -> None:
        """Move a row before a position counted before the move, and refresh it."""
        old = self._position(row)
        place -= old < place
        new = self._position(place)
        if new != row and self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), new + (new > row)):
            listed = self.listing.need_listed()
            fid = listed[old]
            listed.remove(old)
            listed.insert(place, fid)
            self.endMoveRows()
        self.dataChanged.emit(self.index(new, 0), self.index(new, self.columnCount() - 1))

    def _remove(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            self.listing.need_listed().remove(self._position(row))
            self.endRemoveRows()

    # rows

    def row_of(self, site_id: str) -> int:
        """Return the row of a site, or -1."""
        return next(iter(self.rows_of([site_id])), -1)

    def rows_of(self, site_ids: Iterable[str]) -> list[int]:
        """Return the rows of those of the sites that are listed, ascending."""
        if self.listing.listed is None:
            return []
        return sorted(map(self._position, self.listing.listed.places(self.listing.fids_of(site_ids))))

    def _rows_by_fid(self, fids: Iterable[int]) -> dict[int, int]:
        listed = self.listing.listed
        return {listed[place]: self._position(place) for place in listed.places(set(fids))} if listed else {}

    def site_at(self, row: int) -> str:
        """Return the id of the site in a row, empty for a heading."""
        return self.listing.need_context().facts.id_of("sites", self._fid(row)) or ""

    def heading(self, row: int) -> Heading | None:
        """Return the heading in a row, None for a site."""
        return self.listing.heading_of(self._fid(row)) if row >= 0 and self.listing.headings else None

    def _fid(self, row: int) -> int:
        return self.listing.need_listed()[self._position(row)]

    def _site(self, row: int) -> Row | None:
        fid = self._fid(row)
        if self._cached_site[0] != fid:  # Qt reads several roles of the same row in succession
            self._cached_site = fid, self.listing.need_context().facts.row_of_fid("sites", fid)
        return self._cached_site[1]

    def _position(self, row: int) -> int:
        """Return the index in `listed` of a row, or the row of an index."""
        return self.rowCount() - 1 - row if self.listing.flipped else row

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() or self.listing.listed is None else len(self.listing.listed)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else len(self.listing.columns)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # noqa: D102
        return cell_flags(self.heading(index.row()), index.column()) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        column = self.listing.columns[section]
        texts = {Qt.ItemDataRole.DisplayRole: column.title, Qt.ItemDataRole.ToolTipRole: column.tooltip}
        return texts.get(role) if orientation == Qt.Orientation.Horizontal else None

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        heading = self.heading(index.row())
        if heading is not None:
            return heading_cell(heading, index.column(), role)
        site = self._site(index.row()) if role in SITE_ROLES else None
        return None if site is None else site_cell(self.listing, site, index.column(), role)
