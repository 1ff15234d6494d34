"""Attributes of all sites at once, by which sites are sorted, filtered and grouped."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.column import Codes, StoredColumn
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.day_numbers import day_text
from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite
from yalu_plugin.core.survey.columns.review import Reasons, Review, reasons
from yalu_plugin.core.survey.river_positions import RiverPositions


class Attribute(NamedTuple):
    """One attribute of all sites.

    Attributes:
        codes: places in `values`, by the number of each site as it was read.
        values: the distinct values.
        of: returns the value of a current site, given its row.
    """

    codes: NDArray[np.int32]
    values: list[Any]
    of: Callable[[Row], Hashable]


class Attributes:
    """The attributes of the sites of a survey."""

    def __init__(self, sites: ColumnTable, observations: ObservationsBySite) -> None:
        self._sites, self._observations = sites, observations
        self._review = Review(sites, observations)
        self._of_column: dict[str, Attribute] = {}
        self._by_chainage: tuple[RiverPositions, Attribute] | None = None

    def column(self, name: str) -> Attribute:
        """Return the values of a column of the table."""
        if name not in self._of_column:
            self._of_column[name] = Attribute(*_coded(self._sites.column(name)), lambda site: site[name])
        return self._of_column[name]

    def has_place(self) -> Attribute:
        """Return whether each site has a place."""
        if "geom" not in self._of_column:
            has_shape = [shape is not None for shape in self._sites.column("geom")]
            self._of_column["geom"] = Attribute(np.array(has_shape, np.int32), [False, True],
                                                lambda site: bool(site.get("geom")))
        return self._of_column["geom"]

    def county(self, along: RiverPositions) -> Attribute:
        """Return the county: as stated in the survey, else by chainage; None where neither is known.

        It is cached as long as chainages and reaches are the same objects: a site whose chainage changes in them counts
        as changed since it was read.
        """
        cached = self._by_chainage
        if cached is None or cached[0].chainages is not along.chainages or cached[0].reaches is not along.reaches:
            self._by_chainage = cached = along, self._county(along)
        return cached[1]

    def _county(self, along: RiverPositions) -> Attribute:
        own, ids = self.column("county"), self._sites.ids
        codes, values = own.codes.copy(), _numbered(own.values)
        empty = np.flatnonzero(np.isin(codes, [code for code, value in enumerate(own.values) if not value]))
        codes[empty] = [values[name] for name, _ in along.counties([ids[number] for number in empty])]
        return Attribute(codes, list(values), lambda site: along.county_of(site)[0])

    def state(self, day: date | None) -> Attribute:
        """Return the state on a day and whether it is contested, see ObservationsBySite.state."""
        observations = self._observations
        state_codes, contested = observations.states_read(day)
        states = [None, *observations.read.states_by_code]
        values = _numbered([(state, is_contested) for state in states for is_contested in (False, True)])
        of_code = np.array([[values[state, is_contested] for is_contested in (False, True)] for state in states],
                           np.int32)
        codes = of_code[state_codes + 1, contested.astype(np.int8)][:len(self._sites.ids)]
        return self._with_changed_sites(codes, list(values), lambda site_id: observations.state(site_id, day))

    def since(self, day: date | None) -> Attribute:
        """Return the day since which each site has its state, see ObservationsBySite.since."""
        observations = self._observations
        days = observations.since_read(day)[:len(self._sites.ids)]
        found, codes = np.unique(days, return_inverse=True)
        return self._with_changed_sites(codes.astype(np.int32), [day_text(int(number)) for number in found],
                                        lambda site_id: observations.since(site_id, day))

    def reasons(self, day: date) -> Attribute:
        """Return the set of reasons why each site needs a review at the end of a day; see review.py."""
        observations = self._observations

        def of(site: Row) -> Reasons:
            return reasons(site, observations.of(site["id"]), observations.rivals(site["id"]), day)

        codes, reason_sets = self._review.reasons(day)
        values = _numbered(reason_sets)
        for site_id in observations.changed:
            site = self._sites.get(site_id) if site_id else None
            if site is not None and site_id in self._sites.numbers:
                codes[self._sites.numbers[site_id]] = values[of(site)]
        return Attribute(codes, list(values), of)

    def _with_changed_sites(self, codes: NDArray[np.int32], known: list[Any], of: Callable[[str | None], Any]
                            ) -> Attribute:
        """Return the attribute, with codes updated for sites whose observations changed since they were read."""
        values = _numbered(known)
        for site_id in self._observations.changed:
            number = self._sites.numbers.get(site_id)
            if number is not None:
                codes[number] = values[of(site_id)]
        return Attribute(codes, list(values), lambda site: of(site["id"]))


def _coded(column: StoredColumn) -> tuple[NDArray[np.int32], list[Any]]:
    values = Codes()
    codes = np.fromiter(map(values.__getitem__, column), np.int32, len(column))
    return codes, list(values)


def _numbered(values: Sequence[Any]) -> Codes:
    """Return codes of these values, to which others may be added."""
    numbered = Codes()
    for value in values:
        numbered[value]
    return numbered
