"""One tile fetched to see what a service gives: a picture, which, and whether there is anything in it."""

from __future__ import annotations

import hashlib

from qgis.core import QgsFeedback
from qgis.PyQt.QtGui import QImage

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import ServiceRefused, Stopped, fetch

_NOT_THERE = (400, 404, 410)  # GIBS says 400
_LOOKED_AT = 16  # pixels of a tile in a row and in a column
_BLACK = 4  # of 255: what JPEG makes of black
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")  # JPEG, PNG, WebP, GIF


class NotAPicture(YaluError):
    """An answer that is no tile: a web page, say, or a message in words."""

    template = translatable("{address} does not answer with a picture ({detail}). Check the address.")


def tile_digest(address: str, authcfg: str, feedback: QgsFeedback) -> str:
    """The SHA-256 of the tile at `address`. Raises NotAPicture and what fetch raises."""
    return hashlib.sha256(_picture(address, authcfg, feedback)).hexdigest()


def is_tile_blank(address: str, authcfg: str, feedback: QgsFeedback) -> bool:
    """Whether the tile at `address` is missing, wholly transparent, or wholly black, as JPEG has no transparency.

    Raises NotAPicture and what fetch raises, but for a refusal.
    """
    try:
        content = _picture(address, authcfg, feedback)
    except ServiceRefused:
        return True
    return _shows_nothing(content)


def _shows_nothing(content: bytes) -> bool:
    small = QImage.fromData(content).convertToFormat(QImage.Format.Format_ARGB32).scaled(_LOOKED_AT, _LOOKED_AT)
    pixels = [small.pixelColor(x, y) for x in range(small.width()) for y in range(small.height())]
    return all(pixel.alpha() == 0 or pixel.lightness() < _BLACK for pixel in pixels)


class NoTileHere(YaluError):
    """A tile that the service has not. That is no fault of the service."""

    template = translatable("The service has no picture of this date in the middle of the view. Move the map, or step "
                            "to another date.")


def check_tile(address: str, authcfg: str, feedback: QgsFeedback) -> None:
    """See that the service gives this tile, and that it shows anything: a satellite's track has an edge, and a tile
    beside it is transparent or black. Raises NoPictureThere, NotAPicture and what fetch raises.
    """
    try:
        if _shows_nothing(_picture(address, authcfg, feedback)):
            raise NoTileHere(address)
    except Stopped:
        return
    except ServiceRefused as error:
        if error.values["status"] in _NOT_THERE:
            raise NoTileHere(f"HTTP {error.values['status']}: {address}") from error
        raise


def _picture(address: str, authcfg: str, feedback: QgsFeedback) -> bytes:
    content, media_type = fetch(Request(address, headers={"Accept": "image/*,*/*;q=0.5"}, authcfg=authcfg), feedback)
    if not content.startswith(_PICTURES):
        raise NotAPicture(media_type or f"{len(content)} B", address=address)
    return content
