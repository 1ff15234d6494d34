"""How many marks of each class each count has, kept up to date by what changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from yalu_plugin.core.counting.count_assessment import AssessedCount
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import RowChange


class Tally:
    """Marks by count and class: a change costs the same however many there are. One without a class is ""."""

    def __init__(self, marks: Iterable[Row] = ()) -> None:
        self._numbers: dict[str | None, Counter[str]] = defaultdict(Counter)
        for row in marks:
            self._count(row, 1)

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Take in how rows of marks were changed: as they were before, and are now."""
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
        """How many of each class a count has, None for the marks of no count; only classes that it has."""
        return Counter(self._numbers.get(count_id, {}))

    def ids(self) -> set[str | None]:
        """The counts that have marks; None where some are of no count."""
        return {count_id for count_id, numbers in self._numbers.items() if numbers}


def totals_by_lot(counts: Sequence[AssessedCount], tally: Tally) -> dict[str, Counter[str]]:
    """By area id, how many of each class the counts have that count; an area counted and found empty has none."""
    totals: dict[str, Counter[str]] = {}
    for count, exclusion_reason in counts:
        if exclusion_reason is None:
            totals[count.area_id] = totals.get(count.area_id, Counter()) + tally.of(count.id)
    return totals


def total(lots: Iterable[Counter[str]]) -> Counter[str]:
    """All of them together."""
    together: Counter[str] = Counter()
    for lot in lots:
        together.update(lot)
    return together
