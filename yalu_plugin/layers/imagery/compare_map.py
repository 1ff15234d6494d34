"""Map settings for another day: the canvas' view with other scenes in place of the scene on screen."""

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

from yalu_plugin.layers.imagery.project_scenes import SCENE
from yalu_plugin.layers.project import ROLE
from yalu_plugin.layers.survey.marks_style import set_map_images
from yalu_plugin.layers.temporal import day_range


def map_settings_for_day(canvas_settings: QgsMapSettings, layers: Sequence[QgsMapLayer], scenes: Sequence[QgsMapLayer],
                         day: date | None) -> QgsMapSettings:
    """Return the canvas' settings for the same view of `layers` as of the UTC day `day`; None for the canvas' days.

    `scenes` replace the scenes in `layers` as in `with_scenes`.
    """
    settings = QgsMapSettings(canvas_settings)
    settings.setLayers(with_scenes(scenes, layers))
    if day is not None:
        settings.setIsTemporal(True)
        settings.setTemporalRange(day_range(day, day))
    context = QgsExpressionContext(settings.expressionContext())
    scope = QgsExpressionContextUtils.mapSettingsScope(settings)  # @map_start_time and similar variables
    set_map_images(scope, scenes)
    context.appendScope(scope)
    settings.setExpressionContext(context)
    return settings


def with_scenes(scenes: Sequence[QgsMapLayer], layers: Sequence[QgsMapLayer]) -> list[QgsMapLayer]:
    """Return `layers` with the scenes in it replaced by `scenes`, the layers of one step (both top layer first).

    If `layers` has no scene, or only hidden ones, they go above the first layer that is no vector layer: under the
    sites, over a basemap.
    """
    others = [layer for layer in layers if not is_scene(layer)]
    above = next((row for row, layer in enumerate(layers) if is_scene(layer)), None)
    if above is None:
        above = next((row for row, layer in enumerate(others) if not isinstance(layer, QgsVectorLayer)), len(others))
    return [*others[:above], *scenes, *others[above:]]


def is_scene(layer: QgsMapLayer) -> bool:
    """Return whether this is the layer of a scene, in the project or drawn outside of it."""
    return layer.customProperty(ROLE) == SCENE
