"""The layers of the compare scene's step, in the look of the scene on screen."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.layers.imagery.project_scenes import apply_style, bands_of, scene_layer, shown_layer, style_of
from yalu_plugin.layers.imagery.scene_opening import OpenedScene, SceneOpener
from yalu_plugin.layers.imagery.scene_source import PartOfDayMissing, is_slow


class ComparedLayers(QObject):
    """Layers that belong to no project; whoever draws them asks them to `keep_look` first.

    `layers` are those of `step`, the scenes that can be opened, the topmost first, and stay until those of the next
    step are all there.
    """

    ready = pyqtSignal()
    lacking = pyqtSignal(object)  # after `ready`: the YaluError that says which scenes of the step are left out
    failed = pyqtSignal(object)  # the YaluError that says why no scene of the step can be read

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.layers: list[QgsRasterLayer] = []
        self.step: Step = ()
        self._asked: Step = ()
        self._opened: dict[Scene, QgsRasterLayer] = {}
        self._errors: dict[Scene, YaluError] = {}
        self._look_stale = False
        self._followed: set[str] = set()
        self._opener = SceneOpener(self)
        self._opener.opened.connect(self._opened_aside)
        self._opener.failed.connect(self._not_opened)

    def open(self, step: Step) -> None:
        """Take the scenes of a step; `ready` or `failed` follows: later where the web has to be waited for."""
        from yalu_plugin.layers.imagery.chosen_picture import with_selected_picture  # on first use: a start has 50 ms

        self._asked, self._opened, self._errors = step, {}, {}
        self._follow_look()
        shown = shown_layer(self._project)
        looks = {bands_of(shown): style_of(shown)} if shown else {}
        for scene in step:
            if is_slow(scene):
                self._opener.open(scene, looks)
                continue
            try:
                self._opened[scene] = scene_layer(with_selected_picture(scene), looks)
            except YaluError as error:
                self._errors[scene] = error
        self._take_if_known()

    def close(self) -> None:
        """Let go of all layers; no signal follows any more."""
        self._opener.cancel()
        self.layers, self.step, self._asked, self._opened, self._errors = [], (), (), {}, {}

    def keep_look(self) -> None:
        """Take on the look of the scene on screen again when the user has changed that."""
        self._follow_look()
        shown = shown_layer(self._project)
        if shown is None:
            return
        for layer in self.layers:
            if self._look_stale and bands_of(shown) == bands_of(layer):
                apply_style(layer, style_of(shown))
                layer.triggerRepaint()
        self._look_stale = False

    def _follow_look(self) -> None:
        shown = shown_layer(self._project)
        if shown is not None and shown.id() not in self._followed:
            self._followed.add(shown.id())
            shown.styleChanged.connect(self._look_changed)

    def _look_changed(self) -> None:
        self._look_stale = True

    def _opened_aside(self, opened: OpenedScene) -> None:
        if opened.scene in self._asked:
            self._opened[opened.scene] = opened.layer
            self._take_if_known()

    def _not_opened(self, scene: Scene, error: YaluError) -> None:
        if scene in self._asked:
            self._errors[scene] = error
            self._take_if_known()

    def _take_if_known(self) -> None:
        """Take what could be opened, once that is known of each scene."""
        if len(self._opened) + len(self._errors) < len(self._asked):
            return
        errors = dict(self._errors)
        if not self._opened:
            self.failed.emit(next(iter(errors.values())))
            return
        self.step = tuple(scene for scene in self._asked if scene in self._opened)
        self.layers = [self._opened[scene] for scene in self.step]
        self.keep_look()
        self.ready.emit()
        if errors:
            self.lacking.emit(PartOfDayMissing.of(errors))
