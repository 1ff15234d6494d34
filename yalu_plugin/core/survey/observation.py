"""One observation, and the state of its site that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import UNKNOWN, is_conclusive


def tells(row: Row) -> bool:
    """Whether an observation tells a state: it has a day, and something could be seen."""
    return bool(row["seen_to"]) and is_conclusive(row["state"])


def place(row: Row) -> tuple[str, str, int]:
    """What observations of a site sort by: the last day, the first (an open one before all), fid."""
    return row["seen_to"] or "", row["seen_from"] or "", row["fid"]


def telling_on(observations: Iterable[Row], day: date | None) -> tuple[Row | None, str | None]:
    """Of a site's observations the one that tells its state at the end of a UTC day (without one: the last), None where
    none does; and the day (ISO 8601) from which another one does, if any.
    """
    telling = sorted(filter(tells, observations), key=place)
    at = sum(day is None or row["seen_to"] <= day.isoformat() for row in telling)
    return (telling[at - 1] if at else None), (telling[at]["seen_to"] if at < len(telling) else None)


def state_row(site: Row, observed: Row | None, until: str | None) -> Row:
    """As a row of site_states: the state of a site by an observation until a day; without one, that nobody looked."""
    row = {"site_id": site["id"], "name": site["name"], "kind": site["kind"], "state": UNKNOWN, "seen_from": None,
           "seen_to": None, "image_id": None, "observation_id": None, "valid_from": None, "valid_to": until}
    if observed is not None:
        row.update(state=observed["state"], seen_from=observed["seen_from"], seen_to=observed["seen_to"],
                   image_id=observed["image_id"], observation_id=observed["id"], valid_from=observed["seen_to"])
    if "geom" in site:
        row["geom"] = site["geom"]
    return row
