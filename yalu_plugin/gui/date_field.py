"""A field for a day, typed or pasted whole as 2024-02-15, or chosen in a calendar.

QDateEdit takes a text section by section: of 2024-02-15 typed over another day it drops the year without a word.
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
WIDEST = "0000-00-00"  # beside the buttons for the calendar and for no day
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateField(QLineEdit):
    """Holds a day, no day, or a text that is none yet. `changed` tells of each text, `chosen` that a day is meant.

    A day is meant by Return, on leaving the field when it was changed there, and by a click in the calendar, also on
    the day written there. `settled` tells that nothing more is to be typed: after Return on a day, and the calendar.
    """

    changed = pyqtSignal()
    chosen = pyqtSignal(object)
    settled = pyqtSignal()

    def __init__(self, day: date | None = None, may_be_empty: bool = False) -> None:
        super().__init__()
        self._may_be_empty = may_be_empty
        self.setClearButtonEnabled(may_be_empty)
        self.setPlaceholderText(tr("Any") if may_be_empty else "")
        buttons = self.sizeHint().height() * (5 if may_be_empty else 3) // 2  # one or two, and the edges
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(WIDEST) + buttons)
        self.set_day(day)
        self.textChanged.connect(self.changed)
        self.textEdited.connect(self._drop_what_was_there)
        self.returnPressed.connect(self._settle)
        self.editingFinished.connect(self._left)
        action = QAction(QgsApplication.getThemeIcon("/mIconFieldDate.svg"), tr("Calendar"), self)
        action.triggered.connect(self._open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def day(self) -> date | None:
        """The day, where a whole one is written."""
        return _day_of(self.text())

    def set_day(self, day: date | None) -> None:
        """Write this day, or none."""
        self.setText(str(day) if day else "")

    def is_valid(self) -> bool:
        """Whether a day is written, or nothing where that may be."""
        return self.day() is not None or (self._may_be_empty and not self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        day = self.day()
        if day is not None and event.key() in _STEPS:
            self.set_day(day + timedelta(days=_STEPS[event.key()]))
            self.setModified(True)
        else:
            super().keyPressEvent(event)

    def _drop_what_was_there(self, text: str) -> None:
        """A whole day written in front of another one takes its place."""
        written = _day_of(text[:self.cursorPosition()])
        if written is not None:
            self.set_day(written)
            self.setModified(True)

    def _left(self) -> None:
        if self.isModified():
            self._choose()

    def _choose(self) -> None:
        self.setModified(False)
        if self.day() is not None:
            self.chosen.emit(self.day())

    def _settle(self) -> None:
        self._choose()
        if self.day() is not None:
            self.settled.emit()

    def _open_calendar(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        day = self.day() or date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._take)
        calendar.clicked.connect(menu.close)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(calendar)
        menu.addAction(entry)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, chosen: QDate) -> None:
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self._settle()


def _day_of(text: str) -> date | None:
    written = _ISO.fullmatch(text.strip())
    try:
        return date(*map(int, written.groups())) if written else None
    except ValueError:
        return None  # there is no 30th of February
