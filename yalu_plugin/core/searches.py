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


def search_of(row: Row, days: tuple[str | None, str] | None) -> Search | None:
    """A row of searches on an image of these days; None where it says nothing of a day or of a stretch."""
    from_m, to_m = row["from_m"], row["to_m"]
    if days is None or row["result"] not in SEARCHED or from_m is None or to_m is None or not from_m < to_m:
        return None
    return Search(from_m, to_m, row["result"], row["image_id"], *days, row["created_by"] or "")


def searches_of(rows: Iterable[Row], images: Mapping[str, Row]) -> list[Search]:
    """The searches that say something of a day and of a stretch, given the survey's images by id."""
    days = {image_id: days_of_image(image) for image_id, image in images.items()}
    found = (search_of(row, days.get(row["image_id"])) for row in rows)
    return [search for search in found if search is not None]
