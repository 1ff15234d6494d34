"""The layers of scenes one steps through: one in the project, a few others kept open beside it, all in one look."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.raster import RasterMissing
from yalu_plugin.layers.scenes import (
    Bands,
    bands_of,
    clear_scene,
    give_look,
    is_gone,
    look_of,
    replace_scene,
    scene_id_of,
    scene_layer,
    shown_layer,
)


class SceneLayers(QObject):
    """Keeps at most `spares` scene layers outside of the project, those longest unused going first.

    A layer that stays alive keeps what was drawn of it in the map's render cache. What the user changes in the look
    of the scene on screen (bands, contrast, opacity) holds for every scene with the same bands.
    """

    look_changed = pyqtSignal()

    def __init__(self, project: QgsProject, spares: int) -> None:
        super().__init__()
        self._project, self.limit = project, spares
        self.forget()

    def forget(self) -> None:
        """Close the layers outside of the project, and start from first colours."""
        self._spares: dict[str, QgsRasterLayer] = {}
        self._looks: dict[Bands, str] = {}
        self._wears: dict[str, str | None] = {}  # scene id to the look its layer was given
        self._shown_id = self._shown_look = ""  # of the scene in the project, as it was put there

    @property
    def ready(self) -> dict[str, QgsRasterLayer]:
        """The layers outside of the project by scene id, the one longest unused first."""
        return dict(self._spares)

    def show(self, scene: Scene) -> QgsRasterLayer:
        """Put `scene` into the project in place of the one there. Raises RasterMissing and RasterUnreadable."""
        shown = self._note_look()
        if shown is not None and scene_id_of(shown) == scene.id and not is_gone(scene):
            return shown
        layer = self.prepare(scene)
        del self._spares[scene.id]
        self._shown_id = ""  # while two are in the project
        for old in replace_scene(self._project, layer):
            if old is shown:
                self._keep(scene_id_of(shown), shown)
        self._shown_id, self._shown_look = scene.id, look_of(layer)
        return layer

    def prepare(self, scene: Scene) -> QgsRasterLayer:
        """A layer of `scene` outside of the project, in the look of today. Raises RasterMissing, RasterUnreadable."""
        self._note_look()
        layer = self._spares.pop(scene.id, None)
        if layer is None:
            layer = scene_layer(scene, self._looks)
            layer.styleChanged.connect(self._look_touched)
            self._wears[scene.id] = self._looks.get(bands_of(layer))
        elif is_gone(scene):
            raise RasterMissing(path=scene.uri)
        elif self._wears.get(scene.id) != self._looks.get(bands_of(layer)):
            self._wears[scene.id] = self._looks[bands_of(layer)]
            give_look(layer, self._wears[scene.id])
            layer.triggerRepaint()  # what was drawn in the old look goes from the map's cache
        self._keep(scene.id, layer)
        return layer

    def clear(self) -> None:
        """Take the scene out of the project."""
        self._note_look()
        clear_scene(self._project)

    def _keep(self, scene_id: str, layer: QgsRasterLayer) -> None:
        self._spares[scene_id] = layer
        while len(self._spares) > max(self.limit, 1):
            self._spares.pop(next(iter(self._spares)))

    def _note_look(self) -> QgsRasterLayer | None:
        """See what the user did to the scene on screen since it was put there; returns its layer."""
        shown = shown_layer(self._project)
        if shown is None:
            return None
        if scene_id_of(shown) != self._shown_id:  # it came with the project
            self._shown_id, self._shown_look = scene_id_of(shown), ""
            shown.styleChanged.connect(self._look_touched)
        look = look_of(shown)
        if look != self._shown_look:
            self._shown_look = self._wears[self._shown_id] = self._looks[bands_of(shown)] = look
            self.look_changed.emit()
        return shown

    def _look_touched(self) -> None:
        if self._shown_id:
            self._note_look()
