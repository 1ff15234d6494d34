"""Where the STAC item of a scene can be read again, as the survey keeps it in `item_url`.

That is the item's address on the web. An item of a file of this computer that is one of a collection, or has several
pictures to choose from, has the file, its own id and its collection in the fragment, which no server is ever sent:
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
    """An item in a file of this computer: the file's address, the item's id, and what its collection is known by."""

    file: str
    item: str
    collection: str

    @property
    def path(self) -> Path:
        """The file."""
        return Path(url2pathname(urlsplit(self.file).path))


def item_url(item: Json, base: str, web: str) -> str:
    """What to keep of where `item` was read, the document at `base`; on the web it says to lie at `web`, or empty."""
    if scheme(base) != "file":
        return web or (base if scheme(base) in WEB else "")
    collection = link(item, "collection", base) or as_text(item.get("collection"))
    fewest = 1 if collection else 2  # of a collection another item may have more, and its picture be chosen for all
    rasters = raster_assets(item, base) if len(as_dict(item.get("assets"))) >= fewest else []
    here = [one for one in rasters if scheme(one.uri) == "file"]
    if len(here) < fewest and (web or len(rasters) < fewest):  # nothing to choose from, or chosen on the web
        return web
    collection = collection or base.rpartition("/")[0]
    told = {**({"file": base} if web else {}), "item": as_text(item.get("id")), "collection": collection}
    return f"{urldefrag(web).url or base}#{urlencode(told, safe='/:', quote_via=quote)}"


def item_in_file(address: str) -> ItemInFile | None:
    """The item in a file of this computer that an `item_url` tells of, if it does."""
    told = dict(parse_qsl(urldefrag(address).fragment, keep_blank_values=True)) if "#" in address else {}
    file = told.get("file", urldefrag(address).url)
    if scheme(file) != "file" or not {"item", "collection"} <= told.keys():
        return None
    return ItemInFile(file, told["item"], told["collection"])


def web_address(address: str) -> str:
    """The part of an `item_url` that anybody can look up; empty for a file of this computer."""
    if item_in_file(address) is None:
        return address
    return urldefrag(address).url if scheme(address) in WEB else ""
