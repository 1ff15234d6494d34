"""Which picture of a STAC item is looked at, where the user has chosen one for the item's collection.

The survey keeps the best picture of each item. Another one is looked up in the item when the scene is opened.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.item_address import item_in_file
from yalu_plugin.core.imagery.json_values import Json, as_dict, as_text
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_links import WEB, link, scheme
from yalu_plugin.core.imagery.stac_picture import Picture, chosen, pictures
from yalu_plugin.core.imagery.stac_pictures import pictures_like, read_again
from yalu_plugin.core.imagery.stac_scene import base_of, collection_address
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.imagery.stac_versions import item_of_today
from yalu_plugin.layers.network import fetch_json
from yalu_plugin.settings import TextSetting, picture_of


def has_pictures(scene: Scene) -> bool:
    """Whether the scene is that of a STAC item that can be read again and may have other pictures as well."""
    if item_in_file(scene.item_url) is not None:
        return True
    return scene.date_source == "stac" and scheme(scene.uri) in WEB and scheme(scene.item_url) in WEB


def choice_for(scene: Scene) -> TextSetting:
    """Where the key of the picture is kept that is chosen for the scene's collection; empty for the best one."""
    return picture_of(collection_address(scene.item_url))


def read_pictures(scene: Scene) -> list[Picture]:
    """All there is to look at of the scene's item, the best first. Blocks: for a task, if the item is on the web.

    Raises what fetching raises, ItemGone, NoImageAsset and ImageNotOnTheWeb.
    """
    return _pictures(scene, _item(scene))


def in_chosen_picture(scene: Scene) -> Scene:
    """The scene with the address of the picture chosen for its collection, if one is. Blocks as read_pictures does.

    Raises what that raises, and NoSuchPicture.
    """
    key = choice_for(scene).get() if has_pictures(scene) else ""
    if not key:
        return scene
    item = _item(scene)
    return replace(scene, uri=chosen(_pictures(scene, item), key, as_text(item.get("id"))).uri)


def _pictures(scene: Scene, item: Json) -> list[Picture]:
    in_file = item_in_file(scene.item_url)
    return pictures_like(scene, item, in_file) if in_file else pictures(item, base_of(item, scene.item_url))


def _item(scene: Scene) -> Json:
    """The scene's item, with what its collection tells of its assets where they do not tell it themselves."""
    in_file = item_in_file(scene.item_url)
    if in_file is not None:
        return read_again(in_file)
    item = fetch_json(Request(scene.item_url), QgsFeedback())
    address = link(item, "collection", base_of(item, scene.item_url))
    untold = any("type" not in as_dict(asset) for asset in as_dict(item.get("assets")).values())
    return item_of_today(item, fetch_json(Request(address), QgsFeedback()) if untold and address else {})
