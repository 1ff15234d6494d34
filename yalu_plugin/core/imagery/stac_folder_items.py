"""The STAC items in a folder of images, and which item describes which image.

An item describes the images that its assets name. If they name no local file, it may have been saved next to a
picture: then it describes the image with the item's own name, unless something contradicts that.
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
from yalu_plugin.core.imagery.json_values import Json, JsonTooLarge, as_dict, as_list, as_text, read_error_text
from yalu_plugin.core.imagery.stac_collections import Collections
from yalu_plugin.core.imagery.stac_item import StacItem, items_in, read_item
from yalu_plugin.core.imagery.stac_links import has_drive, local_file, scheme
from yalu_plugin.core.imagery.stac_merge import merge_items
from yalu_plugin.core.imagery.stac_picture import best_picture
from yalu_plugin.core.imagery.stac_versions import upgraded_item
from yalu_plugin.core.imagery.zip_archives import MemberReader
from yalu_plugin.core.text import translatable

MAX_BYTES = 8_000_000
_MAX_NAMED = 3  # images named in a message
_NOT_IMAGE_WORDS = frozenset(("thumbnail", "preview", "quicklook", "browse", "metadata"))  # roles and keys
_IMAGE_ROLES = frozenset(("data", "visual", "overview"))  # roles
_IMAGE_TYPES = ("image/", "application/geotiff")


class SidecarUnreadable(YaluError):
    """A JSON file or STAC item next to images that cannot be read, and belongs to no known image."""

    template = translatable("{path} cannot be read and was left out ({detail}). Repair or remove it.")


class ItemUnusable(YaluError):
    """A STAC item that cannot be used, or a broken file with the name of one; its images are left out, too."""

    template = translatable("The STAC item {path} cannot be used ({detail}). Left out with it: {images}. Repair or "
                            "remove it.")


class ItemUndated(YaluError):
    """A STAC item without a time; its image is dated by its metadata or name, if possible."""

    template = translatable("The STAC item {path} has no datetime. Add it there.")


class ItemOfOtherImages(YaluError):
    """A STAC item with the name of an adjacent image that, by its assets or id, describes something else."""

    template = translatable("{name} has no date from the STAC item {path}, which names other images. Add it to the "
                            "item's assets if it is one of them.")


class _SidecarItem(NamedTuple):
    """An item that is the only one in its file, with the keys of local images and the names of others in its assets."""

    item: StacItem
    here: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()

    def describes(self, raster: Path) -> bool:
        """Return whether it can be the item of `raster`, which has the same name."""
        if self.here or not self.elsewhere:
            return not self.here
        return _name_key(self.item.id) == _name_key(raster.stem) or _name_key(raster.name) in self.elsewhere


class StacItems:
    """The STAC items in JSON files, found by the raster they describe, and the errors in them (`problems`).

    `images` are the rasters that the problems refer to: an error about an image has its path as the value `image`.
    Members of the ZIP files `archives` have the ZIP file's path as a folder.
    """

    def __init__(self, files: Iterable[Path], images: Sequence[Path] = (), archives: Iterable[Path] = ()) -> None:
        self.problems: list[YaluError] = []
        self._assets: list[tuple[Path, Json]] = []
        self._naming: dict[str, list[StacItem]] = defaultdict(list)
        self._by_stem: dict[str, list[_SidecarItem]] = defaultdict(list)
        self._archives = MemberReader(archives)
        self._unusable: list[StacItem] = []
        self._unreadable: set[Path] = set()
        documents = dict(self._read(files))
        self._collections = Collections(documents.values())
        for path, content in documents.items():
            for feature in items_in(content):
                self._add(feature, path, only_item=feature is content)
        self.problems += [SidecarUnreadable(fault, path=str(path))
                          for path, fault in self._collections.faults.items() if path not in self._unreadable]
        self.problems += [*self._unusable_items(images), *self._of_other_images(images)]

    def for_raster(self, raster: Path) -> StacItem | None:
        """Merge the items that describe `raster`: those whose assets name it, and the adjacent one of its name."""
        items = self._naming.get(_key(raster), [])
        sidecars = [one.item for one in self._sidecars(raster) if one.describes(raster)]
        return merge_items([*items, *sidecars], raster.name) if items or sidecars else None

    def select_pictures(self, uris: Sequence[str]) -> list[str]:
        """Return the rasters at `uris` in order, with the assets of an item replaced by the picture to display."""
        replacements = dict(zip(uris, uris))
        present = {_key(path_of(uri)): uri for uri in uris}
        for path, assets in self._assets:
            files = {key: present[file] for key, asset in assets.items()
                     if (file := _asset_key(path, asset)) is not None and file in present}
            here = {key: {**assets[key], "href": path_of(uri).as_uri(), "alternate": {}} for key, uri in files.items()}
            try:
                shown = best_picture({"assets": here}, path.as_uri()).uri
            except YaluError:  # no asset is here, or none can be displayed: then the names of the files decide
                continue
            packed = any(map(in_archive, files.values()))
            if packed and len(files_of(shown)) > 1:  # bands in a ZIP file are not composed
                continue
            shown = present[_key(file_of(shown))] if packed else shown
            replacements.update((file, "") for file in files.values())
            replacements[shown if packed else str(file_of(shown))] = shown
        return [shown for uri in uris if (shown := replacements[uri])]

    def _sidecars(self, raster: Path) -> list[_SidecarItem]:
        return self._by_stem.get(_key(raster.with_suffix("")), [])

    def _read(self, files: Iterable[Path]) -> Iterator[tuple[Path, Json]]:
        with closing(self._archives):
            for path in files:
                try:
                    content = self._archives.read_json(path, MAX_BYTES)
                except (OSError, ValueError) as error:
                    if path.suffix.lower() == ".geojson" and isinstance(error, JsonTooLarge):  # places, not an item
                        continue
                    self._add_unusable(StacItem(path, unusable=read_error_text(error)))
                    continue
                if isinstance(content, dict):
                    yield path, content

    def _add(self, feature: Json, path: Path, only_item: bool) -> None:
        collection, fault = {}, ""
        try:
            collection = self._collections.of(feature, path.parent)
        except OSError as error:
            fault = read_error_text(error)
        upgraded = upgraded_item(feature, collection)
        assets = as_dict(upgraded.get("assets"))
        item = read_item(upgraded, collection, path)
        if self._archives.archive_of(path) is None:  # in a ZIP file no other picture can be selected
            item = replace(item, item_url=item_url(upgraded, path.as_uri(), item.item_url))
        item = replace(item, unusable=item.unusable or fault)
        if item.unusable:
            self._unusable.append(item)
        elif item.span is None:
            self.problems.append(ItemUndated(path=item.display_name))
        self._assets.append((path, assets))
        for file in {key for asset in assets.values() if (key := _asset_key(path, asset)) is not None}:
            self._naming[file].append(item)
        if only_item:
            self._by_stem[_key(path.with_suffix(""))].append(_SidecarItem(item, *_images_of(path, assets)))

    def _add_unusable(self, item: StacItem) -> None:
        """Add a file that cannot be read as the possible item of the images of its name."""
        self._unusable.append(item)
        self._unreadable.add(item.path)
        self._by_stem[_key(item.path.with_suffix(""))].append(_SidecarItem(item))

    def _unusable_items(self, images: Iterable[Path]) -> Iterator[YaluError]:
        """Yield an error for each unusable item, with the names of its images."""
        found: dict[int, list[Path]] = defaultdict(list)
        for raster in dict.fromkeys(images):
            item = self.for_raster(raster)
            if item is not None and item.unusable:
                found[id(item)].append(raster)
        for item in self._unusable:
            affected = found[id(item)]
            more = f" (+{len(affected) - _MAX_NAMED})" if len(affected) > _MAX_NAMED else ""
            if affected:
                names = ", ".join(raster.name for raster in affected[:_MAX_NAMED]) + more
                yield ItemUnusable(item.unusable, path=item.display_name, images=names, image=affected[0])
            else:
                yield SidecarUnreadable(item.unusable, path=item.display_name)

    def _of_other_images(self, images: Iterable[Path]) -> Iterator[YaluError]:
        for raster in dict.fromkeys(images):
            if _key(raster) not in self._naming:
                for one in self._sidecars(raster):
                    if not one.describes(raster):
                        yield ItemOfOtherImages(name=raster.name, path=one.item.display_name, image=raster)


def _images_of(path: Path, assets: Json) -> tuple[frozenset[str], frozenset[str]]:
    """Return the images that assets name: the keys of local files, and the names of others."""
    here: set[str] = set()
    elsewhere: set[str] = set()
    for key, asset in assets.items():
        href = as_text(as_dict(asset).get("href"))
        words = {key.lower(), *_roles(as_dict(asset))}
        name = PurePath(unquote(urlsplit(href).path)).name if scheme(href) != "broken" else ""
        if not href or _NOT_IMAGE_WORDS & words or not _is_image(name, as_dict(asset)):
            continue
        file = _asset_key(path, asset) or (href if has_drive(href) else None)
        here.update({file} if file and "overview" not in words else ())  # only a small copy may have been saved
        elsewhere.update(() if file else {_name_key(name)})
    return frozenset(here), frozenset(elsewhere)


def _is_image(name: str, asset: Json) -> bool:
    """Return whether an asset is an image: by the suffix of its file, its media type, or without one by its role."""
    media = as_text(asset.get("type")).lower()
    return may_be_image(name) or media.startswith(_IMAGE_TYPES) or (not media and bool(_IMAGE_ROLES & _roles(asset)))


def _roles(asset: Json) -> set[str]:
    return {as_text(role).lower() for role in as_list(asset.get("roles"))}


def _asset_key(path: Path, asset: object) -> str | None:
    """Return the key of the local file that an asset of the item at `path` names; None for any other."""
    file = local_file(path.parent, as_dict(asset).get("href"))
    return None if file is None else _key(file)


def _key(path: Path) -> str:
    """Return the same key for all paths of one file. It has composed characters (NFC): macOS decomposes file names."""
    return unicodedata.normalize("NFC", os.path.normcase(path))


def _name_key(name: str) -> str:
    """Return the same key for names that differ only in case and in Unicode composition."""
    return unicodedata.normalize("NFC", name).casefold()
