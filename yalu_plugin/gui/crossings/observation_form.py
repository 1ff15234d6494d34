"""The fields of an observation: state, days, reason why not observable, confidence, likelihood, note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import NOT_OBSERVABLE, STATES
from yalu_plugin.core.value_labels import COLUMN_LABELS
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.kind_display import state_name
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr

EMPTY = "–"


class ObservationForm(QWidget):
    """Edits an observation.

    `prefix` starts the object names of the fields. Values without a label are kept as they are. Only an observation
    `of_image` can be below its resolution.
    """

    changed = pyqtSignal()

    def __init__(self, prefix: str, of_image: bool = True) -> None:
        super().__init__()
        self._state = combo_box({state: state_name(state) for state in STATES})
        self._first, self._last = DateField(may_be_empty=True), DateField()
        self._first.setPlaceholderText(tr("Open"))
        self._reason = combo_box(value_texts("reason"))
        self._confidence = combo_box(value_texts("confidence"))
        self._likelihood = combo_box(value_texts("likelihood"))
        self._below = QCheckBox(tr("Below the image's resolution"))
        self._note = QLineEdit()
        self._rows = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for name, text, field in (
                ("state", tr("State"), self._state), ("seen_from", tr("First day (UTC)"), self._first),
                ("seen_to", tr("Last day (UTC)"), self._last), ("reason", tr("Why not observable"), self._reason),
                ("confidence", tr("Confidence"), self._confidence), ("likelihood", tr("Likelihood"), self._likelihood),
                ("below_resolution", "", self._below), ("note", tr("Note"), self._note)):
            field.setObjectName(f"{prefix}_{name}")
            field.setAccessibleName(text or self._below.text())
            if of_image or field is not self._below:
                form.addRow(plain_label(text), field)
        for box in (self._state, self._reason, self._confidence, self._likelihood):
            box.currentIndexChanged.connect(self._show)
        for line in (self._first, self._last, self._note):
            line.textChanged.connect(self._show)
        self._below.toggled.connect(self._show)
        self._show()

    def fill(self, row: Row) -> None:
        """Show the values of an observation."""
        for name, box in self._boxes().items():
            select_value(box, row.get(name))
        for name, field in (("seen_from", self._first), ("seen_to", self._last)):
            field.set_day(date.fromisoformat(row[name]) if row.get(name) else None)
        self._below.setChecked(bool(row.get("below_resolution")))
        self._note.setText(row.get("note") or "")

    def values(self) -> Row:
        """Return the values by column: days in ISO 8601, None for empty fields."""
        first, last = self._first.day(), self._last.day()
        return {**{name: box.currentData() for name, box in self._boxes().items()},
                "seen_from": first and first.isoformat(), "seen_to": last and last.isoformat(),
                "below_resolution": True if self._below.isChecked() else None, "note": self._note.text() or None}

    def is_valid(self) -> bool:
        """Whether both days are valid."""
        return bool(self._first.is_valid() and self._last.is_valid())

    def add_row(self, text: str, field: QWidget) -> None:
        """Add a field of the caller at the end, in line with the others."""
        self._rows.addRow(plain_label(text), field)

    def _boxes(self) -> dict[str, QComboBox]:
        return {"state": self._state, "reason": self._reason, "confidence": self._confidence,
                "likelihood": self._likelihood}

    def _show(self, *_: object) -> None:
        self._reason.setEnabled(self._state.currentData() == NOT_OBSERVABLE)
        self.changed.emit()


def value_texts(column: str) -> dict[str, str]:
    """Return the translated labels of a column's values."""
    return {value: tr(COLUMN_LABELS[column][value]) for value in COLUMN_LABELS[column]}


def combo_box(labels: Mapping[str, str], box: QComboBox | None = None) -> QComboBox:
    """Return a combo box of values by these labels, with an empty first item; `box` is filled if given."""
    box = box if box is not None else QComboBox()
    box.addItem(EMPTY, None)
    for value, label in labels.items():
        box.addItem(label, value)
    return box


def select_value(box: QComboBox, value: object) -> None:
    """Select a value; one that the box does not have is added as it is."""
    if box.findData(value) < 0:
        box.addItem(str(value), value)
    box.setCurrentIndex(box.findData(value))
