"""The comparison of two dates: its mode, and what the mode needs on the map or in a second view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.messages import Messages
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.compare.map_comparison import MapComparison
    from yalu_plugin.gui.compare.second_view import SecondView


class Comparison(QObject):
    """Compares the workbench's compare scene with the one on screen; off without a compare scene."""

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self.mode = CompareMode.OFF
        self.on_map: MapComparison | None = None
        self.view: SecondView | None = None
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
        if self.on_map is not None:
            self.on_map.hold()

    def release_hold(self) -> None:
        """Show the day on screen again."""
        if self.on_map is not None:
            self.on_map.release_hold()

    def show_compared(self, held: bool) -> None:
        """Show the compare day everywhere if `held`, else where the mode has it."""
        if self.on_map is not None:
            self.on_map.show_compared(held)

    def move_handle_back(self) -> None:
        """Move the handle to the left, or up."""
        if self.on_map is not None:
            self.on_map.move_handle(-1)

    def move_handle_forward(self) -> None:
        """Move the handle to the right, or down."""
        if self.on_map is not None:
            self.on_map.move_handle(1)

    def _apply(self, mode: CompareMode) -> None:
        self.mode = mode
        if mode is not CompareMode.SECOND_VIEW:
            self._close_view()
        elif self.view is None:
            self._open_view()
        if not mode.on_map:
            self._remove_from_map()
        elif self.on_map is None:
            self._add_to_map()
        if self.on_map is not None:
            self.on_map.set_mode(mode)
        self.changed.emit()

    def _open_view(self) -> None:
        from yalu_plugin.gui.compare.second_view import SecondView

        self.view = SecondView(self._canvas, self._workbench.project)
        self.view.partly_failed.connect(self._messages.error)
        self.view.failed.connect(self._failed)
        self.view.closed.connect(self._view_closed, Qt.ConnectionType.QueuedConnection)
        self.view.dock_next_to_map()
        self._show_scene()

    def _close_view(self) -> None:
        if self.view is not None:
            view, self.view = self.view, None
            view.release()

    def _view_closed(self) -> None:
        if self.view is not None:
            self._apply(CompareMode.OFF)

    def _add_to_map(self) -> None:
        from yalu_plugin.gui.compare.map_comparison import MapComparison  # on first use, for a fast start

        self.on_map = MapComparison(self._workbench, self._canvas, self)
        self.on_map.partly_failed.connect(self._messages.error)
        self.on_map.failed.connect(self._failed)
        self._show_scene()

    def _remove_from_map(self) -> None:
        if self.on_map is not None:
            on_map, self.on_map = self.on_map, None
            on_map.release()

    def _survey_changed(self) -> None:
        self._apply(CompareMode.OFF)

    def _scene_changed(self) -> None:
        if self._workbench.imagery.compare_scene is None:
            self._apply(CompareMode.OFF)
            return
        if self.mode is not CompareMode.OFF:
            self._show_scene()
        self.changed.emit()

    def _show_scene(self) -> None:
        scene = self._workbench.imagery.compare_scene
        shown = self.view if self.mode is CompareMode.SECOND_VIEW else self.on_map
        if scene is not None and shown is not None:
            shown.show_step(self._workbench.scenes.steppable.step_of(scene))

    def _failed(self, error: YaluError) -> None:
        self._messages.error(error)
        self._workbench.imagery.compare_with(None)
