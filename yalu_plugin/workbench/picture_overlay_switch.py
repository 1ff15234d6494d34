"""Shows the warped picture on the map while it is wanted, and warps it again when its tie points change."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, QTemporaryDir, pyqtSignal

from yalu_plugin.i18n import tr
from yalu_plugin.workbench.picture_tying import PictureTying
from yalu_plugin.workbench.single_task import SingleTask


class PictureOverlaySwitch(QObject):
    """The layer's file is temporary: it is deleted, and the layer removed, when the picture is closed."""

    error_occurred = pyqtSignal(object)

    def __init__(self, project: QgsProject, tying: PictureTying, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._tying = project, tying
        self._folder = QTemporaryDir()
        self._number = 0
        self._layer_id = ""
        self._wanted, self._opacity = False, 1.0
        self.task = SingleTask(self)
        self.task.error_occurred.connect(self.error_occurred)
        tying.changed.connect(self._warp)

    @property
    def layer(self) -> QgsMapLayer | None:
        """The layer, unless the user has removed it."""
        return self._project.mapLayer(self._layer_id)

    def show(self, wanted: bool, opacity: float) -> None:
        """Show the picture with this opacity (0 to 1), or remove it."""
        is_changed, self._wanted, self._opacity = wanted != self._wanted, wanted, opacity
        if is_changed:
            self._warp()
        elif self.layer is not None:
            self.layer.setOpacity(opacity)
            self.layer.triggerRepaint()

    def release(self) -> None:
        """Remove the layer and its file."""
        self._wanted = False
        self._warp()
        self._folder.remove()

    def _warp(self) -> None:
        from yalu_plugin.layers.map_picture.picture_overlay import warp_picture

        self.task.release()
        picture, fit = self._tying.picture, self._tying.fit
        if not self._wanted or picture is None or fit is None:
            self._remove()
            return
        self._number += 1
        path = Path(self._folder.path(), f"picture_{self._number}.tif")
        self.task.run(tr("Drawing the picture on the map"),
                      lambda task: warp_picture(picture, fit, path, task.progress), self._show)

    def _show(self, path: Path) -> None:
        from yalu_plugin.layers.map_picture.picture_overlay import show_overlay

        self._remove()
        name = self._tying.need_picture().path.name
        self._layer_id = show_overlay(self._project, path, name, self._opacity).id()

    def _remove(self) -> None:
        if self.layer is not None:
            self._project.removeMapLayer(self._layer_id)
        self._layer_id = ""
