"""The name that tells an image from the other images of its day."""

from __future__ import annotations

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import is_tiles
from yalu_plugin.layers.imagery.wms_provider import is_map


def image_name(scene: Scene) -> str:
    """Return the name of the scene's file; empty for tiles or maps of a service, which have none."""
    return "" if is_tiles(scene.uri) or is_map(scene.uri) else scene.name
