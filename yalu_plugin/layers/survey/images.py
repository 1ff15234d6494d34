"""The scenes an analyst has gathered, kept in the survey's images table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from yalu_plugin.core.imagery.files import without_names
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.survey import Survey

_TIMES = ("acquired_from", "acquired_to")
_COLUMNS = tuple(field.name for field in fields(Scene) if field.name != "footprint_wkt")


def add_images(survey: Survey, scenes: Sequence[Scene]) -> int:
    """Write `scenes` to the survey; returns how many are new. An image the survey has is refreshed, and keeps its id
    and the SHA-256 of the file that was observed; so does one that was given another CRS since.

    Raises what change raises; then nothing is written.
    """
    known = image_ids(survey.rows("images"))
    rows = {without_names(scene.uri): scene_row(scene) for scene in scenes}
    new = [row for image, row in rows.items() if image not in known]
    old = [{**row, **known[image]} for image, row in rows.items() if image in known]
    if rows:
        survey.change("catalogue", added={"images": new}, replaced={"images": old})
    return len(new)


def image_ids(rows: Sequence[Row]) -> dict[str, Row]:
    """What stays of rows of the images table, id and SHA-256, by uri without what was given."""
    return {without_names(row["uri"]): {"id": row["id"], "sha256": row["sha256"]} for row in reversed(rows)}


def survey_scenes(survey: Survey) -> list[Scene]:
    """The survey's scenes, dated and undated, in the order they were added."""
    return scenes_of(survey.rows("images"))


def scene_row(scene: Scene) -> Row:
    """A scene as a row of the images table."""
    row = {name: getattr(scene, name) for name in _COLUMNS}
    for name in _TIMES:
        row[name] = row[name].strftime("%Y-%m-%dT%H:%M:%SZ") if row[name] else None
    return {**{name: value if value != "" else None for name, value in row.items()}, "geom": scene.footprint_wkt}


def scenes_of(rows: Iterable[Row]) -> list[Scene]:
    """The scenes of rows of the images table. One from which another program took its id or its uri is none."""
    return [_scene(row) for row in rows if row["id"] and row["uri"]]


def _scene(row: Row) -> Scene:
    values: dict[str, Any] = {name: row[name] for name in _COLUMNS if row[name] is not None}
    for name in _TIMES:
        if name in values:
            values[name] = datetime.fromisoformat(values[name].replace("Z", "+00:00"))
    return Scene(**values, footprint_wkt=row.get("geom") or "")
