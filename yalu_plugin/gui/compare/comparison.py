"""Comparing two dates: the mode, and what it puts on the map or beside it and takes away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.compare.mode import Mode
from yalu_plugin.gui.imagery.scene_text import scene_compared
from yalu_plugin.gui.map_place import from_lonlat
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.project_scenes import shown_layer
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.compare.compare_item import CompareItem
    from yalu_plugin.gui.compare.second_view import SecondView
    from yalu_plugin.gui.compare.side_picture import Picture, PictureMaker
    from yalu_plugin.gui.compare.swipe_tool import Hold, SwipeTool

STEP = 0.05  # of the view, by key


class Comparison(QObject):
    """Compares the workbench's compare scene with the one on screen. Without a compare scene it is off."""

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self.mode = Mode.OFF
        self.item: CompareItem | None = None
        self.view: SecondView | None = None
        self._tool: SwipeTool | None = None
        self._maker: PictureMaker | None = None
        self._hold: Hold | None = None
        workbench.imagery.compare_changed.connect(self._scene_changed)
        workbench.session.survey_changed.connect(self._survey_changed)

    def set_mode(self, mode: Mode) -> None:
        """Compare in this way from now on, or no more; without a compare scene, with the nearest there is."""
        if mode is not Mode.OFF and self._workbench.imagery.compare_scene is None:
            self._workbench.imagery.compare_with(self._other_scene())
        self._apply(mode if self._workbench.imagery.compare_scene else Mode.OFF)

    def _other_scene(self) -> Scene | None:
        where = (self._workbench.imagery.neighbour(step) for step in ("previous", "next"))
        return next((scene for scene in where if scene), self._workbench.scenes.timeline.first())

    def hold(self) -> None:
        """Show the compare day everywhere until a key comes up."""
        if self.item is not None:
            self._hold.begin()
            self.show_compared(True)

    def let_go(self) -> None:
        """Show the day on screen again."""
        if self._hold is not None:
            self._hold.end()
        self.show_compared(False)

    def show_compared(self, held: bool) -> None:
        """Show the compare day everywhere, or where the mode puts it."""
        if self.item is not None:
            self.item.held = held
            self.item.update()

    def move_handle_back(self) -> None:
        """Move the handle to the left, or up."""
        self._move(-STEP)

    def move_handle_on(self) -> None:
        """Move the handle to the right, or down."""
        self._move(STEP)

    def _move(self, by: float) -> None:
        if self.item is not None:
            self._put_handle(self.item.position + by)

    def _put_handle(self, position: float) -> None:
        self.item.position = min(max(position, 0.0), 1.0)
        self.item.update()

    def _apply(self, mode: Mode) -> None:
        self.mode = mode
        if mode is not Mode.SECOND_VIEW:
            self._close_view()
        elif self.view is None:
            self._open_view()
        if not mode.on_map:
            self._leave()
        elif self.item is None:
            self._enter()
        if self.item is not None:
            self.item.mode = mode
            self.item.update()
        self.changed.emit()

    def _open_view(self) -> None:
        from yalu_plugin.gui.compare.second_view import SecondView

        self.view = SecondView(self._canvas, self._workbench.project)
        self.view.lacking.connect(self._messages.error)
        self.view.failed.connect(self._failed)
        self.view.closed.connect(self._view_closed, Qt.ConnectionType.QueuedConnection)
        self.view.put_beside_the_map()
        self._start()

    def _close_view(self) -> None:
        if self.view is not None:
            view, self.view = self.view, None
            view.release()

    def _view_closed(self) -> None:
        if self.view is not None:
            self._apply(Mode.OFF)

    def _enter(self) -> None:
        from yalu_plugin.gui.compare.compare_item import CompareItem  # on first use: a start has 50 ms
        from yalu_plugin.gui.compare.side_picture import PictureMaker
        from yalu_plugin.gui.compare.swipe_tool import Hold, SwipeTool

        self._maker = PictureMaker(self._canvas, self._workbench.project, self)
        self._maker.drawn.connect(self._drawn)
        self._maker.lacking.connect(self._messages.error)
        self._maker.failed.connect(self._failed)
        self._hold = Hold(self)
        self._hold.ended.connect(self.let_go)
        self.item = CompareItem(self._canvas)
        self._workbench.annotation.compared_at = self._compared_at
        self._tool = SwipeTool(self._canvas, self.item, self)
        self._tool.moved.connect(self._put_handle)
        self._canvas.extentsChanged.connect(self._view_changed)
        self._canvas.mapCanvasRefreshed.connect(self._name_current)
        self._name_current()
        self._start()

    def _leave(self) -> None:
        if self.item is None:
            return
        self._workbench.annotation.compared_at = lambda place: False
        self._maker.stop()
        self._maker.deleteLater()
        self._hold.end()
        self._hold.deleteLater()
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._canvas.mapCanvasRefreshed.disconnect(self._name_current)
        self._tool.release()
        self._tool.deleteLater()
        self._canvas.scene().removeItem(self.item)
        self.item = self._tool = self._maker = self._hold = None

    def _compared_at(self, place: QgsPointXY) -> bool:
        """Whether the map shows the compare day at `place` (EPSG:4326)."""
        if self.item is None or self.item.picture is None:
            return False
        to_map = from_lonlat(self._canvas)
        try:
            pixel = self._canvas.getCoordinateTransform().transform(to_map.transform(place))
        except QgsCsException:
            return False
        return self.item.compared_side().contains(int(pixel.x()), int(pixel.y()))

    def _survey_changed(self) -> None:
        self._apply(Mode.OFF)

    def _scene_changed(self) -> None:
        if self._workbench.imagery.compare_scene is None:
            self._apply(Mode.OFF)
            return
        if self.mode is not Mode.OFF:
            self._start()
        self.changed.emit()

    def _start(self) -> None:
        shows = self.view.show_step if self.mode is Mode.SECOND_VIEW else self._maker.start
        shows(self._workbench.scenes.steppable.step_of(self._workbench.imagery.compare_scene))

    def _failed(self, error: YaluError) -> None:
        self._messages.error(error)
        self._workbench.imagery.compare_with(None)

    def _drawn(self, picture: Picture) -> None:
        self.item.picture, self.item.compared = picture, scene_compared(picture.scene)
        self.item.update()

    def _view_changed(self) -> None:
        self.item.update()

    def _name_current(self) -> None:
        """Say what the canvas shows, once it shows it."""
        scene, day = self._workbench.imagery.scene, self._workbench.imagery.day
        if scene is not None and shown_layer(self._workbench.project) in self._canvas.layers():
            self.item.current = scene_compared(scene)
        else:
            self.item.current = tr("no scene; sites as of {day}").format(day=day) if day else tr("no scene")
        self.item.update()
