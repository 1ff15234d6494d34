"""The source stated in one line of text, for scripts: a path, a web address, or Wayback by its name."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.sources.image_source import ImageSource

WEB = ("http://", "https://")
WAYBACK_NAME = "wayback"
LAYER_SEPARATOR = "|layer="


class ImagerySourceMissing(YaluError):
    """A text that names no source, or a source that no longer exists."""

    template = translatable("There are no images at \"{source}\". Give a folder, a file list, a STAC or tile address.")


def source_from_text(text: str, crs: str = "") -> ImageSource:
    """Return the source that `text` names. `crs` ("EPSG:32652") is assigned to local images without a CRS.

    A local folder, ZIP file, image or table of images (.csv, .tsv, .txt); the address of a STAC API, or the address or
    JSON file of a STAC catalog; a tile address with {x}, {y}, {z} and a date in it; the address of the capabilities of
    a WMTS or WMS with |layer=NAME; or "wayback" for Esri's World Imagery Wayback. Raises ImagerySourceMissing, and any
    error of a tile address.
    """
    text = text.strip()
    if text.lower() == WAYBACK_NAME:
        from yalu_plugin.layers.sources.wayback_source import WaybackSource

        return WaybackSource()
    if text.startswith(WEB) and LAYER_SEPARATOR in text:
        return _wmts(*text.split(LAYER_SEPARATOR, 1))
    if text.startswith(WEB):
        return _xyz(text) if "{" in text else _stac(text)
    path = Path(text).expanduser()
    if not text or not path.exists():
        raise ImagerySourceMissing(source=text)
    if path.suffix.lower() == ".json":
        return _stac(text)
    from yalu_plugin.layers.sources.local_source import LocalSource

    return LocalSource(path, crs)


def _stac(address: str) -> ImageSource:
    from yalu_plugin.layers.sources.stac_source import StacSource

    return StacSource(address)


def _wmts(address: str, layer: str) -> ImageSource:
    """Return the times of a layer: days of acquisition at GIBS, "at or before" at other services."""
    from yalu_plugin.layers.sources.service_presets import GIBS
    from yalu_plugin.layers.sources.wmts_source import WmtsSource

    return WmtsSource(address, layer, "acquired" if address == GIBS else "at_or_before", only_pictures=True)


def _xyz(template: str) -> ImageSource:
    """Return a layer of tiles for each day, month or quarter: the shortest period in the address."""
    from yalu_plugin.core.imagery.address_dates import DAILY, MONTHLY, QUARTERLY, NotATileAddress
    from yalu_plugin.core.imagery.tile_grid import TileAddress
    from yalu_plugin.layers.sources.xyz_source import XyzSource

    steps = (("{dd}", DAILY), ("{date}", DAILY), ("{mm}", MONTHLY), ("{q}", QUARTERLY))
    step = next((step for placeholder, step in steps if placeholder in template), None)
    if step is None:
        raise NotATileAddress(template)
    return XyzSource(TileAddress(template), step)
