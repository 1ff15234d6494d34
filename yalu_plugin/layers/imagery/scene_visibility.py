"""Which scene on screen shows a place, and why a scene does not. Imported on first use, for a fast start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.imagery.footprint import covers
from yalu_plugin.layers.imagery.pixel_checks import is_collar, is_transparent
from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers
from yalu_plugin.layers.imagery.scene_source import is_missing
from yalu_plugin.layers.imagery.wms_provider import TILE_PROVIDER
from yalu_plugin.layers.survey.observations import NoImageHere, SceneHidden, SiteNotOnScene

# Returns why the map shows nothing at a place (EPSG:4326) of a scene and its layer, for tiles and maps as drawn.
CheckDrawn = Callable[[Scene, QgsRasterLayer, QgsPointXY], Optional[YaluError]]


def topmost_scene_showing(project: QgsProject, scenes: Sequence[Scene], place: QgsPointXY,
                          check_drawn: CheckDrawn) -> Scene | None:
    """Return the topmost of the `scenes` on screen that shows `place` (EPSG:4326), or None.

    Where a scene is transparent, the scene under it is seen, but not through the collar of an image, nor through a tile
    of one colour.
    """
    by_id = {scene.id: scene for scene in scenes if not is_missing(scene)}
    for layer in shown_layers(project):
        scene = by_id.get(scene_id_of(layer))
        if scene is None or not _is_visible(project, layer) or not _may_cover(scene, layer, place):
            continue
        error = check_drawn(scene, layer, place)
        if isinstance(error, (NoImageHere, SceneHidden)) or is_transparent(layer, place):
            continue
        return None if error is not None or is_collar(layer, place) else scene
    return None


def scene_visibility_error(project: QgsProject, scene: Scene, place: QgsPointXY, drawn: bool,
                           check_drawn: CheckDrawn) -> YaluError | None:
    """Return why this scene does not show `place` (EPSG:4326), where that is known.

    A scene without a footprint may be anywhere. `drawn`: it was put into the project, so its layer shows whether it is
    still on the map.
    """
    if scene.footprint_wkt and not covers(scene, place):
        return SiteNotOnScene(scene=scene.label)
    layer = next((one for one in shown_layers(project) if scene_id_of(one) == scene.id), None)
    if layer is None or not _is_visible(project, layer):
        return SceneHidden(scene=scene.label) if drawn else None
    if scene.footprint_wkt and (is_transparent(layer, place) or is_collar(layer, place)):
        return NoImageHere(scene=scene.label)
    return check_drawn(scene, layer, place)


def _may_cover(scene: Scene, layer: QgsRasterLayer, place: QgsPointXY) -> bool:
    return covers(scene, place) or (not scene.footprint_wkt and layer.providerType() == TILE_PROVIDER)


def _is_visible(project: QgsProject, layer: QgsRasterLayer) -> bool:
    node = project.layerTreeRoot().findLayer(layer.id())
    return node is not None and node.isVisible() and layer.opacity() > 0
