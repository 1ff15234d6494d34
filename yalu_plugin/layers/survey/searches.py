"""Searched stretches as rows of the survey, and sites found while searching."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.write import utc_now


def search_row(from_m: float, to_m: float, line_wkt: str, scene: Scene, result: str, reason: str = "",
               corridor_id: str | None = None) -> Row:
    """Return the row for a stretch (metres from the upstream end) that was searched on `scene`.

    `line_wkt` (EPSG:4326) is the piece of the line, `reason` why nothing could be recognized.
    """
    return {"id": str(uuid.uuid4()), "from_m": from_m, "to_m": to_m, "image_id": scene.id, "corridor_id": corridor_id,
            "result": result, "reason": reason or None, "created_by": analyst(), "created_at": utc_now(),
            "geom": line_wkt}


def is_found_on(site: Row | None, observations: Iterable[Row], image_ids: Collection[str], analysts: Collection[str]
                ) -> bool:
    """Return whether a site, with its observations, was found by one of these analysts on one of these images.

    That is a site without a source that was recorded there first.
    """
    if site is None or site["source_id"] or site["created_by"] not in analysts:
        return False
    first = min(observations, key=lambda row: (row["created_at"] or "", row["fid"]), default=None)
    return first is not None and first["image_id"] in image_ids
