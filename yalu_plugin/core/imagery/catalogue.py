"""Catalogues a folder of images: every scene with its date, every undated one, every file that failed, and why."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.bands import one_per_scene
from yalu_plugin.core.imagery.dates import date_scene
from yalu_plugin.core.imagery.evidence import disagreements, names_of, telling_name
from yalu_plugin.core.imagery.filename import date_in_name
from yalu_plugin.core.imagery.files import file_of, files_below
from yalu_plugin.core.imagery.json_values import as_text
from yalu_plugin.core.imagery.scene import RasterFacts, Scene, scene_id
from yalu_plugin.core.imagery.stac import StacItem, StacItems, percent
from yalu_plugin.core.imagery.synthetic import is_synthetic
from yalu_plugin.core.text import translatable

RASTERS = frozenset((".tif", ".tiff", ".jp2", ".vrt", ".img", ".ntf", ".nitf"))
# Pictures that are images of the ground only where a world file beside them says so.
PICTURES = {".png": (".pgw", ".wld"), ".jpg": (".jgw", ".wld"), ".jpeg": (".jgw", ".wld")}


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
    taken: bool = False

    @property
    def reason(self) -> str:
        """The error's one line, untranslated."""
        return str(self.error)


@dataclass(frozen=True)
class Undated:
    """A scene without a date, and why it has none."""

    scene: Scene
    why: YaluError


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
    and the rest goes on. Images whose uri is `known` are not read again. After `cancelled` the catalogue holds what
    was read so far. Raises FolderUnreadable.
    """
    unreadable: list[YaluError] = []
    files = list(files_below(place.resolve(), unreadable))
    items = StacItems(Path(uri) for uri in files if _suffix(uri) == ".json" and file_of(uri) == Path(uri))
    problems = [Problem(Path(str(error.values["path"])), error) for error in (*unreadable, *items.problems)]
    rasters = [uri for uri in one_per_scene(items.as_pictures(_rasters(files))) if uri not in known]
    made: list[tuple[Scene, YaluError | None]] = []
    for done, uri in enumerate(rasters):
        if cancelled():
            break
        progress(done, len(rasters))
        if (escaped := uri.encode("utf-8", errors="backslashreplace").decode("utf-8")) != uri:
            problems.append(Problem(Path(escaped), NameUnreadable(path=escaped)))
            continue
        item = items.for_raster(file_of(uri))
        if item is not None and item.unusable:
            continue
        try:
            facts = read_raster(str(file_of(uri)) if uri.startswith("file:") else uri)
        except YaluError as error:
            problems.append(Problem(Path(uri), error))
            continue
        if facts.problem is not None:
            problems.append(Problem(Path(uri), facts.problem, taken=True))
        scene, why = make_scene(uri, facts, item)
        made.append((scene, why))
        problems += [Problem(Path(uri), error, taken=True) for error in disagreements(scene, facts.metadata)]
    else:
        progress(len(rasters), len(rasters))
    return Catalogue.of(made, problems)


def make_scene(uri: str, facts: RasterFacts, item: StacItem | None) -> tuple[Scene, YaluError | None]:
    """The scene of one image, and why it is undated where it is. The STAC item's word goes before the file's."""
    tags, name = facts.metadata, telling_name(uri)
    dating = date_scene(item.span if item else None, tags, name)
    told = item or StacItem()
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
        synthetic=told.synthetic or is_synthetic(names_of(uri), tags),
        footprint_wkt=told.footprint_wkt or facts.footprint_wkt,
        item_url=told.item_url,
    ), dating.why


def _rasters(files: list[str]) -> list[str]:
    present = set(files)
    return [uri for uri in files if _suffix(uri) in RASTERS
            or any(uri[: -len(_suffix(uri))] + ending in present for ending in PICTURES.get(_suffix(uri), ()))]


def _suffix(uri: str) -> str:
    return PurePath(uri).suffix.lower()


def _cloud(text: str) -> float | None:
    try:
        return percent(float(text))
    except ValueError:
        return None


def _time_and_place(scene: Scene) -> tuple[str, str]:
    return scene.acquired_from.isoformat() if scene.acquired_from else "", scene.uri
