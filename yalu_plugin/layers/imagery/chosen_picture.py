"""Which picture of a STAC item is looked at, where the user has chosen one for the item's collection.

The survey keeps the best picture of each item. Another one is looked up in the item when the scene is opened.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.json_values import Json, as_dict
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_links import WEB, link, scheme
from yalu_plugin.core.imagery.stac_picture import Picture, picture, pictures
from yalu_plugin.core.imagery.stac_scene import base_of, collection_address
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.imagery.stac_versions import item_of_today
from yalu_plugin.layers.network import fetch_json
from yalu_plugin.settings import TextSetting, picture_of


def has_pictures(scene: Scene) -> bool:
    """Whether the scene is that of a STAC item on the web, which may have other pictures as well."""
    return scene.date_source == "stac" and scheme(scene.uri) in WEB and scheme(scene.item_url) in WEB


def choice_for(scene: Scene) -> TextSetting:
    """Where the key of the picture is kept that is chosen for the scene's collection; empty for the best one."""
    return picture_of(collection_address(scene.item_url))


def read_pictures(scene: Scene) -> list[Picture]:
    """All there is to look at of the scene's item, the best first. Blocks: for a task.

    Raises what fetching raises, NoImageAsset and ImageNotOnTheWeb.
    """
    item = _item(scene)
    return pictures(item, base_of(item, scene.item_url))


def in_chosen_picture(scene: Scene) -> Scene:
    """The scene with the address of the picture chosen for its collection, if one is. Blocks: for a task.

    Raises what fetching raises, and NoSuchPicture.
    """
    key = choice_for(scene).get() if has_pictures(scene) else ""
    if not key:
        return scene
    item = _item(scene)
    return replace(scene, uri=picture(item, base_of(item, scene.item_url), key).uri)


def _item(scene: Scene) -> Json:
    """The scene's item, with what its collection tells of its assets where they do not tell it themselves."""
    item = fetch_json(Request(scene.item_url), QgsFeedback())
    address = link(item, "collection", base_of(item, scene.item_url))
    untold = any("type" not in as_dict(asset) for asset in as_dict(item.get("assets")).values())
    return item_of_today(item, fetch_json(Request(address), QgsFeedback()) if untold and address else {})
