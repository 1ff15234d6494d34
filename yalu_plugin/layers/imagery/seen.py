"""Which of the scenes on screen shows a place, and why a scene does not. Imported on first use: a start has 50 ms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.imagery.footprint import covers
from yalu_plugin.layers.imagery.pixel import is_clear, is_collar
from yalu_plugin.layers.imagery.scene_source import is_gone
from yalu_plugin.layers.imagery.scenes import scene_id_of, shown_layers
from yalu_plugin.layers.imagery.tiles import TILES
from yalu_plugin.layers.survey.observations import NothingToSee, SceneHidden, SiteNotOnScene

# Why the map shows nothing at a place (EPSG:4326) of a scene and its layer: tiles and maps are known by what was drawn.
WhyNotDrawn = Callable[[Scene, QgsRasterLayer, QgsPointXY], Optional[YaluError]]


def topmost_showing(project: QgsProject, scenes: Sequence[Scene], place: QgsPointXY,
                    why_not_drawn: WhyNotDrawn) -> Scene | None:
    """The topmost of the `scenes` on screen that shows `place` (EPSG:4326), or None.

    One looks through what is clear to the scene under it, but not through the black around an image, nor through a
    tile that is one colour all over.
    """
    by_id = {scene.id: scene for scene in scenes if not is_gone(scene)}
    for layer in shown_layers(project):
        scene = by_id.get(scene_id_of(layer))
        if scene is None or not _is_visible(project, layer) or not _may_lie_at(scene, layer, place):
            continue
        why = why_not_drawn(scene, layer, place)
        if isinstance(why, (NothingToSee, SceneHidden)) or is_clear(layer, place):
            continue
        return None if why is not None or is_collar(layer, place) else scene
    return None


def why_not_shown(project: QgsProject, scene: Scene, place: QgsPointXY, drawn: bool,
                  why_not_drawn: WhyNotDrawn) -> YaluError | None:
    """Why this scene does not show `place` (EPSG:4326), where that is known. One without a footprint may lie anywhere.

    drawn: it was put into the project, so its layer tells whether it still is on the map.
    """
    if scene.footprint_wkt and not covers(scene, place):
        return SiteNotOnScene(scene=scene.label)
    layer = next((one for one in shown_layers(project) if scene_id_of(one) == scene.id), None)
    if layer is None or not _is_visible(project, layer):
        return SceneHidden(scene=scene.label) if drawn else None
    if scene.footprint_wkt and (is_clear(layer, place) or is_collar(layer, place)):
        return NothingToSee(scene=scene.label)
    return why_not_drawn(scene, layer, place)


def _may_lie_at(scene: Scene, layer: QgsRasterLayer, place: QgsPointXY) -> bool:
    return covers(scene, place) or (not scene.footprint_wkt and layer.providerType() == TILES)


def _is_visible(project: QgsProject, layer: QgsRasterLayer) -> bool:
    node = project.layerTreeRoot().findLayer(layer.id())
    return node is not None and node.isVisible() and layer.opacity() > 0
