"""The images of a package for a QGIS without the plugin: which ones may be copied, their files, and their credits."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.image_licences import may_be_copied
from yalu_plugin.core.imagery.image_files import image_name, in_archive
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.work_progress import Progress, ProgressSequence
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.band_sets import true_colour_source
from yalu_plugin.layers.imagery.raster import open_raster
from yalu_plugin.layers.imagery.remote_raster import is_remote
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

_SEVERAL = (".kml", ".vrt")  # refer to other files
FOLDER, CREDITS = "images", "licences.txt"
NOT_PACKAGED = "not-packaged"  # the folder of images that are not in the package: there is none


class PackageImage(NamedTuple):
    """An image that may be copied: its file and those that belong to it."""

    scene: Scene
    files: tuple[Path, ...]


class ImageOffer(NamedTuple):
    """The images that a package may have, their size in bytes, and how many it may not have.

    not_allowed: their licence does not allow a copy, or is not stated. elsewhere: on the web, in an archive, of several
    files, not georeferenced by themselves, or not there.
    """

    images: Sequence[PackageImage] = ()
    size: int = 0
    not_allowed: int = 0
    elsewhere: int = 0


def offer_images(scenes: Sequence[Scene], progress: Progress) -> ImageOffer:
    """Return what of these images a package may have. Safe in any thread; raises what `progress` raises."""
    found, not_allowed, elsewhere = [], 0, 0
    for scene in ProgressSequence(scenes, progress):
        if not may_be_copied(scene.licence, scene.attribution):
            not_allowed += 1
        elif files := _files_of(scene):
            found.append(PackageImage(scene, files))
        else:
            elsewhere += 1
    every = {file for image in found for file in image.files}
    return ImageOffer(found, sum(file.stat().st_size for file in every), not_allowed, elsewhere)


def _files_of(scene: Scene) -> tuple[Path, ...]:
    """Return the files of an image that is one file with others beside it, none for any other."""
    path = Path(scene.uri)
    if is_remote(scene.uri) or in_archive(scene.uri) or not path.is_file() or path.suffix.lower() in _SEVERAL:
        return ()
    try:
        if true_colour_source(scene.uri) != scene.uri:
            return ()
        names = open_raster(scene.uri).GetFileList() or ()
    except YaluError:  # it would be in no map; the user reads how many these are
        return ()
    files = tuple(dict.fromkeys((path, *map(Path, names))))
    return files if all(file.is_file() and file.parent == path.parent for file in files) else ()


def copy_images(images: Iterable[PackageImage], folder: Path, progress: Progress) -> dict[str, str]:
    """Copy images into a new folder within `folder`; return their new uris by the id of the image.

    A file with their credits is written beside them. Raises OSError and what `progress` raises.
    """
    target, uris, lines = folder / FOLDER, dict[str, str](), list[str]()
    target.mkdir()
    for image in ProgressSequence(list(images), progress):
        place = _place_for(image.files, target)
        place.mkdir(exist_ok=True)
        for file in image.files:
            if not (place / file.name).exists():
                shutil.copyfile(file, place / file.name)
            uris[image.scene.id] = str(place / image.files[0].name)
        lines.append("\t".join((f"{(place / image.files[0].name).relative_to(target)}", image.scene.label,
                                image.scene.attribution, image.scene.licence)))
    head = "\t".join((tr("File"), tr("Image"), tr("Attribution"), tr("Licence")))
    (target / CREDITS).write_text("\n".join((head, *lines, "")), "utf-8")
    return uris


def _place_for(files: Collection[Path], target: Path) -> Path:
    """Return the folder for the files of an image: another one where files of other images have these names."""
    number, place = 1, target
    while any((place / file.name).exists() and (place / file.name).stat().st_size != file.stat().st_size
              for file in files):
        number += 1
        place = target / str(number)
    return place


@dataclass(frozen=True)
class PackagedSurvey(GeoPackageSurvey):
    """The survey of a package, to draw its pages: an image that is not in the package has a file that does not exist.

    `uris` are those of the others, by the id of the image.
    """

    uris: Mapping[str, str] = field(default_factory=dict)

    def rows(self, table: str, **equal: str | bool | Collection[str]) -> list[dict[str, Any]]:
        """Return the rows of a table; images are those of the package."""
        found = super().rows(table, **equal)
        if table != "images":
            return found
        return [{**row, "uri": self.uris.get(row["id"]) or _missing_uri(row["uri"])} for row in found]


def _missing_uri(uri: str | None) -> str:
    """Return a uri of the same name that no file has."""
    return f"{NOT_PACKAGED}/{one_line(image_name(uri or '')).replace('/', '_')}"
