"""The scene that a STAC item of a service or catalog stands for: which of its assets is looked at, and where it is."""

from __future__ import annotations

from urllib.parse import urlsplit

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.dates import date_scene
from yalu_plugin.core.imagery.evidence import names_of
from yalu_plugin.core.imagery.json_values import Json, as_list, as_number, as_text
from yalu_plugin.core.imagery.query import Box
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.stac import read_item
from yalu_plugin.core.imagery.stac_links import WEB, link, scheme
from yalu_plugin.core.imagery.stac_picture import best_picture
from yalu_plugin.core.imagery.stac_versions import item_of_today
from yalu_plugin.core.imagery.synthetic import is_synthetic


def item_scene(item: Json, base: str, collection: Json) -> tuple[Scene, YaluError | None]:
    """The scene of `item`, found in the document at `base` (http, https or file), and why it is undated where it is.

    Raises NoImageAsset and ImageNotOnTheWeb.
    """
    item = item_of_today(item, collection)
    base = base_of(item, base)
    shown, told = best_picture(item, base), read_item(item, collection)
    dating = date_scene(told.span, {}, as_text(item.get("id")))
    return Scene(
        id=scene_id(shown.uri),
        uri=shown.uri,
        acquired_from=dating.span.begin if dating.span else None,
        acquired_to=dating.span.end if dating.span else None,
        date_kind=dating.kind,
        date_source=dating.source,
        platform=told.platform,
        provider=told.provider,
        gsd_m=shown.gsd_m,
        cloud_cover=told.cloud_cover,
        attribution=told.attribution,
        licence=told.licence,
        synthetic=told.synthetic or is_synthetic(names_of(shown.uri), {}),
        footprint_wkt=told.footprint_wkt,
        item_url=told.item_url or (base if scheme(base) in WEB else ""),
    ), dating.why


def base_of(item: Json, base: str) -> str:
    """What the links of `item`, found in the document at `base`, start from: a file's own place, for it may be a copy;
    else where the item says it lies.
    """
    return base if scheme(base) == "file" else link(item, "self", base) or base


def collection_address(item_url: str) -> str:
    """What the items of a collection have in common: its address in a STAC API, else the host of a static catalog."""
    collection, between, _ = item_url.rpartition("/items/")
    parts = urlsplit(item_url)
    return collection if between else f"{parts.scheme}://{parts.netloc}"


def item_box(item: Json) -> Box | None:
    """The item's bounding box (west, south, east, north), or None where it gives none."""
    box = [number for value in as_list(item.get("bbox")) if (number := as_number(value)) is not None]
    if len(box) not in (4, 6):
        return None
    half = len(box) // 2
    return box[0], box[1], box[half], box[half + 1]
