"""How many sites were known to be there, from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate
from typing import NamedTuple

Curve = list[tuple[float, int]]  # from this day number on, so many


class Known(NamedTuple):
    """So many `sites` of a kind are known present from the day `since` until the day `until` (ISO 8601), or still."""

    kind: str
    since: str
    until: str | None = None
    sites: int = 1


def known_present(known: Iterable[Known], kind: str) -> Curve:
    """A step curve of the sites of this kind whose last known state is "present".

    A site that nobody has seen yet is not counted: not known is not absent. Day numbers are proleptic ordinals of
    UTC days, each change once, in order.
    """
    change: Counter[float] = Counter()
    for one in known:
        if one.kind == kind:
            change[_day(one.since)] += one.sites
            if one.until:
                change[_day(one.until)] -= one.sites
    return curve(change)


def curve(change: Mapping[float, int]) -> Curve:
    """The curve of what changes by so many on a day number: each change once, in order."""
    days = sorted(day for day, by in change.items() if by)
    return list(zip(days, accumulate(change[day] for day in days)))


def count_on(curve: Curve, day: float) -> int:
    """How many the curve has on a day number."""
    return next((count for since, count in reversed(curve) if since <= day), 0)


def _day(text: str) -> float:
    return float(date.fromisoformat(text[:10]).toordinal())
