"""The map of another day beside the one on screen: the same view, with the compare scene in the scene's place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsMapSettings,
    QgsVectorLayer,
)

from yalu_plugin.layers.imagery.scenes import SCENE
from yalu_plugin.layers.project import ROLE
from yalu_plugin.layers.survey.marks_drawn import say_images
from yalu_plugin.layers.temporal import day_range


def settings_for(canvas_settings: QgsMapSettings, layers: Sequence[QgsMapLayer], scenes: Sequence[QgsMapLayer],
                 day: date) -> QgsMapSettings:
    """The canvas' settings for the same view of `layers` as of the UTC day `day`.

    `scenes` take their place in them as `with_scenes` has it.
    """
    settings = QgsMapSettings(canvas_settings)
    settings.setLayers(with_scenes(scenes, layers))
    settings.setIsTemporal(True)
    settings.setTemporalRange(day_range(day, day))
    context = QgsExpressionContext(settings.expressionContext())
    scope = QgsExpressionContextUtils.mapSettingsScope(settings)  # @map_start_time and its like
    say_images(scope, scenes)
    context.appendScope(scope)
    settings.setExpressionContext(context)
    return settings


def with_scenes(scenes: Sequence[QgsMapLayer], layers: Sequence[QgsMapLayer]) -> list[QgsMapLayer]:
    """`layers` with these `scenes`, layers of one step, in the place of those in them (both the top layer first).

    Where there are none, or they are hidden, they go above the first layer that is no vector layer: under the sites,
    over a basemap.
    """
    others = [layer for layer in layers if not is_scene(layer)]
    above = next((row for row, layer in enumerate(layers) if is_scene(layer)), None)
    if above is None:
        above = next((row for row, layer in enumerate(others) if not isinstance(layer, QgsVectorLayer)), len(others))
    return [*others[:above], *scenes, *others[above:]]


def is_scene(layer: QgsMapLayer) -> bool:
    """Whether this is the layer of a scene, in the project or drawn beside it."""
    return layer.customProperty(ROLE) == SCENE
