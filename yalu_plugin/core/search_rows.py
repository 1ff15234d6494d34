"""Conversion of rows of the survey's searches to stretches of a corridor with their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yalu_plugin.core.corridor.coverage import Search
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SEARCHED


def days_of_image(image: Row | None) -> tuple[str | None, str] | None:
    """Return the first and last possible UTC day (ISO 8601) on which an image was taken.

    The first is None where the date is "at or before". None where the image has no date, or only that of its release.
    """
    if image is None or image["date_kind"] in (None, "released") or not image["acquired_from"]:
        return None
    first, last = image["acquired_from"][:10], (image["acquired_to"] or image["acquired_from"])[:10]
    if last < first:  # possible in rows of other programs
        return None
    return None if image["date_kind"] == "at_or_before" else first, last


def is_complete_search(row: Row) -> bool:
    """Return whether a row of searches has a stretch and a result, which no row has before version 3."""
    from_m, to_m = row["from_m"], row["to_m"]
    return row.get("result") in SEARCHED and from_m is not None and to_m is not None and from_m < to_m


def searches_of(rows: Iterable[Row], images: Mapping[str, Row]) -> list[Search]:
    """Return the searches that have a day and a stretch, given the survey's images by id."""
    days = {image_id: days_of_image(image) for image_id, image in images.items()}
    return [Search(row["from_m"], row["to_m"], row["result"], row["image_id"], *taken, row["created_by"] or "")
            for row in rows if (taken := days.get(row["image_id"])) is not None and is_complete_search(row)]
