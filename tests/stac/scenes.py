"""Scenes of single STAC items."""

from __future__ import annotations

from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_scene import pictured, scene_of


def item_scene(item: dict[str, Any], base: str, collection: dict[str, Any]) -> tuple[Scene, YaluError | None]:
    """The scene of `item`, found in the document at `base`, and why it is undated where it is."""
    return scene_of(*pictured(item, base, collection))
