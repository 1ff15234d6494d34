"""The measured crossings as the rows of a table, in order downstream."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from yalu_plugin.gui.kinds import kind_icon, kind_name
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.layers.second_line import SecondLine

SITE_ID = Qt.ItemDataRole.UserRole
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Measures = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """One column: its header, what the header's tooltip says, and the text of a row in it."""

    title: str
    tooltip: str
    text: Callable[[Measures], str]
    number: bool = False


class CorridorModel(QAbstractTableModel):
    """Rows are the rows of `Measured.table` as plain dicts; set_rows replaces them all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Measures] = []
        self._columns = _columns()

    def set_rows(self, rows: Sequence[Measures], second: SecondLine | None = None) -> None:
        """Show these rows; with a second line, two more columns: the chainage on it and the difference."""
        self.beginResetModel()
        self._rows = list(rows)
        self._columns = _columns() + (_second_columns(second) if second else ())
        self.endResetModel()

    def row_of(self, site_id: str) -> int:
        """The row of a site, or -1."""
        return next((number for number, row in enumerate(self._rows) if row["site_id"] == site_id), -1)

    def as_text(self, origin: Mapping[str, str]) -> str:
        """The whole table as shown, tab separated, with its header: what a spreadsheet takes from the clipboard.

        `origin` (title to text) follows in every row: what is counted from where, and whose line it is.
        """
        lines = [[column.title for column in self._columns] + list(origin)]
        lines += [[column.text(row) for column in self._columns] + list(origin.values()) for row in self._rows]
        return "".join("\t".join(" ".join(text.split()) for text in line) + "\n" for line in lines)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        return {Qt.ItemDataRole.DisplayRole: column.title, Qt.ItemDataRole.ToolTipRole: column.tooltip}.get(role)

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tooltip(row)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return kind_icon(row["kind"])
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return RIGHT
        return row["site_id"] if role == SITE_ID else None


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Crossing"), tr("Name of the crossing"), site_label),
        Column(tr("km"), tr("Chainage: km along the river, growing downstream"),
               lambda row: decimals(row["chainage_km"], 2), True),
        Column(tr("gap, km"), tr("Gap to the next crossing downstream, along the river"),
               lambda row: decimals(row["gap_along_km"], 2), True),
        Column(tr("straight, km"), tr("Gap to the next crossing downstream, straight (WGS 84 ellipsoid)"),
               lambda row: decimals(row["gap_straight_km"], 2), True),
        Column(tr("offset, m"), tr("Distance from the line, which may itself be 50 to 150 m beside the stream"),
               lambda row: decimals(row["offset_m"], 0), True),
        Column(tr("Bank"), tr("Side of the line, facing downstream"), lambda row: side_name(row["side"])),
        Column(tr("County"), tr("County reach of the south bank; “?” within 2 km of a county break"), _county),
        Column(tr("Kind"), tr("Kind of crossing"), lambda row: kind_name(row["kind"])))


def _second_columns(second: SecondLine) -> tuple[Column, ...]:
    def other(row: Measures) -> float:
        return second.chainage_km.get(row["site_id"], math.nan)

    return (
        Column(tr("2nd line, km"), tr("Chainage on the second line, from the same datum"),
               lambda row: decimals(other(row), 2), True),
        Column(tr("difference, km"), tr("Chainage on the second line less that on the first"),
               lambda row: signed(other(row) - row["chainage_km"]), True))


def site_label(row: Measures) -> str:
    """The name of a crossing, or its kind where it has none."""
    return row["name"] or tr("{kind}, unnamed").format(kind=kind_name(row["kind"]))


def side_name(side: str) -> str:
    """A side of the line in the user's language."""
    return {"left": tr("left"), "right": tr("right")}.get(side, tr("on the line"))


def decimals(value: float, places: int) -> str:
    """A measure as text; nothing where there is none. No "-0.00"."""
    return "" if math.isnan(value) else f"{round(value, places) + 0.0:.{places}f}"


def signed(value: float, places: int = 2) -> str:
    """A difference as text, with its sign; nothing where there is none."""
    text = decimals(value, places)
    return f"+{text}" if text and float(text) > 0 else text


def _county(row: Measures) -> str:
    if not row["county"]:
        return tr("unknown")
    return str(row["county"]) if row["county_certain"] else tr("{county} ?").format(county=row["county"])


def _tooltip(row: Measures) -> str:
    lines = [site_label(row)]
    if row["county"] and not row["county_certain"]:
        lines.append(tr("County: within 2 km of a county break, so not certain"))
    return "\n".join(lines)
