"""A table model of the file's words and their readings (kinds, states and dates), to be confirmed or changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

from yalu_plugin.core.states import STATES
from yalu_plugin.gui.kind_display import every_kind, kind_name, state_name
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import WordReading

FIELD_COLUMN, TEXT_COLUMN, ROWS_COLUMN, READING_COLUMN = range(4)


class WordsModel(QAbstractTableModel):
    """A row for each text. A suggestion has a box to tick and is used only when ticked; `edited` follows a decision.

    `choices` has the decisions by field ("kind", "state", "date") and text, as in
    core.importing.import_assessment.Choices.
    """

    edited = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._readings: Sequence[WordReading] = ()
        self.choices: dict[str, dict[str, str]] = {"kind": {}, "state": {}, "date": {}}

    def reset(self) -> None:
        """Clear the decisions, for another file or other columns."""
        self.choices = {field: {} for field in self.choices}
        self.show_readings(())

    def show_readings(self, readings: Sequence[WordReading]) -> None:
        """Show these readings, which were made with `choices`."""
        self.beginResetModel()
        self._readings = readings
        self.endResetModel()

    def decided(self) -> dict[str, dict[str, str]]:
        """Return a copy of the decisions."""
        return {field: dict(texts) for field, texts in self.choices.items()}

    @property
    def open_questions(self) -> int:
        """Return how many texts are to be confirmed."""
        return sum(reading.asked for reading in self._readings)

    def confirm_all(self) -> None:
        """Accept every suggestion."""
        for reading in self._readings:
            if reading.asked:
                self.choices[reading.field][reading.text] = reading.value
        self.edited.emit()

    def reading_at(self, index: QModelIndex) -> WordReading:
        """Return the reading of a row of the table."""
        return self._readings[index.row()]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self._readings)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Meaning"), tr("Text in the file"), tr("Rows"), tr("Read as"))[section]

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # noqa: D102
        flags = super().flags(index)
        if index.column() == READING_COLUMN:
            flags |= Qt.ItemFlag.ItemIsEditable
            if self.reading_at(index).asked:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        reading, column = self.reading_at(index), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == READING_COLUMN and reading.asked:
            return Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column == READING_COLUMN:
            return reading.value
        if role == Qt.ItemDataRole.ToolTipRole and reading.asked:
            return tr("Tick to confirm; until then it is not used. Double-click to choose another.")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_field_name(reading.field), reading.text[:100], reading.times, _value_text(reading))[column]

    def setData(self, index: QModelIndex, value: object, role: int = 0) -> bool:  # noqa: N802, D102
        reading = self.reading_at(index)
        is_ticked = role == Qt.ItemDataRole.CheckStateRole
        choice = reading.value if is_ticked else _as_choice(reading.field, str(value))
        if choice is None or role not in (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.EditRole):
            return False
        self.choices[reading.field][reading.text] = choice
        self.edited.emit()
        return True


def options_for(field: str) -> dict[str, str]:
    """Return the survey's values that a text of this field can be read as, with their labels; none for dates."""
    if field == "kind":
        return {kind: kind_name(kind) for kind in every_kind()}
    if field == "state":
        return {"": tr("Not read"), **{state: state_name(state) for state in STATES}}
    return {}


def _as_choice(field: str, text: str) -> str | None:
    """Return the entered text as a choice; None if it is invalid. Dates may be entered in any clear form."""
    if field != "date" or not text.strip():
        return text.strip() if field == "date" or text in options_for(field) else None
    from yalu_plugin.core.importing.date_parser import DateError, read_date

    try:
        first, last = read_date(text)
    except DateError:
        return None
    return first if first is not None and first == last else f"{first or '..'}/{last or '..'}"


def _field_name(field: str) -> str:
    return {"kind": tr("Kind"), "state": tr("State"), "date": tr("Date")}[field]


def _value_text(reading: WordReading) -> str:
    text = options_for(reading.field).get(reading.value, reading.value) or tr("Not read")
    return tr("{text} ?").format(text=text) if reading.asked else text
