"""What a survey knows from day to day, counted: brought up to date by what changed, never counted anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from yalu_plugin.core.known_present import Curve, curve
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.observations import Observations

Days = tuple[str, str]  # first and last, ISO 8601


class OverTime:
    """How many sites of a kind are known present from when until when, and on which days somebody looked."""

    def __init__(self) -> None:
        self._known: defaultdict[str, Counter[str]] = defaultdict(Counter)  # by kind and day, by how many more or less
        self._looked: Counter[Days] = Counter()

    def count_sites(self, sites: Iterable[Row], observations: Observations, by: int = 1) -> None:
        """Count these sites by what their observations tell, or with -1 no longer."""
        for site in sites:
            if site["id"] is not None:
                known = self._known[site["kind"]]
                for since, until in observations.present(site["id"]):
                    known[since] += by
                    if until:
                        known[until] -= by

    def count_days(self, days: Iterable[Days]) -> None:
        """Count the days of observations."""
        self._looked.update(days)

    def count_rows(self, observations: Iterable[Row], by: int = 1) -> None:
        """Count the days of these observations, or with -1 no longer."""
        for row in observations:
            if row["seen_to"]:
                self._looked[row["seen_from"] or row["seen_to"], row["seen_to"]] += by

    def known_present(self, kind: str) -> Curve:
        """As core.known_present: the sites of this kind whose last known state is "present", from day to day."""
        return curve({date.fromisoformat(day[:10]).toordinal(): by for day, by in self._known[kind].items()})

    def looked(self) -> list[Days]:
        """The first and last day of what was observed, each interval once."""
        return [days for days, rows in self._looked.items() if rows]
