"""The number of sites known to be present, from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate
from typing import NamedTuple

Curve = list[tuple[float, int]]  # steps: the number of sites from a day number on


class Known(NamedTuple):
    """A number of `sites` of a kind known present from `since` until `until` (ISO 8601), None for no end."""

    kind: str
    since: str
    until: str | None = None
    sites: int = 1


def known_present(known: Iterable[Known], kind: str) -> Curve:
    """Return the step curve of the sites of this kind whose last known state is "present".

    Sites without a sighting so far are not counted: not known is not absent. Day numbers are proleptic ordinals of UTC
    days, each change once, in order.
    """
    change: Counter[float] = Counter()
    for one in known:
        if one.kind == kind:
            change[_day(one.since)] += one.sites
            if one.until:
                change[_day(one.until)] -= one.sites
    return curve(change)


def curve(change: Mapping[float, int]) -> Curve:
    """Return the step curve of changes by day number: each change once, in order."""
    days = sorted(day for day, by in change.items() if by)
    return list(zip(days, accumulate(change[day] for day in days)))


def count_on(curve: Curve, day: float) -> int:
    """Return the value of the curve on a day number."""
    return next((count for since, count in reversed(curve) if since <= day), 0)


def _day(text: str) -> float:
    return float(date.fromisoformat(text[:10]).toordinal())
