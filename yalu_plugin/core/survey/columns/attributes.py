"""One thing that is known of each site, of all sites at once: what they are sorted, chosen and grouped by."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.along import Along
from yalu_plugin.core.survey.columns.column import Codes, Column
from yalu_plugin.core.survey.columns.days import day_text
from yalu_plugin.core.survey.columns.observations import Observations
from yalu_plugin.core.survey.columns.review import Reasons, Review, reasons
from yalu_plugin.core.survey.columns.table import Table


class Attribute(NamedTuple):
    """`codes` are places in `values`, one for each site as it was read, by its number; `of` tells it of any site of
    now, given its row.
    """

    codes: NDArray[np.int32]
    values: list[Any]
    of: Callable[[Row], Hashable]


class Attributes:
    """Those of the sites of a survey."""

    def __init__(self, sites: Table, observations: Observations) -> None:
        self._sites, self._observations = sites, observations
        self._review = Review(sites, observations)
        self._of_column: dict[str, Attribute] = {}
        self._by_chainage: tuple[Along, Attribute] | None = None

    def column(self, name: str) -> Attribute:
        """What stands in a column of the table."""
        if name not in self._of_column:
            self._of_column[name] = Attribute(*_coded(self._sites.column(name)), lambda site: site[name])
        return self._of_column[name]

    def has_place(self) -> Attribute:
        """Whether it is known where a site lies."""
        if "geom" not in self._of_column:
            there = [shape is not None for shape in self._sites.column("geom")]
            self._of_column["geom"] = Attribute(np.array(there, np.int32), [False, True],
                                                lambda site: bool(site.get("geom")))
        return self._of_column["geom"]

    def county(self, along: Along) -> Attribute:
        """The county: as the survey has it, else by chainage; None where neither is known.

        Kept as long as chainages and reaches are the same objects: a site whose chainage is changed in them is no more
        as it was read.
        """
        kept = self._by_chainage
        if kept is None or kept[0].chainages is not along.chainages or kept[0].reaches is not along.reaches:
            self._by_chainage = kept = along, self._county(along)
        return kept[1]

    def _county(self, along: Along) -> Attribute:
        own, ids = self.column("county"), self._sites.ids
        codes, values = own.codes.copy(), _numbered(own.values)
        empty = np.flatnonzero(np.isin(codes, [code for code, value in enumerate(own.values) if not value]))
        codes[empty] = [values[name] for name, _ in along.counties([ids[number] for number in empty])]
        return Attribute(codes, list(values), lambda site: along.county_of(site)[0])

    def state(self, day: date | None) -> Attribute:
        """The state on a day as Observations.state has it: the word, and whether it is in doubt."""
        observations = self._observations
        states, doubts = observations.states_read(day)
        words = [None, *observations.read.words]
        values = _numbered([(word, doubt) for word in words for doubt in (False, True)])
        of_code = np.array([[values[word, doubt] for doubt in (False, True)] for word in words], np.int32)
        codes = of_code[states + 1, doubts.astype(np.int8)][:len(self._sites.ids)]
        return self._with_later(codes, list(values), lambda site_id: observations.state(site_id, day))

    def since(self, day: date | None) -> Attribute:
        """As Observations.since."""
        observations = self._observations
        days = observations.since_read(day)[:len(self._sites.ids)]
        found, codes = np.unique(days, return_inverse=True)
        return self._with_later(codes.astype(np.int32), [day_text(int(number)) for number in found],
                                lambda site_id: observations.since(site_id, day))

    def reasons(self, day: date) -> Attribute:
        """Why a site needs another look at the end of a day (core.survey.columns.review): a set of words."""
        observations = self._observations

        def of(site: Row) -> Reasons:
            return reasons(site, observations.of(site["id"]), observations.rivals(site["id"]), day)

        codes, words = self._review.reasons(day)
        values = _numbered(words)
        for site_id in observations.later:
            site = self._sites.get(site_id) if site_id else None
            if site is not None and site_id in self._sites.numbers:
                codes[self._sites.numbers[site_id]] = values[of(site)]
        return Attribute(codes, list(values), of)

    def _with_later(self, codes: NDArray[np.int32], words: list[Any], of: Callable[[str | None], Any]) -> Attribute:
        """With what is told of sites with other observations since they were read."""
        values = _numbered(words)
        for site_id in self._observations.later:
            number = self._sites.numbers.get(site_id)
            if number is not None:
                codes[number] = values[of(site_id)]
        return Attribute(codes, list(values), lambda site: of(site["id"]))


def _coded(column: Column) -> tuple[NDArray[np.int32], list[Any]]:
    values = Codes()
    codes = np.fromiter(map(values.__getitem__, column), np.int32, len(column))
    return codes, list(values)


def _numbered(values: Sequence[Any]) -> Codes:
    """These values by their place, to which others may be added."""
    made = Codes()
    for value in values:
        made[value]
    return made
