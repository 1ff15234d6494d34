"""A table model of every row of a file to be imported, with its status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QItemSelection, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.core.importing.listed_rows import NO_ROW, ListedRows
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.kind_display import kind_icon, kind_name, state_name
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment, ImportRow
    from yalu_plugin.core.importing.import_source import Source, SourceRow

(NUMBER_COLUMN, STATUS_COLUMN, REASON_COLUMN, NAME_COLUMN, KIND_COLUMN, LATITUDE_COLUMN, LONGITUDE_COLUMN,
 OBSERVED_COLUMN, CHANGE_COLUMN) = range(9)
FIXED_COLUMNS = 9
FILE_COLUMNS = 50  # shown of the file: a table of 20,000 columns would block the window
_MAX_CHARACTERS = 300  # shown of a cell
_NUMERIC_COLUMNS = (NUMBER_COLUMN, LATITUDE_COLUMN, LONGITUDE_COLUMN)
_ICONS = {"good": "mIconSuccess", "repaired": "mActionToggleEditing", "check": "mIconWarning",
          "asked": "mActionHelpContents", "refused": "mIconDelete"}


def status_name(status: str) -> str:
    """Return the translated status of a row."""
    return {"good": tr("Good"), "repaired": tr("Repaired"), "check": tr("To check"), "asked": tr("Asked"),
            "refused": tr("Refused")}[status]


def reason_text(row: ImportRow) -> str:
    """Return, translated, what differs from the survey, what was repaired or is to be checked, or why it is refused."""
    from yalu_plugin.core.importing.difference_text import change_phrases

    return "; ".join(map(phrase_text, (*change_phrases(row), *row.reasons)))


def change_name(row: ImportRow) -> str:
    """Return, translated, what a row changes in the survey; empty where it is not imported."""
    from yalu_plugin.core.importing.difference_text import CHANGE_LABELS

    return tr(CHANGE_LABELS[row.change]) if row.change else ""


def observed_text(row: ImportRow) -> str:
    """Return the row's observations: "Present 2023-08-01 to 2023-08-31; Washed out 2024-07-30"."""
    return "; ".join(f"{state_name(seen['state'])} {_days(seen)}" for seen in row.observations)


class ImportModel(QAbstractTableModel):
    """Rows are the file's rows; columns are the status, the site created from the row, then the file's own columns.

    `show_status` and `show_change` filter the rows. A million rows are shown at once, as texts are only created for
    visible rows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._raw: Sequence[SourceRow] = ()
        self._status = self._change = ""
        self._shown: Sequence[int] = ()
        self._listed = ListedRows()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._columns, self._raw, self._listed, self._shown = (), (), ListedRows(), ()
        self.endResetModel()

    def set_rows(self, source: Source | None, assessment: ImportAssessment) -> None:
        """Show the assessed rows of `source`, changes first; without a source, without columns of a file."""
        self.beginResetModel()
        self._columns, self._raw = (source.columns[:FILE_COLUMNS], source.rows) if source else ((), ())
        self._listed = assessment.listed
        self._filter_rows()
        self.endResetModel()

    def show_status(self, status: str) -> None:
        """Show only the rows with this status; all for ""."""
        self.beginResetModel()
        self._status = status
        self._filter_rows()
        self.endResetModel()

    def show_change(self, change: str) -> None:
        """Show only the rows with this change of the survey; all for ""."""
        self.beginResetModel()
        self._change = change
        self._filter_rows()
        self.endResetModel()

    def row_at(self, index: QModelIndex) -> ImportRow | None:
        """Return the row at an index, None for an invalid one."""
        return self._row(index.row()) if index.isValid() else None

    def rows_in(self, selection: QItemSelection) -> Iterator[ImportRow]:
        """Yield the rows of a selection of whole rows: range by range, for a million rows are one range."""
        return (self._row(row) for part in selection for row in range(part.top(), part.bottom() + 1))

    def index_of(self, number: int) -> QModelIndex:
        """Return the index of the row with this number, an invalid one if it is not shown."""
        found = next((at for at, position in enumerate(self._shown) if self.rows[position].number == number), None)
        return QModelIndex() if found is None else self.index(found, NUMBER_COLUMN)

    def reason_at(self, index: QModelIndex) -> str:
        """Return the whole reason of the row at this index, "" if there is none."""
        return reason_text(self._row(index.row())) if index.isValid() else ""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else FIXED_COLUMNS + len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and section >= FIXED_COLUMNS:
            return tr("As it is in the file")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section >= FIXED_COLUMNS:
            return one_line(self._columns[section - FIXED_COLUMNS][:_MAX_CHARACTERS])
        return (tr("Row"), tr("Status"), tr("Changes and reasons"), tr("Name"), tr("Kind"), tr("Latitude"),
                tr("Longitude"), tr("Observed"), tr("Change"))[section]

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        row, column = self._row(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(index.row(), column)[:_MAX_CHARACTERS])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._text(index.row(), column))
        if role == Qt.ItemDataRole.DecorationRole:
            return _icon(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMERIC_COLUMNS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @property
    def rows(self) -> Sequence[ImportRow]:
        """All rows in order, also those that are not shown."""
        return self._listed.rows

    def _filter_rows(self) -> None:
        self._shown = self._listed.indexes(self._status, self._change)

    def _row(self, position: int) -> ImportRow:
        return self.rows[self._shown[position]]

    def _text(self, position: int, column: int) -> str:
        row = self._row(position)
        if column >= FIXED_COLUMNS:
            return self._raw_text(self._listed.places[self._shown[position]], self._columns[column - FIXED_COLUMNS])
        if column == NUMBER_COLUMN:
            return "" if row.is_gone else str(row.number)
        if column == STATUS_COLUMN:
            return "" if row.is_gone else status_name(row.status)
        if column == CHANGE_COLUMN:
            return change_name(row)
        if column == REASON_COLUMN:
            return reason_text(row)
        if column == OBSERVED_COLUMN:
            return observed_text(row)
        if row.site is not None:
            return _site_text(row.site, column)
        if column == KIND_COLUMN and row.of_observation is not None:
            return tr("Observation")
        return row.label if column == NAME_COLUMN else ""

    def _raw_text(self, place: int, column: str) -> str:
        """Return a text of the file; empty for a site that it has no longer."""
        return str(self._raw[place].values.get(column, "")) if place != NO_ROW else ""


def _site_text(site: Mapping[str, Any], column: int) -> str:
    if column == NAME_COLUMN:
        return str(site["name"] or "")
    if column == KIND_COLUMN:
        return kind_name(str(site["kind"]))
    return f"{site['lat' if column == LATITUDE_COLUMN else 'lon']:.6f}"


def _icon(row: ImportRow, column: int) -> QIcon | None:
    if column == STATUS_COLUMN and not row.is_gone:
        return QgsApplication.getThemeIcon(f"/{_ICONS[row.status]}.svg")
    if column == KIND_COLUMN and row.site is not None:
        return kind_icon(str(row.site["kind"]))
    return None


def _days(seen: Mapping[str, Any]) -> str:
    first, last = seen.get("seen_from"), seen.get("seen_to")
    if first and last:
        return str(first) if first == last else tr("{first} to {last}").format(first=first, last=last)
    return tr("until {last}").format(last=last) if last else tr("from {first}").format(first=first)
