"""Layers of scenes on the web, opened in another thread: finding out what a remote image is takes several requests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from qgis.core import QgsApplication, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.imagery.scenes import Bands, open_for_drawing, scene_layer
from yalu_plugin.layers.lasting_crs import described, give_lasting_crs


class Opened(NamedTuple):
    """The layer of `scene`, made in the look that `looks` has for its bands, and the WKT of its CRS."""

    scene: Scene
    layer: QgsRasterLayer
    looks: dict[Bands, str]
    crs: str


class Openings(QObject):
    """The scenes being opened, each once."""

    opened = pyqtSignal(object)  # the Opened
    failed = pyqtSignal(object, object)  # the scene and the YaluError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: dict[str, Background] = {}

    @property
    def busy(self) -> bool:
        """Whether any scene is being opened."""
        return bool(self._tasks)

    def is_opening(self, scene: Scene) -> bool:
        """Whether this scene is."""
        return scene.id in self._tasks

    def open(self, scene: Scene, looks: Mapping[Bands, str]) -> None:
        """Begin, unless that has been done; a signal follows."""
        if scene.id in self._tasks:
            return
        task = Background(tr("Opening {scene}").format(scene=scene.label),
                          lambda _task, looks=dict(looks): _open(scene, looks), QgsTask.Flag.Silent)
        task.done.connect(partial(self._done, task))
        task.failed.connect(partial(self._failed, task, scene))
        task.taskTerminated.connect(partial(self._ended, task, scene))  # even by a bug
        self._tasks[scene.id] = task
        task.start()

    def forget(self) -> None:
        """No signal follows any more."""
        self._tasks.clear()

    def _done(self, task: Background, opened: Opened) -> None:
        give_lasting_crs(opened.layer, opened.crs)
        if self._ended(task, opened.scene):
            self.opened.emit(opened)

    def _failed(self, task: Background, scene: Scene, error: YaluError) -> None:
        if self._ended(task, scene):
            self.failed.emit(scene, error)

    def _ended(self, task: Background, scene: Scene) -> bool:
        """Whether anybody still waits for what this task brings; none does any more."""
        if self._tasks.get(scene.id) is not task:
            return False
        del self._tasks[scene.id]
        return True


def _open(scene: Scene, looks: dict[Bands, str]) -> Opened:
    from yalu_plugin.layers.imagery.chosen_picture import in_chosen_picture  # on first use: a start has 50 ms

    layer = scene_layer(in_chosen_picture(scene), looks)
    open_for_drawing(layer)
    crs = described(layer)
    layer.moveToThread(QgsApplication.instance().thread())
    return Opened(scene, layer, looks, crs)
