"""What the map on screen has drawn of the scene: only that was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapSettings, QgsPointXY, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.map_place import from_lonlat
from yalu_plugin.layers.imagery.tiles import TILES
from yalu_plugin.layers.survey.observations import NotDrawnYet, NothingToSee, NotKept, SceneHidden
from yalu_plugin.layers.survey.sites import wgs84_measure
from yalu_plugin.workbench.annotation import Annotation

if TYPE_CHECKING:
    from yalu_plugin.layers.imagery.drawn import Drawn


class DrawnMap(QObject):
    """Tells the annotation why the map shows nothing of a scene at a place. It looks at the pictures that the map keeps
    of each layer it has drawn, so that a click waits for no service.
    """

    def __init__(self, annotation: Annotation, canvas: QgsMapCanvas, is_ahead: Callable[[], bool],
                 parent: QObject) -> None:
        """`is_ahead` tells whether a map of the step, drawn before it, is on screen."""
        super().__init__(parent)
        self._canvas, self._is_ahead = canvas, is_ahead
        self._drawn: QgsMapSettings | None = None  # the view that the map's pictures are of
        self._on_screen: frozenset[str] = frozenset()  # ids of layers
        canvas.renderStarting.connect(self._begun)
        canvas.mapCanvasRefreshed.connect(self._ended)
        annotation.why_not_drawn = self.why_nothing_at
        annotation.ground_pixel = self.ground_pixel

    def ground_pixel(self, place: QgsPointXY) -> float | None:
        """How large a pixel of the map is on the ground at `place` (EPSG:4326), in metres; None where the project's CRS
        has no such place.
        """
        to_map = from_lonlat(self._canvas)
        back = QgsCoordinateTransform.TransformDirection.ReverseTransform
        try:
            here = to_map.transform(place)
            beside = to_map.transform(QgsPointXY(here.x() + self._canvas.mapUnitsPerPixel(), here.y()), back)
        except QgsCsException:
            return None
        return float(wgs84_measure().measureLine(place, beside))

    def why_nothing_at(self, scene: Scene, layer: QgsRasterLayer, place: QgsPointXY) -> YaluError | None:
        """Why nothing of `scene` is seen at `place` (EPSG:4326) on the map, where that is known.

        Of an image that is on screen its own pixels tell, but for the scales that its layer is shown at, and for parts
        of it that could not be read when the map was drawn. After a step the picture before is there until the map is
        drawn.
        """
        if not layer.isInScaleRange(self._canvas.scale()):
            return SceneHidden(scene=scene.label)
        if layer.providerType() != TILES:
            return self._why_nothing_of_image(scene, layer, place)
        if not self._canvas.isCachingEnabled():
            return NotKept(scene=scene.label)
        if not self._is_drawn(layer):
            return NotDrawnYet(scene=scene.label)
        from yalu_plugin.layers.imagery.drawn import why_nothing_there  # on first use: a start has 50 ms

        return why_nothing_there(self._picture(layer), scene, place)

    def _why_nothing_of_image(self, scene: Scene, layer: QgsRasterLayer, place: QgsPointXY) -> YaluError | None:
        """A pixel may be read now, from memory, that the map did not get: of a file on a server that has gone."""
        if layer.id() not in self._on_screen and not self._is_ahead():
            return NotDrawnYet(scene=scene.label)
        if not self._is_drawn(layer):
            return None
        from yalu_plugin.layers.imagery.drawn import is_nothing_drawn

        return NothingToSee(scene=scene.label) if is_nothing_drawn(self._picture(layer), place) else None

    def _picture(self, layer: QgsRasterLayer) -> Drawn:
        from yalu_plugin.layers.imagery.drawn import Drawn

        return Drawn(self._canvas.mapSettings(), self._canvas.cache().cacheImage(layer.id()))

    def _begun(self) -> None:
        self._drawn = self._canvas.mapSettings()

    def _ended(self) -> None:
        self._on_screen = frozenset(layer.id() for layer in self._drawn.layers()) if self._drawn else frozenset()

    def _is_drawn(self, layer: QgsRasterLayer) -> bool:
        """Whether the map has drawn all it can of the layer, in the view it shows now."""
        return (self._drawn is not None and _view(self._drawn) == _view(self._canvas.mapSettings())
                and self._canvas.cache().hasCacheImage(layer.id()))


def _view(settings: QgsMapSettings) -> tuple[object, ...]:
    return settings.visibleExtent(), settings.rotation(), settings.outputSize(), settings.destinationCrs()
