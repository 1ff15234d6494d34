"""Rows of the survey's searches, as what they cover of a corridor and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yalu_plugin.core.corridor.coverage import Search
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SEARCHED


def days_of_image(image: Row | None) -> tuple[str | None, str] | None:
    """The first and last UTC day (ISO 8601) on which an image was taken, as far as its date tells: the first is None
    where it is "at or before". None where nothing dates it, or only its release.
    """
    if image is None or image["date_kind"] in (None, "released") or not image["acquired_from"]:
        return None
    first, last = image["acquired_from"][:10], (image["acquired_to"] or image["acquired_from"])[:10]
    if last < first:  # another program may have written it
        return None
    return None if image["date_kind"] == "at_or_before" else first, last


def is_told(row: Row) -> bool:
    """Whether a row of searches says which stretch it is of, and what came of it: before version 3 none did."""
    from_m, to_m = row["from_m"], row["to_m"]
    return row.get("result") in SEARCHED and from_m is not None and to_m is not None and from_m < to_m


def searches_of(rows: Iterable[Row], images: Mapping[str, Row]) -> list[Search]:
    """The searches that say something of a day and of a stretch, given the survey's images by id."""
    days = {image_id: days_of_image(image) for image_id, image in images.items()}
    return [Search(row["from_m"], row["to_m"], row["result"], row["image_id"], *taken, row["created_by"] or "")
            for row in rows if (taken := days.get(row["image_id"])) is not None and is_told(row)]
