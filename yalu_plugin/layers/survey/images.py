"""The scenes an analyst has gathered, stored in the survey's images table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import datetime
from operator import itemgetter
from typing import Any

from yalu_plugin.core.imagery.image_files import identity_uri
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.survey import Survey

_TIMES = ("acquired_from", "acquired_to")
_FIELDS = tuple(field.name for field in fields(Scene))
_COLUMNS = tuple(name for name in _FIELDS if name != "footprint_wkt")
_VALUES = itemgetter(*("geom" if name == "footprint_wkt" else name for name in _FIELDS))
_DEFAULTS: tuple[Any, ...] = tuple("" if field.default is MISSING else field.default for field in fields(Scene))
_TIMES_AT = tuple(map(_FIELDS.index, _TIMES))


def add_images(survey: Survey, scenes: Sequence[Scene], known: Mapping[str, Row] | None = None) -> int:
    """Write `scenes` to the survey; return how many are new.

    An image the survey has is refreshed, and keeps its id and the SHA-256 of the file that was observed; so does one
    that was given another CRS since. `known` is the result of image_ids for those of them that the survey has; without
    it the table is read. Raises what change raises; then nothing is written.
    """
    if known is None:
        known = image_ids(survey.rows("images"))
    rows = {identity_uri(scene.uri): scene_row(scene) for scene in scenes}
    new = [row for image, row in rows.items() if image not in known]
    old = [{**row, **known[image]} for image, row in rows.items() if image in known]
    if rows:
        survey.change("catalogue", added={"images": new}, replaced={"images": old})
    return len(new)


def image_ids(rows: Sequence[Row]) -> dict[str, Row]:
    """Return id and SHA-256 of rows of the images table by uri, without the CRS and the name assigned in it."""
    return {identity_uri(row["uri"]): {"id": row["id"], "sha256": row["sha256"]} for row in reversed(rows)}


def survey_scenes(survey: Survey) -> list[Scene]:
    """Return the survey's scenes, dated and undated, in the order they were added."""
    return scenes_of(survey.rows("images"))


def scene_row(scene: Scene) -> Row:
    """Return a scene as a row of the images table."""
    row = {name: getattr(scene, name) for name in _COLUMNS}
    for name in _TIMES:
        row[name] = row[name].strftime("%Y-%m-%dT%H:%M:%SZ") if row[name] else None
    return {**{name: value if value != "" else None for name, value in row.items()}, "geom": scene.footprint_wkt}


def scenes_of(rows: Iterable[Row]) -> list[Scene]:
    """Return the scenes of rows of the images table, without rows from which another program removed the id or uri."""
    return [_scene(row) for row in rows if row["id"] and row["uri"]]


def _scene(row: Row) -> Scene:
    """Convert a row in the order of the fields: naming each takes twice the time, for up to ten thousand rows."""
    found = _VALUES(row if "geom" in row else {**row, "geom": None})
    values = [default if value is None else value for value, default in zip(found, _DEFAULTS)]
    begin, end = (values[at] for at in _TIMES_AT)
    values[_TIMES_AT[0]] = since = _time(begin)
    values[_TIMES_AT[1]] = until = since if end == begin else _time(end)
    scene = Scene(*values)
    return scene if _is_interval(since, until) else replace(
        scene, acquired_from=None, acquired_to=None, date_kind="", date_source="")


def _is_interval(since: datetime | None, until: datetime | None) -> bool:
    """Return whether both ends are missing, or the first is not after the last: another program may have written
    anything.
    """
    return since is until or (since is not None and until is not None and since <= until)


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text.replace("Z", "+00:00"))
