"""The scene that a STAC item of a service or catalog stands for: which of its assets is looked at, and where it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.band_address import files_of
from yalu_plugin.core.imagery.date_evidence import names_of
from yalu_plugin.core.imagery.image_files import file_of
from yalu_plugin.core.imagery.item_address import item_in_file, item_url
from yalu_plugin.core.imagery.json_values import Json, as_list, as_number
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.scene_query import Box
from yalu_plugin.core.imagery.stac_item import StacItem, read_item
from yalu_plugin.core.imagery.stac_links import WEB, link, scheme
from yalu_plugin.core.imagery.stac_picture import Picture, best_picture
from yalu_plugin.core.imagery.stac_versions import upgraded_item
from yalu_plugin.core.imagery.synthetic import is_synthetic


class PicturedItem(NamedTuple):
    """An item of a service or catalog: the picture it is looked at in, and what it tells."""

    shown: Picture
    told: StacItem

    @property
    def files(self) -> tuple[str, ...]:
        """The addresses of the files that the picture is made of; of one on this computer its path."""
        return tuple(one if scheme(one) in WEB else str(file_of(one)) for one in files_of(self.shown.uri))


def read_pictured_item(item: Json, base: str, collection: Json) -> PicturedItem:
    """Read `item`, found in the document at `base` (http, https or file). Raises NoImageAsset and ImageNotOnTheWeb."""
    item = upgraded_item(item, collection)
    base = base_of(item, base)
    path = Path(url2pathname(urlsplit(base).path)) if scheme(base) == "file" else Path()
    told = read_item(item, collection, path)
    return PicturedItem(best_picture(item, base), replace(told, item_url=item_url(item, base, told.item_url)))


def scene_of(shown: Picture, told: StacItem) -> tuple[Scene, YaluError | None]:
    """The scene of an item looked at in the picture `shown`, and why it is undated where it is."""
    dating = told.date({}, told.id)
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
        item_url=told.item_url,
    ), dating.error


def base_of(item: Json, base: str) -> str:
    """What the links of `item`, found in the document at `base`, start from: a file's own place, for it may be a copy;
    else where the item says it lies.
    """
    return base if scheme(base) == "file" else link(item, "self", base) or base


def collection_address(address: str) -> str:
    """What the items of a collection have in common: its address in a STAC API, else the host of a static catalog; in
    files what item_address keeps of it.
    """
    if (in_file := item_in_file(address)) is not None:
        return in_file.collection
    collection, between, _ = address.rpartition("/items/")
    parts = urlsplit(address)
    return collection if between else f"{parts.scheme}://{parts.netloc}"


def item_box(item: Json) -> Box | None:
    """The item's bounding box (west, south, east, north), or None where it gives none."""
    box = [number for value in as_list(item.get("bbox")) if (number := as_number(value)) is not None]
    if len(box) not in (4, 6):
        return None
    half = len(box) // 2
    return box[0], box[1], box[half], box[half + 1]
