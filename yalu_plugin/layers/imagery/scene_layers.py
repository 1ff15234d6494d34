"""The layers of scenes the user steps through: a step's in the project, a few spares outside, all in one style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.imagery.project_scenes import (
    SCENE_ID,
    Bands,
    apply_style,
    bands_of,
    clear_scene,
    is_placed_as,
    replace_scenes,
    scene_id_of,
    scene_layer,
    shown_layers,
    style_of,
)
from yalu_plugin.layers.imagery.scene_opening import OpenedScene, SceneOpener


class SceneLayers(QObject):
    """Caches at most `spares` scene layers outside of the project, least recently used first to go.

    The map's render cache keeps what was drawn of a layer as long as the layer exists. What the user changes in the
    style of the scene on screen (bands, contrast, opacity) is applied to every scene with the same bands.
    """

    style_changed = pyqtSignal()
    about_to_show = pyqtSignal(object, object)  # the layers, the topmost first, and the scene in front
    opened = pyqtSignal()  # a scene requested by `open_in_background`
    opening_failed = pyqtSignal(object, object)  # the scene and its YaluError

    def __init__(self, project: QgsProject, spares: int) -> None:
        super().__init__()
        self._project, self.limit = project, spares
        self._opener = SceneOpener(self)
        self._opener.opened.connect(self._store_opened)
        self._opener.failed.connect(self.opening_failed)
        self.reset()

    def reset(self) -> None:
        """Close the layers outside of the project, and start with default styles."""
        self._opener.cancel()
        self._spares: dict[str, QgsRasterLayer] = {}
        self._styles: dict[Bands, str] = {}
        self._applied_styles: dict[str, str | None] = {}  # by scene id, the style last applied to its layer
        self._file_marks: dict[str, tuple[int, int] | None] = {}  # by scene id, its file's mark when it was opened
        self._shown_styles: dict[str, str] = {}  # by id of a scene in the project, its style when inserted

    @property
    def spares(self) -> dict[str, QgsRasterLayer]:
        """Return the layers outside of the project by scene id, least recently used first."""
        return dict(self._spares)

    def show(self, scene: Scene, *under: Scene) -> QgsRasterLayer:
        """Put `scene` into the project, with the other scenes of its mosaic under it, in place of those on screen.

        Returns the layer of `scene`. Raises any error of `prepare`; then the project is unchanged.
        """
        from yalu_plugin.layers.imagery.scene_source import is_missing  # on first use, for a fast start

        scenes = (scene, *under)
        shown = {scene_id_of(layer): layer for layer in self._record_styles()}
        reusable = {one.id for one in scenes if one.id in shown and not is_missing(one) and not self.is_outdated(one)}
        if list(shown) == [one.id for one in scenes] and reusable == shown.keys():
            return shown[scene.id]
        layers = [shown[one.id] if one.id in reusable else self.prepare(one) for one in scenes]
        self.about_to_show.emit(layers, scene)
        for one in scenes:
            self._spares.pop(one.id, None)
        self._shown_styles = {}  # while the previous layers are in the project too
        for old in replace_scenes(self._project, layers):
            if scene_id_of(old) and scene_id_of(old) not in {one.id for one in scenes}:
                self._store_spare(scene_id_of(old), old)
        self._shown_styles = {one.id: style_of(layer) for one, layer in zip(scenes, layers)}
        return layers[0]

    def is_available(self, scene: Scene) -> bool:
        """Return whether `show` and `prepare` need not wait for the web."""
        from yalu_plugin.layers.imagery.scene_source import is_slow

        return (not is_slow(scene) or scene.id in map(scene_id_of, shown_layers(self._project))
                or self.is_ready(scene))

    def is_ready(self, scene: Scene) -> bool:
        """Return whether the scene is open outside of the project in the current style; marks it as used."""
        layer = self._spares.get(scene.id)
        if (layer is None or self._is_file_changed(scene)
                or self._applied_styles.get(scene.id) != self._styles.get(bands_of(layer))):
            return False
        self._store_spare(scene.id, self._spares.pop(scene.id))
        return True

    def preparation_error(self, scene: Scene) -> YaluError | None:
        """Prepare an available scene unless it is on screen; return the error if it cannot be shown."""
        from yalu_plugin.layers.imagery.scene_source import is_missing

        if not is_missing(scene) and scene.id in map(scene_id_of, shown_layers(self._project)):
            return None
        try:
            self.prepare(scene)
        except YaluError as error:
            return error
        return None

    @property
    def is_opening_any(self) -> bool:
        """Return whether scenes are being opened in the background."""
        return self._opener.busy

    def is_outdated(self, scene: Scene) -> bool:
        """Return whether the scene's file has changed since it was opened; `show` then opens it again."""
        return scene.id in self._file_marks and self._is_file_changed(scene)

    def _is_file_changed(self, scene: Scene) -> bool:
        """Return whether the scene's file is missing, or has changed since it was opened."""
        from yalu_plugin.layers.imagery.scene_source import file_mark

        return file_mark(scene) != self._file_marks.get(scene.id)

    def is_opening(self, scene: Scene) -> bool:
        """Return whether the scene is being opened in the background."""
        return self._opener.is_opening(scene)

    def open_in_background(self, scene: Scene) -> None:
        """Make a scene on the web available without waiting: `opened` or `opening_failed` follows."""
        self._record_styles()
        self._opener.open(scene, self._styles)

    def _store_opened(self, opened: OpenedScene) -> None:
        self._track(opened.scene.id, opened.layer, opened.styles)
        self._file_marks[opened.scene.id] = None
        self._store_spare(opened.scene.id, opened.layer)
        self.opened.emit()

    def _track(self, scene_id: str, layer: QgsRasterLayer, styles: Mapping[Bands, str]) -> None:
        layer.styleChanged.connect(self._style_edited)
        self._applied_styles[scene_id] = styles.get(bands_of(layer))

    def prepare(self, scene: Scene) -> QgsRasterLayer:
        """Return a layer of `scene` outside of the project, in its selected picture and the current style.

        Raises RasterMissing, RasterUnreadable and any error of with_selected_picture.
        """
        from yalu_plugin.layers.imagery.chosen_picture import with_selected_picture
        from yalu_plugin.layers.imagery.scene_source import file_mark

        self._record_styles()
        layer = self._spares.pop(scene.id, None)
        if layer is None or self._is_file_changed(scene):
            mark = file_mark(scene)  # before opening: a later write is a change
            layer = scene_layer(with_selected_picture(scene), self._styles)
            self._track(scene.id, layer, self._styles)
            self._file_marks[scene.id] = mark
        elif self._applied_styles.get(scene.id) != self._styles.get(bands_of(layer)):
            style = self._applied_styles[scene.id] = self._styles[bands_of(layer)]
            apply_style(layer, style)
            layer.triggerRepaint()  # removes the old style's picture from the map's cache
        self._store_spare(scene.id, layer)
        return layer

    def reopen(self, scenes: Iterable[Scene]) -> None:
        """Do not reuse the opened layers of these scenes: another picture of them is to be shown."""
        self._record_styles()
        self._opener.cancel()
        ids = {scene.id for scene in scenes}
        self._spares = {scene_id: layer for scene_id, layer in self._spares.items() if scene_id not in ids}
        for layer in shown_layers(self._project):
            if scene_id_of(layer) in ids:
                self._shown_styles[""] = self._shown_styles.pop(scene_id_of(layer))
                layer.setCustomProperty(SCENE_ID, "")  # it stays on screen until it is replaced

    def reopen_moved(self, scenes: Mapping[str, Scene]) -> bool:
        """`reopen` the scenes (by id) whose assigned CRS has changed; return whether there are any."""
        layers = [*shown_layers(self._project), *self._spares.values()]
        moved = [scene for layer in layers if (scene := scenes.get(scene_id_of(layer))) is not None
                 and not is_placed_as(layer, scene)]
        if moved:
            self.reopen(moved)
        return bool(moved)

    def clear(self) -> None:
        """Remove the scene from the project."""
        self._record_styles()
        clear_scene(self._project)

    def _store_spare(self, scene_id: str, layer: QgsRasterLayer) -> None:
        self._spares[scene_id] = layer
        while len(self._spares) > max(self.limit, 1):
            self._spares.pop(next(iter(self._spares)))

    def _record_styles(self) -> list[QgsRasterLayer]:
        """Record the user's changes to the styles of the scenes on screen; return their layers."""
        shown = shown_layers(self._project)
        for layer in shown:
            scene_id, style = scene_id_of(layer), style_of(layer)
            if scene_id not in self._shown_styles:  # loaded with the project
                layer.styleChanged.connect(self._style_edited)
            if style != self._shown_styles.get(scene_id):
                self._shown_styles[scene_id] = self._applied_styles[scene_id] = self._styles[bands_of(layer)] = style
                self.style_changed.emit()
        return shown

    def _style_edited(self) -> None:
        if self._shown_styles:
            self._record_styles()
