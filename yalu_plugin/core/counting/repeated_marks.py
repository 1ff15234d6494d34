"""Objects counted twice because two areas overlap: each is included once in a total."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from yalu_plugin.core.counting.count_assessment import ImageCount
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import RowChange
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.text import translatable

LONGEST = 60  # characters of a name
Contains = Callable[[float, float], bool]  # of a place at longitude and latitude


class Overlap(NamedTuple):
    """Two counts of one day whose areas overlap by `square_m` square metres, a `share` (0 to 1) of that of `behind`.

    Objects in both areas are included in the count `ahead`. `contains` returns whether a place was counted there.
    """

    ahead: ImageCount
    behind: ImageCount
    square_m: float
    share: float
    contains: Contains


class Repeats:
    """The number of marks that another count includes, too; updated at a constant cost per change.

    `overlaps` are those of the counts used in totals; `marks` returns rows with count_id, label and geom.
    """

    def __init__(self, overlaps: Iterable[Overlap] = (), marks: Callable[[], Iterable[Row]] = list) -> None:
        self.overlaps = list(overlaps)
        self._ahead: dict[str, dict[str, Contains]] = defaultdict(dict)  # by the count behind, then by that ahead
        for one in self.overlaps:
            self._ahead[one.behind.id][one.ahead.id] = one.contains
        self._numbers: dict[str, Counter[tuple[str, frozenset[str]]]] = defaultdict(Counter)
        for row in marks() if self._ahead else ():
            self._count(row, 1)

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Update the numbers from changed rows of marks, as (before, after)."""
        for before, after in changes if self._ahead else ():
            for row, by in ((before, -1), (after, 1)):
                if row is not None:
                    self._count(row, by)

    def _count(self, row: Row, by: int) -> None:
        ahead = self._ahead.get(row["count_id"] or "")
        if not ahead or not row.get("geom"):
            return
        place = lonlat_of(row["geom"])
        counted_by = frozenset(count_id for count_id, contains in ahead.items() if contains(*place))
        if counted_by:
            self._numbers[row["count_id"]][str(row["label"] or ""), counted_by] += by

    def of(self, count_id: str, among: Collection[str]) -> Counter[str]:
        """Return how many marks of each class are included in another of the counts `among`, too."""
        found: Counter[str] = Counter()
        for (label, counted_by), number in self._numbers.get(count_id, {}).items():
            if not counted_by.isdisjoint(among):
                found[label] += number
        return +found

    def phrases(self, among: Collection[str]) -> list[Phrase]:
        """Return sentences about a total of these counts: which areas overlap, and how many objects are in both."""
        return [_phrase(one, sum(self.of(one.behind.id, {one.ahead.id}).values())) for one in self.overlaps
                if one.ahead.id in among and one.behind.id in among]


def _phrase(one: Overlap, number: int) -> Phrase:
    return Phrase(translatable("{ahead} and {behind} overlap by {square_m} m², {percent} % of {behind}: what was "
                               "counted there in both ({n} of {behind}) is in the total once."),
                  {"ahead": one_line(one.ahead.area, LONGEST), "behind": one_line(one.behind.area, LONGEST),
                   "square_m": f"{one.square_m:.0f}", "percent": f"{100 * one.share:.0f}", "n": number})
