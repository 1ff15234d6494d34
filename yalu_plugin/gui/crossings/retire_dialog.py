"""The dialog that asks for the day on which sites are retired."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.labels import fit_texts, plain_label, wrapping_label
from yalu_plugin.i18n import error_text, tr

WIDTH = 420  # pixels


class RetireDialog(QDialog):
    """Retires sites on a day; stays open and shows the error while that is refused.

    `names` describes the sites, `day` is proposed. `retire` gets the day (ISO 8601) and returns whether anything
    changed, which is `changed` afterwards.
    """

    def __init__(self, parent: QWidget, names: str, day: date, retire: Callable[[str], bool]) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_retire_dialog")
        self.setWindowTitle(tr("Retire"))
        self._retire, self.changed = retire, False
        text = wrapping_label("yalu_retire_about")
        text.setText(tr("{sites}: kept with all observations, but not counted after this day. This can be undone with "
                        "Bring back.").format(sites=names))
        self._day = DateField(day)
        self._day.setObjectName("yalu_retire_day")
        self._day.setAccessibleName(tr("Last day it counts (UTC)"))
        self._error = wrapping_label("yalu_retire_refused")
        self._error.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._retire_on_day)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(plain_label(tr("Last day it counts (UTC)")), self._day)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addLayout(form)
        column.addWidget(self._error)
        column.addWidget(self._buttons)
        self._day.changed.connect(self._show)
        fit_texts(self, WIDTH)

    def _retire_on_day(self) -> None:
        try:
            self.changed = self._retire(str(self._day.day()))
        except YaluError as error:
            self._error.setText(error_text(error))
            self._error.show()
            fit_texts(self)
            return
        self.accept()

    def _show(self) -> None:
        self._error.hide()  # it is about the day before the edit
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._day.day() is not None)
