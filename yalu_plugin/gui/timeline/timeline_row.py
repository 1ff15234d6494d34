"""The timeline of the Imagery panel, connected to the survey and the imagery of the workbench."""

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
from yalu_plugin.gui.timeline.strip_contents import SearchedDay
from yalu_plugin.gui.timeline.time_strip import TimeStrip
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.workbench import Workbench

PAUSE_MS = 400  # after a change, so that the map is drawn first


class TimelineRow(QWidget):
    """Shows the observations, counts and searches of the survey on the timeline, and the scene the user selects."""

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self.strip = TimeStrip(workbench.imagery)
        self.strip.scene_requested.connect(self._show)
        self.strip.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        MenuByKey(self.strip, lambda: self.strip.rect().center())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip)
        workbench.session.survey_changed.connect(self._survey_changed)
        workbench.session.facts_ready.connect(self._refresh)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._refresh)
        workbench.session.changed.connect(lambda _delta: self._timer.start())
        workbench.searched.changed.connect(self._timer.start)
        self._refresh()

    def _show(self, scene: Scene) -> None:
        with self._messages.reporting():
            self._workbench.imagery.show(scene)

    def _survey_changed(self) -> None:
        self.strip.show_scenes()
        self._refresh()

    def _refresh(self, *_: object) -> None:
        facts = self._workbench.session.facts
        observed = facts.observed_days() if facts is not None else []
        self.strip.show_sites([(_number(first), _number(last) + 1) for first, last in observed],
                              {kind: facts.known_present(kind) if facts is not None else [] for kind in CROSSING_KINDS})
        searched = self._workbench.searched
        seen = ((searched.days(image_id), searched.coverage(image_id)) for image_id in searched.image_ids)
        self.strip.show_searched([_searched_day(days, found) for days, found in seen if days is not None])


@lru_cache(maxsize=1 << 12)  # each search changes one image, but all are drawn again
def _searched_day(image_days: tuple[str | None, str], found: Coverage) -> SearchedDay:
    """Return the searches on an image; an image whose date is only a bound is placed at the bound."""
    first, last = image_days
    searched, not_observable = ([(begin / found.corridor_m, end / found.corridor_m) for begin, end in stretches]
                                for stretches in (found.searched, found.not_observable))
    text = tr("{days}: {share} of the river searched").format(
        days=days_text(first, last), share=phrase_text(share_phrase(found)))
    return SearchedDay(_number(first or last), _number(last) + 1, searched, not_observable, text)


@cache  # unbounded, because there are few different days, and all are needed at each change
def _number(text: str) -> float:
    return float(date.fromisoformat(text[:10]).toordinal())
