"""Fetching one tile to check a service: whether it is a picture, which one, and whether anything is in it."""

from __future__ import annotations

import hashlib

from qgis.core import QgsFeedback
from qgis.PyQt.QtGui import QImage

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import ServiceRefused, Stopped, fetch

_MISSING_STATUS = (400, 404, 410)  # GIBS answers 400
_SAMPLES = 16  # pixels per row and column of a tile
_BLACK = 4  # of 255, noise of JPEG in black
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")  # JPEG, PNG, WebP, GIF


class NotAPicture(YaluError):
    """An answer that is not a tile, such as a web page or a message."""

    template = translatable("{address} does not answer with a picture ({detail}). Check the address.")


def tile_digest(address: str, authcfg: str, feedback: QgsFeedback) -> str:
    """Return the SHA-256 of the tile at `address`. Raises NotAPicture and any error of fetch."""
    return hashlib.sha256(_fetch_tile(address, authcfg, feedback)).hexdigest()


def is_tile_blank(address: str, authcfg: str, feedback: QgsFeedback) -> bool:
    """Return whether the tile at `address` is missing, fully transparent, or black, as JPEG has no transparency.

    Raises NotAPicture and any error of fetch except a refusal.
    """
    try:
        content = _fetch_tile(address, authcfg, feedback)
    except ServiceRefused:
        return True
    return _is_image_blank(content)


def _is_image_blank(content: bytes) -> bool:
    small = QImage.fromData(content).convertToFormat(QImage.Format.Format_ARGB32).scaled(_SAMPLES, _SAMPLES)
    pixels = [small.pixelColor(x, y) for x in range(small.width()) for y in range(small.height())]
    return all(pixel.alpha() == 0 or pixel.lightness() < _BLACK for pixel in pixels)


class NoTileHere(YaluError):
    """A tile that the service does not have, which is not a fault of the service."""

    template = translatable("The service has no picture of this date in the middle of the view. Move the map, or step "
                            "to another date.")


def check_tile(address: str, authcfg: str, feedback: QgsFeedback) -> None:
    """Check that the service returns this tile, and that the tile shows anything.

    Beyond the edge of a satellite's track, tiles are transparent or black. Raises NoTileHere, NotAPicture and any error
    of fetch.
    """
    try:
        if _is_image_blank(_fetch_tile(address, authcfg, feedback)):
            raise NoTileHere(address)
    except Stopped:
        return
    except ServiceRefused as error:
        if error.values["status"] in _MISSING_STATUS:
            raise NoTileHere(f"HTTP {error.values['status']}: {address}") from error
        raise


def _fetch_tile(address: str, authcfg: str, feedback: QgsFeedback) -> bytes:
    content, media_type = fetch(Request(address, headers={"Accept": "image/*,*/*;q=0.5"}, authcfg=authcfg), feedback)
    if not content.startswith(_SIGNATURES):
        raise NotAPicture(media_type or f"{len(content)} B", address=address)
    return content
