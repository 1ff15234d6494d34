"""Scenes of single STAC items."""

from __future__ import annotations

from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_scene import read_pictured_item, scene_of


def item_scene(item: dict[str, Any], base: str, collection: dict[str, Any]) -> tuple[Scene, YaluError | None]:
    """Return the scene of `item`, found in the document at `base`, and the error if it has no date."""
    return scene_of(*read_pictured_item(item, base, collection))
