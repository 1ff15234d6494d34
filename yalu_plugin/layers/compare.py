"""The map of another day beside the one on screen: the same view, with the compare scene in the scene's place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsMapSettings,
    QgsRasterLayer,
    QgsVectorLayer,
)

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.project import ROLE
from yalu_plugin.layers.scenes import SCENE, bands_of, look_of, scene_layer
from yalu_plugin.layers.temporal import day_range


def compare_layer(scene: Scene, shown: QgsRasterLayer | None) -> QgsRasterLayer:
    """A layer of `scene` in the look of the one on screen; it belongs to no project.

    Raises RasterMissing and RasterUnreadable.
    """
    return scene_layer(scene, {bands_of(shown): look_of(shown)} if shown else None)


def settings_for(canvas_settings: QgsMapSettings, layers: Sequence[QgsMapLayer], compared: QgsRasterLayer,
                 day: date) -> QgsMapSettings:
    """The canvas' settings for the same view of `layers` as of the UTC day `day`.

    `compared` takes the place of the scene in `layers` (top layer first). Where there is none, or it is hidden,
    it goes above the first layer that is no vector layer: under the sites, over a basemap.
    """
    settings = QgsMapSettings(canvas_settings)
    settings.setLayers(_with(compared, layers))
    settings.setIsTemporal(True)
    settings.setTemporalRange(day_range(day, day))
    context = QgsExpressionContext(settings.expressionContext())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))  # @map_start_time and its like
    settings.setExpressionContext(context)
    return settings


def _with(compared: QgsRasterLayer, layers: Sequence[QgsMapLayer]) -> list[QgsMapLayer]:
    if any(is_scene(layer) for layer in layers):
        return [compared if is_scene(layer) else layer for layer in layers]
    below = next((row for row, layer in enumerate(layers) if not isinstance(layer, QgsVectorLayer)), len(layers))
    return [*layers[:below], compared, *layers[below:]]


def is_scene(layer: QgsMapLayer) -> bool:
    """Whether this is the layer of a scene, in the project or drawn beside it."""
    return layer.customProperty(ROLE) == SCENE
