"""What is on screen: the scene and the day, what they are compared with, and stepping from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from qgis.core import QgsProject, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step, Timeline
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.imagery.scene_layers import SceneLayers
from yalu_plugin.layers.temporal import show_all, show_day, show_latest_states, show_states_of_days
from yalu_plugin.settings import SCENES_KEPT
from yalu_plugin.workbench.kept_view import COMPARED, SCENE, forget_view, kept_day, remember_view
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession


class Imagery(QObject):
    """Given the project, QGIS' temporal navigation and the survey's scenes; remembers itself in the project. `day` is
    the UTC day on screen; `scene` the image shown, in front of others of its step where these are drawn together,
    `coming` the one being opened to be shown next, `compare_scene` the one it is compared with, if any.
    """

    day_changed = pyqtSignal()
    compare_changed = pyqtSignal()
    coming_changed = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, project: QgsProject, navigation: QgsTemporalNavigationObject, session: SurveySession,
                 scenes: Scenes, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._navigation, self.scenes = project, navigation, scenes
        self.scene_layers = SceneLayers(project, SCENES_KEPT.get())
        self.scene_layers.opened.connect(self._show_coming)
        self.scene_layers.not_opened.connect(self._not_coming)
        self._to_restore, self.day = False, None
        self.forget()
        scenes.scenes_changed.connect(self._renew)
        session.facts_ready.connect(self._facts_ready)

    def forget(self) -> None:
        """There is no survey, and nothing on screen; what the project remembers stays."""
        if self.day is not None or self._to_restore:
            show_all(self._navigation)
        self._to_restore = False
        self.day: date | None = None
        self.scene: Scene | None = None
        self.drawn: Step = ()  # the scene with those of its step that are on screen too
        self._refused: dict[Scene, YaluError] = {}  # of the step that is coming: what the web does not give
        self.coming: Scene | None = None
        self._missed: Scene | None = None  # the one stepped to last, if it cannot be shown: one goes on from there
        self.compare_scene: Scene | None = None
        self.scene_layers.forget()

    def leave(self) -> None:
        """As `forget`, and the project forgets it too. Its layers may be another survey's, yet to be read."""
        self.scene_layers.clear()
        self.forget()
        forget_view(self._project)
        self._show_states(show_latest_states)

    def release(self) -> None:
        """Let go of what is compared (on unload)."""
        self.compare_changed.emit()

    def _renew(self) -> None:  # its date may have been corrected, or its place
        moved = self.scene_layers.place_anew(fresh := self.scenes.by_id)
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
        """Show again what the project remembers: the day at once, for without one QGIS draws all states that a site
        ever had; the scene once the survey's scenes are known.
        """
        self._to_restore = True
        day = kept_day(self._project)
        if day is not None:
            show_day(self._navigation, day, day)
            return
        self._show_states(show_latest_states)

    def _facts_ready(self) -> None:
        if not self._to_restore:
            return
        self._to_restore = False
        day = kept_day(self._project)
        scene, compared = (in_project.recall(self._project, key) for key in (SCENE, COMPARED))
        self.compare_with(self.scenes.dated(compared))
        if day:
            self._set_day(day)
        self._try(self.show, self.scenes.dated(scene))

    def apply_settings(self) -> None:
        """Put a day's scenes together as the user's settings now say, and keep as many open."""
        self.scene_layers.limit = SCENES_KEPT.get()
        self.scenes.apply_settings()
        self._try(self.show, self.scene)

    # stepping

    @property
    def place(self) -> Scene | None:
        """Where one is in the timeline: the scene that is coming, else the one on screen."""
        return self.coming or self.scene

    def neighbour(self, where: str, among: Timeline | None = None) -> Scene | None:
        """The "first", "previous", "next" or "last" scene to step to from the one on screen, or from the day shown;
        of the timeline `among`, else of what one steps through.
        """
        timeline = self.scenes.steppable if among is None else among
        if where in ("first", "last"):
            return timeline.first() if where == "first" else timeline.last()
        if self.place is None and self._missed is None and self.day is not None:
            return timeline.before(self.day) if where == "previous" else timeline.after(self.day)
        on = timeline.previous if where == "previous" else timeline.next
        found = on(self._missed or self.place)
        back = self._missed and found and timeline.step_number(found) == timeline.step_number(self.place)
        return on(found) if back else found

    def step(self, where: str) -> None:
        """Show the scene that `neighbour` finds; past either end nothing changes.

        One whose file is gone is told by `trouble` and passed by. Raises what `show` raises if there is no other.
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
                self.trouble.emit(error)
            else:
                break

    # on screen

    def show(self, scene: Scene) -> None:
        """Put a scene and its step on screen, sites and QGIS' temporal range at its last day: what a scene of several
        days shows is known on its last. One without a date can be looked at: `scene` is None then, and the day stays.
        Those of the web that are not at hand are `coming` until they are. Raises if one at hand cannot be read.
        """
        self._refused, self._missed = {}, None
        self._go_on(scene)

    def _go_on(self, scene: Scene) -> None:
        """Show what can be had of the scene's step, once it is all at hand or known not to come."""
        step = self.scenes.steppable.step_of(scene)
        away = [one for one in step if one not in self._refused and not self.scene_layers.is_at_hand(one)]
        self._expect(scene if away else None)
        for one in away:
            self.scene_layers.open_aside(one)
        if not away:
            self._put_on_screen(step)

    def _put_on_screen(self, step: Step) -> None:
        """Draw a step: of a mosaic the scenes that can be opened; which cannot is told by `trouble`."""
        errors = dict(self._refused)
        if len(step) > 1:
            errors.update((one, error) for one in step
                          if one not in errors and (error := self.scene_layers.why_not(one)) is not None)
        drawn = tuple(one for one in step if one not in errors)
        self._missed = step[0]
        if not drawn:
            raise errors[step[0]]
        self.scene_layers.show(*drawn)
        self.scene, self.drawn = (drawn[0], drawn) if drawn[0].dated else (None, ())
        self._set_day(drawn[0].last_day if self.scene is not None else self.day)
        if errors:
            from yalu_plugin.layers.imagery.scene_source import PartOfDayMissing  # on first use: a start has 50 ms

            self.trouble.emit(PartOfDayMissing.of(errors))

    def _expect(self, scene: Scene | None) -> None:
        before, self.coming = self.coming, scene
        if scene != before:
            self.coming_changed.emit()

    def _show_coming(self) -> None:  # one more was opened, or could not be
        self._try(self._go_on, self.coming)

    def _try(self, show: Callable[[Scene], None], scene: Scene | None) -> None:
        """Show the scene, if there is one; what goes wrong is told by `trouble`."""
        try:
            if scene is not None:
                show(scene)
        except YaluError as error:
            self.trouble.emit(error)

    def _not_coming(self, scene: Scene, error: YaluError) -> None:
        if self.coming is not None and scene in self.scenes.steppable.step_of(self.coming):
            self._refused[scene] = error
            self._show_coming()

    def choose_picture(self, key: str) -> None:
        """Look at all scenes of the collection on screen in this picture of theirs from now on; empty for the best."""
        from yalu_plugin.layers.imagery.chosen_picture import choice_for

        if self.scene is None:
            return
        choice_for(self.scene).set(key)
        self.scene_layers.open_anew(self.scenes.of_collection(self.scene))
        self.show(self.scene)
        self.compare_changed.emit()

    def show_day(self, day: date) -> None:
        """Show sites as of `day`, counted in the timeline's zone, with the scene of that day if there is one."""
        scenes = self.scenes.steppable.at(day) or self.scenes.timeline.at(day)
        if scenes:
            self.show(scenes[0])
            return
        self._expect(None)
        self.scene_layers.clear()
        self.scene = None
        self._set_day(day)

    def _set_day(self, day: date | None) -> None:
        self.day, self._missed = day, None
        if day is not None:
            show_day(self._navigation, day, day)
            self._show_states(show_states_of_days)
            remember_view(self._project, day, self.scene)
        self.day_changed.emit()

    def compare_with(self, scene: Scene | None) -> None:
        """Take this dated scene, or none, to compare the scene on screen with."""
        self.compare_scene = scene
        in_project.remember(self._project, COMPARED, scene.id if scene else "")
        self.compare_changed.emit()
