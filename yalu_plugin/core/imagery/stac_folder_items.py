"""The STAC items in a folder of images: which of them tells about which image.

An item tells about the images that its assets name. Where they name none of this computer, it may have been saved
beside a picture: then it tells about the image of its own name, if nothing speaks against that.
"""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.band_address import files_of
from yalu_plugin.core.imagery.image_files import file_of, in_archive, path_of
from yalu_plugin.core.imagery.image_formats import may_be_image
from yalu_plugin.core.imagery.item_address import item_url
from yalu_plugin.core.imagery.json_values import Json, TooLarge, as_dict, as_list, as_text, read_error_text
from yalu_plugin.core.imagery.stac_collections import Collections
from yalu_plugin.core.imagery.stac_item import StacItem, items_in, read_item
from yalu_plugin.core.imagery.stac_links import has_drive, local_file, scheme
from yalu_plugin.core.imagery.stac_merge import merge_items
from yalu_plugin.core.imagery.stac_picture import best_picture
from yalu_plugin.core.imagery.stac_versions import upgraded_item
from yalu_plugin.core.imagery.zip_archives import MemberReader
from yalu_plugin.core.text import translatable

MAX_BYTES = 8_000_000
_NAMED = 3  # images in a message
_NOT_SHOWN = frozenset(("thumbnail", "preview", "quicklook", "browse", "metadata"))  # roles and keys
_SHOWN = frozenset(("data", "visual", "overview"))  # roles
_IMAGE_TYPES = ("image/", "application/geotiff")


class SidecarUnreadable(YaluError):
    """A JSON file or STAC item among the images that cannot be read, and that no image is known to belong to."""

    template = translatable("{path} cannot be read and was left out ({detail}). Mend or remove it.")


class ItemUnusable(YaluError):
    """A STAC item that cannot be used, or a broken file in an item's place; its images are left out with it."""

    template = translatable("The STAC item {path} cannot be used ({detail}). Left out with it: {images}. Mend or "
                            "remove it.")


class ItemUndated(YaluError):
    """A STAC item without a time; its image is dated by its metadata or name, where those tell."""

    template = translatable("The STAC item {path} tells no datetime. Add it there.")


class ItemOfOtherImages(YaluError):
    """A STAC item beside an image of its name that, by its assets or id, is the item of something else."""

    template = translatable("{name} has no date from the STAC item {path}, which names other images. Add it to the "
                            "item's assets if it is one of them.")


class _Beside(NamedTuple):
    """An item that lies alone in its file, and what its assets name: images of this computer, names of images
    elsewhere.
    """

    item: StacItem
    here: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()

    def tells_about(self, raster: Path) -> bool:
        """Whether it can be the item of `raster`, which has its name."""
        if self.here or not self.elsewhere:
            return not self.here
        return _same(self.item.id) == _same(raster.stem) or _same(raster.name) in self.elsewhere


class StacItems:
    """The items among some JSON files, found by the raster they describe, and what is wrong with them (`problems`).

    `images` are the rasters that the problems are about: one about an image has its path among its values, `image`.
    What lies in one of the ZIP files `archives` has that file's path as its folder.
    """

    def __init__(self, files: Iterable[Path], images: Sequence[Path] = (), archives: Iterable[Path] = ()) -> None:
        self.problems: list[YaluError] = []
        self._assets: list[tuple[Path, Json]] = []
        self._naming: dict[str, list[StacItem]] = defaultdict(list)
        self._by_stem: dict[str, list[_Beside]] = defaultdict(list)
        self._archives = MemberReader(archives)
        self._unusable: list[StacItem] = []
        self._unreadable: set[Path] = set()
        documents = dict(self._read(files))
        self._collections = Collections(documents.values())
        for path, content in documents.items():
            for feature in items_in(content):
                self._add(feature, path, alone=feature is content)
        self.problems += [SidecarUnreadable(fault, path=str(path))
                          for path, fault in self._collections.faults.items() if path not in self._unreadable]
        self.problems += [*self._left_out(images), *self._of_others(images)]

    def for_raster(self, raster: Path) -> StacItem | None:
        """What the items about `raster` tell: those whose assets name it, and the one of its name beside it."""
        items = self._naming.get(_key(raster), [])
        beside = [one.item for one in self._beside(raster) if one.tells_about(raster)]
        return merge_items([*items, *beside], raster.name) if items or beside else None

    def select_pictures(self, uris: Sequence[str]) -> list[str]:
        """Of the rasters at `uris`, in their order, those to look at: of an item's assets among them, its picture."""
        instead = dict(zip(uris, uris))
        there = {_key(path_of(uri)): uri for uri in uris}
        for path, assets in self._assets:
            files = {key: there[file] for key, asset in assets.items()
                     if (file := _asset_key(path, asset)) is not None and file in there}
            here = {key: {**assets[key], "href": path_of(uri).as_uri(), "alternate": {}} for key, uri in files.items()}
            try:
                shown = best_picture({"assets": here}, path.as_uri()).uri
            except YaluError:  # nothing of it is here, or nothing to look at: then the names of the files decide
                continue
            packed = any(map(in_archive, files.values()))
            if packed and len(files_of(shown)) > 1:  # which are not put together out of a ZIP file
                continue
            shown = there[_key(file_of(shown))] if packed else shown
            instead.update((file, "") for file in files.values())
            instead[shown if packed else str(file_of(shown))] = shown
        return [shown for uri in uris if (shown := instead[uri])]

    def _beside(self, raster: Path) -> list[_Beside]:
        return self._by_stem.get(_key(raster.with_suffix("")), [])

    def _read(self, files: Iterable[Path]) -> Iterator[tuple[Path, Json]]:
        with closing(self._archives):
            for path in files:
                try:
                    content = self._archives.read_json(path, MAX_BYTES)
                except (OSError, ValueError) as error:
                    if path.suffix.lower() == ".geojson" and isinstance(error, TooLarge):  # places, no item
                        continue
                    self._add_unusable(StacItem(path, unusable=read_error_text(error)))
                    continue
                if isinstance(content, dict):
                    yield path, content

    def _add(self, feature: Json, path: Path, alone: bool) -> None:
        collection, fault = {}, ""
        try:
            collection = self._collections.of(feature, path.parent)
        except OSError as error:
            fault = read_error_text(error)
        today = upgraded_item(feature, collection)
        assets = as_dict(today.get("assets"))
        item = read_item(today, collection, path)
        if self._archives.archive_of(path) is None:  # out of a ZIP file no other picture can be chosen
            item = replace(item, item_url=item_url(today, path.as_uri(), item.item_url))
        item = replace(item, unusable=item.unusable or fault)
        if item.unusable:
            self._unusable.append(item)
        elif item.span is None:
            self.problems.append(ItemUndated(path=item.display_name))
        self._assets.append((path, assets))
        for file in {key for asset in assets.values() if (key := _asset_key(path, asset)) is not None}:
            self._naming[file].append(item)
        if alone:
            self._by_stem[_key(path.with_suffix(""))].append(_Beside(item, *_images_of(path, assets)))

    def _add_unusable(self, item: StacItem) -> None:
        """Add what a file that cannot be read may be: the item of the images of its name."""
        self._unusable.append(item)
        self._unreadable.add(item.path)
        self._by_stem[_key(item.path.with_suffix(""))].append(_Beside(item))

    def _left_out(self, images: Iterable[Path]) -> Iterator[YaluError]:
        """What is wrong with each unusable item, in a line that names the images that go with it."""
        found: dict[int, list[Path]] = defaultdict(list)
        for raster in dict.fromkeys(images):
            item = self.for_raster(raster)
            if item is not None and item.unusable:
                found[id(item)].append(raster)
        for item in self._unusable:
            with_it = found[id(item)]
            more = f" (+{len(with_it) - _NAMED})" if len(with_it) > _NAMED else ""
            if with_it:
                names = ", ".join(raster.name for raster in with_it[:_NAMED]) + more
                yield ItemUnusable(item.unusable, path=item.display_name, images=names, image=with_it[0])
            else:
                yield SidecarUnreadable(item.unusable, path=item.display_name)

    def _of_others(self, images: Iterable[Path]) -> Iterator[YaluError]:
        for raster in dict.fromkeys(images):
            if _key(raster) not in self._naming:
                for one in self._beside(raster):
                    if not one.tells_about(raster):
                        yield ItemOfOtherImages(name=raster.name, path=one.item.display_name, image=raster)


def _images_of(path: Path, assets: Json) -> tuple[frozenset[str], frozenset[str]]:
    """Of the images that assets name: the files of this computer, by their keys, and the names of those elsewhere."""
    here: set[str] = set()
    elsewhere: set[str] = set()
    for key, asset in assets.items():
        href = as_text(as_dict(asset).get("href"))
        words = {key.lower(), *_roles(as_dict(asset))}
        name = PurePath(unquote(urlsplit(href).path)).name if scheme(href) != "broken" else ""
        if not href or _NOT_SHOWN & words or not _is_image(name, as_dict(asset)):
            continue
        file = _asset_key(path, asset) or (href if has_drive(href) else None)
        here.update({file} if file and "overview" not in words else ())  # a small copy may be all that was saved
        elsewhere.update(() if file else {_same(name)})
    return frozenset(here), frozenset(elsewhere)


def _is_image(name: str, asset: Json) -> bool:
    """Whether an asset is an image: by the ending of its file's name, its media type, or where it has none its role."""
    media = as_text(asset.get("type")).lower()
    return may_be_image(name) or media.startswith(_IMAGE_TYPES) or (not media and bool(_SHOWN & _roles(asset)))


def _roles(asset: Json) -> set[str]:
    return {as_text(role).lower() for role in as_list(asset.get("roles"))}


def _asset_key(path: Path, asset: object) -> str | None:
    """The key of the file that an asset of the item at `path` names; None for what lies elsewhere."""
    file = local_file(path.parent, as_dict(asset).get("href"))
    return None if file is None else _key(file)


def _key(path: Path) -> str:
    """What two paths of one file have in common. Letters with marks are one sign in it: a Mac writes names in two, a
    catalog mostly in one.
    """
    return unicodedata.normalize("NFC", os.path.normcase(path))


def _same(name: str) -> str:
    """What two names have in common that differ only in capitals and in how marks are written."""
    return unicodedata.normalize("NFC", name).casefold()
