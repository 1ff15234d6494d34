"""Areas may overlap: what stands in two of them, and was counted in both, is one object in a total."""

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
    """Two counts of one day whose areas overlap by so many square metres, a `share` (0 to 1) of the area of `behind`.
    `ahead` comes first: its objects are those of both areas. `contains` tells of a place whether it was counted there.
    """

    ahead: ImageCount
    behind: ImageCount
    square_m: float
    share: float
    contains: Contains


class Repeats:
    """How many marks lie where a count that comes first has counted, too: a change costs the same however many there
    are. Given the overlaps of the counts that count, and marks with count_id, label and geom.
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
        """Take in how rows of marks were changed: as they were before, and are now."""
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
        """How many marks of each class one of the counts `among` has counted, too, and comes first."""
        found: Counter[str] = Counter()
        for (label, counted_by), number in self._numbers.get(count_id, {}).items():
            if not counted_by.isdisjoint(among):
                found[label] += number
        return +found

    def phrases(self, among: Collection[str]) -> list[Phrase]:
        """What is to be said of a total of these counts: which of their areas overlap, and what that does to it."""
        return [_phrase(one, sum(self.of(one.behind.id, {one.ahead.id}).values())) for one in self.overlaps
                if one.ahead.id in among and one.behind.id in among]


def _phrase(one: Overlap, number: int) -> Phrase:
    return Phrase(translatable("{ahead} and {behind} overlap by {square_m} m², {percent} % of {behind}: what was "
                               "counted there in both ({n} of {behind}) is in the total once."),
                  {"ahead": one_line(one.ahead.area, LONGEST), "behind": one_line(one.behind.area, LONGEST),
                   "square_m": f"{one.square_m:.0f}", "percent": f"{100 * one.share:.0f}", "n": number})
