"""What a STAC catalog on this computer may lead to: it may be a stranger's, and names nothing outside its folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_links import WEB, scheme
from yalu_plugin.core.text import translatable


class OutsideCatalog(YaluError):
    """An image or document elsewhere on this computer, or a document to be fetched."""

    template = translatable("{address} lies outside the folder of the catalog and was not opened. Move the catalog to "
                            "a folder that holds all of it, or add the images by themselves.")


class CatalogFolder:
    """The folder of the catalog at `address`; one on the web has none, and may lead anywhere."""

    def __init__(self, address: str) -> None:
        self._folder = _path(address).resolve().parent if scheme(address) == "file" else None

    def is_outside(self, address: str) -> bool:
        """Whether this path or address is none of a file in the folder, links resolved."""
        if self._folder is None:
            return False
        return scheme(address) in WEB or not _path(address).resolve().is_relative_to(self._folder)


def _path(address: str) -> Path:
    return Path(url2pathname(urlsplit(address).path)) if scheme(address) == "file" else Path(address)
