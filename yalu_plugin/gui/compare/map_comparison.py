"""The compare day on QGIS' map: the item with its handle, the picture in it, and the tools that move them."""

from __future__ import annotations

from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.gui.compare.compare_item import CompareItem
from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.compare.compare_picture import ComparePicture, PictureRenderer
from yalu_plugin.gui.compare.swipe_tool import KeyHold, SwipeTool
from yalu_plugin.gui.imagery.scene_text import compared_scene_text
from yalu_plugin.gui.map_coordinates import from_lonlat
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.project_scenes import shown_layer
from yalu_plugin.workbench import Workbench

STEP = 0.05  # part of the view by which a key moves the handle


class MapComparison(QObject):
    """Draws the compare day on the map until `release`."""

    partly_failed = pyqtSignal(object)  # YaluError about the scenes that are left out
    failed = pyqtSignal(object)  # YaluError; no scene can be read

    def __init__(self, workbench: Workbench, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._canvas = workbench, canvas
        self._renderer = PictureRenderer(canvas, workbench.project, self)
        self._renderer.drawn.connect(self._drawn)
        self._renderer.partly_failed.connect(self.partly_failed)
        self._renderer.failed.connect(self.failed)
        self._hold = KeyHold(self)
        self._hold.ended.connect(self.release_hold)
        self.item = CompareItem(canvas)
        workbench.annotation.compared_at = self._compared_at
        self._tool = SwipeTool(canvas, self.item, self)
        self._tool.moved.connect(self._set_handle)
        canvas.extentsChanged.connect(self._view_changed)
        canvas.mapCanvasRefreshed.connect(self._label_current)
        self._label_current()

    def release(self) -> None:
        """Remove everything from the map."""
        self._workbench.annotation.compared_at = lambda place: False
        self._renderer.stop()
        self._hold.end()
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._canvas.mapCanvasRefreshed.disconnect(self._label_current)
        self._tool.release()
        self._canvas.scene().removeItem(self.item)
        self.deleteLater()

    def show_step(self, step: Step) -> None:
        """Draw the scenes of a step, once they are opened, and the sites of its day; or `failed` follows."""
        self._renderer.start(step)

    def set_mode(self, mode: CompareMode) -> None:
        """Set where the compare day is shown."""
        self.item.mode = mode
        self.item.update()

    def hold(self) -> None:
        """Show the compare day everywhere until the key is released."""
        self._hold.start()
        self.show_compared(True)

    def release_hold(self) -> None:
        """Show the day on screen again."""
        self._hold.end()
        self.show_compared(False)

    def show_compared(self, held: bool) -> None:
        """Show the compare day everywhere if `held`, else where the mode has it."""
        self.item.held = held
        self.item.update()

    def move_handle(self, steps: int) -> None:
        """Move the handle to the right, or down; to the left, or up, if `steps` is negative."""
        self._set_handle(self.item.position + steps * STEP)

    def _set_handle(self, position: float) -> None:
        self.item.position = min(max(position, 0.0), 1.0)
        self.item.update()

    def _compared_at(self, place: QgsPointXY) -> bool:
        """Return whether the map shows the compare day at `place` (EPSG:4326)."""
        if self.item.picture is None:
            return False
        to_map = from_lonlat(self._canvas)
        try:
            pixel = self._canvas.getCoordinateTransform().transform(to_map.transform(place))
        except QgsCsException:
            return False
        return self.item.compared_side().contains(int(pixel.x()), int(pixel.y()))

    def _drawn(self, picture: ComparePicture) -> None:
        self.item.picture, self.item.compared = picture, compared_scene_text(picture.scene)
        self.item.update()

    def _view_changed(self) -> None:
        self.item.update()

    def _label_current(self) -> None:
        """Label the side of the scene on screen with what the canvas shows now."""
        scene, day = self._workbench.imagery.scene, self._workbench.imagery.day
        if scene is not None and shown_layer(self._workbench.project) in self._canvas.layers():
            self.item.current = compared_scene_text(scene)
        else:
            self.item.current = tr("no scene; sites as of {day}").format(day=day) if day else tr("no scene")
        self.item.update()
