"""A check box and a period: what was searched in the period is drawn on the map, and its share is stated."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from yalu_plugin.core.corridor.coverage_phrases import searched_phrase
from yalu_plugin.core.period import KINDS, Period, period_around, period_between
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.settings import SEARCHED_PERIOD, SEARCHED_SHOWN
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.patrol.searched_view import SearchedView


class SearchedRow(QWidget):
    """Shows the searches of the workbench; `changed` is emitted when `text` changes.

    Nothing is drawn during a patrol, which draws its own searches.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, actions: Actions, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._workbench, self._canvas = workbench, canvas
        self._view: SearchedView | None = None
        self._between: tuple[date, date] | None = None
        self._last_text = ""  # the text when `changed` was last emitted
        self._action = actions.add("show_searched", tr("Show what was searched"), tr(
            "Draw along the river what was searched in the period, and dotted where it was not observable"), "patrol",
            self._switch, checkable=True)
        self._create_widgets()
        self._read_settings()
        for signal in (workbench.searched.changed, workbench.imagery.day_changed, workbench.patrol.changed,
                       workbench.session.survey_changed):
            signal.connect(self._show)
        self._show()

    def release(self) -> None:
        """Remove the drawing from the map (on unload)."""
        if self._view is not None:
            self._view.release()

    def text(self) -> str:
        """Return the text of the searched share of the river in the period; empty without a period or any search."""
        period, searched = self._period(), self._workbench.searched
        if period is None or not searched.ready or not searched.image_ids:
            return ""
        return phrase_text(searched_phrase(searched.coverage_in(period.first, period.last), period.when))

    # user actions

    def _switch(self, on: bool) -> None:
        self._box.setChecked(on)
        SEARCHED_SHOWN.setValue(on)
        self._show()

    def _kind_chosen(self, at: int) -> None:
        if at < len(KINDS):
            SEARCHED_PERIOD.setValue(KINDS[at])
            self._between = None
            self._show()
            return
        from yalu_plugin.gui.patrol.period_dialog import PeriodDialog

        self._read_settings()  # until the user has selected another period
        dialog = PeriodDialog(self._period(), self)
        dialog.chosen.connect(self._store_period)
        dialog.open()

    def _store_period(self, days: tuple[date, date]) -> None:
        SEARCHED_PERIOD.setValue("/".join(map(str, days)))
        self._read_settings()
        self._show()

    # display

    def _period(self) -> Period | None:
        if self._between is not None:
            return period_between(*self._between)
        return period_around(KINDS[self._kinds.currentIndex()], self._workbench.imagery.day)

    def _show(self, *_: object) -> None:
        searched, period = self._workbench.searched, self._period()
        found = None
        if self._box.isChecked() and period is not None and searched.ready and not self._workbench.patrol.running:
            found = searched.coverage_in(period.first, period.last)
        if found is not None and self._view is None:
            from yalu_plugin.gui.patrol.searched_view import SearchedView  # on first use: a start has 50 ms

            self._view = SearchedView(searched, self._canvas)
        if self._view is not None:
            self._view.show(found)
        if self.text() != self._last_text:
            self._last_text = self.text()
            self.changed.emit()

    def _read_settings(self) -> None:
        stored, self._between = SEARCHED_PERIOD.value(), None
        with suppress(ValueError):
            first, last = map(date.fromisoformat, stored.split("/"))
            self._between = first, last
        self._kinds.setCurrentIndex(KINDS.index(stored) if stored in KINDS else
                                    len(KINDS) if self._between else KINDS.index("quarter"))
        self._action.setChecked(SEARCHED_SHOWN.value())
        self._box.setChecked(self._action.isChecked())

    def _create_widgets(self) -> None:
        self._box = QCheckBox(tr("Searched"))
        self._box.setObjectName("yalu_show_searched_box")
        self._box.setToolTip(self._action.toolTip())
        self._box.toggled.connect(self._action.setChecked)
        self._kinds = ElidedBox()
        self._kinds.setObjectName("yalu_searched_period")
        self._kinds.setToolTip(tr("The period around the day on screen in which the river was searched"))
        self._kinds.setAccessibleName(self._kinds.toolTip())
        self._kinds.addItems([tr("Day"), tr("Month"), tr("Quarter"), tr("Year"), tr("All days"), tr("From, to…")])
        self._kinds.setMinimumContentsLength(6)
        self._kinds.activated.connect(self._kind_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addWidget(self._kinds, 1)
