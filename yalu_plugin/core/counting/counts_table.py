"""The table of all counts of a survey: a row for each count and class, and whether it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from yalu_plugin.core.counting.count_assessment import AssessedCount, ImageCount
from yalu_plugin.core.counting.repeated_marks import Repeats
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.core.phrase import Phrase


class SummaryRow(NamedTuple):
    """`number` marks of the class `label`, "" in the one row of a count without marks; `exclusion_reason` it does not count.
    `repeated` of them stand in an area that overlaps with this one, and were counted there on that day, too.
    """

    image_count: ImageCount
    label: str
    number: int
    exclusion_reason: Phrase | None
    repeated: int = 0


class Summary(NamedTuple):
    """`total` marks in `counts` counts count, each place once; `stray` marks belong to no count of the survey.
    `in_progress` counts are no figures yet. `overlaps` say which areas overlap.
    """

    rows: list[SummaryRow]
    total: int
    counts: int
    stray: int
    in_progress: int
    overlaps: list[Phrase]


def summary(counts: Iterable[AssessedCount], tally: Tally, repeats: Repeats) -> Summary:
    """Rows in the order of `counts`, then of the classes' names."""
    judged = list(counts)
    counting = {count.id for count, exclusion_reason in judged if exclusion_reason is None}
    rows = [row for one in judged for row in _rows(one, tally, repeats, counting)]
    known = {count.id for count, _ in judged}
    return Summary(rows, sum(row.number - row.repeated for row in rows if row.exclusion_reason is None), len(counting),
                   sum(sum(tally.of(one).values()) for one in tally.ids() if one not in known),
                   sum(count.in_progress for count, _ in judged), repeats.phrases(counting))


def _rows(one: AssessedCount, tally: Tally, repeats: Repeats, counting: Collection[str]) -> list[SummaryRow]:
    count, exclusion_reason = one
    repeated = repeats.of(count.id, counting) if exclusion_reason is None else Counter[str]()
    numbers = sorted(tally.of(count.id).items()) or [("", 0)]
    return [SummaryRow(count, label, number, exclusion_reason, repeated[label]) for label, number in numbers]
