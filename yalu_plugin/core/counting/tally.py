"""The number of marks by count and class, updated with each change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from yalu_plugin.core.counting.count_assessment import AssessedCount
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import RowChange


class Tally:
    """Numbers of marks by count and class, updated at a constant cost per change. "" is the missing class."""

    def __init__(self, marks: Iterable[Row] = ()) -> None:
        self._numbers: dict[str | None, Counter[str]] = defaultdict(Counter)
        for row in marks:
            self._count(row, 1)

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Update the numbers from changed rows of marks, as (before, after)."""
        for before, after in changes:
            for row, by in ((before, -1), (after, 1)):
                if row is not None:
                    self._count(row, by)

    def _count(self, row: Row, by: int) -> None:
        numbers, label = self._numbers[row["count_id"]], str(row["label"] or "")
        numbers[label] += by
        if not numbers[label]:
            del numbers[label]

    def of(self, count_id: str | None) -> Counter[str]:
        """Return the number of marks of each class in a count (None: marks of no count); only classes it has."""
        return Counter(self._numbers.get(count_id, {}))

    def ids(self) -> set[str | None]:
        """Return the ids of counts that have marks; None is among them if some marks belong to no count."""
        return {count_id for count_id, numbers in self._numbers.items() if numbers}


def totals_by_lot(counts: Sequence[AssessedCount], tally: Tally) -> dict[str, Counter[str]]:
    """Return the number of each class by area id, from the counts used; empty for an area without objects."""
    totals: dict[str, Counter[str]] = {}
    for count, exclusion_reason in counts:
        if exclusion_reason is None:
            totals[count.area_id] = totals.get(count.area_id, Counter()) + tally.of(count.id)
    return totals


def total(lots: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sum of all lots."""
    together: Counter[str] = Counter()
    for lot in lots:
        together.update(lot)
    return together
