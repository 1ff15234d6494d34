"""The survey's sites as rows of a list, in columns that can be sorted, filtered and grouped under headings.

Sorted and filtered here: Qt's own proxy asks Python for each comparison, which takes seconds at 100,000 sites.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.site_name import own_name
from yalu_plugin.core.survey.along import Along
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.gui.crossings.site_columns import COUNTY, KM, NAME, STATE, group_heading, site_columns
from yalu_plugin.gui.crossings.site_filter import Chip, SiteFilter
from yalu_plugin.gui.crossings.site_words import Known, tooltip
from yalu_plugin.gui.kinds import kind_icon
from yalu_plugin.gui.plain import plain_tooltip
from yalu_plugin.i18n import tr
from yalu_plugin.layers.site_name import unnamed_sites

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.fid_list import FidList
    from yalu_plugin.core.survey.columns.grouped import Heading

SITE_ID, HEADING = Qt.ItemDataRole.UserRole, int(Qt.ItemDataRole.UserRole) + 1  # HEADING: of a row that is one
UNGROUPED = -1
NEXT_DAY = (STATE, STATE + 1)  # columns that tell of a day
SortKey = tuple[Any, ...]


class SitesModel(QAbstractTableModel):
    """Rows are sites, and headings of groups; columns as in site_columns. `show_facts` replaces all of it, `take` what
    a change touched. `shown_changed`: other sites are listed, or another number of them.
    """

    shown_changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = site_columns()
        self._known: Known | None = None
        self.filter = SiteFilter()
        self._column, self._descending, self._group = KM, False, UNGROUPED
        self._folded: set[str] = set()  # headings
        self._order: FidList | None = None  # of all sites, ascending; None where there are no facts
        self._listed: FidList | None = None  # of those that fit, as the rows are where they are grouped, else ascending
        self._headings: list[Heading] = []
        self.shown = 0  # sites that fit, also under headings that are folded
        self._asked: tuple[int, Row | None] = -1, None  # the last site that was asked for, by its fid

    def longest_texts(self) -> list[str]:
        """Of each column a text as long as most."""
        return [column.longest for column in self._columns]

    @property
    def grouped_by(self) -> int:
        """The column that sites are grouped by, or UNGROUPED."""
        return self._group

    # what is listed

    def show_facts(self, facts: Facts | None, day: date | None, along: Along) -> None:
        """List the sites of these facts, or none, with their states on a day and where they lie along the river."""
        with self._anew():
            self._known = Known(facts, day, along) if facts is not None else None
            self._sort()

    def show_day(self, day: date | None) -> None:
        """Show the states of another day."""
        if self._known is None or self._known.day == day:
            return
        known = self._known._replace(day=day)
        if self.filter.by_state or self._group == STATE:
            with self._anew():
                self._known = known
                self._sort()
        elif self._column in NEXT_DAY:
            with self._rearranging():
                self._known = known
        else:
            self._known = known
            if self.rowCount():
                self.dataChanged.emit(self.index(0, NEXT_DAY[0]), self.index(self.rowCount() - 1, NEXT_DAY[1]))

    def find(self, text: str) -> None:
        """List only the sites with this text in their names, in any case; those called just that first."""
        with self._anew():
            self.filter.text = text.strip()

    def toggle(self, chip: Chip) -> None:
        """List only sites of this kind, state or the like, too; or no longer."""
        with self._anew():
            self.filter.toggle(chip)

    def group_by(self, column: int) -> None:
        """Put the sites under headings, by what they have in a column: kind, state or county; or UNGROUPED."""
        with self._anew():
            self._group = column
            self._folded.clear()

    def fold(self, row: int) -> None:
        """Hide the sites under a heading, or show them again."""
        heading = self.heading(row)
        if heading is not None:
            with self._anew():
                self._folded ^= {heading.text}

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """List by a column. Qt's header asks for one order twice."""
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) != (self._column, self._descending):
            with self._rearranging():
                self._column, self._descending = column, descending

    def take(self, delta: Delta, along: Along) -> None:
        """Show what a change touched, once the facts have it."""
        if self._known is None:
            return
        self._known = self._known._replace(along=along)
        fids = self._touched(delta)
        if "sources" in delta.tables or (fids and self._group != UNGROUPED):
            with self._anew():
                self._sort()
        elif fids:
            self._put_anew(fids)
            self.shown_changed.emit()

    def _put_anew(self, fids: set[int]) -> None:
        """What was changed is put in again one by one: until then it stands where it stood."""
        self._asked = -1, None
        fits, facts = self.filter.fitting(self._known), self._known.facts
        self._order, rest = self._order.without(fids), self._listed.without(fids)
        for fid in sorted(fids):
            site, place = facts.row_of_fid("sites", fid), self._listed.place(fid)
            row = self._place(place) if place >= 0 else -1
            if site is not None:
                self._order.insert(self._place_in(self._order, site, self._key), fid)
            if site is None or not fits(site):
                self._remove(row)
            else:
                self._put(row, site, rest)
        self.shown = len(self._listed)

    def _touched(self, delta: Delta) -> set[int]:
        """The fids of the sites of which a change tells something."""
        facts = self._known.facts
        seen = {row["site_id"] for rows in delta.changes("observations") for row in rows if row}
        found = (facts.fid_of("sites", site_id) for site_id in seen)
        return {(after or before)["fid"] for before, after in delta.changes("sites")} | {
            fid for fid in found if fid is not None}

    def _put(self, row: int, site: Row, rest: FidList) -> None:
        """Insert a site, or show its row anew, before what follows it in the `rest` of the list, and add it to that."""
        place = self._place_in(rest, site, self._key_in_list)
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
        self.dataChanged.emit(self.index(new, 0), self.index(new, self.columnCount() - 1))

    def _remove(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._listed.remove(self._place(row))
            self.endRemoveRows()

    def _sort(self) -> None:
        self._order = self._as_read() if self._known is not None else None
        for site in self._known.facts.all_sites.changed() if self._known is not None else ():
            self._order.insert(self._place_in(self._order, site, self._key), site["fid"])

    def _as_read(self) -> FidList:
        known, column = self._known, self._columns[self._column]
        sites = known.facts.all_sites
        if self._column == KM:
            return sites.by_value(known.along.chainages)
        if self._column == NAME:
            return sites.by_name(unnamed_sites())
        return sites.by_attribute(column.attribute(known), lambda value: column.sorted_by(known, value))

    def _arrange(self) -> None:
        """Of all sites those that fit, those called just what is sought first, in groups where they are grouped."""
        self._asked, self._headings = (-1, None), []
        self._listed, self.shown = self._order, 0
        if self._order is None:
            return
        listed, called = self.filter.listed(self._known, self._order), self.filter.called(self._known)
        if called is not None:
            listed = listed.parted(called, last=self._descending)
        self._listed, self.shown = listed, len(listed)
        if self._group != UNGROUPED:
            self._under_headings(listed)

    def _under_headings(self, listed: FidList) -> None:
        from yalu_plugin.core.survey.columns.grouped import grouped

        known = self._known
        fids = listed.fids[::-1] if self._descending else listed.fids
        codes, values = known.facts.all_sites.values(self._columns[self._group].attribute(known), fids)
        self._listed, self._headings = grouped(
            fids, codes, [group_heading(self._group, value) for value in values], self._folded)

    @contextmanager
    def _anew(self) -> Iterator[None]:
        """Other rows than before, once what they depend on is changed."""
        self.beginResetModel()
        yield
        self._arrange()
        self.endResetModel()
        self.shown_changed.emit()

    @contextmanager
    def _rearranging(self) -> Iterator[None]:
        """The same rows in another order, once what that depends on is changed; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        fids = [self._fid(index.row()) for index in before]
        yield
        self._sort()
        self._arrange()
        rows = self._rows_by_fid(fids)
        self.changePersistentIndexList(
            before, [self.index(rows.get(fid, -1), index.column()) for fid, index in zip(fids, before)])
        self.layoutChanged.emit()

    def _place_in(self, fids: FidList, site: Row, key: Callable[[Row], SortKey]) -> int:
        """The place of a site among others that are in order."""
        own, low, high = key(site), 0, len(fids)
        while low < high:
            middle = (low + high) // 2
            other = self._known.facts.row_of_fid("sites", fids[middle])
            low, high = (middle + 1, high) if key(other) < own else (low, middle)
        return low

    def _key(self, site: Row) -> SortKey:
        """What all sites are in order by."""
        if self._column == KM:
            return self._known.along.chainages.get(site["id"], float("inf")), site["id"]
        if self._column == NAME:
            return *_name_key(site), site["id"]
        text = self._sorted_text(site).casefold()
        return not text, text, site["id"]

    def _sorted_text(self, site: Row) -> str:
        if self._column == COUNTY:  # without the question mark of one that is not certain
            return self._columns[COUNTY].words(self._known, self._known.along.county_of(site)[0])
        return self._columns[self._column].text(self._known, site)

    def _key_in_list(self, site: Row) -> SortKey:
        return self.filter.is_called(site) == self._descending, *self._key(site)

    # rows

    def row_of(self, site_id: str) -> int:
        """The row of a site, or -1."""
        return next(iter(self.rows_of([site_id])), -1)

    def rows_of(self, site_ids: Iterable[str]) -> list[int]:
        """The rows of sites, in the order of rows, as far as they are listed."""
        if self._listed is None:
            return []
        facts = self._known.facts
        fids = [fid for fid in (facts.fid_of("sites", site_id) for site_id in site_ids) if fid is not None]
        return sorted(map(self._place, self._listed.places(fids)))

    def _rows_by_fid(self, fids: Iterable[int]) -> dict[int, int]:
        places = self._listed.places(set(fids)) if fids else []
        return {self._listed[place]: self._place(place) for place in places}

    def site_at(self, row: int) -> str:
        """The id of the site in a row, empty for a heading."""
        return self._known.facts.id_of("sites", self._fid(row)) or ""

    def heading(self, row: int) -> Heading | None:
        """The heading in a row, None where a site is there."""
        if not self._headings:
            return None
        from yalu_plugin.core.survey.columns.grouped import heading_number

        number = heading_number(self._fid(row))
        return self._headings[number] if number >= 0 else None

    def _fid(self, row: int) -> int:
        return self._listed[self._place(row)]

    def _site(self, row: int) -> Row | None:
        fid = self._fid(row)
        if self._asked[0] != fid:  # Qt asks for one thing after the other of the same row
            self._asked = fid, self._known.facts.row_of_fid("sites", fid)
        return self._asked[1]

    def _place(self, row: int) -> int:
        """The place of a row in the list, and the other way round."""
        return len(self._listed) - 1 - row if self._descending and self._group == UNGROUPED else row

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() or self._listed is None else len(self._listed)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:  # noqa: D102
        if index.isValid() and self.heading(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].tooltip
        return None

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        heading = self.heading(index.row())
        if heading is not None:
            return _heading_data(heading, index.column(), role)
        site = self._site(index.row())
        if site is None:
            return None
        if role == SITE_ID:
            return site["id"]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._columns[index.column()].text(self._known, site))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            return kind_icon(site["kind"])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(tooltip(self._known, site))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == KM:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _heading_data(heading: Heading, column: int, role: int) -> object:
    if role == HEADING:
        return heading
    if role == Qt.ItemDataRole.DisplayRole and column == NAME:
        return tr("{group} ({n})").format(group=one_line(heading.text) or tr("Not known"), n=heading.sites)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tr("Click to show these sites") if heading.folded else tr("Click to hide these sites")
    return None


def _name_key(site: Row) -> SortKey:
    """By name; sites without one by their number, where the words before it belong."""
    from yalu_plugin.core.survey.columns.all_sites import word_of_unnamed

    name = own_name(site["name"]).casefold()
    return (name, False, 0) if name else (word_of_unnamed(site["kind"], unnamed_sites()), True, site["fid"])
