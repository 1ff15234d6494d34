"""The survey's sites as rows of a list, downstream first: name, kind, state on the day, chainage.

Sorted and filtered here: Qt's own proxy asks Python for each comparison, which takes seconds at 100,000 sites.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.names import folded
from yalu_plugin.gui.crossings.site_names import names_of_unnamed, site_name
from yalu_plugin.gui.kinds import kind_icon, kind_name, short_state, state_name
from yalu_plugin.gui.plain import plain_tooltip
from yalu_plugin.i18n import tr

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
        self._keys: dict[str, SortKey] = {}  # by the id of each site
        self._order: list[SortKey] = []  # of all sites, ascending
        self._listed: list[SortKey] = []  # of those that are sought, ascending

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
        if self._listed:
            self.dataChanged.emit(self.index(0, STATE), self.index(len(self._listed) - 1, STATE))

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
        for before, after in delta.changes("sites"):
            if before is not None and (after is None or after["id"] != before["id"]):
                self._remove(before["id"])
            if after is not None:
                self._put(after["id"])
        for site_id in {row["site_id"] for rows in delta.changes("observations") for row in rows if row}:
            self._put(site_id)

    def _put(self, site_id: str) -> None:
        """Insert a site, or show it anew, at its place."""
        site = self._facts.row("sites", site_id)
        if site is None:
            return
        old, key = self._keys.get(site_id), self._key(site)
        row = self._row(old)
        self._put_in_order(old, key)
        if not self._is_sought(site):
            self._remove_row(row)
        elif row < 0:
            self._insert(key)
        else:
            self._renew(row, key)

    def _put_in_order(self, old: SortKey | None, key: SortKey) -> None:
        if old != key:
            if old is not None:
                del self._order[bisect_left(self._order, old)]
            insort(self._order, key)
            self._keys[key[1]] = key

    def _insert(self, key: SortKey) -> None:
        at = bisect_left(self._listed, key)
        row = len(self._listed) - at if self._descending else at
        self.beginInsertRows(QModelIndex(), row, row)
        self._listed.insert(at, key)
        self.endInsertRows()

    def _renew(self, row: int, key: SortKey) -> None:
        """Show a row anew, at its new place where what it is sorted by has changed."""
        old = self._listed[self._place(row)]
        if key != old:
            at = bisect_left(self._listed, key) - (key > old)
            new = self._place(at)
            moves = new != row and self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), new + (new > row))
            del self._listed[self._place(row)]
            self._listed.insert(at, key)
            if moves:
                self.endMoveRows()
            row = new
        self.dataChanged.emit(self.index(row, NAME), self.index(row, KM))

    def _remove(self, site_id: str) -> None:
        old = self._keys.pop(site_id, None)
        if old is not None:
            del self._order[bisect_left(self._order, old)]
            self._remove_row(self._row(old))

    def _remove_row(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._listed[self._place(row)]
            self.endRemoveRows()

    def _list(self) -> None:
        sites = self._facts.rows("sites") if self._facts is not None else []
        self._keys = {site["id"]: self._key(site) for site in sites}
        self._order = sorted(self._keys.values())
        self._seek()

    def _seek(self) -> None:
        found = self._facts.find(self._sought, names_of_unnamed()) if self._sought and self._facts is not None else None
        self._listed = [key for key in self._order if found is None or key[1] in found]

    @contextmanager
    def _rearranging(self) -> Iterator[None]:
        """The same sites in another order, once what that depends on is changed; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.site_at(index.row()) for index in before]
        yield
        self._list()
        self.changePersistentIndexList(
            before, [self.index(self.row_of(site_id), index.column()) for site_id, index in zip(ids, before)])
        self.layoutChanged.emit()

    def _is_sought(self, site: Row) -> bool:
        return folded(self._sought) in folded(site_name(site))

    def _key(self, site: Row) -> SortKey:
        if self._column == KM:
            return self._chainages.get(site["id"], float("inf")), site["id"]
        return (site_name(site) if self._column == NAME else self._state_text(site)).casefold(), site["id"]

    # rows

    def row_of(self, site_id: str) -> int:
        """The row of a site, or -1."""
        return self._row(self._keys.get(site_id))

    def _row(self, key: SortKey | None) -> int:
        at = bisect_left(self._listed, key) if key is not None else len(self._listed)
        return self._place(at) if at < len(self._listed) and self._listed[at] == key else -1

    def site_at(self, row: int) -> str:
        """The id of the site in a row."""
        return self._listed[self._place(row)][1]

    def _place(self, row: int) -> int:
        """The place of a row in ascending order, and the other way round."""
        return len(self._listed) - 1 - row if self._descending else row

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self._listed)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Site"), tr("State"), tr("km"))[section]

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        site_id = self.site_at(index.row())
        if role == SITE_ID:
            return site_id
        site = self._facts.row("sites", site_id)
        if site is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(site, index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            return kind_icon(site["kind"])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tooltip(site))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == KM:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    # words

    def _text(self, site: Row, column: int) -> str:
        if column == NAME:
            return site_name(site)
        if column == STATE:
            return self._state_text(site)
        km = self._chainages.get(site["id"])
        return "" if km is None else f"{km:.2f}"

    def _tooltip(self, site: Row) -> str:
        state = self._facts.state_on(site["id"], self._day)
        lines = [site_name(site), kind_name(site["kind"]), state_name(_state(state))]
        if state.get("seen_from"):
            lines[-1] += tr(", seen {seen_from} to {seen_to} (UTC)").format(**state)
        rivals = self._facts.rivals_of(site["id"]).get(state.get("observation_id"), ())
        if rivals:
            lines.append(tr("Or: {states}; seen on days that overlap, so which came last is not known.").format(
                states=", ".join(map(state_name, rivals))))
        return "\n".join(line for line in (*lines, site["note"]) if line)

    def _state_text(self, site: Row) -> str:
        """In one word; with a question mark where another state may have come after it."""
        state = self._facts.state_on(site["id"], self._day)
        if not state.get("valid_from"):
            return "–"
        rivals = self._facts.rivals_of(site["id"])
        return short_state(_state(state)) + (" ?" if state["observation_id"] in rivals else "")


def _state(state: Row) -> str:
    return str(state.get("state") or "unknown")
