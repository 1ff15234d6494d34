"""Catalogues a folder of images: every scene with its date, every undated one, every file that failed, and why."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.dates import date_scene
from yalu_plugin.core.imagery.filename import date_in_name
from yalu_plugin.core.imagery.scene import RasterFacts, Scene, scene_id
from yalu_plugin.core.imagery.stac import StacItem, StacItems, percent
from yalu_plugin.core.text import translatable

RASTERS = frozenset((".tif", ".tiff", ".jp2", ".vrt", ".img", ".ntf", ".nitf"))
# Pictures that are images of the ground only where a world file beside them says so.
PICTURES = {".png": (".pgw", ".wld"), ".jpg": (".jgw", ".wld"), ".jpeg": (".jgw", ".wld")}


class FolderUnreadable(YaluError):
    """The folder to catalogue, or one inside it, cannot be listed."""

    template = translatable("The folder {path} cannot be read. Choose a folder that exists and that you may open.")


@dataclass(frozen=True)
class Problem:
    """A file that could not be read, or not wholly. `error` says why, in words that can be translated.

    What a service could not give has no path.
    """

    path: Path | None
    error: YaluError

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
    folder: Path,
    read_raster: Callable[[Path], RasterFacts],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Catalogue:
    """Catalogue the images in `folder` and below it.

    `read_raster` raises a YaluError for a file it cannot read; that file becomes a problem and the rest goes on.
    After `cancelled` the catalogue holds what was read so far. Raises FolderUnreadable.
    """
    problems: list[Problem] = []
    files = list(_walk(folder.resolve(), problems))
    items = StacItems(path for path in files if path.suffix.lower() == ".json")
    problems += [Problem(Path(str(error.values["path"])), error) for error in items.problems]
    rasters = _rasters(files)
    made: list[tuple[Scene, YaluError | None]] = []
    for done, path in enumerate(rasters):
        if cancelled():
            break
        progress(done, len(rasters))
        try:
            facts = read_raster(path)
        except YaluError as error:
            problems.append(Problem(path, error))
            continue
        if facts.problem is not None:
            problems.append(Problem(path, facts.problem))
        made.append(make_scene(path, facts, items.for_raster(path)))
    else:
        progress(len(rasters), len(rasters))
    return Catalogue.of(made, problems)


def make_scene(path: Path, facts: RasterFacts, item: StacItem | None) -> tuple[Scene, YaluError | None]:
    """The scene of one raster file, and why it is undated where it is. The STAC item's word goes before the file's."""
    tags = facts.metadata
    dating = date_scene(item.span if item else None, tags, path.name)
    told = item or StacItem()
    found = date_in_name(path.name)
    cloud = told.cloud_cover if told.cloud_cover is not None else _cloud(tags.get("CLOUDCOVER", ""))
    return Scene(
        id=scene_id(str(path)),
        uri=str(path),
        acquired_from=dating.span.begin if dating.span else None,
        acquired_to=dating.span.end if dating.span else None,
        date_kind=dating.kind,
        date_source=dating.source,
        platform=told.platform or tags.get("SATELLITEID", "") or tags.get("SPACECRAFT_ID", "")
        or (found.platform if found else ""),
        provider=told.provider,
        gsd_m=told.gsd_m if told.gsd_m is not None else facts.gsd_m,
        cloud_cover=cloud,
        attribution=told.attribution or tags.get("TIFFTAG_COPYRIGHT", ""),
        licence=told.licence,
        synthetic=tags.get("SYNTHETIC", "").upper() == "YES",
        footprint_wkt=told.footprint_wkt or facts.footprint_wkt,
        item_url=told.item_url,
    ), dating.why


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below `folder` in order of path. Hidden ones are left out: macOS puts ._NAME.tif beside NAME.tif."""
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise FolderUnreadable(path=str(folder))

    def refuse(error: OSError) -> None:
        problems.append(Problem(Path(error.filename), FolderUnreadable(str(error), path=error.filename)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _rasters(files: list[Path]) -> list[Path]:
    present = set(files)
    return [path for path in files if path.suffix.lower() in RASTERS
            or any(path.with_suffix(ending) in present for ending in PICTURES.get(path.suffix.lower(), ()))]


def _cloud(text: str) -> float | None:
    try:
        return percent(float(text))
    except ValueError:
        return None


def _time_and_place(scene: Scene) -> tuple[str, str]:
    return scene.acquired_from.isoformat() if scene.acquired_from else "", scene.uri
