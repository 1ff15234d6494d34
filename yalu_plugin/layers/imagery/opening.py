"""Layers of scenes on the web, opened in another thread: finding out what a remote image is takes several requests."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsApplication, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.scenes import Bands, scene_layer


class Opening(QgsTask):
    """Makes the layer of `scene` in the look for its bands. `layer` or `error` is there when it has finished."""

    def __init__(self, scene: Scene, looks: Mapping[Bands, str]) -> None:
        super().__init__(tr("Opening {scene}").format(scene=scene.label), QgsTask.Flag.Silent)
        self.scene, self.looks = scene, dict(looks)
        self.layer: QgsRasterLayer | None = None
        self.error: Exception | None = None

    def run(self) -> bool:  # noqa: D102 - Qt's own
        try:
            layer = scene_layer(self.scene, self.looks)
            layer.moveToThread(QgsApplication.instance().thread())
            self.layer = layer
        except Exception as error:  # noqa: BLE001 - told on the main thread
            self.error = error
        return self.layer is not None


class Openings(QObject):
    """The scenes being opened, each once."""

    opened = pyqtSignal(object)  # the finished Opening
    failed = pyqtSignal(object, object)  # the scene and the YaluError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: dict[str, Opening] = {}

    @property
    def busy(self) -> bool:
        """Whether any scene is being opened."""
        return bool(self._tasks)

    def open(self, scene: Scene, looks: Mapping[Bands, str]) -> None:
        """Begin, unless that has been done; a signal follows."""
        if scene.id in self._tasks:
            return
        task = self._tasks[scene.id] = Opening(scene, looks)
        for ended in (task.taskCompleted, task.taskTerminated):
            ended.connect(lambda: self._finish(task))
        QgsApplication.taskManager().addTask(task)

    def forget(self) -> None:
        """No signal follows any more."""
        self._tasks.clear()

    def _finish(self, task: Opening) -> None:
        if self._tasks.get(task.scene.id) is not task:
            return
        del self._tasks[task.scene.id]
        if task.layer is not None:
            self.opened.emit(task)
        elif isinstance(task.error, YaluError):
            self.failed.emit(task.scene, task.error)
        elif task.error is not None:
            raise task.error
