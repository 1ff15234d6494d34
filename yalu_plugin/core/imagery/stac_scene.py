"""The scene that a STAC item of a service or catalog stands for: which of its assets is looked at, and where it is."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.dates import date_scene
from yalu_plugin.core.imagery.evidence import names_of
from yalu_plugin.core.imagery.query import Box
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.stac import read_item
from yalu_plugin.core.imagery.stac_versions import item_of_today
from yalu_plugin.core.imagery.synthetic import is_synthetic
from yalu_plugin.core.text import translatable

_Json = dict[str, Any]
_RASTER_TYPES = ("image/tiff", "image/vnd.stac.geotiff", "image/jp2")
_RASTER_ENDINGS = (".tif", ".tiff", ".jp2")
_NO_DATA_ROLES = frozenset(("thumbnail", "overview", "metadata", "cloud", "data-mask", "snow-ice", "saturation"))


class NoImageAsset(YaluError):
    """A STAC item without an asset that can be opened from here."""

    template = translatable("The STAC item {name} has no GeoTIFF or JPEG 2000 that can be opened from here.")


def item_scene(item: _Json, base: str, collection: _Json) -> tuple[Scene, YaluError | None]:
    """The scene of `item`, found in the document at `base` (http, https or file), and why it is undated where it is.

    Raises NoImageAsset.
    """
    name, item = str(item.get("id", "")), item_of_today(item, collection)
    base = base if _scheme(base) == "file" else link(item, "self", base) or base  # files may have been copied
    asset = image_asset(item.get("assets"))
    uri = asset_uri(base, asset.get("href"))
    if not uri:
        raise NoImageAsset(name=name)
    told = read_item({**item, "properties": {**_dict(item.get("properties")), **_own_gsd(asset)}}, collection)
    dating = date_scene(told.span, {}, name)
    return Scene(
        id=scene_id(uri),
        uri=uri,
        acquired_from=dating.span.begin if dating.span else None,
        acquired_to=dating.span.end if dating.span else None,
        date_kind=dating.kind,
        date_source=dating.source,
        platform=told.platform,
        provider=told.provider,
        gsd_m=told.gsd_m,
        cloud_cover=told.cloud_cover,
        attribution=told.attribution,
        licence=told.licence,
        synthetic=told.synthetic or is_synthetic(names_of(uri), {}),
        footprint_wkt=told.footprint_wkt,
        item_url=told.item_url or (base if _is_web(base) else ""),
    ), dating.why


def image_asset(assets: object) -> _Json:
    """The raster asset to look at: in true colour, else of three bands or more, else data; empty if there is none.

    Assets are told by the key and role "visual" and by the role "data", as the STAC best practices name them.
    Of bands that come one by one the red one is taken: water and bare banks are dark and bright in it.
    """
    rasters = [(key, asset) for key, asset in _dict(assets).items() if _is_raster(_dict(asset))]

    def rank(one: tuple[str, _Json]) -> tuple[bool, bool, bool, bool]:
        key, asset = one
        roles = _roles(asset)
        bands = max(len(_list(asset.get(name))) for name in ("bands", "eo:bands", "raster:bands"))
        return key == "visual" or "visual" in roles, bands >= 3, "data" in roles, key.lower() in ("red", "image")

    return max(rasters, key=rank)[1] if rasters else {}


def asset_uri(base: str, href: object) -> str:
    """Where an asset lies: an address of the web, or a path for a document that is a file itself; else empty.

    A document from the web cannot name files of this computer.
    """
    address = resolve(base, href)
    if _scheme(address) == "file":
        return url2pathname(urlsplit(address).path)
    return address


def resolve(base: str, href: object) -> str:
    """The address that `href` means in the document at `base`; empty for one that must not be followed."""
    if not isinstance(href, str) or not href:
        return ""
    try:
        address = urljoin(base, href)
    except ValueError:
        return ""
    allowed = ("http", "https", "file") if _scheme(base) == "file" else ("http", "https")
    return address if _scheme(address) in allowed else ""


def links(document: _Json, rel: str) -> list[_Json]:
    """The document's links of one relation."""
    return [one for one in _list(document.get("links")) if isinstance(one, dict) and one.get("rel") == rel]


def link(document: _Json, rel: str, base: str) -> str:
    """The address of the document's first link of one relation, or empty."""
    return next((address for one in links(document, rel) if (address := resolve(base, one.get("href")))), "")


def item_box(item: _Json) -> Box | None:
    """The item's bounding box (west, south, east, north), or None where it gives none."""
    box = [float(value) for value in _list(item.get("bbox")) if isinstance(value, (int, float))]
    if len(box) not in (4, 6):
        return None
    half = len(box) // 2
    return box[0], box[1], box[half], box[half + 1]


def _is_raster(asset: _Json) -> bool:
    media, href = str(asset.get("type", "")), str(asset.get("href", ""))
    raster = media.startswith(_RASTER_TYPES) or (
        not media and unquote(href.partition("?")[0]).lower().endswith(_RASTER_ENDINGS))
    return raster and not _NO_DATA_ROLES & _roles(asset)


def _own_gsd(asset: _Json) -> _Json:
    return {"gsd": asset["gsd"]} if "gsd" in asset else {}


def _roles(asset: _Json) -> frozenset[str]:
    return frozenset(role for role in _list(asset.get("roles")) if isinstance(role, str))


def _is_web(address: str) -> bool:
    return _scheme(address) in ("http", "https")


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "broken"


def _dict(value: object) -> _Json:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
