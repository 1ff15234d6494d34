"""Plays the scenes one after the other."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.messages import Messages
from yalu_plugin.settings import PLAY_SECONDS
from yalu_plugin.workbench import Workbench


class Player(QObject):
    """Steps to the next scene each time the interval of the settings is over, and waits for one that is coming.

    It stops at the last scene, at one that cannot be shown, when the user goes elsewhere, and with the survey.
    `changed` tells that it began or stopped.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._messages = workbench.imagery, messages
        self._played: Scene | None = None  # the scene stepped to last
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._imagery.day_changed.connect(self._day_changed)
        workbench.session.survey_changed.connect(self.stop)

    @property
    def playing(self) -> bool:
        """Whether it is at work."""
        return self._timer.isActive()

    def play(self, on: bool) -> None:
        """Go on from the scene on screen, from the first where that is the last; or stop."""
        if not on:
            self.stop()
        elif not self.playing:
            self._timer.start(max(PLAY_SECONDS.value(), 1) * 1000)
            self._step(from_start=self._imagery.neighbour("next") is None)
            self.changed.emit()

    def stop(self) -> None:
        """Stay where one is."""
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def _step(self, from_start: bool = False) -> None:
        if self._imagery.pending_scene is not None:
            return
        scene = self._imagery.neighbour("first" if from_start else "next")
        if scene is None:
            self.stop()
            return
        self._played = scene
        try:
            self._imagery.show(scene)
        except YaluError as error:
            self.stop()
            self._messages.error(error)

    def _day_changed(self) -> None:
        if self._imagery.scene != self._played:
            self.stop()
