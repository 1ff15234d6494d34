"""Small pictures of scenes around places: opened and drawn by QGIS aside, one at a time, and kept."""

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
from yalu_plugin.layers.imagery.frames import SceneNotDrawn
from yalu_plugin.layers.imagery.opening import Opened, Openings
from yalu_plugin.layers.layouts.extents import to_crs, utm_crs

PIXELS = 96  # across: of a picture of 48 on a screen of high resolution as well
ACROSS_M, LEAST_M, MOST_M = 500.0, 250.0, 2_500.0  # of ground; where the size of a pixel is not known, the first
GROUND_PIXELS = 50  # of the scene, across
KEPT = 300  # pictures: some 10 MB


class NoPictureHere(YaluError):
    """The scene's layer was drawn, and nothing came: its data end before, or a server gave no tile."""

    template = translatable("{scene} has no picture of this place.")


class Chip(NamedTuple):
    """A scene around a place, longitude and latitude in EPSG:4326; `mark` is that of its file (scene_source.mark_of):
    another file under the same name is another picture.
    """

    scene: Scene
    lon: float
    lat: float
    mark: tuple[int, int] | None = None


Found = Union[QImage, YaluError]


class Chips(QObject):
    """`at_hand` gives the layer of a scene that is open already, or None: then it is opened aside, also from the web.
    Whoever does not want that does not ask. Raises nothing: what goes wrong takes the picture's place.
    """

    drawn = pyqtSignal(object)  # the Chip of which something is known now

    def __init__(self, project: QgsProject, at_hand: Callable[[Scene], QgsRasterLayer | None], parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._at_hand = project, at_hand
        self._wanted: list[Chip] = []
        self._known: dict[Chip, Found] = {}  # the one longest unused first
        self._busy: Chip | None = None
        self._layer: QgsRasterLayer | None = None  # alive while it is drawn
        self._job: QgsMapRendererParallelJob | None = None
        self._openings = Openings(self)
        self._openings.opened.connect(self._take)
        self._openings.failed.connect(self._not_opened)

    def found(self, chip: Chip) -> Found | None:
        """The picture, or why there is none; None where that is not known yet."""
        known = self._known.pop(chip, None)
        if known is not None:
            self._known[chip] = known
        return known

    def want(self, chips: Sequence[Chip]) -> None:
        """Draw these, in this order, and none that was wanted before; `drawn` follows for each that is not known."""
        self._wanted = [chip for chip in chips if chip not in self._known]
        self._next()

    def rest(self) -> None:
        """Begin no other one; forget why those have none that could not be drawn."""
        self._wanted = []
        self._known = {chip: found for chip, found in self._known.items() if isinstance(found, QImage)}

    def forget(self) -> None:
        """Give up what is under way, without waiting, and keep nothing."""
        self._wanted, self._busy, self._layer = [], None, None
        self._known.clear()
        self._openings.forget()
        if self._job is not None:
            self._job.finished.disconnect(self._drawn)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None

    def _next(self) -> None:
        if self._busy is not None or not self._wanted:
            return
        self._busy = self._wanted.pop(0)
        layer = self._at_hand(self._busy.scene)
        if layer is not None:
            self._draw(layer)
        else:
            self._openings.open(self._busy.scene, {})

    def _take(self, opened: Opened) -> None:
        if self._busy is not None and opened.scene == self._busy.scene:
            self._draw(opened.layer)

    def _not_opened(self, scene: Scene, error: YaluError) -> None:
        if self._busy is not None and scene == self._busy.scene:
            self._have(error)

    def _draw(self, layer: QgsRasterLayer) -> None:
        self._layer = layer
        self._job = QgsMapRendererParallelJob(_settings(self._busy, layer, self._project))
        self._job.setParent(self)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def _drawn(self) -> None:
        job, self._job = self._job, None
        image, errors, scene = job.renderedImage(), job.errors(), self._busy.scene
        job.deleteLater()
        if errors:
            self._have(SceneNotDrawn(errors[0].message, scene=scene.label))
        elif not any(image.constBits().asstring(image.sizeInBytes())):
            self._have(NoPictureHere(scene=scene.label))
        else:
            self._have(image)

    def _have(self, found: Found) -> None:
        chip, self._busy, self._layer = self._busy, None, None
        self._known[chip] = found
        while len(self._known) > KEPT:
            self._known.pop(next(iter(self._known)))
        self.drawn.emit(chip)
        self._next()


def _settings(chip: Chip, layer: QgsMapLayer, project: QgsProject) -> QgsMapSettings:
    """North up, in the place's own UTM zone."""
    place, across = QgsPointXY(chip.lon, chip.lat), _across_m(chip.scene)
    crs = utm_crs([place])
    settings = QgsMapSettings()
    settings.setTransformContext(project.transformContext())
    settings.setDestinationCrs(crs)
    settings.setOutputSize(QSize(PIXELS, PIXELS))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    settings.setExtent(QgsRectangle.fromCenterAndSize(to_crs(crs).transform(place), across, across))
    settings.setLayers([layer])
    return settings


def _across_m(scene: Scene) -> float:
    return min(max(GROUND_PIXELS * scene.gsd_m, LEAST_M), MOST_M) if scene.gsd_m else ACROSS_M
