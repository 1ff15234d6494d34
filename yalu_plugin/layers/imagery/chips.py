"""Small pictures of scenes around places (chips), opened and drawn in the background one at a time, and cached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Union

from qgis.core import (
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QObject, QSize, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.frame_export import SceneNotDrawn
from yalu_plugin.layers.imagery.scene_opening import OpenedScene, SceneOpener
from yalu_plugin.layers.layouts.extents import to_crs, utm_crs

PIXELS = 96  # width and height: enough for 48 points on a high-resolution screen
DEFAULT_WIDTH_M, MIN_WIDTH_M, MAX_WIDTH_M = 500.0, 250.0, 2_500.0  # on the ground; the default if pixel size is unknown
GROUND_PIXELS = 50  # width of a chip in pixels of the scene
MAX_CACHED = 300  # pictures: some 10 MB


class NoPictureHere(YaluError):
    """The scene's layer was drawn and is empty: its data do not reach the place, or a server sent no tile."""

    template = translatable("{scene} has no picture of this place.")


class Chip(NamedTuple):
    """A scene around a place, longitude and latitude in EPSG:4326.

    `mark` is the mark of its file (scene_source.file_mark): another file with the same name is another picture.
    """

    scene: Scene
    lon: float
    lat: float
    mark: tuple[int, int] | None = None


ChipResult = Union[QImage, YaluError]


class Chips(QObject):
    """Draws chips and caches them.

    `loaded_layer` returns the layer of a scene that is already open, or None; the scene is then opened in the
    background, from the web if need be. Errors are not raised: they are the result of the chip.
    """

    drawn = pyqtSignal(object)  # the Chip whose result is now known

    def __init__(
        self, project: QgsProject, loaded_layer: Callable[[Scene], QgsRasterLayer | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._loaded_layer = project, loaded_layer
        self._pending: list[Chip] = []
        self._results: dict[Chip, ChipResult] = {}  # least recently used first
        self._current: Chip | None = None
        self._layer: QgsRasterLayer | None = None  # keeps the layer alive while it is drawn
        self._job: QgsMapRendererParallelJob | None = None
        self._opener = SceneOpener(self)
        self._opener.opened.connect(self._draw_opened)
        self._opener.failed.connect(self._opening_failed)

    def result(self, chip: Chip) -> ChipResult | None:
        """Return the picture, or the error that prevented it; None while it is not known."""
        known = self._results.pop(chip, None)
        if known is not None:
            self._results[chip] = known
        return known

    def request(self, chips: Sequence[Chip]) -> None:
        """Draw these chips in this order instead of those requested before; `drawn` follows for each new one."""
        self._pending = [chip for chip in chips if chip not in self._results]
        self._next()

    def pause(self) -> None:
        """Start no other chip, and drop errors, so that the failed chips are tried again when requested."""
        self._pending = []
        self._results = {chip: found for chip, found in self._results.items() if isinstance(found, QImage)}

    def reset(self) -> None:
        """Cancel the current chip without waiting, and clear the cache."""
        self._pending, self._current, self._layer = [], None, None
        self._results.clear()
        self._opener.cancel()
        if self._job is not None:
            self._job.finished.disconnect(self._drawing_finished)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None

    def _next(self) -> None:
        if self._current is not None or not self._pending:
            return
        self._current = self._pending.pop(0)
        layer = self._loaded_layer(self._current.scene)
        if layer is not None:
            self._draw(self._current, layer)
        else:
            self._opener.open(self._current.scene, {})

    def _draw_opened(self, opened: OpenedScene) -> None:
        if self._current is not None and opened.scene == self._current.scene:
            self._draw(self._current, opened.layer)

    def _opening_failed(self, scene: Scene, error: YaluError) -> None:
        if self._current is not None and scene == self._current.scene:
            self._set_result(self._current, error)

    def _draw(self, chip: Chip, layer: QgsRasterLayer) -> None:
        self._layer = layer
        self._job = QgsMapRendererParallelJob(chip_settings(chip, layer, self._project, PIXELS))
        self._job.setParent(self)
        self._job.finished.connect(self._drawing_finished)
        self._job.start()

    def _drawing_finished(self) -> None:
        job, chip, self._job = self._job, self._current, None
        if job is None or chip is None:
            return
        image, errors, scene = job.renderedImage(), job.errors(), chip.scene
        job.deleteLater()
        if errors:
            self._set_result(chip, SceneNotDrawn(errors[0].message, scene=scene.label))
        elif not any(image.constBits().asstring(image.sizeInBytes())):
            self._set_result(chip, NoPictureHere(scene=scene.label))
        else:
            self._set_result(chip, image)

    def _set_result(self, chip: Chip, found: ChipResult) -> None:
        self._current, self._layer = None, None
        self._results[chip] = found
        while len(self._results) > MAX_CACHED:
            self._results.pop(next(iter(self._results)))
        self.drawn.emit(chip)
        self._next()


def chip_settings(chip: Chip, layer: QgsMapLayer, project: QgsProject, pixels: int) -> QgsMapSettings:
    """Return settings with north up, in the UTM zone of the place; the picture is so many pixels wide and high."""
    place, across = QgsPointXY(chip.lon, chip.lat), _width_m(chip.scene)
    crs = utm_crs([place])
    settings = QgsMapSettings()
    settings.setTransformContext(project.transformContext())
    settings.setDestinationCrs(crs)
    settings.setOutputSize(QSize(pixels, pixels))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    settings.setExtent(QgsRectangle.fromCenterAndSize(to_crs(crs).transform(place), across, across))
    settings.setLayers([layer])
    return settings


def _width_m(scene: Scene) -> float:
    return min(max(GROUND_PIXELS * scene.gsd_m, MIN_WIDTH_M), MAX_WIDTH_M) if scene.gsd_m else DEFAULT_WIDTH_M
