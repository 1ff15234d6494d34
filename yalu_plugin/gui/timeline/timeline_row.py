"""The timeline as the Imagery panel has it: fed with what the survey knows, and asking for scenes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.schema import CROSSING_KINDS
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.timeline.time_strip import TimeStrip
from yalu_plugin.workbench import Workbench


class TimelineRow(QWidget):
    """Shows what is known from day to day, as the survey's facts count it."""

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self.strip = TimeStrip(workbench.imagery)
        self.strip.asked.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip)
        workbench.session.survey_changed.connect(self._survey_changed)
        for changed in (workbench.session.facts_ready, workbench.session.changed):
            changed.connect(self._read)
        self._read()

    def _show(self, scene: Scene) -> None:
        with self._messages.reporting():
            self._workbench.imagery.show(scene)

    def _survey_changed(self) -> None:
        self.strip.show_scenes()
        self._read()

    def _read(self, *_: object) -> None:
        facts = self._workbench.session.facts
        looked = facts.looked() if facts is not None else []
        self.strip.show_sites([(_number(first), _number(last) + 1) for first, last in looked],
                              {kind: facts.known_present(kind) if facts is not None else [] for kind in CROSSING_KINDS})


@lru_cache(maxsize=1 << 14)  # a change asks for all days of a survey again
def _number(text: str) -> float:
    return float(date.fromisoformat(text[:10]).toordinal())
