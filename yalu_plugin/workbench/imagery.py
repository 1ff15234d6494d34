"""What the analyst looks at: the survey's scenes by date, which of them one steps through, the scene and day on screen.

Part of the workbench, and as that: it owns this state, changes it through the layers room, and tells it by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.choice import Choice, choose
from yalu_plugin.core.imagery.days import zone
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step, Timeline
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.imagery.scene_layers import SceneLayers
from yalu_plugin.layers.survey.images import add_images, row_scene
from yalu_plugin.layers.survey.observations import CompareDateShown
from yalu_plugin.layers.temporal import make_states_temporal, show_all, show_day, show_latest_states
from yalu_plugin.settings import DAY_ZONE, SAME_DAY, SCENES_KEPT
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.layers.imagery.seen import WhyNotDrawn


class Imagery(QObject):
    """Given the project and QGIS' temporal navigation; remembers itself in the project.

    `day` is the UTC day on screen; `scene` the image shown, in front of others of its step where these are drawn
    together, `coming` the one being opened to be shown next, `compare_scene` the one it is compared with, if any;
    `timeline` has every dated scene, `steppable` those one steps through, `skipped` the others' ids and why.
    """

    scenes_changed = pyqtSignal()
    choice_changed = pyqtSignal()  # other scenes are skipped when stepping
    day_changed = pyqtSignal()
    compare_changed = pyqtSignal()
    coming_changed = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, project: QgsProject, navigation: QgsTemporalNavigationObject, session: SurveySession,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._navigation, self._session = project, navigation, session
        self._to_restore = False
        self.scene_layers = SceneLayers(project, SCENES_KEPT.get())
        self.scene_layers.opened.connect(self._show_coming)
        self.scene_layers.not_opened.connect(self._not_coming)
        self.choice = Choice()
        self.compared_at: Callable[[QgsPointXY], bool] = _nowhere  # whether the map shows the compare date there
        self.why_not_drawn: WhyNotDrawn = _not_known  # why the map shows nothing of a scene's layer at a place
        self.day: date | None = None
        self.forget()
        session.facts_ready.connect(self._take_facts)
        session.changed.connect(self._take_delta)

    def forget(self) -> None:
        """There is no survey, and nothing on screen; what the project remembers stays."""
        self._to_restore = False
        if self.day is not None:
            show_all(self._navigation)
        self.day = None
        self.scene: Scene | None = None
        self.drawn: Step = ()  # the scene with those of its step that are on screen too
        self._refused: dict[Scene, YaluError] = {}  # of the step that is coming: what the web does not give
        self.coming: Scene | None = None
        self._missed: Scene | None = None  # the one stepped to last, if it cannot be shown: one goes on from there
        self.compare_scene: Scene | None = None
        self.timeline = self.steppable = self._timeline([])
        self.skipped: dict[str, str] = {}  # scene id to why it is not stepped to
        self.undated: list[Scene] = []
        self.scene_layers.forget()

    def leave(self) -> None:
        """As `forget`, and the project forgets it too."""
        self.scene_layers.clear()
        self.forget()
        for key in ("day", "scene", "compare"):
            in_project.remember(self._project, key, "")

    def release(self) -> None:
        """Let go of what is compared (on unload)."""
        self.compare_changed.emit()

    def add(self, scenes: Sequence[Scene]) -> int:
        """Keep catalogued scenes in the survey; returns how many are new."""
        added = add_images(self._session.need_survey(), scenes)
        self._session.follow()
        return added

    def _take_facts(self) -> None:
        self.take([row_scene(row) for row in self._session.facts.rows("images")])
        if self._to_restore:
            self._to_restore = False
            self._restore()

    def _take_delta(self, delta: Delta) -> None:
        if "images" in delta.tables:
            self.take([row_scene(row) for row in self._session.facts.rows("images")])

    def take(self, scenes: Sequence[Scene]) -> None:
        """These are the survey's scenes."""
        self.timeline = self._timeline(scenes)
        self.undated = [scene for scene in scenes if not scene.dated]
        self._choose()
        self._renew({scene.id: scene for scene in scenes})
        if self.day is None:
            self._show_states(show_latest_states)
        self.scenes_changed.emit()

    def _renew(self, fresh: Mapping[str, Scene]) -> None:
        """What is on screen is as the survey has it now: its date may have been corrected, or its place."""
        moved = self.scene_layers.place_anew(fresh)
        compared = fresh.get(self.compare_scene.id) if self.compare_scene else None
        if compared is not None and compared != self.compare_scene:
            self.compare_with(compared)
        now = fresh.get(self.scene.id) if self.scene else None
        if now is None:
            return
        before, self.scene, self.drawn = self.scene, now, tuple(fresh.get(one.id, one) for one in self.drawn)
        if moved and now.dated:
            self._show_or_tell(now)
        elif now.dated and now != before:
            self._set_day(now.last_day)

    def _show_states(self, show: Callable[[QgsVectorLayer], None]) -> None:
        layer = in_project.layer_with_role(self._project, "site_states")
        if layer is not None:
            show(layer)

    def restore(self) -> None:
        """Show again what the project remembers, once the survey's scenes are known."""
        self._to_restore = True

    def _restore(self) -> None:
        day, scene, compared = (in_project.recall(self._project, key) for key in ("day", "scene", "compare"))
        by_id = {one.id: one for one in self.timeline.scenes}
        self.compare_with(by_id.get(compared))
        with suppress(ValueError):  # no day, or a project file that was damaged: the survey is more than its day
            self._set_day(date.fromisoformat(day))
        self._show_or_tell(by_id.get(scene))

    def apply_settings(self) -> None:
        """Count days and put a day's scenes together as the user's settings now say, and keep as many open."""
        self.scene_layers.limit = SCENES_KEPT.get()
        self.take((*self.timeline.scenes, *self.undated))
        self._show_or_tell(self.scene)

    def _timeline(self, scenes: Iterable[Scene]) -> Timeline:
        together = self.scene_layers.limit if SAME_DAY.get() == "together" else 1
        return Timeline(scenes, zone(DAY_ZONE.get()), together)

    # stepping

    @property
    def place(self) -> Scene | None:
        """Where one is in the timeline: the scene that is coming, else the one on screen."""
        return self.coming or self.scene

    def neighbour(self, where: str) -> Scene | None:
        """The "first", "previous", "next" or "last" scene to step to from the one on screen, or from the day shown."""
        return self._neighbour(self.steppable, where)

    def neighbour_at_all(self, where: str) -> Scene | None:
        """As `neighbour`, skipped or not."""
        return self._neighbour(self.timeline, where)

    def _neighbour(self, timeline: Timeline, where: str) -> Scene | None:
        if where in ("first", "last"):
            return timeline.first() if where == "first" else timeline.last()
        if self.place is None and self._missed is None and self.day is not None:
            return timeline.before(self.day) if where == "previous" else timeline.after(self.day)
        on = timeline.previous if where == "previous" else timeline.next
        found = on(self._missed or self.place)
        back = self._missed and found and timeline.step_number(found) == timeline.step_number(self.place)
        return on(found) if back else found

    def neighbours(self, count: int) -> list[Step]:
        """Up to `count` steps on either side of the one on screen, the nearest first."""
        found: list[Step] = []
        ahead = behind = self.scene
        for _ in range(count):
            ahead = self.steppable.next(ahead) if ahead else None
            behind = self.steppable.previous(behind) if behind else None
            found += [self.steppable.step_of(scene) for scene in (ahead, behind) if scene is not None]
        return found

    def choose(self, choice: Choice) -> None:
        """Skip the scenes that are not of this choice when stepping."""
        self.choice = choice
        if self._choose():
            self.choice_changed.emit()

    def _choose(self) -> bool:
        """Sort out which scenes to step through; tells whether that is another set than before."""
        before = self.skipped
        taken, self.skipped = choose(self.timeline.scenes, self.choice)
        self.steppable = self._timeline(taken) if self.skipped else self.timeline
        return self.skipped != before

    def step(self, where: str) -> None:
        """Show the scene that `neighbour` finds; past either end nothing changes.

        One whose file is gone is told by `trouble` and passed by. Raises what `show` raises if there is no other.
        """
        on = self.steppable.previous if where in ("previous", "last") else self.steppable.next
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
                return

    # on screen

    def show(self, scene: Scene) -> None:
        """Put a dated scene and its step on screen, sites and QGIS' temporal range at its last day.

        What a scene of several days shows is known on its last: an observation of it counts from then.

        Scenes of the web that are not at hand are opened first, without waiting: until then it is `coming`, and what
        goes wrong is told by `trouble`. Raises if one that is at hand cannot be read.
        """
        self._refused, self._missed = {}, None
        self._go_on(scene)

    def _go_on(self, scene: Scene) -> None:
        """Show what can be had of the scene's step, once it is all at hand or known not to come."""
        step = self.steppable.step_of(scene)
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
        self.scene, self.drawn = drawn[0], drawn
        self._set_day(drawn[0].last_day)
        if errors:
            from yalu_plugin.layers.imagery.scene_source import PartOfDayMissing  # on first use: a start has 50 ms

            self.trouble.emit(PartOfDayMissing.of(errors))

    def _expect(self, scene: Scene | None) -> None:
        if scene != self.coming:
            self.coming = scene
            self.coming_changed.emit()

    def _show_coming(self) -> None:
        """Go on with the scene that is coming, now that one more was opened, or could not be."""
        try:
            if self.coming is not None:
                self._go_on(self.coming)
        except YaluError as error:
            self.trouble.emit(error)

    def _show_or_tell(self, scene: Scene | None) -> None:
        """Show the scene, if there is one; what goes wrong is told by `trouble`."""
        try:
            if scene is not None:
                self.show(scene)
        except YaluError as error:
            self.trouble.emit(error)

    def _not_coming(self, scene: Scene, error: YaluError) -> None:
        if self.coming is not None and scene in self.steppable.step_of(self.coming):
            self._refused[scene] = error
            self._show_coming()

    def choose_picture(self, key: str) -> None:
        """Look at all scenes of the collection on screen in this picture of theirs from now on; empty for the best."""
        from yalu_plugin.core.imagery.stac_scene import collection_address
        from yalu_plugin.layers.imagery.chosen_picture import choice_for

        if self.scene is None:
            return
        choice_for(self.scene).set(key)
        collection = collection_address(self.scene.item_url)
        self.scene_layers.open_anew(
            one for one in self.timeline.scenes if one.item_url and collection_address(one.item_url) == collection)
        self.show(self.scene)
        self.compare_changed.emit()

    def scene_over(self, point: QgsPointXY | None) -> Scene | None:
        """Of the scenes on screen, the topmost that shows `point` (EPSG:4326); where none does, the one in front."""
        from yalu_plugin.layers.imagery.seen import topmost_showing

        shown = self.drawn if self.scene and point else ()
        return (topmost_showing(self._project, shown, point, self.why_not_drawn) if shown else None) or self.scene

    def why_unseen(self, scene: Scene | None, place: QgsPointXY | None) -> YaluError | None:
        """Why this scene cannot have shown what is at `place` (EPSG:4326), where that is known."""
        from yalu_plugin.layers.imagery.seen import why_not_shown

        if scene is None or place is None:
            return None
        if self.compared_at(place):
            return CompareDateShown(scene=scene.label)
        return why_not_shown(self._project, scene, place, scene in self.drawn, self.why_not_drawn)

    def show_day(self, day: date) -> None:
        """Show sites as of `day`, counted in the timeline's zone, with the scene of that day if there is one."""
        scenes = self.steppable.at(day) or self.timeline.at(day)
        if scenes:
            self.show(scenes[0])
            return
        self._expect(None)
        self.scene_layers.clear()
        self.scene = None
        self._set_day(day)

    def _set_day(self, day: date) -> None:
        self.day, self._missed = day, None
        show_day(self._navigation, day, day)
        self._show_states(make_states_temporal)
        in_project.remember(self._project, "day", day.isoformat())
        in_project.remember(self._project, "scene", self.scene.id if self.scene else "")
        self.day_changed.emit()

    def compare_with(self, scene: Scene | None) -> None:
        """Take this dated scene, or none, to compare the scene on screen with."""
        self.compare_scene = scene
        in_project.remember(self._project, "compare", scene.id if scene else "")
        self.compare_changed.emit()


def _nowhere(_place: QgsPointXY) -> bool:
    return False


def _not_known(_scene: Scene, _layer: QgsRasterLayer, _place: QgsPointXY) -> YaluError | None:
    return None
