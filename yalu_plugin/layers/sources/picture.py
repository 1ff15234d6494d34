"""One tile fetched to see what a service gives: a picture, and which."""

from __future__ import annotations

import hashlib

from qgis.core import QgsFeedback

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import fetch

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")  # JPEG, PNG, WebP, GIF


class NotAPicture(YaluError):
    """An answer that is no tile: a web page, say, or a message in words."""

    template = translatable("{address} does not answer with a picture ({detail}). Check the address.")


def picture_digest(address: str, authcfg: str, feedback: QgsFeedback) -> str:
    """The SHA-256 of the tile at `address`. Raises NotAPicture and what fetch raises."""
    content, media_type = fetch(Request(address, headers={"Accept": "image/*,*/*;q=0.5"}, authcfg=authcfg), feedback)
    if not content.startswith(_PICTURES):
        raise NotAPicture(media_type or f"{len(content)} B", address=address)
    return hashlib.sha256(content).hexdigest()
