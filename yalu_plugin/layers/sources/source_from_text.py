"""The source that one line of text names, for scripts: a path, an address of the web, or Wayback by its name."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.sources.image_source import Source

WEB = ("http://", "https://")
WAYBACK_NAME = "wayback"
LAYER = "|layer="


class SourceMissing(YaluError):
    """A source that nothing names, or that is no longer where it was."""

    template = translatable("There are no images at \"{source}\". Give a folder, a file list, a STAC or tile address.")


def source_from_text(text: str, crs: str = "") -> Source:
    """The source that `text` names. `crs` ("EPSG:32652") is that of images of this computer that have none.

    A folder, ZIP file, image or table of images (.csv, .tsv, .txt) on this computer; the address of a STAC API, or
    the address or JSON file of a STAC catalog; a tile address with {x}, {y}, {z} and a date in it; the address of a
    WMTS' or WMS' capabilities with |layer=NAME; or "wayback" for Esri's World Imagery Wayback. Raises SourceMissing,
    and what tile addresses raise.
    """
    text = text.strip()
    if text.lower() == WAYBACK_NAME:
        from yalu_plugin.layers.sources.wayback_source import WaybackSource

        return WaybackSource()
    if text.startswith(WEB) and LAYER in text:
        return _times(*text.split(LAYER, 1))
    if text.startswith(WEB):
        return _tiles(text) if "{" in text else _stac(text)
    path = Path(text).expanduser()
    if not text or not path.exists():
        raise SourceMissing(source=text)
    if path.suffix.lower() == ".json":
        return _stac(text)
    from yalu_plugin.layers.sources.local_source import LocalSource

    return LocalSource(path, crs)


def _stac(address: str) -> Source:
    from yalu_plugin.layers.sources.stac_source import StacSource

    return StacSource(address)


def _times(address: str, layer: str) -> Source:
    """The times of a layer: days of acquisition at GIBS; of another service one knows no more than "at or before"."""
    from yalu_plugin.layers.sources.service_presets import GIBS
    from yalu_plugin.layers.sources.wmts_source import WmtsSource

    return WmtsSource(address, layer, "acquired" if address == GIBS else "at_or_before", only_pictures=True)


def _tiles(template: str) -> Source:
    """A layer of tiles for each day, month or quarter: whichever is the shortest that the address has in it."""
    from yalu_plugin.core.imagery.address_dates import DAILY, MONTHLY, QUARTERLY, NotATileAddress
    from yalu_plugin.core.imagery.tile_grid import TileAddress
    from yalu_plugin.layers.sources.xyz_source import XyzSource

    steps = (("{dd}", DAILY), ("{date}", DAILY), ("{mm}", MONTHLY), ("{q}", QUARTERLY))
    step = next((step for placeholder, step in steps if placeholder in template), None)
    if step is None:
        raise NotATileAddress(template)
    return XyzSource(TileAddress(template), step)
