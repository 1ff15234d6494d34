"""Bounds of a site's changes of state: last seen without, first seen with, and the inconclusive between the two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.observation import has_state, sort_key

ONE_SIDED = ("at_or_before", "released")  # kinds of dates without an earliest day of acquisition


class StateChange(NamedTuple):
    """A change of a site's state.

    Attributes:
        state: the new state.
        first: the observation that first has it, by its last day.
        without: the last observation certainly before `first`, which has another state; None if there is none.
        inconclusive: the number of inconclusive observations certainly between the two, or before `first`.
        unordered: other observations that may be before or after `first`, or before or after `without`. The bounds
            are certain only if there are none.
    """

    state: str
    first: Row
    without: Row | None
    inconclusive: int
    unordered: tuple[Row, ...]


def changes_of_state(observations: Iterable[Row], date_kinds: Mapping[str, str] | None = None) -> list[StateChange]:
    """Return every change of a site's state with its first sighting, the earliest first.

    `observations` are all rows of one site; `date_kinds` maps image ids to the kinds of their dates. Days are UTC,
    both ends inclusive. Overlapping intervals have no order; nothing is certainly before an interval whose first day
    is open.
    """
    kinds = date_kinds or {}
    rows = sorted((row for row in observations if row["seen_to"]), key=sort_key)
    conclusive = [row for row in rows if has_state(row)]
    inconclusive = [row for row in rows if row["state"] == NOT_OBSERVABLE]
    firsts = [next(run) for _, run in groupby(conclusive, key=lambda row: row["state"])]
    return [_change(first, conclusive, inconclusive, kinds) for first in firsts]


def first_day(row: Row, date_kinds: Mapping[str, str]) -> str | None:
    """Return the earliest possible day (ISO 8601) of an observation, None where it is open."""
    return None if date_kinds.get(row["image_id"] or "") in ONE_SIDED else row["seen_from"]


def _change(first: Row, conclusive: list[Row], inconclusive: list[Row], kinds: Mapping[str, str]) -> StateChange:
    def before(one: Row, other: Row) -> bool:
        begins = first_day(other, kinds)
        return begins is not None and bool(one["seen_to"] < begins)

    apart = [row for row in conclusive if row["state"] != first["state"] and before(row, first)]
    without = max(apart, key=sort_key, default=None)
    inconclusive = [row for row in inconclusive if before(row, first) and (without is None or before(without, row))]
    unordered = tuple(row for row in conclusive if row is not first and not before(first, row)
                      and _may_move(row, first, without, before(row, without) if without else False, kinds))
    return StateChange(first["state"], first, without, len(inconclusive), unordered)


def _may_move(row: Row, first: Row, without: Row | None, is_over: bool, kinds: Mapping[str, str]) -> bool:
    """Return whether an observation that is not certainly after `first` may move a bound."""
    if row["state"] != first["state"]:
        return without is None or bool(row["seen_to"] > without["seen_to"])
    begins, earliest = first_day(row, kinds), first_day(first, kinds)
    return not is_over and earliest is not None and (begins is None or begins < earliest)
