"""STAC items: what one tells about its raster, and which of those beside some rasters tells about which.

Fields as in the STAC 1.0 and 1.1 specifications (item, common metadata, eo extension).
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_credits import attribution, provider
from yalu_plugin.core.imagery.stac_versions import document_type, item_of_today
from yalu_plugin.core.imagery.synthetic import item_is_synthetic
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time
from yalu_plugin.core.text import translatable

MAX_BYTES = 8_000_000
_Json = dict[str, Any]


class SidecarUnreadable(YaluError):
    """A JSON file beside the images that cannot be read; the images are catalogued without it."""

    template = translatable("{path} cannot be read and was left out ({detail}). Mend or remove it.")


class SidecarTooLarge(YaluError):
    """A JSON file far larger than a STAC item."""

    template = translatable("{path} is too large for a STAC item and was left out. Move it elsewhere.")


class ItemUndated(YaluError):
    """A STAC item without a time; its image is dated by its metadata or name, where those tell."""

    template = translatable("The STAC item {path} has no datetime that can be read. Correct it.")


class ItemsDisagree(YaluError):
    """Two STAC items that give one image different times; the first one read is believed."""

    template = translatable("The STAC item {path} gives {name} another date than {other} does. Correct one of them.")


@dataclass(frozen=True)
class StacItem:
    """What a STAC item tells about one raster. `span` is None where its time cannot be read.

    `path` is the file it was read from; an item that a service gave has none.
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


class StacItems:
    """The items among some JSON files, found by the raster they describe. `problems` are the files left out."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.problems: list[YaluError] = []
        self._by_asset: dict[Path, StacItem] = {}
        self._by_stem: dict[Path, StacItem] = {}
        documents = dict(self._read(files))
        self._by_id = {str(one.get("id")): one for one in documents.values() if document_type(one) == "Collection"}
        self._linked: dict[Path, _Json] = {}
        for path, content in documents.items():
            for feature in items_in(content):
                collection = self._collection(feature, path.parent)
                item = read_item(item_of_today(feature, collection), collection, path)
                if item.span is None:
                    self.problems.append(ItemUndated(path=str(path)))
                if feature is content:
                    self._by_stem[path.with_suffix("")] = item
                self._add_assets(item, _dict(feature.get("assets")))

    def for_raster(self, raster: Path) -> StacItem | None:
        """The item of the same stem beside `raster`, or the one whose asset is `raster`."""
        return self._by_stem.get(raster.with_suffix("")) or self._by_asset.get(raster)

    def _read(self, files: Iterable[Path]) -> Iterator[tuple[Path, _Json]]:
        for path in files:
            try:
                too_large = path.stat().st_size > MAX_BYTES
                content = None if too_large else json.loads(path.read_text(encoding="utf-8-sig"))
            except (OSError, ValueError, RecursionError) as error:
                self.problems.append(SidecarUnreadable(str(error), path=str(path)))
                continue
            if too_large:
                self.problems.append(SidecarTooLarge(path=str(path)))
            elif isinstance(content, dict):
                yield path, content

    def _collection(self, item: _Json, folder: Path) -> _Json:
        """The item's collection: among the files by its id, else where the item's link leads; empty if unknown."""
        known = self._by_id.get(str(item.get("collection")))
        path = None if known is not None else _linked_collection(item, folder)
        if path is None:
            return known or {}
        if path not in self._linked:
            found = dict(self._read([path])).get(path, {})
            self._linked[path] = found if document_type(found) == "Collection" else {}
        return self._linked[path]

    def _add_assets(self, item: StacItem, assets: _Json) -> None:
        for asset in assets.values():
            target = _local(item.path.parent, _text(_dict(asset).get("href")))
            if target is None:
                continue
            first = self._by_asset.setdefault(target, item)
            if first.span != item.span:
                self.problems.append(ItemsDisagree(path=str(item.path), name=target.name, other=first.path.name))


def items_in(content: _Json) -> list[_Json]:
    """The STAC items in a document: itself, or the features of a collection of items."""
    features = content.get("features") if content.get("type") == "FeatureCollection" else [content]
    return [item for item in features or [] if isinstance(item, dict)
            and item.get("type") == "Feature" and ("stac_version" in item or "assets" in item)]


def read_item(content: _Json, collection: _Json, path: Path = Path()) -> StacItem:  # noqa: B008 - never changed
    """What the STAC item `content` tells; its `collection` (empty: unknown) where it does not tell itself."""
    properties = _dict(content.get("properties"))
    sources = (properties, content, collection)
    return StacItem(
        path,
        span=_span(properties),
        platform=_text(properties.get("platform")) or _text(properties.get("constellation")),
        provider=provider(sources),
        gsd_m=_number(properties.get("gsd")),
        cloud_cover=percent(properties.get("eo:cloud_cover")),
        attribution=attribution(sources, collection),
        licence=_first_text(sources, "license"),
        footprint_wkt=polygon_wkt(content.get("geometry")),
        item_url=_item_url(content),
        synthetic=item_is_synthetic(content, collection))


def _linked_collection(item: _Json, folder: Path) -> Path | None:
    """The file that an item's link to its collection means, if it is there.

    Only a relative link is followed: any other could name a share of another computer.
    """
    links = item.get("links")
    hrefs = [_text(one.get("href")) for one in (links if isinstance(links, list) else [])
             if isinstance(one, dict) and one.get("rel") == "collection"]
    for href in hrefs:
        target = _local(folder, href)
        if target is not None and not _scheme(href) and not PurePath(unquote(href)).anchor and target.is_file():
            return target
    return None


def _span(properties: _Json) -> TimeSpan | None:
    """An interval wins over `datetime`, which is then only its nominal time."""
    keys = ("start_datetime", "end_datetime", "datetime")
    begin, end, moment = (parse_time(_text(properties.get(key))) for key in keys)
    if begin and end and begin.begin <= end.end:
        return TimeSpan(begin.begin, end.end)
    return moment


def _item_url(content: _Json) -> str:
    links = content.get("links")
    for link in links if isinstance(links, list) else []:
        href = _text(_dict(link).get("href"))
        if _dict(link).get("rel") == "self" and _scheme(href) in ("http", "https"):
            return href
    return ""


def polygon_wkt(geometry: object) -> str:
    """The WKT of a GeoJSON Polygon in longitude and latitude; empty for anything else or broken coordinates."""
    rings = _dict(geometry).get("coordinates") if _dict(geometry).get("type") == "Polygon" else None
    if not isinstance(rings, list) or not rings:
        return ""
    texts = [_ring(ring) for ring in rings]
    return f"POLYGON ({', '.join(texts)})" if all(texts) else ""


def _ring(ring: object) -> str:
    points = [_point(point) for point in ring] if isinstance(ring, list) else []
    return f"({', '.join(points)})" if len(points) >= 4 and all(points) else ""


def _point(point: object) -> str:
    if not isinstance(point, list) or len(point) < 2:
        return ""
    longitude, latitude = _number(point[0]), _number(point[1])
    if longitude is None or latitude is None or abs(longitude) > 180 or abs(latitude) > 90:
        return ""
    return f"{longitude!r} {latitude!r}"


def _local(folder: Path, href: str) -> Path | None:
    """The file that an asset's address means, relative to its item; None for an address elsewhere."""
    scheme = _scheme(href)
    if not href or scheme not in ("", "file"):
        return None
    target = url2pathname(urlsplit(href).path) if scheme == "file" else unquote(href)
    return Path(os.path.normpath(folder / target))


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "broken"


def percent(value: object) -> float | None:
    """`value` as a share of 0 to 100, or None: metadata writes 999 or -1 for unknown."""
    number = _number(value)
    return number if number is not None and 0 <= number <= 100 else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _dict(value: object) -> _Json:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first_text(sources: Iterable[_Json], key: str) -> str:
    return next((text for source in sources if (text := _text(source.get(key)))), "")
