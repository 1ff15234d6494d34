"""The picture of a STAC item that is shown when the user has selected one for the item's collection.

The survey stores the best picture of each item; another one is looked up in the item when the scene is opened.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.item_address import item_in_file
from yalu_plugin.core.imagery.json_values import Json, as_dict, as_text
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_links import WEB, link, scheme
from yalu_plugin.core.imagery.stac_local_pictures import available_pictures, reload_item
from yalu_plugin.core.imagery.stac_picture import Picture, picture_of_key, pictures
from yalu_plugin.core.imagery.stac_scene import base_of, collection_address
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.imagery.stac_versions import upgraded_item
from yalu_plugin.layers.network import fetch_json
from yalu_plugin.settings import PictureSetting


def has_pictures(scene: Scene) -> bool:
    """Return whether the scene comes from a STAC item that can be read again and may have other pictures."""
    if item_in_file(scene.item_url) is not None:
        return True
    return scene.date_source == "stac" and scheme(scene.uri) in WEB and scheme(scene.item_url) in WEB


def selected_picture_setting(scene: Scene) -> PictureSetting:
    """Return the setting with the picture's key selected for the scene's collection; empty for the best one."""
    return PictureSetting(collection_address(scene.item_url))


def read_pictures(scene: Scene) -> list[Picture]:
    """Return all pictures of the scene's item, the best first.

    Blocks: call it in a task if the item is on the web. Raises ItemGone, NoImageAsset, ImageNotOnTheWeb and any error
    of fetching.
    """
    return _pictures(scene, _item(scene))


def with_selected_picture(scene: Scene) -> Scene:
    """Return the scene with the address of the picture selected for its collection, if there is one.

    Blocks as read_pictures does. Raises NoSuchPicture and any error of read_pictures.
    """
    key = selected_picture_setting(scene).value() if has_pictures(scene) else ""
    if not key:
        return scene
    item = _item(scene)
    return replace(scene, uri=picture_of_key(_pictures(scene, item), key, as_text(item.get("id"))).uri)


def _pictures(scene: Scene, item: Json) -> list[Picture]:
    in_file = item_in_file(scene.item_url)
    return available_pictures(scene, item, in_file) if in_file else pictures(item, base_of(item, scene.item_url))


def _item(scene: Scene) -> Json:
    """Return the scene's item, completed by what its collection states of its assets."""
    in_file = item_in_file(scene.item_url)
    if in_file is not None:
        return reload_item(in_file)
    item = fetch_json(Request(scene.item_url), QgsFeedback())
    address = link(item, "collection", base_of(item, scene.item_url))
    lacks_types = any("type" not in as_dict(asset) for asset in as_dict(item.get("assets")).values())
    return upgraded_item(item, fetch_json(Request(address), QgsFeedback()) if lacks_types and address else {})
