"""The scene for a STAC item of a service or catalog."""

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
    """An item of a service or catalog, and the picture that displays it."""

    picture: Picture
    item: StacItem

    @property
    def files(self) -> tuple[str, ...]:
        """The addresses of the files that the picture is composed of; for local ones their paths."""
        return tuple(one if scheme(one) in WEB else str(file_of(one)) for one in files_of(self.picture.uri))


def read_pictured_item(item: Json, base: str, collection: Json) -> PicturedItem:
    """Read `item`, found in the document at `base` (http, https or file).

    Raises:
        NoImageAsset: it has no raster that can be opened.
        ImageNotOnTheWeb: its rasters only have addresses that need a cloud account.
    """
    item = upgraded_item(item, collection)
    base = base_of(item, base)
    path = Path(url2pathname(urlsplit(base).path)) if scheme(base) == "file" else Path()
    stac_item = read_item(item, collection, path)
    stac_item = replace(stac_item, item_url=item_url(item, base, stac_item.item_url))
    return PicturedItem(best_picture(item, base), stac_item)


def scene_of(picture: Picture, item: StacItem) -> tuple[Scene, YaluError | None]:
    """Create the scene of an item displayed by `picture`; the second value is the reason if it is undated."""
    dating = item.date({}, item.id)
    return Scene(
        id=scene_id(picture.uri),
        uri=picture.uri,
        acquired_from=dating.span.begin if dating.span else None,
        acquired_to=dating.span.end if dating.span else None,
        date_kind=dating.kind,
        date_source=dating.source,
        platform=item.platform,
        provider=item.provider,
        gsd_m=picture.gsd_m,
        cloud_cover=item.cloud_cover,
        attribution=item.attribution,
        licence=item.licence,
        synthetic=item.synthetic or is_synthetic(names_of(picture.uri), {}),
        footprint_wkt=item.footprint_wkt,
        item_url=item.item_url,
    ), dating.error


def base_of(item: Json, base: str) -> str:
    """Return the base address for the links of `item`, found in the document at `base`.

    It is the item's link to itself, if it has one; but for a local file `base`, because the file may be a copy.
    """
    return base if scheme(base) == "file" else link(item, "self", base) or base


def collection_address(address: str) -> str:
    """Return a key of the collection of the item at `address`.

    It is the collection's address in a STAC API, or the host of a static catalog; for a local file, the collection in
    the `item_url` (see item_address).
    """
    if (in_file := item_in_file(address)) is not None:
        return in_file.collection
    collection, between, _ = address.rpartition("/items/")
    parts = urlsplit(address)
    return collection if between else f"{parts.scheme}://{parts.netloc}"


def item_box(item: Json) -> Box | None:
    """Return the item's bounding box (west, south, east, north), None if it has none."""
    box = [number for value in as_list(item.get("bbox")) if (number := as_number(value)) is not None]
    if len(box) not in (4, 6):
        return None
    half = len(box) // 2
    return box[0], box[1], box[half], box[half + 1]
