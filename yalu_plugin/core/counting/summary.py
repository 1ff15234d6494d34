"""The table of all counts of a survey: a row for each count and class, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.counting.counted import Counted, Judged
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.core.phrase import Phrase


class SummaryRow(NamedTuple):
    """`number` marks of the class `label`, "" in the one row of a count without marks; `why_not` it does not count."""

    counted: Counted
    label: str
    number: int
    why_not: Phrase | None


class Summary(NamedTuple):
    """`total` marks and `counts` counts count; `stray` marks belong to no count of the survey."""

    rows: list[SummaryRow]
    total: int
    counts: int
    stray: int


def summary(counts: Iterable[Judged], tally: Tally) -> Summary:
    """Rows in the order of `counts`, then of the classes' names."""
    rows, known, counting = [], set(), 0
    for count, why_not in counts:
        known.add(count.id)
        counting += why_not is None
        numbers = sorted(tally.of(count.id).items()) or [("", 0)]
        rows += [SummaryRow(count, label, number, why_not) for label, number in numbers]
    total = sum(row.number for row in rows if row.why_not is None)
    stray = sum(sum(tally.of(one).values()) for one in tally.ids() if one not in known)
    return Summary(rows, total, counting, stray)
