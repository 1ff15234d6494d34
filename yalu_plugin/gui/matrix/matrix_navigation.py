"""Navigation from a cell of the matrix to its site and scene, and back: the current cell is the one on screen."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QModelIndex, QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.survey.matrix.matrix_axis import DatedObservation, dated_observation, day_of, days_of_step
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.map_coordinates import is_in_view
from yalu_plugin.gui.matrix.matrix_view import MatrixView
from yalu_plugin.gui.messages import Messages
from yalu_plugin.layers.survey.observations import TooEarly
from yalu_plugin.workbench import Workbench

REST_MS = 60  # while a key is held down, the map is not drawn for each cell


class NoSceneOfColumn(YaluError):
    """A letter key was pressed in a column without a scene."""

    template = translatable("The survey has no scene of {column}, so there is nothing to record from. Choose a column "
                            "with a scene.")


class SceneNotOnScreen(TooEarly):
    """A letter key was pressed before the scene of the cell was on screen."""

    template = translatable("{column} was not on screen, so nothing was recorded. It is being shown: look at it, and "
                            "press the key again.")


class MatrixNavigation(QObject):
    """`go_to_site` selects a site and centres the map on it."""

    def __init__(self, workbench: Workbench, messages: Messages, view: MatrixView, canvas: QgsMapCanvas,
                 go_to_site: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._workbench, self._messages, self._view = workbench, messages, view
        self._model, self._go_to_site = view.matrix_model, go_to_site
        self._following = False
        self._requested_scene_id = ""  # the scene shown for the current cell; it may be in another column
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.show_current_cell)
        view.selectionModel().currentChanged.connect(self._current_changed)
        view.clicked.connect(self._current_changed)
        view.activated.connect(lambda _index: self.show_current_cell())
        workbench.imagery.day_changed.connect(self.sync)
        workbench.sites.selection_changed.connect(self.sync)

    def _current_changed(self, *_: QModelIndex) -> None:
        if not self._following:
            self._timer.start()

    def show_current_cell(self) -> None:
        """Show the site and scene of the current cell."""
        with self._messages.reporting():
            self._show_current_cell()

    def _show_current_cell(self) -> None:
        self._timer.stop()
        index = self._view.currentIndex()
        site_id = self._model.site_at(index.row())
        if not site_id:
            return
        imagery, scene = self._workbench.imagery, self.scene_of(index)
        shown = scene or self._scene_shown_for(index)
        self._requested_scene_id = shown.id if shown is not None else ""
        self._following = True  # the signals of this change must not move the current cell
        try:
            if self._workbench.sites.selected() != [site_id] or not self._is_in_view(site_id):
                self._go_to_site(site_id)
            if scene is None:
                imagery.show_day(day_of(self._model.column_at(index.column()).last))
            elif imagery.place is None or imagery.place.id != scene.id:
                imagery.show(scene)
        finally:
            self._following = False

    def _is_in_view(self, site_id: str) -> bool:
        place = self._workbench.sites.place(site_id)
        return place is None or is_in_view(self._canvas, place)

    def scene_of(self, index: QModelIndex) -> Scene | None:
        """Return the scene to show for a cell, None if its column has none.

        The last one that has an observation of the site, else the last one that covers the site, else the first one.
        """
        scenes = self._scenes_of_column(index.column())
        if not scenes:
            return None
        facts = self._workbench.session.need_facts()
        seen = [row["image_id"] for row in facts.observations_of(self._model.site_at(index.row()))
                if dated_observation(row) is not None]
        found = next((scenes[image_id] for image_id in reversed(seen) if image_id in scenes), None)
        return found or self._covering(list(scenes.values()), self._model.site_at(index.row()))

    def _covering(self, scenes: list[Scene], site_id: str) -> Scene:
        place = self._workbench.sites.place(site_id)
        if place is not None:
            for scene in reversed(scenes):
                box = scene.box
                if box is not None and box[0] <= place.x() <= box[2] and box[1] <= place.y() <= box[3]:
                    return scene
        return scenes[0]

    def _scenes_of_column(self, column: int) -> dict[str, Scene]:
        """The scenes of a column by id, in temporal order."""
        matrix = self._model.matrix
        if matrix is None:
            return {}
        if matrix.unit == "scene":
            found = (self._workbench.scenes.dated(one) for one in self._model.column_at(column).scenes)
        else:
            shown = self._model.column_at(column)
            found = (scene for step in matrix.steps for scene in step
                     if shown.first <= matrix.days_of_scenes[scene.id][1] <= shown.last)
        return {scene.id: scene for scene in found if scene is not None}

    def _scene_shown_for(self, index: QModelIndex) -> Scene | None:
        """The scene that the imagery shows for the last day of a column without one."""
        scenes, day = self._workbench.scenes, day_of(self._model.column_at(index.column()).last)
        return next(iter(scenes.steppable.at(day) or scenes.timeline.at(day)), None)

    # recording

    def ensure_shown(self) -> None:
        """Make sure that the site and scene of the current cell are on screen, to record into it.

        Raises NoSceneOfColumn, SceneNotOnScreen and what showing a scene raises.
        """
        index = self._view.currentIndex()
        if self._timer.isActive():
            self._show_current_cell()
        if self.is_shown():
            return
        if index.isValid() and not self._scenes_of_column(index.column()):
            raise NoSceneOfColumn(column=self._model.column_text(index.column()))
        self._show_current_cell()  # the user has not seen it yet
        raise SceneNotOnScreen(column=self._model.column_text(index.column()))

    def is_shown(self) -> bool:
        """Return whether the site and scene of the current cell are on screen."""
        index, imagery, matrix = self._view.currentIndex(), self._workbench.imagery, self._model.matrix
        scene, site_id = imagery.scene, self._model.site_at(index.row())
        if not site_id or scene is None or imagery.pending_scene is not None or matrix is None:
            return False
        observation = DatedObservation(*days_of_step((scene,))[scene.id], "", scene.id)
        place = matrix.axis.column_span(observation, matrix.days_of_scenes)
        return (self._workbench.sites.selected() == [site_id] and place is not None
                and place.first <= index.column() <= place.last)

    # changes from elsewhere

    def sync(self) -> None:
        """Make the cell of the selected site and the scene on screen the current one, if it exists."""
        scene, matrix, selected = self._workbench.imagery.place, self._model.matrix, self._workbench.sites.selected()
        if matrix is None or self._following or self._timer.isActive() or not self._view.isVisible():
            return
        index = self._view.currentIndex()
        row = self._model.row_of(selected[0]) if len(selected) == 1 else -1
        column = None
        if scene is not None and scene.dated and scene.id != self._requested_scene_id:
            column = self.column_on_screen()
            self._requested_scene_id = ""
        if row >= 0 or index.isValid():
            self.set_current_cell(row if row >= 0 else index.row(), index.column() if column is None else column)

    def column_on_screen(self) -> int | None:
        """Return the number of the column of the scene on screen; None if it is undated or has none."""
        scene, matrix = self._workbench.imagery.place, self._model.matrix
        if scene is None or not scene.dated or matrix is None:
            return None
        return matrix.axis.of_scene(scene.id, days_of_step((scene,))[scene.id][1])

    def set_current_cell(self, row: int, column: int) -> None:
        """Make a cell the current one without showing it on the map."""
        at = self._model.index(max(row, 0), max(column, 0))
        if at.isValid() and at != self._view.currentIndex():
            self._following = True
            self._view.setCurrentIndex(at)
            self._following = False
