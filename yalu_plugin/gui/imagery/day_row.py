"""The row of the Imagery panel with a date field to go to a day."""

from __future__ import annotations

from datetime import date, datetime, timezone

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from yalu_plugin.core.imagery.zone_days import day_in, offset_name
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.panel_focus import FocusReturn
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class DayRow(QWidget):
    """Shows the day on screen (at first, the last scene's day) in the zone of the settings, and goes to another."""

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._workbench, self._imagery, self._messages = workbench, workbench.imagery, messages
        self._scenes = workbench.scenes
        self._go_to = plain_label()
        self._date = DateField()
        self._date.setObjectName("yalu_day")
        self._date.setAccessibleName(tr("Day"))
        self._date.setToolTip(tr("Show the sites as of this day, with the scene of that day if there is one"))
        self._date.chosen.connect(self._day_chosen)
        self._date.settled.connect(FocusReturn(self._date, canvas).restore)
        self._go_to.setBuddy(self._date)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._go_to)
        row.addWidget(self._date)
        for changed in (workbench.session.survey_changed, self._scenes.scenes_changed, self._imagery.day_changed):
            changed.connect(self._show)
        self._show()

    def _day_chosen(self, day: date) -> None:
        if day != self._shown_day():
            with self._messages.reporting():
                self._imagery.show_day(day)
            self._show()  # the previous day, if the other cannot be shown

    def _show(self) -> None:
        timeline, now = self._scenes.timeline, datetime.now(timezone.utc)
        last = timeline.last()
        day = self._shown_day() or (timeline.days(last)[1] if last else day_in(timeline.zone, now))
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=timeline.zone)  # on that day, as the offset may change
        self._go_to.setText(tr("&Go to ({zone})").format(zone=offset_name(timeline.zone, noon)))
        self._date.set_day(day)
        self._date.setEnabled(self._workbench.session.survey is not None)

    def _shown_day(self) -> date | None:
        """Return the day on screen in the time zone of the settings; for a scene, its first day."""
        scene = self._imagery.scene
        return self._scenes.timeline.days(scene)[0] if scene else self._imagery.day
