"""Which picture a STAC item is looked at in: one raster of its assets, or its red, green and blue put together.

Never a quality band, angles or a thumbnail; and a preview only where there is nothing else.
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

_COARSE = 5  # times the finest pixel: a small copy of the picture
_BAND_OF_KEY = re.compile(r"(?i)red|green|blue|(?<=b)\d+|(?<=band)_?\d+")
_FIRST = ("red", "pan", "panchromatic", "image", "data", "analytic", "gec", "vv", "hh")  # of single bands, the first
_LAST = frozenset(("coastal", "cirrus", "nir09", "vh", "hv", "lwir", "lwir11", "lwir12"))


class NoImageAsset(YaluError):
    """A STAC item without a picture of the ground that can be opened."""

    template = translatable("The STAC item {name} has no GeoTIFF or JPEG 2000 that can be opened from here.")


class ImageNotOnTheWeb(YaluError):
    """A STAC item whose images are told only by addresses that need an account of a cloud: s3://, say."""

    template = translatable("The image of the STAC item {name} lies at {address} and has no https address. Search a "
                            "catalog that gives one.")


class NoSuchPicture(YaluError):
    """An item that has not what was chosen for its collection."""

    template = translatable("The STAC item {name} has no image {key}, which was chosen for its collection. Choose "
                            "another one.")


@dataclass(frozen=True)
class Picture:
    """What can be looked at of an item. `key` is that of its asset, or of three with + between; `uri` is a scene's."""

    key: str
    title: str
    uri: str
    gsd_m: float | None


def best_picture(item: Json, base: str) -> Picture:
    """The picture to look at of `item`, found in the document at `base`. Raises NoImageAsset and ImageNotOnTheWeb."""
    return pictures(item, base)[0]


def pictures(item: Json, base: str) -> list[Picture]:
    """All there is to look at of `item`, the best first; at least one. Raises NoImageAsset and ImageNotOnTheWeb."""
    assets = raster_assets(item, base)
    open_to_us = [asset for asset in assets if asset.uri]
    if assets and not open_to_us:
        raise ImageNotOnTheWeb(name=as_text(item.get("id")), address=_ranked(assets)[0][0].elsewhere)
    if not assets:
        raise NoImageAsset(name=as_text(item.get("id")))
    return [_picture(files) for files in _ranked(open_to_us)]


def picture_of_key(found: Sequence[Picture], key: str, item_id: str) -> Picture:
    """The picture of this key among those `found` of an item. Raises NoSuchPicture."""
    picture = next((one for one in found if one.key == key), None)
    if picture is None:
        raise NoSuchPicture(name=item_id, key=key)
    return picture


_Files = tuple[Asset, ...]  # one, or the red, the green and the blue one


def _colour_sets(assets: Sequence[Asset]) -> list[_Files]:
    """The red, green and blue ones that belong together: named alike, of one kind of file and one size of pixel.

    Where none are, the first of each colour.
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
    """What is made to be looked at comes before what has colours, that before a single band; then the finest pixel.

    A small copy of the picture, by its role or its pixel, comes after all the others.
    """
    told = [asset.gsd_m for asset in assets if asset.gsd_m is not None and not asset.is_preview]
    finest = min(told, default=0.0)

    def rank(files: _Files) -> tuple[float, ...]:
        first = files[0]
        coarse = first.gsd_m is not None and finest > 0 and first.gsd_m > _COARSE * finest
        return (not first.is_preview, not coarse, _colours(files), first.is_visual, len(files) == 1, _single(first),
                "data" in first.roles, -(first.gsd_m or finest))

    return sorted([*((asset,) for asset in assets), *_colour_sets(assets)], key=rank, reverse=True)


def _colours(files: _Files) -> int:
    """3: red, green and blue; 2: several bands; 1: one."""
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
    """On this computer the red band's path says it all, where the names of the other files follow from it."""
    paths = tuple(map(_path, uris))
    return paths[0] if paths != tuple(uris) and colour_files(paths[0]) == paths else combined_address(*uris)


def _path(address: str) -> str:
    """The path of a file's address; any other address as it is."""
    return url2pathname(address.partition(":")[2].removeprefix("//")) if scheme(address) == "file" else address
