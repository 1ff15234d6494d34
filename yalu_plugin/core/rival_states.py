"""Rival states: states of a site whose order is not known, because they were seen on overlapping days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import is_conclusive

Rivals = dict[str, tuple[str, ...]]


def rival_states(observations: Iterable[Row]) -> Rivals:
    """Return by observation id the other states of the same site that may precede or follow it.

    `observations` are rows of that table, not of site_states, which has one row for several that end on one day. An
    observation covers its days from seen_from to seen_to, both inclusive; with an open first day it may be of any day
    before. Observations with the same state are not rivals, and inconclusive ones have no state.
    """
    of_site = defaultdict(list)
    for row in observations:
        if row["seen_to"] and is_conclusive(row["state"]):
            of_site[row["site_id"]].append(row)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for rows in of_site.values():
        for one, other in combinations(rows, 2):
            if one["state"] != other["state"] and _overlap(one, other):
                found[one["id"]].add(other["state"])
                found[other["id"]].add(one["state"])
    return {observation: tuple(sorted(others)) for observation, others in found.items()}


def rivals_among(row: Row, conclusive: Iterable[Row]) -> tuple[str, ...]:
    """Return the rival states of one of the `conclusive` observations of a site, as `rival_states` does."""
    return tuple(sorted({other["state"] for other in conclusive
                         if other["state"] != row["state"] and _overlap(row, other)}))


def rivals_of(row: Row, observations: Iterable[Row]) -> list[Row]:
    """Return those of a site's `observations` that have another state on days that `row` also covers.

    Unlike in rival_states, an observation with an open first day is not a rival: it may be of any day before.
    """
    def has_days_and_state(one: Row) -> bool:
        return bool(one["seen_from"] and one["seen_to"]) and one["state"] not in (None, "not_observable")

    return [other for other in observations if other["state"] != row["state"] and has_days_and_state(row)
            and has_days_and_state(other) and _overlap(row, other)]


def _overlap(one: Row, other: Row) -> bool:
    return bool((one["seen_from"] or "") <= other["seen_to"] and (other["seen_from"] or "") <= one["seen_to"])
