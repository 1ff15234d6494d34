"""The layers of the compare scene's step, in the style of the scene on screen."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.layers.imagery.project_scenes import apply_style, bands_of, scene_layer, shown_layer, style_of
from yalu_plugin.layers.imagery.scene_opening import OpenedScene, SceneOpener
from yalu_plugin.layers.imagery.scene_source import PartOfDayMissing, is_slow


class CompareSceneLayers(QObject):
    """Layers that are not in the project; the caller calls `update_style` before drawing them.

    `step` has the scenes of the step that could be opened, and `layers` their layers, the topmost first. Both stay
    until the next step is completely opened.
    """

    ready = pyqtSignal()
    partly_failed = pyqtSignal(object)  # YaluError about the scenes of the step that are left out; after `ready`
    failed = pyqtSignal(object)  # YaluError; no scene of the step can be read

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.layers: list[QgsRasterLayer] = []
        self.step: Step = ()
        self._requested: Step = ()
        self._opened: dict[Scene, QgsRasterLayer] = {}
        self._errors: dict[Scene, YaluError] = {}
        self._style_stale = False
        self._watched_layers: set[str] = set()
        self._opener = SceneOpener(self)
        self._opener.opened.connect(self._opened_in_background)
        self._opener.failed.connect(self._not_opened)

    def open(self, step: Step) -> None:
        """Open the scenes of a step; `ready` or `failed` follows, later if a scene is on the web."""
        from yalu_plugin.layers.imagery.chosen_picture import with_selected_picture  # on first use, for a fast start

        self._requested, self._opened, self._errors = step, {}, {}
        self._watch_style()
        shown = shown_layer(self._project)
        styles = {bands_of(shown): style_of(shown)} if shown else {}
        for scene in step:
            if is_slow(scene):
                self._opener.open(scene, styles)
                continue
            try:
                self._opened[scene] = scene_layer(with_selected_picture(scene), styles)
            except YaluError as error:
                self._errors[scene] = error
        self._finish_if_complete()

    def close(self) -> None:
        """Drop all layers; no signal follows."""
        self._opener.cancel()
        self.layers, self.step, self._requested, self._opened, self._errors = [], (), (), {}, {}

    def update_style(self) -> None:
        """Apply the style of the scene on screen again if the user has changed it."""
        self._watch_style()
        shown = shown_layer(self._project)
        if shown is None:
            return
        for layer in self.layers:
            if self._style_stale and bands_of(shown) == bands_of(layer):
                apply_style(layer, style_of(shown))
                layer.triggerRepaint()
        self._style_stale = False

    def _watch_style(self) -> None:
        shown = shown_layer(self._project)
        if shown is not None and shown.id() not in self._watched_layers:
            self._watched_layers.add(shown.id())
            shown.styleChanged.connect(self._style_changed)

    def _style_changed(self) -> None:
        self._style_stale = True

    def _opened_in_background(self, opened: OpenedScene) -> None:
        if opened.scene in self._requested:
            self._opened[opened.scene] = opened.layer
            self._finish_if_complete()

    def _not_opened(self, scene: Scene, error: YaluError) -> None:
        if scene in self._requested:
            self._errors[scene] = error
            self._finish_if_complete()

    def _finish_if_complete(self) -> None:
        """Finish the step once every scene has been opened or failed."""
        if len(self._opened) + len(self._errors) < len(self._requested):
            return
        errors = dict(self._errors)
        if not self._opened:
            self.failed.emit(next(iter(errors.values())))
            return
        self.step = tuple(scene for scene in self._requested if scene in self._opened)
        self.layers = [self._opened[scene] for scene in self.step]
        self.update_style()
        self.ready.emit()
        if errors:
            self.partly_failed.emit(PartOfDayMissing.of(errors))
