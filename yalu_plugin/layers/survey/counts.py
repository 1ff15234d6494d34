"""Counts of a survey: what they tell, and the rows of a new area, count and mark."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from yalu_plugin.core.counting.counted import Judged, counted, judged
from yalu_plugin.core.counting.summary import Summary, summary
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import utc_now

Place = tuple[float, float]  # longitude and latitude, EPSG:4326


def summary_of(survey: Survey) -> Summary:
    """All counts of a survey as a table. Raises what reading it raises."""
    scenes = {scene.id: scene for scene in survey_scenes(survey)}
    return summary(judged_counts(survey.rows("counts"), survey.rows("areas"), scenes), Tally(survey.rows("marks")))


def judged_counts(counts: Iterable[Row], areas: Iterable[Row], scenes: Mapping[str, Scene]) -> list[Judged]:
    """Rows of counts and areas with the scenes by id, and which of them count."""
    return judged(counted(counts, {row["id"]: row for row in areas}, scenes))


def new_area(corners: Sequence[Place], name: str, site_id: str | None) -> Row:
    """The row of an area with these corners."""
    ring = ", ".join(f"{lon!r} {lat!r}" for lon, lat in (*corners, corners[0]))
    return {"geom": f"POLYGON (({ring}))", "name": name, "site_id": site_id, **_made()}


def new_count(area_id: str, scene: Scene, share: float | None) -> Row:
    """The row of a count on a scene that shows this share of the area."""
    return {"area_id": area_id, "image_id": scene.id, "share_shown": share, **_made()}


def new_mark(place: Place, label: str, count: Row, site_id: str | None) -> Row:
    """The row of one object of the class `label`, counted at a place."""
    return {"geom": point(place), "label": label, "count_id": count["id"], "image_id": count["image_id"],
            "site_id": site_id, **_made()}


def point(place: Place) -> str:
    """A place as WKT."""
    return f"POINT ({place[0]!r} {place[1]!r})"


def _made() -> Row:
    return {"id": str(uuid.uuid4()), "created_by": analyst(), "created_at": utc_now()}
