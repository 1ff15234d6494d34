"""A field for a day, typed or pasted as 2024-02-15, or selected in a calendar.

QDateEdit edits a date section by section: where 2024-02-15 is typed over another day it silently drops the year.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from yalu_plugin.i18n import tr

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
WIDEST = "0000-00-00"  # as wide as any day; the buttons need space next to it
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateField(QLineEdit):
    """Holds a day, no day, or a text that is not a day yet.

    `changed` is emitted at each change of the text, `chosen` when the user confirms a day: by Return, by leaving the
    field after an edit, or by a click in the calendar, even on the same day. `settled` is emitted when typing is
    complete: after Return on a day, and after the calendar.
    """

    changed = pyqtSignal()
    chosen = pyqtSignal(object)
    settled = pyqtSignal()

    def __init__(self, day: date | None = None, may_be_empty: bool = False) -> None:
        super().__init__()
        self._may_be_empty = may_be_empty
        self.setClearButtonEnabled(may_be_empty)
        self.setPlaceholderText(tr("Any") if may_be_empty else "")
        buttons = self.sizeHint().height() * (5 if may_be_empty else 3) // 2  # the width of one or two, and the margins
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(WIDEST) + buttons)
        self.set_day(day)
        self.textChanged.connect(self.changed)
        self.textEdited.connect(self._drop_previous_day)
        self.returnPressed.connect(self._settle)
        self.editingFinished.connect(self._confirm_if_edited)
        action = QAction(QgsApplication.getThemeIcon("/mIconFieldDate.svg"), tr("Calendar"), self)
        action.triggered.connect(self._open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def day(self) -> date | None:
        """Return the day, None if the text is not a whole one."""
        return _day_of(self.text())

    def set_day(self, day: date | None) -> None:
        """Set the text to this day, or to none."""
        self.setText(str(day) if day else "")

    def is_valid(self) -> bool:
        """Whether the text is a day, or empty where that is allowed."""
        return self.day() is not None or (self._may_be_empty and not self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        day = self.day()
        if day is not None and event.key() in _STEPS:
            self.set_day(day + timedelta(days=_STEPS[event.key()]))
            self.setModified(True)
        else:
            super().keyPressEvent(event)

    def _drop_previous_day(self, text: str) -> None:
        """A whole day typed in front of another one replaces it."""
        written = _day_of(text[:self.cursorPosition()])
        if written is not None:
            self.set_day(written)
            self.setModified(True)

    def _confirm_if_edited(self) -> None:
        if self.isModified():
            self._confirm()

    def _confirm(self) -> None:
        self.setModified(False)
        if self.day() is not None:
            self.chosen.emit(self.day())

    def _settle(self) -> None:
        self._confirm()
        if self.day() is not None:
            self.settled.emit()

    def _open_calendar(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        day = self.day() or date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._set_from_calendar)
        calendar.clicked.connect(menu.close)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(calendar)
        menu.addAction(entry)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _set_from_calendar(self, selected: QDate) -> None:
        self.set_day(date(selected.year(), selected.month(), selected.day()))
        self._settle()


def _day_of(text: str) -> date | None:
    written = _ISO.fullmatch(text.strip())
    try:
        return date(*map(int, written.groups())) if written else None
    except ValueError:
        return None  # there is no 30th of February
