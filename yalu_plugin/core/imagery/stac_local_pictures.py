"""The pictures to select from for a scene whose STAC item is a local file."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.band_address import files_of
from yalu_plugin.core.imagery.image_files import common_folder, file_exists, file_of, is_inside
from yalu_plugin.core.imagery.item_address import ItemInFile
from yalu_plugin.core.imagery.json_values import Json, as_dict, as_text, read_error_text, read_json
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_collections import Collections
from yalu_plugin.core.imagery.stac_item import items_in
from yalu_plugin.core.imagery.stac_links import WEB, scheme
from yalu_plugin.core.imagery.stac_picture import NoImageAsset, Picture, pictures
from yalu_plugin.core.imagery.stac_versions import upgraded_item
from yalu_plugin.core.text import translatable

MAX_BYTES = 50_000_000


class ItemMissing(YaluError):
    """A scene's item whose file is missing, or that is no longer in the file."""

    template = translatable("The STAC item {name} is not in {path} ({detail}). Put it back, or add its images again.")


def available_pictures(scene: Scene, item: Json, address: ItemInFile) -> list[Picture]:
    """Return the pictures of the scene's `item`, the best first.

    For a local scene they are existing local files, for one on the web they are web addresses. The folder that the user
    selected is not stored. Item and scene are in it, so all files in their common folder are, too; no others are
    offered.

    Raises:
        NoImageAsset: there is none.
        ImageNotOnTheWeb: the pictures only have addresses that need a cloud account.
    """
    on_web = scheme(scene.uri) in WEB
    folder = Path() if on_web else common_folder(address.path, [file_of(file) for file in files_of(scene.uri)])
    found = [one for one in pictures(item, address.file) if (scheme(one.uri) in WEB) == on_web and (
        on_web or all(file_exists(file) and is_inside(file_of(file), folder) for file in files_of(one.uri)))]
    if not found:
        raise NoImageAsset(name=address.item)
    return found


def reload_item(address: ItemInFile) -> Json:
    """Read the item at `address` again, complemented by its collection.

    Raises:
        ItemMissing: the file cannot be read, or the item is not in it.
    """
    path = address.path
    try:
        content = as_dict(read_json(path, MAX_BYTES))
        found = [one for one in items_in(content) if as_text(one.get("id")) == address.item]
        collection = Collections().of(found[0], path.parent) if found else {}
    except (OSError, ValueError) as error:
        raise ItemMissing(read_error_text(error), name=address.item, path=str(path)) from error
    if not found:
        raise ItemMissing("no such id", name=address.item, path=str(path))
    return upgraded_item(found[0], collection)
