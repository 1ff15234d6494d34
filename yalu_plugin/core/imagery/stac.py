"""STAC items: what one tells about its raster, and which of those beside some rasters tells about which.

Fields as in the STAC 1.0 and 1.1 specifications (item, common metadata, eo extension).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of
from yalu_plugin.core.imagery.json_values import Json, as_dict, as_list, as_number, as_text
from yalu_plugin.core.imagery.stac_credits import attribution, provider
from yalu_plugin.core.imagery.stac_footprint import footprint_wkt
from yalu_plugin.core.imagery.stac_links import WEB, links, scheme
from yalu_plugin.core.imagery.stac_picture import best_picture
from yalu_plugin.core.imagery.stac_versions import document_type, item_of_today
from yalu_plugin.core.imagery.synthetic import item_is_synthetic
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time
from yalu_plugin.core.text import translatable

MAX_BYTES = 8_000_000


class SidecarUnreadable(YaluError):
    """A JSON file beside the images that cannot be read; the images are catalogued without it."""

    template = translatable("{path} cannot be read and was left out ({detail}). Mend or remove it.")


class SidecarTooLarge(YaluError):
    """A JSON file far larger than a STAC item."""

    template = translatable("{path} is too large for a STAC item and was left out. Move it elsewhere.")


class ItemUndated(YaluError):
    """A STAC item without a time; its image is dated by its metadata or name, where those tell."""

    template = translatable("The STAC item {path} has no datetime that can be read. Correct it.")


class ItemUnusable(YaluError):
    """A STAC item that leads to what no file system can hold; its image is left out with it."""

    template = translatable("The STAC item {path} cannot be used ({detail}) and was left out with its image. Correct "
                            "its links.")


class ItemsDisagree(YaluError):
    """Two STAC items that give one image different times; the first one read is believed."""

    template = translatable("The STAC item {path} gives {name} another date than {other} does. Correct one of them.")


@dataclass(frozen=True)
class StacItem:
    """What a STAC item tells about one raster. `span` is None where its time cannot be read.

    `path` is the file it was read from; an item that a service gave has none. One that is `unusable` tells nothing,
    and its raster is left out.
    """

    path: Path = Path()
    span: TimeSpan | None = None
    platform: str = ""
    provider: str = ""
    gsd_m: float | None = None
    cloud_cover: float | None = None
    attribution: str = ""
    licence: str = ""
    footprint_wkt: str = ""
    item_url: str = ""
    synthetic: bool = False
    unusable: bool = False


class StacItems:
    """The items among some JSON files, found by the raster they describe. `problems` are the files left out."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.problems: list[YaluError] = []
        self._assets: list[tuple[Path, Json]] = []
        self._by_asset: dict[Path, StacItem] = {}
        self._by_stem: dict[Path, StacItem] = {}
        documents = dict(self._read(files))
        self._by_id = {str(one.get("id")): one for one in documents.values() if document_type(one) == "Collection"}
        self._linked: dict[Path, Json] = {}
        for path, content in documents.items():
            for feature in items_in(content):
                item = self._item(feature, path)
                if feature is content:
                    self._by_stem[path.with_suffix("")] = item
                self._add_assets(item, as_dict(feature.get("assets")))

    def for_raster(self, raster: Path) -> StacItem | None:
        """The item of the same stem beside `raster`, or the one whose asset is `raster`."""
        return self._by_stem.get(raster.with_suffix("")) or self._by_asset.get(raster)

    def as_pictures(self, uris: Sequence[str]) -> list[str]:
        """Of the rasters at `uris`, in their order, those to look at: of an item's assets among them, its picture."""
        there, instead = set(uris), dict(zip(uris, uris))
        for path, assets in self._assets:
            files = {key: str(_local(path.parent, as_dict(asset).get("href"))) for key, asset in assets.items()}
            here = {key: assets[key] for key, file in files.items() if file in there}
            try:
                shown = best_picture({"assets": here}, path.as_uri()).uri
            except YaluError:  # nothing of it is here, or nothing to look at: then the names of the files decide
                continue
            instead.update((files[key], "") for key in here)
            instead[str(file_of(shown))] = shown
        return [shown for uri in uris if (shown := instead[uri])]

    def _item(self, feature: Json, path: Path) -> StacItem:
        try:
            collection = self._collection(feature, path.parent)
        except OSError as error:
            self.problems.append(ItemUnusable(error.strerror or "", path=str(path)))
            return StacItem(path, unusable=True)
        today = item_of_today(feature, collection)
        item = read_item(today, collection, path)
        if item.span is None:
            self.problems.append(ItemUndated(path=str(path)))
        self._assets.append((path, as_dict(today.get("assets"))))
        return item

    def _read(self, files: Iterable[Path]) -> Iterator[tuple[Path, Json]]:
        for path in files:
            try:
                too_large = path.stat().st_size > MAX_BYTES
                content = None if too_large else json.loads(path.read_bytes(), object_pairs_hook=_each_once)
            except (OSError, ValueError, RecursionError) as error:
                self.problems.append(SidecarUnreadable(str(error), path=str(path)))
                continue
            if too_large:
                self.problems.append(SidecarTooLarge(path=str(path)))
            elif isinstance(content, dict):
                yield path, content

    def _collection(self, item: Json, folder: Path) -> Json:
        """The item's collection: among the files by its id, else where the item's link leads; empty if unknown."""
        known = self._by_id.get(str(item.get("collection")))
        path = None if known is not None else _linked_collection(item, folder)
        if path is None:
            return known or {}
        if path not in self._linked:
            found = dict(self._read([path])).get(path, {})
            self._linked[path] = found if document_type(found) == "Collection" else {}
        return self._linked[path]

    def _add_assets(self, item: StacItem, assets: Json) -> None:
        for asset in assets.values():
            target = _local(item.path.parent, as_dict(asset).get("href"))
            if target is None:
                continue
            first = self._by_asset.setdefault(target, item)
            if first.span != item.span:
                self.problems.append(ItemsDisagree(path=str(item.path), name=target.name, other=first.path.name))


def items_in(content: Json) -> list[Json]:
    """The STAC items in a document: itself, or the features of a collection of items."""
    features = as_list(content.get("features")) if content.get("type") == "FeatureCollection" else [content]
    return [item for item in features if isinstance(item, dict)
            and item.get("type") == "Feature" and ("stac_version" in item or "assets" in item)]


def read_item(content: Json, collection: Json, path: Path = Path()) -> StacItem:  # noqa: B008 - never changed
    """What the STAC item `content` tells; its `collection` (empty: unknown) where it does not tell itself."""
    properties = as_dict(content.get("properties"))
    sources = (properties, content, collection)
    return StacItem(
        path,
        span=_span(properties),
        platform=as_text(properties.get("platform")) or as_text(properties.get("constellation")),
        provider=provider(sources),
        gsd_m=as_number(properties.get("gsd")),
        cloud_cover=percent(properties.get("eo:cloud_cover")),
        attribution=attribution(sources, collection),
        licence=_first_text(sources, "license"),
        footprint_wkt=footprint_wkt(content.get("geometry")),
        item_url=_item_url(content),
        synthetic=item_is_synthetic(content, collection))


def _linked_collection(item: Json, folder: Path) -> Path | None:
    """The file that an item's link to its collection means, if it is there.

    Only a relative link is followed: any other could name a share of another computer. Raises OSError where no file
    can lie.
    """
    for one in links(item, "collection"):
        target, href = _local(folder, one.get("href")), str(one.get("href"))
        if target is not None and not scheme(href) and not PurePath(unquote(href)).anchor and target.is_file():
            return target
    return None


def _span(properties: Json) -> TimeSpan | None:
    """An interval wins over `datetime`, which is then only its nominal time."""
    keys = ("start_datetime", "end_datetime", "datetime")
    begin, end, moment = (parse_time(as_text(properties.get(key))) for key in keys)
    if begin and end and begin.begin <= end.end:
        return TimeSpan(begin.begin, end.end)
    return moment


def _item_url(content: Json) -> str:
    hrefs = (as_text(one.get("href")) for one in links(content, "self"))
    return next((href for href in hrefs if scheme(href) in WEB), "")


def _local(folder: Path, href: object) -> Path | None:
    """The file that an asset's address means, relative to its item; None for an address elsewhere."""
    if not isinstance(href, str) or not href.isprintable() or scheme(href) not in ("", "file"):
        return None
    target = url2pathname(urlsplit(href).path) if scheme(href) == "file" else unquote(href)
    return Path(os.path.normpath(folder / target)) if href.strip() and "\0" not in target else None


def percent(value: object) -> float | None:
    """`value` as a share of 0 to 100, or None: metadata writes 999 or -1 for unknown."""
    number = as_number(value)
    return number if number is not None and 0 <= number <= 100 else None


def _first_text(sources: Iterable[Json], key: str) -> str:
    return next((text for source in sources if (text := as_text(source.get(key)))), "")


def _each_once(pairs: list[tuple[str, object]]) -> Json:
    """The object of these pairs. Raises ValueError where a key stands twice: nobody knows which of the two is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise ValueError(f"\"{as_text(twice)}\" stands twice")
    return found
