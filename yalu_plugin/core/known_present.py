"""How many sites were known to be there, from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from yalu_plugin.core.published import Row

Curve = list[tuple[float, int]]  # from this day number on, so many


def known_present(states: Iterable[Row], kind: str) -> Curve:
    """Rows of site_states as a step curve of the sites of this kind whose last known state is "present".

    A site that nobody has seen yet is not counted: not known is not absent. Day numbers are proleptic ordinals of
    UTC days, each change once, in order.
    """
    change: Counter[float] = Counter()
    for row in states:
        if row["kind"] == kind and row["state"] == "present" and row["valid_from"]:
            change[_day(row["valid_from"])] += 1
            if row["valid_to"]:
                change[_day(row["valid_to"])] -= 1
    days = sorted(day for day, by in change.items() if by)
    return list(zip(days, accumulate(change[day] for day in days)))


def count_on(curve: Curve, day: float) -> int:
    """How many the curve has on a day number."""
    return next((count for since, count in reversed(curve) if since <= day), 0)


def _day(text: str) -> float:
    return float(date.fromisoformat(text[:10]).toordinal())
