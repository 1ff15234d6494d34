"""The comparison of two dates: its mode, and the item on the map or the second view that the mode needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.imagery.scene_text import compared_scene_text
from yalu_plugin.gui.map_coordinates import from_lonlat
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.project_scenes import shown_layer
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.compare.compare_item import CompareItem
    from yalu_plugin.gui.compare.compare_picture import ComparePicture, PictureRenderer
    from yalu_plugin.gui.compare.second_view import SecondView
    from yalu_plugin.gui.compare.swipe_tool import KeyHold, SwipeTool

STEP = 0.05  # part of the view by which a key moves the handle


class Comparison(QObject):
    """Compares the workbench's compare scene with the one on screen; off without a compare scene."""

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self.mode = CompareMode.OFF
        self.item: CompareItem | None = None
        self.view: SecondView | None = None
        self._tool: SwipeTool | None = None
        self._renderer: PictureRenderer | None = None
        self._hold: KeyHold | None = None
        workbench.imagery.compare_changed.connect(self._scene_changed)
        workbench.session.survey_changed.connect(self._survey_changed)

    def set_mode(self, mode: CompareMode) -> None:
        """Set the mode; without a compare scene, the nearest scene becomes the compare scene."""
        if mode is not CompareMode.OFF and self._workbench.imagery.compare_scene is None:
            self._workbench.imagery.compare_with(self._nearest_scene())
        self._apply(mode if self._workbench.imagery.compare_scene else CompareMode.OFF)

    def _nearest_scene(self) -> Scene | None:
        where = (self._workbench.imagery.neighbour(step) for step in ("previous", "next"))
        return next((scene for scene in where if scene), self._workbench.scenes.timeline.first())

    def hold(self) -> None:
        """Show the compare day everywhere until the key is released."""
        if self.item is not None:
            self._hold.start()
            self.show_compared(True)

    def release_hold(self) -> None:
        """Show the day on screen again."""
        if self._hold is not None:
            self._hold.end()
        self.show_compared(False)

    def show_compared(self, held: bool) -> None:
        """Show the compare day everywhere if `held`, else where the mode has it."""
        if self.item is not None:
            self.item.held = held
            self.item.update()

    def move_handle_back(self) -> None:
        """Move the handle to the left, or up."""
        self._move(-STEP)

    def move_handle_forward(self) -> None:
        """Move the handle to the right, or down."""
        self._move(STEP)

    def _move(self, by: float) -> None:
        if self.item is not None:
            self._set_handle(self.item.position + by)

    def _set_handle(self, position: float) -> None:
        self.item.position = min(max(position, 0.0), 1.0)
        self.item.update()

    def _apply(self, mode: CompareMode) -> None:
        self.mode = mode
        if mode is not CompareMode.SECOND_VIEW:
            self._close_view()
        elif self.view is None:
            self._open_view()
        if not mode.on_map:
            self._remove_from_map()
        elif self.item is None:
            self._add_to_map()
        if self.item is not None:
            self.item.mode = mode
            self.item.update()
        self.changed.emit()

    def _open_view(self) -> None:
        from yalu_plugin.gui.compare.second_view import SecondView

        self.view = SecondView(self._canvas, self._workbench.project)
        self.view.partly_failed.connect(self._messages.error)
        self.view.failed.connect(self._failed)
        self.view.closed.connect(self._view_closed, Qt.ConnectionType.QueuedConnection)
        self.view.dock_next_to_map()
        self._start()

    def _close_view(self) -> None:
        if self.view is not None:
            view, self.view = self.view, None
            view.release()

    def _view_closed(self) -> None:
        if self.view is not None:
            self._apply(CompareMode.OFF)

    def _add_to_map(self) -> None:
        from yalu_plugin.gui.compare.compare_item import CompareItem  # on first use, for a fast start
        from yalu_plugin.gui.compare.compare_picture import PictureRenderer
        from yalu_plugin.gui.compare.swipe_tool import KeyHold, SwipeTool

        self._renderer = PictureRenderer(self._canvas, self._workbench.project, self)
        self._renderer.drawn.connect(self._drawn)
        self._renderer.partly_failed.connect(self._messages.error)
        self._renderer.failed.connect(self._failed)
        self._hold = KeyHold(self)
        self._hold.ended.connect(self.release_hold)
        self.item = CompareItem(self._canvas)
        self._workbench.annotation.compared_at = self._compared_at
        self._tool = SwipeTool(self._canvas, self.item, self)
        self._tool.moved.connect(self._set_handle)
        self._canvas.extentsChanged.connect(self._view_changed)
        self._canvas.mapCanvasRefreshed.connect(self._label_current)
        self._label_current()
        self._start()

    def _remove_from_map(self) -> None:
        if self.item is None:
            return
        self._workbench.annotation.compared_at = lambda place: False
        self._renderer.stop()
        self._renderer.deleteLater()
        self._hold.end()
        self._hold.deleteLater()
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._canvas.mapCanvasRefreshed.disconnect(self._label_current)
        self._tool.release()
        self._tool.deleteLater()
        self._canvas.scene().removeItem(self.item)
        self.item = self._tool = self._renderer = self._hold = None

    def _compared_at(self, place: QgsPointXY) -> bool:
        """Return whether the map shows the compare day at `place` (EPSG:4326)."""
        if self.item is None or self.item.picture is None:
            return False
        to_map = from_lonlat(self._canvas)
        try:
            pixel = self._canvas.getCoordinateTransform().transform(to_map.transform(place))
        except QgsCsException:
            return False
        return self.item.compared_side().contains(int(pixel.x()), int(pixel.y()))

    def _survey_changed(self) -> None:
        self._apply(CompareMode.OFF)

    def _scene_changed(self) -> None:
        if self._workbench.imagery.compare_scene is None:
            self._apply(CompareMode.OFF)
            return
        if self.mode is not CompareMode.OFF:
            self._start()
        self.changed.emit()

    def _start(self) -> None:
        shows = self.view.show_step if self.mode is CompareMode.SECOND_VIEW else self._renderer.start
        shows(self._workbench.scenes.steppable.step_of(self._workbench.imagery.compare_scene))

    def _failed(self, error: YaluError) -> None:
        self._messages.error(error)
        self._workbench.imagery.compare_with(None)

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
