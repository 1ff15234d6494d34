"""The layers of scenes one steps through: those of a step in the project, a few kept open beside, all in one look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.imagery.opening import Opened, Openings
from yalu_plugin.layers.imagery.scenes import (
    SCENE_ID,
    Bands,
    bands_of,
    clear_scene,
    give_look,
    is_placed_as,
    look_of,
    replace_scenes,
    scene_id_of,
    scene_layer,
    shown_layers,
)


class SceneLayers(QObject):
    """Keeps at most `spares` scene layers outside of the project, those longest unused going first.

    A layer that stays alive keeps what was drawn of it in the map's render cache. What the user changes in the look
    of the scene on screen (bands, contrast, opacity) holds for every scene with the same bands.
    """

    look_changed = pyqtSignal()
    about_to_show = pyqtSignal(object, object)  # the layers, the topmost first, and the scene in front
    opened = pyqtSignal()  # a scene that `open_aside` was asked for
    not_opened = pyqtSignal(object, object)  # the scene, and the YaluError that says why

    def __init__(self, project: QgsProject, spares: int) -> None:
        super().__init__()
        self._project, self.limit = project, spares
        self._openings = Openings(self)
        self._openings.opened.connect(self._take)
        self._openings.failed.connect(self.not_opened)
        self.forget()

    def forget(self) -> None:
        """Close the layers outside of the project, and start from first colours."""
        self._openings.forget()
        self._spares: dict[str, QgsRasterLayer] = {}
        self._looks: dict[Bands, str] = {}
        self._wears: dict[str, str | None] = {}  # scene id to the look its layer was given
        self._marks: dict[str, tuple[int, int] | None] = {}  # scene id to its file's as it was opened
        self._shown: dict[str, str] = {}  # ids of the scenes in the project, to the look they were put there in

    @property
    def ready(self) -> dict[str, QgsRasterLayer]:
        """The layers outside of the project by scene id, the one longest unused first."""
        return dict(self._spares)

    def show(self, scene: Scene, *under: Scene) -> QgsRasterLayer:
        """Put `scene` into the project, those it is a mosaic with under it, in place of the ones there.

        Returns the layer of `scene`. Raises what `prepare` raises; then the project stays as it was.
        """
        from yalu_plugin.layers.imagery.scene_source import is_gone  # on first use: a start has 50 ms

        scenes = (scene, *under)
        shown = {scene_id_of(layer): layer for layer in self._note_looks()}
        stay = {one.id for one in scenes if one.id in shown and not is_gone(one) and not self.is_replaced(one)}
        if list(shown) == [one.id for one in scenes] and stay == shown.keys():
            return shown[scene.id]
        layers = [shown[one.id] if one.id in stay else self.prepare(one) for one in scenes]
        self.about_to_show.emit(layers, scene)
        for one in scenes:
            self._spares.pop(one.id, None)
        self._shown = {}  # while those before are in the project too
        for old in replace_scenes(self._project, layers):
            if scene_id_of(old) and scene_id_of(old) not in {one.id for one in scenes}:
                self._keep(scene_id_of(old), old)
        self._shown = {one.id: look_of(layer) for one, layer in zip(scenes, layers)}
        return layers[0]

    def is_at_hand(self, scene: Scene) -> bool:
        """Whether `show` and `prepare` need not wait for the web."""
        from yalu_plugin.layers.imagery.scene_source import is_slow

        return (not is_slow(scene) or scene.id in map(scene_id_of, shown_layers(self._project))
                or self.is_ready(scene))

    def is_ready(self, scene: Scene) -> bool:
        """Whether the scene is open outside of the project, in the look of today; it counts as used now."""
        layer = self._spares.get(scene.id)
        if (layer is None or self._is_other_file(scene)
                or self._wears.get(scene.id) != self._looks.get(bands_of(layer))):
            return False
        self._keep(scene.id, self._spares.pop(scene.id))
        return True

    def why_not(self, scene: Scene) -> YaluError | None:
        """Why a scene at hand cannot be shown, else None; then it is prepared, or on screen already."""
        from yalu_plugin.layers.imagery.scene_source import is_gone

        if not is_gone(scene) and scene.id in map(scene_id_of, shown_layers(self._project)):
            return None
        try:
            self.prepare(scene)
        except YaluError as error:
            return error
        return None

    @property
    def opening(self) -> bool:
        """Whether scenes are being opened aside."""
        return self._openings.busy

    def is_replaced(self, scene: Scene) -> bool:
        """Whether the scene was opened, and its file is not what it was then: it is shown anew by `show`."""
        return scene.id in self._marks and self._is_other_file(scene)

    def _is_other_file(self, scene: Scene) -> bool:
        """Whether the scene's file is gone, or not what it was when it was opened."""
        from yalu_plugin.layers.imagery.scene_source import mark_of

        return mark_of(scene) != self._marks.get(scene.id)

    def is_opening(self, scene: Scene) -> bool:
        """Whether the scene is being opened aside."""
        return self._openings.is_opening(scene)

    def open_aside(self, scene: Scene) -> None:
        """Have a scene of the web at hand, without waiting: `opened` or `not_opened` follows."""
        self._note_looks()
        self._openings.open(scene, self._looks)

    def _take(self, opened: Opened) -> None:
        self._adopt(opened.scene.id, opened.layer, opened.looks)
        self._marks[opened.scene.id] = None
        self._keep(opened.scene.id, opened.layer)
        self.opened.emit()

    def _adopt(self, scene_id: str, layer: QgsRasterLayer, looks: Mapping[Bands, str]) -> None:
        layer.styleChanged.connect(self._look_touched)
        self._wears[scene_id] = looks.get(bands_of(layer))

    def prepare(self, scene: Scene) -> QgsRasterLayer:
        """A layer of `scene` outside of the project, in its chosen picture and the look of today.

        Raises RasterMissing, RasterUnreadable and what in_chosen_picture raises.
        """
        from yalu_plugin.layers.imagery.chosen_picture import in_chosen_picture
        from yalu_plugin.layers.imagery.scene_source import mark_of

        self._note_looks()
        layer = self._spares.pop(scene.id, None)
        if layer is None or self._is_other_file(scene):
            mark = mark_of(scene)  # before it is opened: what is written meanwhile is another one
            layer = scene_layer(in_chosen_picture(scene), self._looks)
            self._adopt(scene.id, layer, self._looks)
            self._marks[scene.id] = mark
        elif self._wears.get(scene.id) != self._looks.get(bands_of(layer)):
            self._wears[scene.id] = self._looks[bands_of(layer)]
            give_look(layer, self._wears[scene.id])
            layer.triggerRepaint()  # what was drawn in the old look goes from the map's cache
        self._keep(scene.id, layer)
        return layer

    def open_anew(self, scenes: Iterable[Scene]) -> None:
        """Do not show again what was opened of these scenes: they are to be seen in another picture."""
        self._note_looks()
        self._openings.forget()
        ids = {scene.id for scene in scenes}
        self._spares = {scene_id: layer for scene_id, layer in self._spares.items() if scene_id not in ids}
        for layer in shown_layers(self._project):
            if scene_id_of(layer) in ids:
                self._shown[""] = self._shown.pop(scene_id_of(layer))
                layer.setCustomProperty(SCENE_ID, "")  # it stays on screen until the other one is there

    def place_anew(self, scenes: Mapping[str, Scene]) -> bool:
        """`open_anew` those of these scenes (by id) that were given another CRS since; tells whether there are any."""
        there = [*shown_layers(self._project), *self._spares.values()]
        moved = [scene for layer in there if (scene := scenes.get(scene_id_of(layer))) is not None
                 and not is_placed_as(layer, scene)]
        if moved:
            self.open_anew(moved)
        return bool(moved)

    def clear(self) -> None:
        """Take the scene out of the project."""
        self._note_looks()
        clear_scene(self._project)

    def _keep(self, scene_id: str, layer: QgsRasterLayer) -> None:
        self._spares[scene_id] = layer
        while len(self._spares) > max(self.limit, 1):
            self._spares.pop(next(iter(self._spares)))

    def _note_looks(self) -> list[QgsRasterLayer]:
        """See what the user did to the scenes on screen since they were put there; returns their layers."""
        shown = shown_layers(self._project)
        for layer in shown:
            scene_id, look = scene_id_of(layer), look_of(layer)
            if scene_id not in self._shown:  # it came with the project
                layer.styleChanged.connect(self._look_touched)
            if look != self._shown.get(scene_id):
                self._shown[scene_id] = self._wears[scene_id] = self._looks[bands_of(layer)] = look
                self.look_changed.emit()
        return shown

    def _look_touched(self) -> None:
        if self._shown:
            self._note_looks()
