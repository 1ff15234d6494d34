"""Catalogues of image folders: dated scenes, undated scenes, and the files that failed, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.bands import lone_quality_bands, one_per_scene
from yalu_plugin.core.imagery.date_evidence import dated_name, disagreements, names_of
from yalu_plugin.core.imagery.filename_dates import date_in_name
from yalu_plugin.core.imagery.image_files import ImageRef, file_of, files_below, image_ref, in_archive, path_of
from yalu_plugin.core.imagery.image_formats import classify_files, suffix
from yalu_plugin.core.imagery.json_values import as_text
from yalu_plugin.core.imagery.scene import NAME_IN_FILE, RasterFacts, Scene, scene_id
from yalu_plugin.core.imagery.stac_folder_items import ItemOfOtherImages, ItemUndated, StacItems
from yalu_plugin.core.imagery.stac_item import StacItem, percent
from yalu_plugin.core.imagery.synthetic import is_synthetic
from yalu_plugin.core.text import translatable

MAX_PARTS = 1_000  # images read of one file: a KML of overlays, a GeoPackage of rasters


class HoldsNoImage(YaluError):
    """A file of a format that may hold images, but holds none, such as a GeoPackage of places. Not a problem."""

    template = translatable("{path} holds no image.")


class PictureWithoutPosition(YaluError):
    """A picture without georeferencing and without a sidecar file that has it."""

    template = translatable("The picture {path} has no position. Put a world file next to it, or save it as GeoTIFF.")


class QualityBandOnly(YaluError):
    """A quality band, mask or angle raster without the bands it belongs to."""

    template = translatable("{path} is a quality band, not a picture of the ground. Put its other bands next to it.")


class TooManyParts(YaluError):
    """A file with more images in it than MAX_PARTS."""

    template = translatable("{path} holds {count} images; the first {most} are read. Split it.")


class NameUnreadable(YaluError):
    """A file whose name is not valid text, as old archives leave them on Linux: a survey cannot store it."""

    template = translatable("The name of the image {path} is not written in UTF-8. Rename it.")


@dataclass(frozen=True)
class Problem:
    """A file that could not be read, or not completely. `error` is the reason, translatable.

    Without `path` the problem is that of a service. `row` is the row of a list, if the error does not name it.
    `image_included` means that the image is in the catalogue, and only some value could not be used.
    """

    path: Path | None
    error: YaluError
    row: int | None = None
    image_included: bool = False

    @property
    def reason(self) -> str:
        """The error in one line, in English."""
        return str(self.error)


@dataclass(frozen=True)
class Undated:
    """A scene without a date, and the reason."""

    scene: Scene
    error: YaluError


@dataclass(frozen=True)
class Catalogue:
    """The content of a source: dated `scenes` in order of time, `undated` ones and `problems` in the order found."""

    scenes: tuple[Scene, ...]
    undated: tuple[Undated, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, found: Iterable[tuple[Scene, YaluError | None]], problems: Iterable[Problem]) -> Catalogue:
        """Create a catalogue from scenes, each with the reason why it is undated, or None."""
        found = list(found)
        scenes = sorted((scene for scene, error in found if error is None), key=_time_and_uri)
        undated = (Undated(scene, error) for scene, error in found if error is not None)
        return cls(tuple(scenes), tuple(undated), tuple(problems))

    @property
    def all_scenes(self) -> tuple[Scene, ...]:
        """Dated and undated scenes, to be stored in the survey."""
        return (*self.scenes, *(one.scene for one in self.undated))


def catalogue(
    path: Path,
    read_raster: Callable[[str], RasterFacts],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    known: Container[str] = (),
) -> Catalogue:
    """Catalogue the images in a folder, its subfolders and the ZIP files in them; or in one ZIP file; or one image.

    Every file that may be an image and belongs to no scene is among the problems, except for HoldsNoImage.

    Args:
        path: a folder, a ZIP file or an image.
        read_raster: reads the image at a uri. If it raises a YaluError, that becomes a problem, and work continues.
        progress: called with the number of files done and their total.
        cancelled: when it returns True, the catalogue holds what was read up to then.
        known: uris of images that are not read again.

    Raises:
        FolderUnreadable: the folder cannot be listed.
    """
    unreadable: list[YaluError] = []
    files = list(files_below(path.resolve(), unreadable))
    problems = [Problem(Path(str(error.values["path"])), error) for error in unreadable]
    images, unplaced = (_encodable(uris, problems) for uris in classify_files(files))
    new = {uri for uri in images if uri not in known}  # one test per uri: `known` may record which were asked for
    items = StacItems(_documents(files, images), [path_of(uri) for uri in images if uri in new],
                      {file_of(uri) for uri in files if in_archive(uri)})
    problems += map(_item_problem, items.problems)
    pictures = items.select_pictures(images)
    quality = [uri for uri in lone_quality_bands(images) if uri in set(pictures)]
    problems += [Problem(Path(uri), QualityBandOnly(path=uri)) for uri in quality if uri in new]
    present = set(images)
    rasters = [uri for uri in one_per_scene(pictures) if (uri in new if uri in present else uri not in known)]
    found: list[tuple[Scene, YaluError | None]] = []
    used: set[str] = set()
    for done, uri in enumerate(rasters):
        if cancelled():
            break
        progress(done, len(rasters))
        item = items.for_raster(path_of(uri))
        if item is not None and item.unusable:  # already among the problems of the items
            continue
        for part, facts in _parts(uri, read_raster, problems, cancelled):
            used.update(facts.uses)
            scene, date_error = make_scene(part, facts, item)
            found.append((scene, date_error))
            problems += [Problem(Path(part), error, image_included=True)
                         for error in disagreements(scene, facts.metadata)]
    else:
        progress(len(rasters), len(rasters))
    problems += [Problem(Path(uri), PictureWithoutPosition(path=uri)) for uri in unplaced
                 if uri not in known and uri not in used]
    return Catalogue.of(found, problems)


def _documents(files: Iterable[str], images: Iterable[str]) -> Iterator[Path]:
    """Yield the files that may be STAC items. GeoJSON mostly is none: only if an adjacent image has its name."""
    named = {path_of(uri).with_suffix("") for uri in images}
    for uri in files:
        path = path_of(uri)
        if suffix(uri) == ".json" or (suffix(uri) == ".geojson" and path.with_suffix("") in named):
            yield path


def _item_problem(error: YaluError) -> Problem:
    path = error.values.get("image", error.values["path"])
    return Problem(Path(str(path)), error, image_included=isinstance(error, (ItemOfOtherImages, ItemUndated)))


def _parts(uri: str, read_raster: Callable[[str], RasterFacts], problems: list[Problem],
           cancelled: Callable[[], bool]) -> Iterator[tuple[str, RasterFacts]]:
    """Yield the images in the file at `uri`, mostly just one, by their uris; errors go to `problems`."""
    number, count = 1, 1
    while number <= count and (number == 1 or not cancelled()):
        name = ImageRef(image_ref(uri).file, number if number > 1 else 0).uri
        try:
            facts = read_raster(name)
        except HoldsNoImage:
            return
        except YaluError as error:
            problems.append(Problem(Path(name), error))
            return
        if facts.problem is not None:
            problems.append(Problem(Path(name), facts.problem, image_included=bool(facts.footprint_wkt)))
        if facts.footprint_wkt or facts.problem is None:
            own = facts.metadata.get(NAME_IN_FILE, "")
            yield ImageRef(uri, number if facts.parts else 0, facts.crs, own).uri, facts
        if number == 1 and facts.parts > MAX_PARTS:
            too_many = TooManyParts(path=uri, count=facts.parts, most=MAX_PARTS)
            problems.append(Problem(Path(uri), too_many, image_included=True))
        number, count = number + 1, min(facts.parts, MAX_PARTS)


def make_scene(uri: str, facts: RasterFacts, item: StacItem | None) -> tuple[Scene, YaluError | None]:
    """Create the scene of one image; the second value is the reason if it is undated.

    What the STAC item states takes precedence over the file's metadata.
    """
    tags, name = facts.metadata, dated_name(uri, facts.metadata.get(NAME_IN_FILE, ""))
    stated = item or StacItem()
    dating = stated.date(tags, name)
    named = date_in_name(name)
    cloud = stated.cloud_cover if stated.cloud_cover is not None else _cloud(tags.get("CLOUDCOVER", ""))
    return Scene(
        id=scene_id(uri),
        uri=uri,
        acquired_from=dating.span.begin if dating.span else None,
        acquired_to=dating.span.end if dating.span else None,
        date_kind=dating.kind,
        date_source=dating.source,
        platform=stated.platform or as_text(tags.get("SATELLITEID")) or as_text(tags.get("SPACECRAFT_ID"))
        or (named.platform if named else ""),
        provider=stated.provider,
        gsd_m=stated.gsd_m if stated.gsd_m is not None else facts.gsd_m,
        cloud_cover=cloud,
        attribution=stated.attribution or as_text(tags.get("TIFFTAG_COPYRIGHT")),
        licence=stated.licence,
        synthetic=stated.synthetic or is_synthetic(names_of(uri, tags.get(NAME_IN_FILE, "")), tags),
        footprint_wkt=stated.footprint_wkt or facts.footprint_wkt,
        item_url=stated.item_url,
    ), dating.error


def _encodable(uris: list[str], problems: list[Problem]) -> list[str]:
    """Return the uris that are valid text; the others go to `problems`."""
    escaped = {uri: uri.encode("utf-8", errors="backslashreplace").decode("utf-8") for uri in uris}
    problems += [Problem(Path(text), NameUnreadable(path=text)) for uri, text in escaped.items() if text != uri]
    return [uri for uri, text in escaped.items() if text == uri]


def _cloud(text: str) -> float | None:
    try:
        return percent(float(text))
    except ValueError:
        return None


def _time_and_uri(scene: Scene) -> tuple[str, str]:
    return scene.acquired_from.isoformat() if scene.acquired_from else "", scene.uri
