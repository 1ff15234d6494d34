"""What an image is called beside others of its day."""

from __future__ import annotations

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import is_tiles
from yalu_plugin.layers.imagery.wms_provider import is_map


def image_name(scene: Scene) -> str:
    """The name of the scene's file; empty where tiles or maps of a service have none."""
    return "" if is_tiles(scene.uri) or is_map(scene.uri) else scene.name
