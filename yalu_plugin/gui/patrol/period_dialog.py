"""The dialog that asks for the first and last day of a period."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from yalu_plugin.core.period import Period
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr


class PeriodDialog(QDialog):
    """Starts with a period, if there is one; `chosen` is emitted with the first and last day."""

    chosen = pyqtSignal(object)

    def __init__(self, period: Period | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_period_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Period"))
        days = (period.first, period.last) if period is not None else (None, None)
        self.first, self.last = (DateField(date.fromisoformat(day) if day else None) for day in days)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._accept_days)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        for text, field, name in ((tr("From (UTC)"), self.first, "first"), (tr("To (UTC)"), self.last, "last")):
            label = plain_label(text)
            label.setBuddy(field)
            field.setObjectName(f"yalu_period_{name}")
            field.setAccessibleName(text)
            field.changed.connect(self._show)
            form.addRow(label, field)
        form.addRow(self._buttons)
        self._show()

    def _days(self) -> tuple[date, date] | None:
        first, last = self.first.day(), self.last.day()
        return (first, last) if first is not None and last is not None and first <= last else None

    def _accept_days(self) -> None:
        days = self._days()
        if days is not None:
            self.chosen.emit(days)
            self.accept()

    def _show(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._days() is not None)
