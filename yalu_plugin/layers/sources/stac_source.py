"""STAC: an API searched page by page, or a static catalog walked item by item, on the web or as files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from qgis.core import QgsFeedback

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.address_keys import refuse_key
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
from yalu_plugin.core.imagery.date_evidence import disagreements
from yalu_plugin.core.imagery.json_values import read_error_text, read_json
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_query import Box, SceneQuery
from yalu_plugin.core.imagery.stac_item import StacItem, items_in
from yalu_plugin.core.imagery.stac_links import WEB, link, links, resolve, scheme
from yalu_plugin.core.imagery.stac_merge import merge_items
from yalu_plugin.core.imagery.stac_picture import ImageNotOnTheWeb, NoImageAsset
from yalu_plugin.core.imagery.stac_scene import PicturedItem, base_of, item_box, read_pictured_item, scene_of
from yalu_plugin.core.imagery.stac_search import Request, next_request, search_request
from yalu_plugin.core.imagery.stac_versions import document_type
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import MAX_BYTES, Stopped, fetch_json
from yalu_plugin.layers.sources.catalog_folder import CatalogFolder, OutsideCatalog
from yalu_plugin.layers.sources.image_source import ImageSource

MAX_ITEMS = 10_000
MAX_DOCUMENTS = 2_000

_Json = dict[str, Any]
_Found = tuple[_Json, str]  # an item and the address of the document it was found in


class NotStac(YaluError):
    """JSON that is not part of a STAC."""

    template = translatable("{address} is not a STAC API, catalog or item. Check the address.")


class CatalogFileUnreadable(YaluError):
    """A catalog file that cannot be opened."""

    template = translatable("The catalog {path} cannot be read ({detail}). Choose another file.")


class TooManyItems(YaluError):
    """A search or catalog too large to be read as a whole."""

    template = translatable("There is more than was read: {items} items. Choose a smaller view, fewer days or a "
                            "collection.")


class StacSource(ImageSource):
    """The STAC API or static catalog at `address`: a web address, or the path or address of a file.

    Only items of the `collections` with these ids are read; without any, all. Raises KeyInAddress.
    """

    def __init__(self, address: str, collections: Sequence[str] = ()) -> None:
        self.address = address if urlsplit(address).scheme in ("http", "https", "file") else _file_address(address)
        refuse_key(urlsplit(self.address)._replace(path="").geturl())  # in a path, long words are ids of items
        self._folder = CatalogFolder(self.address)
        self._collections = tuple(collections)
        self._problems: list[YaluError] = []
        self._collections_by_address: dict[str, _Json] = {}  # collections by address
        self._by_id: dict[str, _Json] = {}

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Search or walk. Raises NotStac and any error of fetching the first document."""
        self._problems, self._collections_by_address, self._by_id = [], {}, {}
        found: list[tuple[PicturedItem, Box | None]] = []
        without_image: list[YaluError] = []
        try:
            for done, (item, base) in enumerate(islice(self._items(query, feedback), MAX_ITEMS + 1), start=1):
                if done > MAX_ITEMS:
                    self._problems.append(TooManyItems(items=MAX_ITEMS))
                    break
                try:
                    picture = read_pictured_item(item, base, self._collection_of(item, base, feedback))
                    outside = [file for file in picture.files
                               if scheme(file) not in WEB and self._folder.is_outside(file)]
                    if outside:
                        self._problems.append(OutsideCatalog(address=outside[0]))
                    else:
                        found.append((picture, item_box(item)))
                except (NoImageAsset, ImageNotOnTheWeb) as error:
                    without_image.append(error)
        except Stopped:
            feedback.cancel()
        scenes = _scenes(found, query)
        doubted = [error for scene, _ in scenes for error in disagreements(scene, {})]
        return Catalogue.of(scenes, [*(Problem(None, error) for error in (*self._problems, *without_image)),
                                     *(Problem(None, error, image_included=True) for error in doubted)])

    def _items(self, query: SceneQuery, feedback: QgsFeedback) -> Iterator[_Found]:
        first = Request(self.address)
        document = _read(first, feedback)
        request = search_request(document, self.address, query, self._collections)
        if request is not None:
            yield from self._pages(_read(request, feedback), request, feedback)
        elif document_type(document) == "FeatureCollection":
            yield from self._pages(document, first, feedback)
        else:
            yield from self._walk(document, feedback)

    def _pages(self, page: _Json, request: Request, feedback: QgsFeedback) -> Iterator[_Found]:
        """Yield the items of `page` and of the pages after it. A failed page ends the search with what was read."""
        seen, requested = 0, [request]
        while True:
            items = items_in(page)
            seen += len(items)
            _report_progress(feedback, seen, page.get("numberMatched") or _matched(page))
            yield from ((item, request.address) for item in items)
            following = next_request(page, request) if items else None
            if following is None or following in requested:
                return
            request = following
            requested.append(request)
            answer = self._read_or_note(request, feedback)
            if answer is None:
                return
            page = answer

    def _walk(self, root: _Json, feedback: QgsFeedback) -> Iterator[_Found]:
        """Yield the items that the catalog links to, directly or through others, each document once."""
        if document_type(root) not in ("Catalog", "Collection", "Feature"):
            raise NotStac(address=self.address)
        addresses = [self.address]
        seen_addresses = {self.address}
        most = MAX_ITEMS if urlsplit(self.address).scheme == "file" else MAX_DOCUMENTS
        for done, address in enumerate(addresses):  # the list grows during iteration
            if done == most:
                self._problems.append(TooManyItems(items=most))
                return
            document = root if done == 0 else self._read_or_note(Request(address), feedback)
            if document is None:
                continue
            if document_type(document) == "Collection":
                self._collections_by_address[address] = document
                name = str(document.get("id"))
                is_unique = self._by_id.get(name, document) == document
                self._by_id[name] = document if is_unique else {}  # of two, the intended one is unknown
            yield from ((item, address) for item in items_in(document) if self._is_requested(item))
            new = [one for one in self._child_addresses(document, address) if one not in seen_addresses]
            addresses += new
            seen_addresses.update(new)
            _report_progress(feedback, done + 1, len(addresses))

    def _collection_of(self, item: _Json, base: str, feedback: QgsFeedback) -> _Json:
        """Return the item's collection, read once: it states the licence and providers, which items seldom do."""
        address = link(item, "collection", base_of(item, base))
        if not address:
            return self._by_id.get(str(item.get("collection")), {})
        if address not in self._collections_by_address:
            self._collections_by_address[address] = self._read_or_note(Request(address), feedback) or {}
        return self._collections_by_address[address]

    def _read_or_note(self, request: Request, feedback: QgsFeedback) -> _Json | None:
        """Return the answer to the request, or None after adding its error to the problems."""
        if self._folder.is_outside(request.address):
            self._problems.append(OutsideCatalog(address=request.address))
            return None
        try:
            return _read(request, feedback)
        except YaluError as error:
            self._problems.append(error)
            return None

    def _child_addresses(self, document: _Json, base: str) -> list[str]:
        """Return the addresses of the documents below a catalog; none below a collection that is not requested."""
        collection = document_type(document) == "Collection"
        if collection and self._collections and document.get("id") not in self._collections:
            return []
        found = (resolve(base, one.get("href")) for rel in ("item", "child") for one in links(document, rel))
        return [address for address in dict.fromkeys(found) if address]

    def _is_requested(self, item: _Json) -> bool:
        return not self._collections or item.get("collection") in self._collections


def _scenes(found: Sequence[tuple[PicturedItem, Box | None]],
            query: SceneQuery) -> list[tuple[Scene, YaluError | None]]:
    """Return the scenes that `query` asks for, each once, with the reason if they are undated.

    If several items refer to one file, all of them are considered, also those of other days.
    """
    about: dict[str, list[StacItem]] = defaultdict(list)
    for one, _ in found:
        for file in one.files:
            about[file].append(one.item)
    once = {one.picture.uri: one for one, box in reversed(found) if query.overlaps_extent(box)}
    scenes = []
    for one in reversed(once.values()):
        items = [item for file in one.files for item in about[file]]
        scene, reason = scene_of(one.picture, merge_items(items, PurePath(one.files[0]).name))
        if query.admits(scene):
            scenes.append((scene, reason))
    return scenes


def collection_ids(text: str) -> list[str]:
    """Return the ids in a text that separates them by commas."""
    return [one.strip() for one in text.split(",") if one.strip()]


def _read(request: Request, feedback: QgsFeedback) -> _Json:
    """Return the document a request answers with, from the web or from a file."""
    if urlsplit(request.address).scheme != "file":
        return fetch_json(request, feedback)
    if feedback.isCanceled():
        raise Stopped
    path = Path(url2pathname(urlsplit(request.address).path))
    try:
        content = read_json(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise CatalogFileUnreadable(read_error_text(error), path=str(path)) from error
    if not isinstance(content, dict):
        raise NotStac(address=str(path))
    return content


def _file_address(path: str) -> str:
    return Path(path).expanduser().resolve().as_uri()


def _matched(page: _Json) -> object:
    """Return how many items a search found, where an older service states it."""
    context = page.get("context")
    return context.get("matched") if isinstance(context, dict) else None


def _report_progress(feedback: QgsFeedback, done: int, total: object) -> None:
    if isinstance(total, int) and total > 0:
        feedback.setProgress(min(100.0, 100.0 * done / total))
