"""Layers of scenes on the web, opened in another thread, because inspecting a remote image takes several requests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from qgis.core import QgsApplication, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.layers.imagery.project_scenes import Bands, open_for_drawing, scene_layer
from yalu_plugin.layers.persistent_crs import crs_wkt, set_persistent_crs


class OpenedScene(NamedTuple):
    """The layer of `scene`, with the style that `styles` has for its bands applied, and the WKT of its CRS."""

    scene: Scene
    layer: QgsRasterLayer
    styles: dict[Bands, str]
    crs: str


class SceneOpener(QObject):
    """Opens scenes in tasks, each scene once at a time."""

    opened = pyqtSignal(object)  # the Opened
    failed = pyqtSignal(object, object)  # the scene and its YaluError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: dict[str, Background] = {}

    @property
    def busy(self) -> bool:
        """Return whether any scene is being opened."""
        return bool(self._tasks)

    def is_opening(self, scene: Scene) -> bool:
        """Return whether this scene is being opened."""
        return scene.id in self._tasks

    def open(self, scene: Scene, styles: Mapping[Bands, str]) -> None:
        """Start opening the scene unless it is being opened already; a signal follows."""
        if scene.id in self._tasks:
            return
        present_styles = dict(styles)
        task = Background(tr("Opening {scene}").format(scene=scene.label),
                          lambda _task: _open(scene, present_styles), QgsTask.Flag.Silent)
        task.done.connect(unless_deleted(self._done, task))
        task.failed.connect(unless_deleted(self._failed, task, scene))
        task.taskTerminated.connect(partial(self._ended, task, scene))  # also after a bug
        self._tasks[scene.id] = task
        task.start()

    def cancel(self) -> None:
        """Ignore the scenes being opened; no signal follows."""
        self._tasks.clear()

    def _done(self, task: Background, opened: OpenedScene) -> None:
        set_persistent_crs(opened.layer, opened.crs)
        if self._ended(task, opened.scene):
            self.opened.emit(opened)

    def _failed(self, task: Background, scene: Scene, error: YaluError) -> None:
        if self._ended(task, scene):
            self.failed.emit(scene, error)

    def _ended(self, task: Background, scene: Scene) -> bool:
        """Remove the task, and return whether its result is still awaited."""
        if self._tasks.get(scene.id) is not task:
            return False
        del self._tasks[scene.id]
        return True


def _open(scene: Scene, styles: dict[Bands, str]) -> OpenedScene:
    from yalu_plugin.layers.imagery.chosen_picture import with_selected_picture  # on first use, for a fast start

    layer = scene_layer(with_selected_picture(scene), styles)
    open_for_drawing(layer)
    crs = crs_wkt(layer)
    layer.moveToThread(QgsApplication.instance().thread())
    return OpenedScene(scene, layer, styles, crs)
