"""What was searched, as rows of the survey, and the sites that were found while searching."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import utc_now


def search_row(from_m: float, to_m: float, line_wkt: str, scene: Scene, result: str, reason: str = "",
               corridor_id: str | None = None) -> Row:
    """The row for a stretch (metres from the upstream end) that was looked at on `scene`; `line_wkt` (EPSG:4326) is the
    piece of the line, `reason` why nothing could be told.
    """
    return {"id": str(uuid.uuid4()), "from_m": from_m, "to_m": to_m, "image_id": scene.id, "corridor_id": corridor_id,
            "result": result, "reason": reason or None, "created_by": analyst(), "created_at": utc_now(),
            "geom": line_wkt}


def found_on(survey: Survey, image_ids: Sequence[str], analysts: Collection[str]) -> int:
    """How many sites these analysts have found on these images: sites without a source, first recorded there."""
    seen = {row["site_id"] for image_id in image_ids for row in survey.rows("observations", image_id=image_id)}
    return sum(_found_on(survey, site_id, image_ids, analysts) for site_id in seen)


def _found_on(survey: Survey, site_id: str, image_ids: Sequence[str], analysts: Collection[str]) -> bool:
    own = [site for site in survey.rows("sites", id=site_id)
           if not site["source_id"] and site["created_by"] in analysts]
    first = min(survey.rows("observations", site_id=site_id), key=lambda row: (row["created_at"] or "", row["fid"]),
                default=None)
    return bool(own) and first is not None and first["image_id"] in image_ids
