"""Single observations, and the state of a site that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import UNKNOWN, is_conclusive


def has_state(row: Row) -> bool:
    """Return whether an observation determines a state: it has a day and is conclusive."""
    return bool(row["seen_to"]) and is_conclusive(row["state"])


def sort_key(row: Row) -> tuple[str, str, int]:
    """Return the sort key of a site's observations: the last day, the first (an open one before all), fid."""
    return row["seen_to"] or "", row["seen_from"] or "", row["fid"]


def date_kind(row: Row, images: Mapping[str, Row]) -> str:
    """Return the kind of date of an observation: that of its image, else reported; empty without a day."""
    if not row["seen_to"]:
        return ""
    image = images.get(row["image_id"] or "")
    return (image["date_kind"] or "") if image is not None else "reported"


def state_observation_on(observations: Iterable[Row], day: date | None) -> tuple[Row | None, str | None]:
    """Return the observation that determines a site's state at the end of a UTC day, and the day of the next one.

    Without a day, the last observation. None where no observation determines it; the day (ISO 8601) is None where no
    other observation follows.
    """
    conclusive = sorted(filter(has_state, observations), key=sort_key)
    at = sum(day is None or row["seen_to"] <= day.isoformat() for row in conclusive)
    return (conclusive[at - 1] if at else None), (conclusive[at]["seen_to"] if at < len(conclusive) else None)


def state_row(site: Row, observed: Row | None, until: str | None) -> Row:
    """Return a row as of site_states: a site's state by an observation until a day; without one, it is unknown."""
    row = {"site_id": site["id"], "name": site["name"], "kind": site["kind"], "state": UNKNOWN, "seen_from": None,
           "seen_to": None, "image_id": None, "observation_id": None, "valid_from": None, "valid_to": until}
    if observed is not None:
        row.update(state=observed["state"], seen_from=observed["seen_from"], seen_to=observed["seen_to"],
                   image_id=observed["image_id"], observation_id=observed["id"], valid_from=observed["seen_to"])
    if "geom" in site:
        row["geom"] = site["geom"]
    return row
