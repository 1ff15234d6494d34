"""The scene and day on screen, the scene they are compared with, and stepping through the timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from qgis.core import QgsProject, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stepping import neighbour
from yalu_plugin.core.imagery.timeline import Step, Timeline
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.imagery.scene_layers import SceneLayers
from yalu_plugin.layers.temporal import show_all, show_day, show_latest_states, show_states_of_days
from yalu_plugin.settings import SCENES_KEPT
from yalu_plugin.workbench.scene_loading import NO_ERRORS, Phase, SceneLoading
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession
from yalu_plugin.workbench.stored_view import COMPARED, SCENE, clear_view, store_view, stored_day


class Imagery(QObject):
    """The imagery on screen; the project stores its state.

    `day` is the UTC day on screen, `scene` the image shown (the front one where several scenes of a step are drawn
    together), `compare_scene` the image it is compared with, if any.
    """

    day_changed = pyqtSignal()
    compare_changed = pyqtSignal()
    pending_changed = pyqtSignal()
    error_occurred = pyqtSignal(object)

    def __init__(self, project: QgsProject, navigation: QgsTemporalNavigationObject, session: SurveySession,
                 scenes: Scenes, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._navigation, self.scenes = project, navigation, scenes
        self.scene_layers = SceneLayers(project, SCENES_KEPT.value())
        self.scene_layers.opened.connect(self._scene_opened)
        self.scene_layers.opening_failed.connect(self._opening_failed)
        self._to_restore = False
        self.day: date | None = None
        self.reset()
        scenes.scenes_changed.connect(self._renew)
        session.facts_ready.connect(self._facts_ready)

    def reset(self) -> None:
        """Clear the state when no survey is open; what the project stores stays."""
        if self.day is not None or self._to_restore:
            show_all(self._navigation)
        self._to_restore, self.day = False, None
        self.scene: Scene | None = None
        self.drawn: Step = ()  # the scene and the others of its step that are on screen
        self._loading = SceneLoading()
        self.compare_scene: Scene | None = None
        self.scene_layers.reset()

    def close(self) -> None:
        """Reset, and remove the state from the project."""
        self.scene_layers.clear()
        self.reset()
        clear_view(self._project)
        self._show_states(show_latest_states)

    def release(self) -> None:
        """End the comparison (on unload)."""
        self.compare_changed.emit()

    def _renew(self) -> None:  # its date may have been corrected, or its place
        moved = self.scene_layers.reopen_moved(fresh := self.scenes.by_id)
        compared = fresh.get(self.compare_scene.id) if self.compare_scene else None
        if compared is not None and compared != self.compare_scene:
            self.compare_with(compared)
        now = fresh.get(self.scene.id) if self.scene else None
        if now is not None:
            before, self.scene, self.drawn = self.scene, now, tuple(fresh.get(one.id, one) for one in self.drawn)
            if moved and now.dated:
                self._try(self.show, now)
            elif now.dated and now != before:
                self._set_day(now.last_day)
        if self.day is None:
            self._show_states(show_latest_states)

    def _show_states(self, show: Callable[[QgsVectorLayer], None]) -> None:
        layer = in_project.layer_with_role(self._project, "site_states")
        if layer is not None:
            show(layer)

    def restore(self) -> None:
        """Show the project's day at once, else QGIS draws all past states; show its scene once the facts are read."""
        self._to_restore = True
        day = stored_day(self._project)
        if day is not None:
            show_day(self._navigation, day, day)
        else:
            self._show_states(show_latest_states)

    def _facts_ready(self) -> None:
        if not self._to_restore:
            return
        self._to_restore = False
        day = stored_day(self._project)
        scene, compared = (in_project.recall(self._project, key) for key in (SCENE, COMPARED))
        self.compare_with(self.scenes.dated(compared))
        if day:
            self._set_day(day)
        self._try(self.show, self.scenes.dated(scene))

    def apply_settings(self) -> None:
        """Apply changed settings: how scenes of a day are grouped, and how many are kept open."""
        self.scene_layers.limit = SCENES_KEPT.value()
        self.scenes.apply_settings()
        self._try(self.show, self.scene)

    # stepping

    @property
    def pending_scene(self) -> Scene | None:
        """The scene that is being opened to be shown next, if any."""
        return self._loading.pending

    @property
    def place(self) -> Scene | None:
        """The position in the timeline: the pending scene, else the one on screen."""
        return self.pending_scene or self.scene

    def neighbour(self, where: str, among: Timeline | None = None) -> Scene | None:
        """Return the "first", "previous", "next" or "last" scene to step to; `among` limits them to a timeline."""
        timeline = self.scenes.steppable if among is None else among
        return neighbour(timeline, where, self.place, self._loading.failed, self.day)

    def step(self, where: str) -> None:
        """Show the scene that `neighbour` returns; at either end nothing changes.

        Scenes that cannot be shown are skipped, and reported by `error_occurred`; the last one's error is raised.
        """
        on = self.scenes.steppable.previous if where in ("previous", "last") else self.scenes.steppable.next
        scene = self.neighbour(where)
        while scene is not None:
            try:
                self.show(scene)
            except YaluError as error:
                scene = on(scene)
                if scene is None:
                    raise
                self.error_occurred.emit(error)
            else:
                break

    # on screen

    def show(self, scene: Scene) -> None:
        """Show a scene and its step; set the sites and QGIS' time range to its last day, when all it shows is known.

        For an undated scene, `scene` is None and the day stays. Remote scenes are opened in the background: until then
        the scene is `pending_scene`, and `error_occurred` reports errors. Raises the error of an unreadable open scene.
        """
        self._load(scene, NO_ERRORS)

    def _load(self, scene: Scene, errors: Mapping[Scene, YaluError]) -> None:
        """Open what is not open of the step; show it once each of its scenes is open or known to fail."""
        step = self.scenes.steppable.step_of(scene)
        closed = [one for one in step if one not in errors and not self.scene_layers.is_available(one)]
        if not closed:
            self._put_on_screen(step, dict(errors))
            return
        self._enter(SceneLoading(Phase.OPENING, scene, errors))
        for one in closed:
            self.scene_layers.open_in_background(one)

    def _put_on_screen(self, step: Step, errors: dict[Scene, YaluError]) -> None:
        """Draw a step: of a mosaic the scenes that can be opened; `error_occurred` reports the others."""
        if len(step) > 1:
            errors.update((one, error) for one in step
                          if one not in errors and (error := self.scene_layers.preparation_error(one)) is not None)
        drawn = tuple(one for one in step if one not in errors)
        self._enter(SceneLoading(Phase.FAILED, step[0], errors))  # unless drawing succeeds
        if not drawn:
            raise errors[step[0]]
        self.scene_layers.show(*drawn)
        self.scene, self.drawn = (drawn[0], drawn) if drawn[0].dated else (None, ())
        self._enter(SceneLoading(Phase.SHOWN, drawn[0], errors))
        self._set_day(drawn[0].last_day if self.scene is not None else self.day)
        if errors:
            from yalu_plugin.layers.imagery.scene_source import PartOfDayMissing  # on first use: a start has 50 ms

            self.error_occurred.emit(PartOfDayMissing.of(errors))

    def _enter(self, loading: SceneLoading) -> None:
        before, self._loading = self.pending_scene, loading
        if self.pending_scene != before:
            self.pending_changed.emit()

    def _scene_opened(self) -> None:
        self._try(partial(self._load, errors=self._loading.errors), self.pending_scene)

    def _opening_failed(self, scene: Scene, error: YaluError) -> None:
        if self.pending_scene is not None and scene in self.scenes.steppable.step_of(self.pending_scene):
            self._try(partial(self._load, errors={**self._loading.errors, scene: error}), self.pending_scene)

    def _try(self, show: Callable[[Any], None], what: object) -> None:
        """Call `show` with what is given, if anything; `error_occurred` reports an error."""
        try:
            if what is not None:
                show(what)
        except YaluError as error:
            self.error_occurred.emit(error)

    def select_picture(self, key: str) -> None:
        """Show this picture (STAC asset) of every scene of the collection on screen; empty for the best one."""
        from yalu_plugin.layers.imagery.chosen_picture import selected_picture_setting

        if self.scene is None:
            return
        selected_picture_setting(self.scene).setValue(key)
        self.scene_layers.reopen(self.scenes.of_collection(self.scene))
        self.show(self.scene)
        self.compare_changed.emit()

    def show_day(self, day: date) -> None:
        """Show the sites as of `day`, in the timeline's time zone, with the scene of that day if there is one."""
        scenes = self.scenes.steppable.at(day) or self.scenes.timeline.at(day)
        if scenes:
            self.show(scenes[0])
            return
        self._enter(SceneLoading())
        self.scene_layers.clear()
        self.scene = None
        self._set_day(day)

    def _set_day(self, day: date | None) -> None:
        self.day = day
        if self._loading.failed is not None:
            self._enter(SceneLoading(Phase.SHOWN if self.scene else Phase.IDLE, self.scene))
        if day is not None:
            show_day(self._navigation, day, day)
            self._show_states(show_states_of_days)
            store_view(self._project, day, self.scene)
        self.day_changed.emit()

    def compare_with(self, scene: Scene | None) -> None:
        """Compare the scene on screen with this dated scene, or with none."""
        self.compare_scene = scene
        in_project.remember(self._project, COMPARED, scene.id if scene else "")
        self.compare_changed.emit()
