"""Catalogues a folder of images: every scene with its date, every undated one, every file that failed, and why."""

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

MOST_PARTS = 1_000  # images read of one file: a KML of overlays, a GeoPackage of rasters


class HoldsNoImage(YaluError):
    """A file of a format that may hold images, and holds none: a GeoPackage or KML of places, say. No problem."""

    template = translatable("{path} holds no image.")


class PictureWithoutPosition(YaluError):
    """A picture beside which no file says where on the ground it lies."""

    template = translatable("The picture {path} has no position. Put a world file beside it, or save it as GeoTIFF.")


class QualityBandOnly(YaluError):
    """A quality band, mask or angle raster without the bands it belongs to."""

    template = translatable("{path} is a quality band, no picture of the ground. Put its other bands beside it.")


class TooManyParts(YaluError):
    """A file with more images in it than are read from one."""

    template = translatable("{path} holds {count} images; the first {most} are read. Split it.")


class NameUnreadable(YaluError):
    """A file whose name is no text, as old archives leave them on Linux: no survey can hold it."""

    template = translatable("The name of the image {path} is not written in UTF-8. Rename it.")


@dataclass(frozen=True)
class Problem:
    """A file that could not be read, or not wholly. `error` says why, in words that can be translated.

    What a service could not give has no path. `row` is that of a list, where the error does not name it itself.
    An image of which only some value could not be used is `taken` all the same.
    """

    path: Path | None
    error: YaluError
    row: int | None = None
    image_included: bool = False

    @property
    def reason(self) -> str:
        """The error's one line, untranslated."""
        return str(self.error)


@dataclass(frozen=True)
class Undated:
    """A scene without a date, and why it has none."""

    scene: Scene
    error: YaluError


@dataclass(frozen=True)
class Catalogue:
    """What a source holds: dated `scenes` in order of time, `undated` ones and `problems` in the order found."""

    scenes: tuple[Scene, ...]
    undated: tuple[Undated, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, made: Iterable[tuple[Scene, YaluError | None]], problems: Iterable[Problem]) -> Catalogue:
        """Sort out scenes that each come with the reason why they are undated, or None."""
        made = list(made)
        scenes = sorted((scene for scene, why in made if why is None), key=_time_and_place)
        return cls(tuple(scenes), tuple(Undated(scene, why) for scene, why in made if why is not None), tuple(problems))

    @property
    def all_scenes(self) -> tuple[Scene, ...]:
        """Dated and undated, for the survey to keep."""
        return (*self.scenes, *(one.scene for one in self.undated))


def catalogue(
    place: Path,
    read_raster: Callable[[str], RasterFacts],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    known: Container[str] = (),
) -> Catalogue:
    """Catalogue the images in a folder and below it, in the ZIP files there too; or in one ZIP file, or one image.

    `read_raster` is given an image's uri, and raises a YaluError for one it cannot read; that one becomes a problem
    and the rest goes on. Images whose uri is `known` are not read again. Every file that may be an image and is none
    of a scene is among the problems, but for NothingToSee. After `cancelled` the catalogue holds what was read so far.
    Raises FolderUnreadable.
    """
    unreadable: list[YaluError] = []
    files = list(files_below(place.resolve(), unreadable))
    problems = [Problem(Path(str(error.values["path"])), error) for error in unreadable]
    images, unplaced = (_legible(uris, problems) for uris in classify_files(files))
    new = {uri for uri in images if uri not in known}  # each is asked for once: asking takes note of it
    items = StacItems(_documents(files, images), [path_of(uri) for uri in images if uri in new],
                      {file_of(uri) for uri in files if in_archive(uri)})
    problems += map(_about_item, items.problems)
    pictures = items.select_pictures(images)
    quality = [uri for uri in lone_quality_bands(images) if uri in set(pictures)]
    problems += [Problem(Path(uri), QualityBandOnly(path=uri)) for uri in quality if uri in new]
    there = set(images)
    rasters = [uri for uri in one_per_scene(pictures) if (uri in new if uri in there else uri not in known)]
    made: list[tuple[Scene, YaluError | None]] = []
    used: set[str] = set()
    for done, uri in enumerate(rasters):
        if cancelled():
            break
        progress(done, len(rasters))
        item = items.for_raster(path_of(uri))
        if item is not None and item.unusable:  # it is among the problems of the items
            continue
        for part, facts in _parts(uri, read_raster, problems, cancelled):
            used.update(facts.uses)
            scene, why = make_scene(part, facts, item)
            made.append((scene, why))
            problems += [Problem(Path(part), error, image_included=True) for error in disagreements(scene, facts.metadata)]
    else:
        progress(len(rasters), len(rasters))
    problems += [Problem(Path(uri), PictureWithoutPosition(path=uri)) for uri in unplaced
                 if uri not in known and uri not in used]
    return Catalogue.of(made, problems)


def _documents(files: Iterable[str], images: Iterable[str]) -> Iterator[Path]:
    """The files that may be STAC items. GeoJSON is mostly something else: it is one beside an image of its name."""
    named = {path_of(uri).with_suffix("") for uri in images}
    for uri in files:
        path = path_of(uri)
        if suffix(uri) == ".json" or (suffix(uri) == ".geojson" and path.with_suffix("") in named):
            yield path


def _about_item(error: YaluError) -> Problem:
    path = error.values.get("image", error.values["path"])
    return Problem(Path(str(path)), error, image_included=isinstance(error, (ItemOfOtherImages, ItemUndated)))


def _parts(uri: str, read_raster: Callable[[str], RasterFacts], problems: list[Problem],
           cancelled: Callable[[], bool]) -> Iterator[tuple[str, RasterFacts]]:
    """The images in the file at `uri`, one for nearly every file, by their uris; what is wrong goes to `problems`."""
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
        if number == 1 and facts.parts > MOST_PARTS:
            problems.append(Problem(Path(uri), TooManyParts(path=uri, count=facts.parts, most=MOST_PARTS), image_included=True))
        number, count = number + 1, min(facts.parts, MOST_PARTS)


def make_scene(uri: str, facts: RasterFacts, item: StacItem | None) -> tuple[Scene, YaluError | None]:
    """The scene of one image, and why it is undated where it is. The STAC item's word goes before the file's."""
    tags, name = facts.metadata, dated_name(uri, facts.metadata.get(NAME_IN_FILE, ""))
    told = item or StacItem()
    dating = told.date(tags, name)
    found = date_in_name(name)
    cloud = told.cloud_cover if told.cloud_cover is not None else _cloud(tags.get("CLOUDCOVER", ""))
    return Scene(
        id=scene_id(uri),
        uri=uri,
        acquired_from=dating.span.begin if dating.span else None,
        acquired_to=dating.span.end if dating.span else None,
        date_kind=dating.kind,
        date_source=dating.source,
        platform=told.platform or as_text(tags.get("SATELLITEID")) or as_text(tags.get("SPACECRAFT_ID"))
        or (found.platform if found else ""),
        provider=told.provider,
        gsd_m=told.gsd_m if told.gsd_m is not None else facts.gsd_m,
        cloud_cover=cloud,
        attribution=told.attribution or as_text(tags.get("TIFFTAG_COPYRIGHT")),
        licence=told.licence,
        synthetic=told.synthetic or is_synthetic(names_of(uri, tags.get(NAME_IN_FILE, "")), tags),
        footprint_wkt=told.footprint_wkt or facts.footprint_wkt,
        item_url=told.item_url,
    ), dating.error


def _legible(uris: list[str], problems: list[Problem]) -> list[str]:
    """Those whose names are text; the others go to `problems`."""
    escaped = {uri: uri.encode("utf-8", errors="backslashreplace").decode("utf-8") for uri in uris}
    problems += [Problem(Path(text), NameUnreadable(path=text)) for uri, text in escaped.items() if text != uri]
    return [uri for uri, text in escaped.items() if text == uri]


def _cloud(text: str) -> float | None:
    try:
        return percent(float(text))
    except ValueError:
        return None


def _time_and_place(scene: Scene) -> tuple[str, str]:
    return scene.acquired_from.isoformat() if scene.acquired_from else "", scene.uri
