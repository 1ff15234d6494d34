"""The check that a place of a scene is visible on the map before something is observed there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapSettings, QgsPointXY, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.map_coordinates import from_lonlat
from yalu_plugin.layers.imagery.wms_provider import TILE_PROVIDER
from yalu_plugin.layers.survey.observations import DrawingNotCached, NoImageHere, NotDrawnYet, SceneHidden
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.workbench.annotation import Annotation

if TYPE_CHECKING:
    from yalu_plugin.layers.imagery.drawn_layer import DrawnLayer


class VisibilityCheck(QObject):
    """Finds out whether the map shows a scene at a place, as `check_drawn` of the annotation.

    It uses the images of drawn layers in the map's cache, so that a click does not wait for a service.
    """

    def __init__(self, annotation: Annotation, canvas: QgsMapCanvas, shows_prerendered_map: Callable[[], bool],
                 parent: QObject) -> None:
        """`shows_prerendered_map` returns whether a map that was drawn before the step is on screen."""
        super().__init__(parent)
        self._canvas, self._shows_prerendered_map = canvas, shows_prerendered_map
        self._drawn_settings: QgsMapSettings | None = None  # the view of the images in the map's cache
        self._drawn_layer_ids: frozenset[str] = frozenset()
        canvas.renderStarting.connect(self._render_started)
        canvas.mapCanvasRefreshed.connect(self._render_finished)
        annotation.check_drawn = self.visibility_error
        annotation.ground_pixel = self.ground_pixel

    def ground_pixel(self, place: QgsPointXY) -> float | None:
        """Return the size in metres of a pixel of the map on the ground at `place` (EPSG:4326).

        None where the project's CRS has no such place.
        """
        to_map = from_lonlat(self._canvas)
        back = QgsCoordinateTransform.TransformDirection.ReverseTransform
        try:
            here = to_map.transform(place)
            next_pixel = to_map.transform(QgsPointXY(here.x() + self._canvas.mapUnitsPerPixel(), here.y()), back)
        except QgsCsException:
            return None
        return float(wgs84_measure().measureLine(place, next_pixel))

    def visibility_error(self, scene: Scene, layer: QgsRasterLayer, place: QgsPointXY) -> YaluError | None:
        """Return why `scene` is not visible at `place` (EPSG:4326) on the map; None if it is, or if that is not known.

        For an image, the caller checks the pixels of the file. This method checks the scale range of the layer, and
        whether parts could not be read when the map was drawn. After a step, the previous map is on screen until the
        new one is drawn.
        """
        if not layer.isInScaleRange(self._canvas.scale()):
            return SceneHidden(scene=scene.label)
        if layer.providerType() != TILE_PROVIDER:
            return self._image_visibility_error(scene, layer, place)
        if not self._canvas.isCachingEnabled():
            return DrawingNotCached(scene=scene.label)
        if not self._is_drawn(layer):
            return NotDrawnYet(scene=scene.label)
        from yalu_plugin.layers.imagery.drawn_layer import drawn_visibility_error  # on first use, for a fast start

        return drawn_visibility_error(self._picture(layer), scene, place)

    def _image_visibility_error(self, scene: Scene, layer: QgsRasterLayer, place: QgsPointXY) -> YaluError | None:
        """Return why an image is not visible.

        A pixel that is readable now, from a cache, may not be on the map, if the file is on a server that failed.
        """
        if layer.id() not in self._drawn_layer_ids and not self._shows_prerendered_map():
            return NotDrawnYet(scene=scene.label)
        if not self._is_drawn(layer):
            return None
        from yalu_plugin.layers.imagery.drawn_layer import is_nothing_drawn

        return NoImageHere(scene=scene.label) if is_nothing_drawn(self._picture(layer), place) else None

    def _picture(self, layer: QgsRasterLayer) -> DrawnLayer:
        from yalu_plugin.layers.imagery.drawn_layer import DrawnLayer

        return DrawnLayer(self._canvas.mapSettings(), self._canvas.cache().cacheImage(layer.id()))

    def _render_started(self) -> None:
        self._drawn_settings = self._canvas.mapSettings()

    def _render_finished(self) -> None:
        layers = self._drawn_settings.layers() if self._drawn_settings else ()
        self._drawn_layer_ids = frozenset(layer.id() for layer in layers)

    def _is_drawn(self, layer: QgsRasterLayer) -> bool:
        """Return whether the map has finished drawing the layer in its present view."""
        return (self._drawn_settings is not None and _view(self._drawn_settings) == _view(self._canvas.mapSettings())
                and self._canvas.cache().hasCacheImage(layer.id()))


def _view(settings: QgsMapSettings) -> tuple[object, ...]:
    return settings.visibleExtent(), settings.rotation(), settings.outputSize(), settings.destinationCrs()
