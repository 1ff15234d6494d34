"""The table of all counts of a survey: a row for each count and class, and whether it is used in totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from yalu_plugin.core.counting.count_assessment import AssessedCount, ImageCount
from yalu_plugin.core.counting.repeated_marks import Repeats
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.core.phrase import Phrase


class SummaryRow(NamedTuple):
    """A row: `number` marks of the class `label`, which is "" in the only row of a count without marks.

    `exclusion_reason` is why the count is not used in totals. `repeated` of the marks are also in an overlapping area,
    and were counted there on that day, too.
    """

    image_count: ImageCount
    label: str
    number: int
    exclusion_reason: Phrase | None
    repeated: int = 0


class Summary(NamedTuple):
    """The table with its totals.

    `total` marks are in the `counts` counts that are used, each object once; `stray` marks belong to no count of the
    survey. `in_progress` counts are not finished. `overlaps` describe overlapping areas.
    """

    rows: list[SummaryRow]
    total: int
    counts: int
    stray: int
    in_progress: int
    overlaps: list[Phrase]


def summary(counts: Iterable[AssessedCount], tally: Tally, repeats: Repeats) -> Summary:
    """Create the table, with rows in the order of `counts`, then of the classes' names."""
    assessed = list(counts)
    counting = {count.id for count, exclusion_reason in assessed if exclusion_reason is None}
    rows = [row for one in assessed for row in _rows(one, tally, repeats, counting)]
    known = {count.id for count, _ in assessed}
    return Summary(rows, sum(row.number - row.repeated for row in rows if row.exclusion_reason is None), len(counting),
                   sum(sum(tally.of(one).values()) for one in tally.ids() if one not in known),
                   sum(count.in_progress for count, _ in assessed), repeats.phrases(counting))


def _rows(one: AssessedCount, tally: Tally, repeats: Repeats, counting: Collection[str]) -> list[SummaryRow]:
    count, exclusion_reason = one
    repeated = repeats.of(count.id, counting) if exclusion_reason is None else Counter[str]()
    numbers = sorted(tally.of(count.id).items()) or [("", 0)]
    return [SummaryRow(count, label, number, exclusion_reason, repeated[label]) for label, number in numbers]
