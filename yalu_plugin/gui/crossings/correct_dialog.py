"""The dialog that corrects an observation: its fields, and the reason that is stored in the record."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from yalu_plugin.core.published import Row
from yalu_plugin.gui.crossings.observation_form import ObservationForm
from yalu_plugin.gui.labels import fit_texts, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

WIDTH = 460  # pixels


class CorrectDialog(QDialog):
    """Edits the observation `row` as it was shown; `about` describes it."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget, row: Row, about: str) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_correct_dialog")
        self.setWindowTitle(tr("Correct observation"))
        self._workbench, self._messages, self._row = workbench, messages, row
        self._form = ObservationForm("yalu_correct")
        self._form.fill(row)
        self._shown = self._form.values()
        self._reason = QLineEdit()
        self._reason.setObjectName("yalu_correct_why")
        self._reason.setAccessibleName(tr("What changed and why"))
        self._reason.setPlaceholderText(tr("What changed and why; this is stored in the record"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._write)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(about)
        self._reason.textChanged.connect(self._update_ok_button)
        self._form.changed.connect(self._update_ok_button)
        self._update_ok_button()

    def _lay_out(self, about: str) -> None:
        label = wrapping_label("yalu_correct_about")
        label.setText(about)
        self._form.add_row(tr("Why"), self._reason)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self._form)
        column.addWidget(self._buttons)
        fit_texts(self, WIDTH)

    def _changed_values(self) -> Row:
        """Return the values that differ from those shown, so that an unedited field writes nothing."""
        return {name: value for name, value in self._form.values().items() if value != self._shown[name]}

    def _update_ok_button(self, *_: object) -> None:
        ready = bool(self._form.is_valid() and self._changed_values() and self._reason.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def _write(self) -> None:
        with self._messages.reporting():
            self._workbench.observing.correct(self._row, self._reason.text(), **self._changed_values())
            self.accept()
