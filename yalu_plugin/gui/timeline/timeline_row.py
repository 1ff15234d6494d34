"""The timeline as the Imagery panel has it: fed with what the survey knows, and asking for scenes."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from yalu_plugin.core.corridor.coverage import Coverage, days_text
from yalu_plugin.core.corridor.coverage_phrases import share_phrase
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.gui.menu_by_key import MenuByKey
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.timeline.drawing import SearchedDay
from yalu_plugin.gui.timeline.time_strip import TimeStrip
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.workbench import Workbench

PAUSE_MS = 150  # after a change: the map comes first


class TimelineRow(QWidget):
    """Shows what is known from day to day, as the survey's facts count it."""

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self.strip = TimeStrip(workbench.imagery)
        self.strip.asked.connect(self._show)
        self.strip.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        MenuByKey(self.strip, lambda: self.strip.rect().center())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip)
        workbench.session.survey_changed.connect(self._survey_changed)
        workbench.session.facts_ready.connect(self._read)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._read)
        workbench.session.changed.connect(lambda _delta: self._soon.start())
        workbench.searched.changed.connect(self._soon.start)
        self._read()

    def _show(self, scene: Scene) -> None:
        with self._messages.reporting():
            self._workbench.imagery.show(scene)

    def _survey_changed(self) -> None:
        self.strip.show_scenes()
        self._read()

    def _read(self, *_: object) -> None:
        facts = self._workbench.session.facts
        looked = facts.observed_days() if facts is not None else []
        self.strip.show_sites([(_number(first), _number(last) + 1) for first, last in looked],
                              {kind: facts.known_present(kind) if facts is not None else [] for kind in CROSSING_KINDS})
        searched = self._workbench.searched
        seen = ((searched.days(image_id), searched.coverage(image_id)) for image_id in searched.image_ids)
        self.strip.show_searched([_searched_day(taken, found) for taken, found in seen if taken is not None])


@lru_cache(maxsize=1 << 12)  # one image is searched at a time, and all are drawn again
def _searched_day(taken: tuple[str | None, str], found: Coverage) -> SearchedDay:
    """What was searched on an image; of one whose day is only a bound, on that."""
    first, last = taken
    parts = [[(begin / found.corridor_m, end / found.corridor_m) for begin, end in some]
             for some in (found.searched, found.not_observable)]
    text = tr("{days}: {share} of the river searched").format(
        days=days_text(first, last), share=phrase_text(share_phrase(found)))
    return SearchedDay(_number(first or last), _number(last) + 1, *parts, text)


@cache  # there are no more days than the years have, and they come at each change
def _number(text: str) -> float:
    return float(date.fromisoformat(text[:10]).toordinal())
