"""The survey's sites as rows of a list, downstream first: name, kind, state on the day, chainage.

Sorted and filtered here: Qt's own proxy asks Python for each comparison, which takes seconds at 100,000 sites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.names import folded
from yalu_plugin.gui.crossings.site_names import name_of_unnamed, names_of_unnamed, site_name
from yalu_plugin.gui.crossings.site_words import state_text, tooltip, word_of_state
from yalu_plugin.gui.kinds import kind_icon
from yalu_plugin.gui.plain import plain_tooltip
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.fid_list import FidList

SITE_ID = Qt.ItemDataRole.UserRole
NAME, STATE, KM = range(3)
SortKey = tuple[object, str]  # what a column sorts by, and the site's id


class SitesModel(QAbstractTableModel):
    """Rows are sites; columns name, state and km. `show_facts` replaces all of it, `take` what a change touched."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._day: date | None = None
        self._chainages: Mapping[str, float] = {}
        self._column, self._descending, self._sought = KM, False, ""
        self._order: FidList | None = None  # of all sites, ascending; None where there are no facts
        self._listed: FidList | None = None  # of those that are sought
        self._asked: tuple[int, Row | None] = -1, None  # the last site that was asked for, by its fid

    # what is listed

    def show_facts(self, facts: Facts | None, day: date | None, chainages: Mapping[str, float]) -> None:
        """List the sites of these facts, or none, with their states on a day and their chainages (km, by site id)."""
        self.beginResetModel()
        self._facts, self._day, self._chainages = facts, day, chainages
        self._list()
        self.endResetModel()

    def show_day(self, day: date | None) -> None:
        """Show the states of another day."""
        if self._column == STATE:
            with self._rearranging():
                self._day = day
            return
        self._day = day
        if self.rowCount():
            self.dataChanged.emit(self.index(0, STATE), self.index(self.rowCount() - 1, STATE))

    def find(self, text: str) -> None:
        """List only the sites with this text in their names, in any case."""
        self._sought = text.strip()
        self.beginResetModel()
        self._seek()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """List by a column. Qt's header asks for one order twice."""
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) != (self._column, self._descending):
            with self._rearranging():
                self._column, self._descending = column, descending

    def take(self, delta: Delta, chainages: Mapping[str, float]) -> None:
        """Show what a change touched, once the facts have it."""
        self._chainages = chainages
        fids = self._touched(delta) if self._order is not None else None
        if not fids:
            return
        self._asked = -1, None
        # what was changed is put in again one by one: until then it stands where it stood
        self._order, rest = self._order.without(fids), self._listed.without(fids)
        for fid in sorted(fids):
            site, place = self._facts.row_of_fid("sites", fid), self._listed.place(fid)
            row = self._place(place) if place >= 0 else -1
            if site is not None:
                self._order.insert(self._place_in(self._order, site), fid)
            if site is None or not self._is_sought(site):
                self._remove(row)
            else:
                self._put(row, site, rest)

    def _touched(self, delta: Delta) -> set[int]:
        """The fids of the sites of which a change tells something."""
        seen = {row["site_id"] for rows in delta.changes("observations") for row in rows if row}
        found = (self._facts.fid_of("sites", site_id) for site_id in seen)
        return {(after or before)["fid"] for before, after in delta.changes("sites")} | {
            fid for fid in found if fid is not None}

    def _put(self, row: int, site: Row, rest: FidList) -> None:
        """Insert a site, or show its row anew, before what follows it in the `rest` of the list, and add it to that."""
        place = self._place_in(rest, site)
        before = self._listed.place(rest[place]) if place < len(rest) else len(self._listed)
        rest.insert(place, site["fid"])
        if row < 0:
            self._insert(before, site["fid"])
        else:
            self._renew(row, before)

    def _insert(self, place: int, fid: int) -> None:
        row = len(self._listed) - place if self._descending else place
        self.beginInsertRows(QModelIndex(), row, row)
        self._listed.insert(place, fid)
        self.endInsertRows()

    def _renew(self, row: int, place: int) -> None:
        """Show a row anew, before this place of now."""
        old = self._place(row)
        place -= old < place
        new = self._place(place)
        if new != row and self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), new + (new > row)):
            fid = self._listed[old]
            self._listed.remove(old)
            self._listed.insert(place, fid)
            self.endMoveRows()
        self.dataChanged.emit(self.index(new, NAME), self.index(new, KM))

    def _remove(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._listed.remove(self._place(row))
            self.endRemoveRows()

    def _list(self) -> None:
        self._asked = -1, None
        self._order = self._as_read() if self._facts is not None else None
        for site in self._facts.all_sites.changed() if self._facts is not None else ():
            self._order.insert(self._place_in(self._order, site), site["fid"])
        self._seek()

    def _as_read(self) -> FidList:
        if self._column == KM:
            return self._facts.all_sites.by_value(self._chainages)
        if self._column == NAME:
            return self._facts.all_sites.by_name(name_of_unnamed)
        return self._facts.all_sites.by_state(self._day, word_of_state)

    def _seek(self) -> None:
        self._listed = self._order
        if self._order is not None:
            self._listed = self._order.only(self._facts.all_sites.find(self._sought, names_of_unnamed()))

    @contextmanager
    def _rearranging(self) -> Iterator[None]:
        """The same sites in another order, once what that depends on is changed; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        fids = [self._listed[self._place(index.row())] for index in before]
        yield
        self._list()
        rows = self._rows_by_fid(fids)
        self.changePersistentIndexList(
            before, [self.index(rows.get(fid, -1), index.column()) for fid, index in zip(fids, before)])
        self.layoutChanged.emit()

    def _is_sought(self, site: Row) -> bool:
        return folded(self._sought) in folded(site_name(site))

    def _place_in(self, fids: FidList, site: Row) -> int:
        """The place of a site among others that are in order."""
        key, low, high = self._key(site), 0, len(fids)
        while low < high:
            middle = (low + high) // 2
            other = self._facts.row_of_fid("sites", fids[middle])
            low, high = (middle + 1, high) if self._key(other) < key else (low, middle)
        return low

    def _key(self, site: Row) -> SortKey:
        if self._column == KM:
            return self._chainages.get(site["id"], float("inf")), site["id"]
        return self._text(site, self._column).casefold(), site["id"]

    # rows

    def row_of(self, site_id: str) -> int:
        """The row of a site, or -1."""
        return next(iter(self.rows_of([site_id])), -1)

    def rows_of(self, site_ids: Iterable[str]) -> list[int]:
        """The rows of sites, in the order of rows, as far as they are listed."""
        if self._listed is None:
            return []
        fids = [fid for fid in (self._facts.fid_of("sites", site_id) for site_id in site_ids) if fid is not None]
        return sorted(map(self._place, self._listed.places(fids)))

    def _rows_by_fid(self, fids: Iterable[int]) -> dict[int, int]:
        places = self._listed.places(set(fids)) if fids else []
        return {self._listed[place]: self._place(place) for place in places}

    def site_at(self, row: int) -> str:
        """The id of the site in a row."""
        return self._facts.id_of("sites", self._listed[self._place(row)])

    def _site(self, row: int) -> Row | None:
        fid = self._listed[self._place(row)]
        if self._asked[0] != fid:  # Qt asks for one thing after the other of the same row
            self._asked = fid, self._facts.row_of_fid("sites", fid)
        return self._asked[1]

    def _place(self, row: int) -> int:
        """The place of a row in ascending order, and the other way round."""
        return len(self._listed) - 1 - row if self._descending else row

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() or self._listed is None else len(self._listed)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Site"), tr("State"), tr("km"))[section]

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        site = self._site(index.row())
        if site is None:
            return None
        if role == SITE_ID:
            return site["id"]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(site, index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            return kind_icon(site["kind"])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(tooltip(self._facts, site, self._day))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == KM:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, site: Row, column: int) -> str:
        if column == NAME:
            return site_name(site)
        if column == STATE:
            return state_text(self._facts, site, self._day)
        km = self._chainages.get(site["id"])
        return "" if km is None else f"{km:.2f}"
