"""Playing the scenes one after the other."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.messages import Messages
from yalu_plugin.settings import PLAY_SECONDS
from yalu_plugin.workbench import Workbench


class Player(QObject):
    """Steps to the next scene at the interval of the settings, and waits for a scene that is being opened.

    It stops at the last scene, at one that cannot be shown, when the user goes to another scene, and when the survey
    changes. `changed` is emitted when it starts or stops.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._messages = workbench.imagery, messages
        self._last_scene: Scene | None = None  # the scene of the last step
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._imagery.day_changed.connect(self._day_changed)
        workbench.session.survey_changed.connect(self.stop)

    @property
    def playing(self) -> bool:
        """Whether scenes are being played."""
        return self._timer.isActive()

    def play(self, on: bool) -> None:
        """Start from the scene on screen, or from the first scene if that is the last one; stop if not `on`."""
        if not on:
            self.stop()
        elif not self.playing:
            self._timer.start(max(PLAY_SECONDS.value(), 1) * 1000)
            self._step(from_start=self._imagery.neighbour("next") is None)
            self.changed.emit()

    def stop(self) -> None:
        """Stop playing and stay at the scene on screen."""
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
        self._last_scene = scene
        try:
            self._imagery.show(scene)
        except YaluError as error:
            self.stop()
            self._messages.error(error)

    def _day_changed(self) -> None:
        if self._imagery.scene != self._last_scene:
            self.stop()
