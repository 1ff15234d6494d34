"""The day on which sites are retired."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.i18n import tr

WIDTH = 420  # pixels


class RetireDialog(QDialog):
    """`names` says which sites; `day` stands there first."""

    def __init__(self, parent: QWidget, names: str, day: date) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_retire_dialog")
        self.setWindowTitle(tr("Retire"))
        text = wrapping_label("yalu_retire_about")
        text.setText(tr("{sites}: kept with all that was seen, and counted no more after this day. It can be brought "
                        "back.").format(sites=names))
        self._day = DateField(day)
        self._day.setObjectName("yalu_retire_day")
        self._day.setAccessibleName(tr("Last day it counts (UTC)"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(plain_label(tr("Last day it counts (UTC)")), self._day)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self._day.changed.connect(self._show)
        self.resize(WIDTH, self.sizeHint().height())

    def day(self) -> str:
        """The day, ISO 8601."""
        return str(self._day.day())

    def _show(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._day.day() is not None)
