"""Between which looks a site's state changed: last seen without, first seen with, and what could not tell between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.observation import place, tells

ONE_SIDED = ("at_or_before", "released")  # dates that leave open on which day a picture was taken at the earliest


class Change(NamedTuple):
    """A site was in `state` by the last day of the observation `first`, and in another one on that of `without`.

    `without` is None where nothing was surely seen before; `looks` are those surely between the two that could not
    tell (surely before `first`, where nothing was seen without). `unordered` are other observations that may have come
    before `first` as well as after it, or before or after `without`: while there are any, the bounds are not certain.
    """

    state: str
    first: Row
    without: Row | None
    looks: int
    unordered: tuple[Row, ...]


def changes_of_state(observations: Iterable[Row], date_kinds: Mapping[str, str] | None = None) -> list[Change]:
    """Every change of a site's state, its first sighting included, the earliest first.

    `observations` are all rows of one site, `date_kinds` what the dates of images are the dates of, by image id. Days
    are UTC, both ends inclusive. Intervals that overlap have no order; before one whose first day is open nothing
    surely comes.
    """
    kinds = date_kinds or {}
    rows = sorted((row for row in observations if row["seen_to"]), key=place)
    telling = [row for row in rows if tells(row)]
    silent = [row for row in rows if row["state"] == NOT_OBSERVABLE]
    firsts = [next(run) for _, run in groupby(telling, key=lambda row: row["state"])]
    return [_change(first, telling, silent, kinds) for first in firsts]


def first_day(row: Row, date_kinds: Mapping[str, str]) -> str | None:
    """The first day (ISO 8601) on which what was observed may have been seen, None where that is open."""
    return None if date_kinds.get(row["image_id"] or "") in ONE_SIDED else row["seen_from"]


def _change(first: Row, telling: list[Row], silent: list[Row], kinds: Mapping[str, str]) -> Change:
    def before(one: Row, other: Row) -> bool:
        begins = first_day(other, kinds)
        return begins is not None and bool(one["seen_to"] < begins)

    apart = [row for row in telling if row["state"] != first["state"] and before(row, first)]
    without = max(apart, key=place, default=None)
    looks = [row for row in silent if before(row, first) and (without is None or before(without, row))]
    unordered = tuple(row for row in telling if row is not first and not before(first, row)
                      and _may_move(row, first, without, before(row, without) if without else False, kinds))
    return Change(first["state"], first, without, len(looks), unordered)


def _may_move(row: Row, first: Row, without: Row | None, is_over: bool, kinds: Mapping[str, str]) -> bool:
    """Whether an observation that is not surely after `first` may move a bound beyond its days."""
    if row["state"] != first["state"]:
        return without is None or bool(row["seen_to"] > without["seen_to"])
    begins, earliest = first_day(row, kinds), first_day(first, kinds)
    return not is_over and earliest is not None and (begins is None or begins < earliest)
