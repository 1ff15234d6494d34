"""The files a local STAC catalog may refer to: it may be untrusted, so none outside its folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_links import WEB, scheme
from yalu_plugin.core.text import translatable


class OutsideCatalog(YaluError):
    """A local image or document outside the catalog's folder, or a document to be fetched."""

    template = translatable("{address} lies outside the folder of the catalog and was not opened. Move the catalog to "
                            "a folder that holds all of it, or add the images by themselves.")


class CatalogFolder:
    """The folder of the catalog at `address`; a catalog on the web has none, and may refer to anything."""

    def __init__(self, address: str) -> None:
        self._folder = _path(address).resolve().parent if scheme(address) == "file" else None

    def is_outside(self, address: str) -> bool:
        """Return whether this path or address is not a file in the folder, with links resolved."""
        if self._folder is None:
            return False
        return scheme(address) in WEB or not _path(address).resolve().is_relative_to(self._folder)


def _path(address: str) -> Path:
    return Path(url2pathname(urlsplit(address).path)) if scheme(address) == "file" else Path(address)
