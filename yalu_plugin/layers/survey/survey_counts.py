"""Counts of a survey: their summary, and the rows of a new area, count and mark."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from yalu_plugin.core.counting.count_assessment import AssessedCount, assess_counts, image_counts
from yalu_plugin.core.counting.counts_table import Summary, summary
from yalu_plugin.core.counting.repeated_marks import Repeats
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.area_overlaps import overlaps_of
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import utc_now

Place = tuple[float, float]  # longitude and latitude, EPSG:4326


def summary_of(survey: Survey) -> Summary:
    """Return all counts of a survey as a table. Raises what reading it raises."""
    scenes = {scene.id: scene for scene in survey_scenes(survey)}
    areas, marks = survey.rows("areas"), survey.rows("marks")
    counts = assessed_counts(survey.rows("counts"), areas, scenes)
    return summary(counts, Tally(marks), repeats_of(counts, areas, scenes, lambda: marks))


def assessed_counts(counts: Iterable[Row], areas: Iterable[Row], scenes: Mapping[str, Scene]) -> list[AssessedCount]:
    """Return which of these counts are valid, given rows of counts and areas, and the scenes by id."""
    rows = list(counts)
    return assess_counts(image_counts(rows, {row["id"]: row for row in areas}, scenes, _names(rows, scenes)))


def _names(counts: Iterable[Row], scenes: Mapping[str, Scene]) -> dict[str, str]:
    """Return names for those counted images whose day and platform are also those of another one."""
    from yalu_plugin.layers.imagery.image_name import image_name  # on first use: a start has 50 ms

    on = [scenes[one] for one in {row["image_id"] for row in counts} if one in scenes]
    days = {scene.day for scene in on}
    labels = Counter(scene.label for scene in scenes.values() if scene.day in days)
    return {scene.id: image_name(scene) for scene in on if scene.dated and labels[scene.label] > 1}


def repeats_of(counts: Iterable[AssessedCount], areas: Iterable[Row], scenes: Mapping[str, Scene],
               marks: Callable[[], Iterable[Row]]) -> Repeats:
    """Return which marks were counted in two areas that overlap, given scenes by id.

    `marks` returns rows with count_id, label and geom; it is called only where areas overlap.
    """
    return Repeats(overlaps_of(counts, {row["id"]: row for row in areas}, scenes), marks)


def new_area(corners: Sequence[Place], name: str, site_id: str | None) -> Row:
    """Return the row of an area with these corners."""
    return {"geom": polygon(corners), "name": name, "site_id": site_id, **_creation_columns()}


def polygon(corners: Sequence[Place]) -> str:
    """Return an area with these corners as WKT."""
    return f"POLYGON (({', '.join(f'{lon!r} {lat!r}' for lon, lat in (*corners, corners[0]))}))"


def new_count(area_id: str, scene: Scene, share: float | None) -> Row:
    """Return the row of a count on a scene that shows this share of the area."""
    return {"area_id": area_id, "image_id": scene.id, "share_shown": share, "finished_at": None, **_creation_columns()}


def new_mark(place: Place, label: str, count: Row, site_id: str | None) -> Row:
    """Return the row of one object of the class `label`, counted at a place."""
    return {"geom": point(place), "label": label, "count_id": count["id"], "image_id": count["image_id"],
            "site_id": site_id, **_creation_columns()}


def point(place: Place) -> str:
    """Return a place as WKT."""
    return f"POINT ({place[0]!r} {place[1]!r})"


def _creation_columns() -> Row:
    return {"id": str(uuid.uuid4()), "created_by": analyst(), "created_at": utc_now()}
