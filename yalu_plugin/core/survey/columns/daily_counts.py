"""Daily counts of sites known present and of observations, updated with each change and never recounted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from yalu_plugin.core.known_present import Curve, curve
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_text
from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite

Days = tuple[str, str]  # first and last, ISO 8601


class DailyCounts:
    """Counts of sites known present, by kind and day, and of observations by their days."""

    def __init__(self, sites: ColumnTable, observations: ObservationsBySite) -> None:
        """Count all rows that were read."""
        self._known: defaultdict[str, Counter[str]] = defaultdict(Counter)  # changes by kind and day
        self._observed_days: Counter[Days] = Counter({(first, last): rows
                                                      for first, last, rows in observations.read.observed_days()})
        self._count_read(sites, observations)

    def _count_read(self, sites: ColumnTable, observations: ObservationsBySite) -> None:
        spans, kinds = observations.read.present(), list(sites.column("kind"))
        codes = {kind: code for code, kind in enumerate(dict.fromkeys(kinds))}
        of_site = np.full(max(len(kinds), spans.sites.max(initial=-1) + 1), -1)
        for number in sites.numbers.values():  # of several sites with one id, only one
            of_site[number] = codes[kinds[number]] if sites.ids[number] is not None else -1
        found = of_site[spans.sites]
        for kind, code in codes.items():
            for days, by in ((spans.since, 1), (spans.until, -1)):
                for day, rows in zip(*np.unique(days[(found == code) & (days != NONE)], return_counts=True)):
                    self._known[kind][day_text(int(day)) or ""] += by * int(rows)
        self._correct_retired(sites, observations)

    def _correct_retired(self, sites: ColumnTable, observations: ObservationsBySite) -> None:
        """Correct the counts, made as if no site were retired, for the few retired sites."""
        days = sites.column("retired_on")
        retired = [row for site_id, number in sites.numbers.items() if site_id is not None and days[number]
                   and (row := sites.get(site_id)) is not None]
        self.count_sites([{**row, "retired_on": None} for row in retired], observations, -1)
        self.count_sites(retired, observations)

    def count_sites(self, sites: Iterable[Row], observations: ObservationsBySite, by: int = 1) -> None:
        """Add `by` to the counts of these sites for the days on which they are known present, until retired."""
        for site in sites:
            if site["id"] is not None:
                known, retired = self._known[site["kind"]], _day_after(site.get("retired_on"))
                for since, until in observations.present(site["id"]):
                    ends = min(filter(None, (until, retired)), default=None)
                    if ends is None or since < ends:
                        known[since] += by
                        if ends:
                            known[ends] -= by

    def count_rows(self, observations: Iterable[Row], by: int = 1) -> None:
        """Add `by` to the counts of the days of these observations."""
        for row in observations:
            if row["seen_to"]:
                self._observed_days[row["seen_from"] or row["seen_to"], row["seen_to"]] += by

    def known_present(self, kind: str) -> Curve:
        """Return the step curve of sites of this kind whose last known state is "present", see core.known_present."""
        return curve({_ordinal(day): by for day, by in self._known[kind].items()})

    def observed_days(self) -> list[Days]:
        """Return the first and last day of the observations, each interval once."""
        return [days for days, rows in self._observed_days.items() if rows]


def _day_after(day: str | None) -> str | None:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day and day < "9999" else None


@lru_cache(maxsize=1 << 14)  # each change evaluates all days of a survey
def _ordinal(day: str) -> float:
    return date.fromisoformat(day[:10]).toordinal()
