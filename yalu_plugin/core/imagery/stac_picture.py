"""The picture that displays a STAC item: one raster of its assets, or its red, green and blue composed.

Never a quality band, angles or a thumbnail; and a preview only if there is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.band_address import combined_address, reordered_address
from yalu_plugin.core.imagery.bands import colour_files
from yalu_plugin.core.imagery.json_values import Json, as_text
from yalu_plugin.core.imagery.stac_assets import COLOURS, Asset, raster_assets
from yalu_plugin.core.imagery.stac_links import scheme
from yalu_plugin.core.text import translatable

_COARSE = 5  # times the finest pixel; above that it is a small copy of the picture
_BAND_OF_KEY = re.compile(r"(?i)red|green|blue|(?<=b)\d+|(?<=band)_?\d+")
_FIRST = ("red", "pan", "panchromatic", "image", "data", "analytic", "gec", "vv", "hh")  # preferred single bands
_LAST = frozenset(("coastal", "cirrus", "nir09", "vh", "hv", "lwir", "lwir11", "lwir12"))


class NoImageAsset(YaluError):
    """A STAC item without a picture of the ground that can be opened."""

    template = translatable("The STAC item {name} has no GeoTIFF or JPEG 2000 that can be opened from here.")


class ImageNotOnTheWeb(YaluError):
    """A STAC item whose images only have addresses that need a cloud account, such as s3://."""

    template = translatable("The image of the STAC item {name} lies at {address} and has no https address. Search a "
                            "catalog that gives one.")


class NoSuchPicture(YaluError):
    """An item without the picture that was selected for its collection."""

    template = translatable("The STAC item {name} has no image {key}, which was chosen for its collection. Choose "
                            "another one.")


@dataclass(frozen=True)
class Picture:
    """A picture of an item. `key` is the key of its asset, or three keys joined by "+"; `uri` is that of a scene."""

    key: str
    title: str
    uri: str
    gsd_m: float | None


def best_picture(item: Json, base: str) -> Picture:
    """Return the picture that displays `item`, found in the document at `base`. Raises the errors of `pictures`."""
    return pictures(item, base)[0]


def pictures(item: Json, base: str) -> list[Picture]:
    """Return all pictures of `item`, the best first; at least one.

    Raises:
        NoImageAsset: it has no raster that can be opened.
        ImageNotOnTheWeb: its rasters only have addresses that need a cloud account.
    """
    assets = raster_assets(item, base)
    open_to_us = [asset for asset in assets if asset.uri]
    if assets and not open_to_us:
        raise ImageNotOnTheWeb(name=as_text(item.get("id")), address=_ranked(assets)[0][0].elsewhere)
    if not assets:
        raise NoImageAsset(name=as_text(item.get("id")))
    return [_picture(files) for files in _ranked(open_to_us)]


def picture_of_key(found: Sequence[Picture], key: str, item_id: str) -> Picture:
    """Return the picture with this key among those `found` for an item.

    Raises:
        NoSuchPicture: there is none.
    """
    picture = next((one for one in found if one.key == key), None)
    if picture is None:
        raise NoSuchPicture(name=item_id, key=key)
    return picture


_Files = tuple[Asset, ...]  # one asset, or red, green and blue


def _colour_sets(assets: Sequence[Asset]) -> list[_Files]:
    """Return sets of red, green and blue that belong together by key, kind of file and pixel size.

    If there are none, the first of each colour.
    """
    bands = [asset for asset in assets if asset.colour and not asset.is_preview]
    return _sets(bands, _kind) or _sets(bands, lambda asset: scheme(asset.uri))


def _sets(bands: Sequence[Asset], kind: Callable[[Asset], object]) -> list[_Files]:
    by_kind: dict[object, dict[str, Asset]] = {}
    for asset in bands:
        by_kind.setdefault(kind(asset), {}).setdefault(asset.colour, asset)
    return [tuple(found[colour] for colour in COLOURS) for found in by_kind.values() if len(found) == len(COLOURS)]


def _kind(asset: Asset) -> object:
    ending = asset.uri.partition("?")[0].rpartition(".")[2].lower()
    return _BAND_OF_KEY.sub("", asset.key).lower(), ending, asset.gsd_m, scheme(asset.uri)


def _ranked(assets: Sequence[Asset]) -> list[_Files]:
    """Sort the pictures: visual ones before other colours, these before single bands; then the finest pixel first.

    A small copy of the picture, by its role or pixel size, comes after all others.
    """
    resolutions = [asset.gsd_m for asset in assets if asset.gsd_m is not None and not asset.is_preview]
    finest = min(resolutions, default=0.0)

    def rank(files: _Files) -> tuple[float, ...]:
        first = files[0]
        coarse = first.gsd_m is not None and finest > 0 and first.gsd_m > _COARSE * finest
        return (not first.is_preview, not coarse, _colours(files), first.is_visual, len(files) == 1, _single(first),
                "data" in first.roles, -(first.gsd_m or finest))

    return sorted([*((asset,) for asset in assets), *_colour_sets(assets)], key=rank, reverse=True)


def _colours(files: _Files) -> int:
    """Return 3 for red, green and blue, 2 for several bands, 1 for one."""
    bands = files[0].bands
    if len(files) > 1 or set(COLOURS) <= set(bands) or files[0].is_visual:
        return 3
    return 2 if len(bands) > 2 else 1


def _single(asset: Asset) -> int:
    if len(asset.bands) > 1:
        return 0
    names = {asset.bands[0], *(asset.words - set(COLOURS))}
    if names & _LAST:
        return -1
    return max((len(_FIRST) - place for place, name in enumerate(_FIRST) if name in names), default=0)


def _picture(files: _Files) -> Picture:
    first = files[0]
    if len(files) > 1:
        uris = [asset.uri for asset in files]
        return Picture("+".join(asset.key for asset in files), "", _together(uris), first.gsd_m)
    order = tuple(first.bands.index(colour) + 1 for colour in COLOURS) if set(COLOURS) <= set(first.bands) else ()
    uri = reordered_address(first.uri, order) if order not in ((), (1, 2, 3)) else _path(first.uri)
    return Picture(first.key, first.title, uri, first.gsd_m)


def _together(uris: list[str]) -> str:
    """Return the uri of three bands. For local files it is the red band's path, if the other names follow from it."""
    paths = tuple(map(_path, uris))
    return paths[0] if paths != tuple(uris) and colour_files(paths[0]) == paths else combined_address(*uris)


def _path(address: str) -> str:
    """Return the path of a file address; any other address unchanged."""
    return url2pathname(address.partition(":")[2].removeprefix("//")) if scheme(address) == "file" else address
