"""Every row of a file to be imported with its fate, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.gui.kinds import kind_icon, kind_name
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import ImportRow
    from yalu_plugin.core.importing.source import Source

FATE = Qt.ItemDataRole.UserRole
NUMBER_COLUMN, FATE_COLUMN, REASON_COLUMN, NAME_COLUMN, KIND_COLUMN, LATITUDE_COLUMN, LONGITUDE_COLUMN = range(7)
OWN_COLUMNS = 7
_NUMBERS = (NUMBER_COLUMN, LATITUDE_COLUMN, LONGITUDE_COLUMN)
_ICONS = {"good": "mIconSuccess", "repaired": "mIconSuccess", "check": "mIconWarning", "asked": "mIconInfo",
          "refused": "mIconDelete"}


def fate_name(fate: str) -> str:
    """The fate of a row in the user's language."""
    return {"good": tr("good"), "repaired": tr("repaired"), "check": tr("check"), "asked": tr("asked"),
            "refused": tr("refused")}[fate]


def reason_text(row: ImportRow) -> str:
    """How the row was repaired or why it was refused, in the user's language."""
    return "; ".join(map(phrase_text, row.reasons))


class ImportModel(QAbstractTableModel):
    """Rows are the file's rows; columns are the fate, the site the row makes, then the file's own columns as read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._raw_columns: tuple[str, ...] = ()
        self._raw: list[dict[str, str]] = []
        self.rows: list[ImportRow] = []

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._raw_columns, self._raw, self.rows = (), [], []
        self.endResetModel()

    def set_rows(self, source: Source, rows: Sequence[ImportRow]) -> None:
        """Show the rows prepared from `source`, in its order."""
        self.beginResetModel()
        self._raw_columns, self._raw = source.columns, [row.values for row in source.rows]
        self.rows = list(rows)
        self.endResetModel()

    def count(self, fate: str) -> int:
        """How many rows have this fate."""
        return sum(row.fate == fate for row in self.rows)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else OWN_COLUMNS + len(self._raw_columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and section >= OWN_COLUMNS:
            return tr("As it stands in the file")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section >= OWN_COLUMNS:
            return self._raw_columns[section - OWN_COLUMNS]
        return (tr("Row"), tr("Fate"), tr("Reason"), tr("Name"), tr("Kind"), tr("Latitude"), tr("Longitude"))[section]

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        row, column = self.rows[index.row()], index.column()
        if role == FATE:
            return row.fate
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, at: int, column: int) -> str:
        row = self.rows[at]
        if column >= OWN_COLUMNS:
            return self._raw[at].get(self._raw_columns[column - OWN_COLUMNS], "")
        if column == NUMBER_COLUMN:
            return str(row.number)
        if column == FATE_COLUMN:
            return fate_name(row.fate)
        if column == REASON_COLUMN:
            return reason_text(row)
        if row.site is None:
            return ""
        if column == NAME_COLUMN:
            return str(row.site["name"] or "")
        if column == KIND_COLUMN:
            return kind_name(str(row.site["kind"]))
        return f"{row.site['lat' if column == LATITUDE_COLUMN else 'lon']:.6f}"

    def _icon(self, row: ImportRow, column: int) -> QIcon | None:
        if column == FATE_COLUMN:
            return QgsApplication.getThemeIcon(f"/{_ICONS[row.fate]}.svg")
        if column == KIND_COLUMN and row.site is not None:
            return kind_icon(str(row.site["kind"]))
        return None
