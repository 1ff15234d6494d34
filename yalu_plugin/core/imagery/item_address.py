"""Addresses from which the STAC item of a scene can be read again, stored as `item_url` in the survey.

Usually the item's address on the web. For an item of a local file that is one of a collection, or has several pictures
to select from, the file, its own id and its collection are in the fragment, which is never sent to a server:
https://a.example/items/x#file=file%3A///s2/x.json&item=x&collection=c and file:///s2/x.json#item=x&collection=c.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urldefrag, urlencode, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.imagery.json_values import Json, as_dict, as_text
from yalu_plugin.core.imagery.stac_assets import raster_assets
from yalu_plugin.core.imagery.stac_links import WEB, link, scheme


class ItemInFile(NamedTuple):
    """An item in a local file: the file's address, the item's id, and the key of its collection."""

    file: str
    item: str
    collection: str

    @property
    def path(self) -> Path:
        """The local path of the file."""
        return Path(url2pathname(urlsplit(self.file).path))


def item_url(item: Json, base: str, web: str) -> str:
    """Return the `item_url` of an `item` read from the document at `base`; `web` is its own web address, or empty."""
    if scheme(base) != "file":
        return web or (base if scheme(base) in WEB else "")
    collection = link(item, "collection", base) or as_text(item.get("collection"))
    fewest = 1 if collection else 2  # another item of the collection may have several to select from for all
    rasters = raster_assets(item, base) if len(as_dict(item.get("assets"))) >= fewest else []
    here = [one for one in rasters if scheme(one.uri) == "file"]
    if len(here) < fewest and (web or len(rasters) < fewest):  # nothing to select from, or selected on the web
        return web
    collection = collection or base.rpartition("/")[0]
    fields = {**({"file": base} if web else {}), "item": as_text(item.get("id")), "collection": collection}
    return f"{urldefrag(web).url or base}#{urlencode(fields, safe='/:', quote_via=quote)}"


def item_in_file(address: str) -> ItemInFile | None:
    """Parse an `item_url` that refers to an item in a local file; None for any other."""
    fields = dict(parse_qsl(urldefrag(address).fragment, keep_blank_values=True)) if "#" in address else {}
    file = fields.get("file", urldefrag(address).url)
    if scheme(file) != "file" or not {"item", "collection"} <= fields.keys():
        return None
    return ItemInFile(file, fields["item"], fields["collection"])


def web_address(address: str) -> str:
    """Return the public part of an `item_url`; empty for a local file."""
    if item_in_file(address) is None:
        return address
    return urldefrag(address).url if scheme(address) in WEB else ""
