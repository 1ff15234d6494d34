"""STAC items: reading the properties of a raster from its item.

Fields as in the STAC 1.0 and 1.1 specifications (item, common metadata, eo extension).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.json_values import Json, as_dict, as_list, as_number, as_text
from yalu_plugin.core.imagery.scene_dates import Dating, date_scene
from yalu_plugin.core.imagery.stac_footprint import footprint_wkt
from yalu_plugin.core.imagery.stac_links import WEB, links, scheme
from yalu_plugin.core.imagery.stac_time import item_time
from yalu_plugin.core.imagery.synthetic import item_is_synthetic
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable

_HOST = ["host"]  # STAC's role of a provider that only stores the files


class ItemTimeUnreadable(YaluError):
    """A STAC item whose time is invalid, or contradicts itself. Weaker evidence is not used."""

    template = translatable("{name} is undated: its STAC item has {detail}. Correct that.")


@dataclass(frozen=True)
class StacItem:
    """What a STAC item states about one raster. `span` is None if it states no time.

    `path` is the file it was read from; an item of a service has none. `unusable` is the defect of a broken item, else
    empty; `date_error` is the reason why its image has no date although items state one.
    """

    path: Path = Path()
    id: str = ""
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
    unusable: str = ""
    date_error: YaluError | None = None

    @property
    def display_name(self) -> str:
        """The path of its file, and its id if the file has another name; without a file its id."""
        if self.path == Path():
            return self.id
        return str(self.path) if self.id in ("", self.path.stem) else f"{self.path}, {self.id}"

    def date(self, metadata: Mapping[str, str], name: str) -> Dating:
        """Date the image `name` by this item, else by the file's `metadata` (upper-case keys) and its name."""
        if self.unusable:
            return Dating(None, error=ItemTimeUnreadable(self.unusable, name=name))
        return Dating(None, error=self.date_error) if self.date_error else date_scene(self.span, metadata, name)


def items_in(content: Json) -> list[Json]:
    """Return the STAC items in a document: itself, or the features of a collection of items."""
    features = as_list(content.get("features")) if content.get("type") == "FeatureCollection" else [content]
    return [item for item in features if isinstance(item, dict)
            and item.get("type") == "Feature" and ("stac_version" in item or "assets" in item)]


def read_item(content: Json, collection: Json, path: Path = Path()) -> StacItem:  # noqa: B008 - never changed
    """Read the STAC item `content`; what it does not state is taken from its `collection` (empty: unknown)."""
    properties = as_dict(content.get("properties"))
    sources = (properties, content, collection)
    time = item_time(properties)
    return StacItem(
        path,
        id=as_text(content.get("id")),
        span=time.span,
        platform=as_text(properties.get("platform")) or as_text(properties.get("constellation")),
        provider=provider(sources),
        gsd_m=as_number(properties.get("gsd")),
        cloud_cover=percent(properties.get("eo:cloud_cover")),
        attribution=attribution(sources, collection),
        licence=_first_text(sources, "license"),
        footprint_wkt=footprint_wkt(content.get("geometry")),
        item_url=_item_url(content),
        synthetic=item_is_synthetic(content, collection),
        unusable=time.fault)


def _item_url(content: Json) -> str:
    hrefs = (as_text(one.get("href")) for one in links(content, "self"))
    return next((href for href in hrefs if scheme(href) in WEB), "")


def percent(value: object) -> float | None:
    """Return `value` if it is from 0 to 100, else None: metadata has 999 or -1 for unknown."""
    number = as_number(value)
    return number if number is not None and 0 <= number <= 100 else None


def _first_text(sources: Iterable[Json], key: str) -> str:
    return next((text for source in sources if (text := as_text(source.get(key)))), "")


def provider(sources: Sequence[Json]) -> str:
    """Return the names in the first list of `providers` among `sources` that has any, "ESA, JRC"; or empty."""
    return ", ".join(_names(sources, but=None))


def attribution(sources: Sequence[Json], collection: Json) -> str:
    """Return the first `attribution` among `sources`, else the providers, else the title of the collection, or empty.

    A provider that only hosts the images is left out.
    """
    stated = next((text for source in sources if (text := as_text(source.get("attribution")))), "")
    return stated or ", ".join(_names(sources, but=_HOST)) or as_text(collection.get("title"))


def _names(sources: Sequence[Json], but: list[str] | None) -> list[str]:
    for source in sources:
        providers = source.get("providers")
        listed = [one for one in providers if isinstance(one, dict)] if isinstance(providers, list) else []
        names = [as_text(one.get("name")) for one in listed if but is None or one.get("roles") != but]
        if any(names):
            return [name for name in names if name]
    return []
