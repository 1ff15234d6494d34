"""Reasons why sites need a review: for one site by its rows, or for all sites at once by columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_number
from yalu_plugin.core.survey.columns.observation_columns import NOT_OBSERVED
from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite
from yalu_plugin.core.survey.observation import has_state
from yalu_plugin.core.survey.retired import is_retired

UNSEEN = {"unseen_30": 30, "unseen_90": 90, "unseen_365": 365}  # days
ONE_LOOK, AT_OR_BEFORE, CONFLICT, NO_EVIDENCE, UNCONFIRMED = (
    "one_look", "at_or_before", "conflict", "no_evidence", "unconfirmed")
REASONS = (*UNSEEN, ONE_LOOK, AT_OR_BEFORE, CONFLICT, NO_EVIDENCE, UNCONFIRMED)
Reasons = frozenset[str]


def reasons(site: Row, observations: Sequence[Row], rivals: Mapping[str, Sequence[str]], day: date) -> Reasons:
    """Return the reasons why a site needs a review at the end of a UTC day.

    `observations` are in order of time; `rivals` are by core.rival_states. "unseen_n": no conclusive observation ended
    in the n days before. For the observation that determines the state on the day: "one_look", the one before it has
    another state, or there is none; "at_or_before", its first day is open; "conflict", it has rivals. For all
    observations: "no_evidence", one names neither image nor source; "unconfirmed", no conclusive one was made on an
    image, for a site that has a source.
    """
    if is_retired(site, day):
        return frozenset()
    conclusive = [row for row in observations if has_state(row)]
    known = [row for row in conclusive if day_number(row["seen_to"]) <= day_number(day.isoformat())]
    found = {name for name, days in UNSEEN.items()
             if not known or day_number(known[-1]["seen_to"]) < _before(day, days)}
    if known:
        last, other = known[-1], [row for row in known if row["state"] != known[-1]["state"]]
        found |= {ONE_LOOK} if len(known) == 1 or other[-1:] == known[-2:-1] else set()
        found |= {AT_OR_BEFORE} if not day_number(last["seen_from"]) else set()
        found |= {CONFLICT} if last["id"] in rivals else set()
    if any(not row["image_id"] and not row["source_id"] for row in observations):
        found.add(NO_EVIDENCE)
    if site["source_id"] and not any(row["image_id"] for row in conclusive):
        found.add(UNCONFIRMED)
    return frozenset(found)


class Review:
    """The reasons of all sites at once, as they were read."""

    def __init__(self, sites: ColumnTable, observations: ObservationsBySite) -> None:
        self._sites, self._observations = sites, observations

    def reasons(self, day: date) -> tuple[NDArray[np.int32], list[Reasons]]:
        """Return the reasons of each site by number: places in a list of sets, and the list."""
        read, count = self._observations.read, len(self._sites.ids)
        last = read.latest(day_number(day.isoformat()))[:count]
        seen, (first_days, last_days) = last != NOT_OBSERVED, read.days_of(last)
        masks = {**{name: last_days < _before(day, unseen) for name, unseen in UNSEEN.items()},
                 ONE_LOOK: seen & read.is_first_of_run[last], AT_OR_BEFORE: seen & (first_days == NONE),
                 CONFLICT: seen & np.append(self._observations.contested, False)[last], **self._of_any_day}
        bits = np.zeros(count, np.int32)
        for place, name in enumerate(REASONS):
            bits |= masks[name].astype(np.int32) << place
        retired = (is_retired({"retired_on": value}, day) for value in self._sites.column("retired_on"))
        bits[np.fromiter(retired, bool, count)] = 0
        found, codes = np.unique(bits, return_inverse=True)
        return codes.astype(np.int32), [_of_bits(int(one)) for one in found]

    @cached_property
    def _of_any_day(self) -> dict[str, NDArray[np.bool_]]:
        read, count = self._observations.read, len(self._sites.ids)
        image, source, conclusive = read.filled("image_id"), read.filled("source_id"), np.zeros(len(read), bool)
        conclusive[read.conclusive.order] = True
        of_source = np.fromiter(map(bool, self._sites.column("source_id")), bool, count)
        return {NO_EVIDENCE: read.sites_with(~image & ~source)[:count],
                UNCONFIRMED: of_source & ~read.sites_with(conclusive & image)[:count]}


def _before(day: date, days: int) -> int:
    """Return the number of the day this many days before, at least of the first possible one."""
    return day_number((day - timedelta(days=min(days, day.toordinal() - 1))).isoformat())


def _of_bits(bits: int) -> Reasons:
    return frozenset(name for place, name in enumerate(REASONS) if bits >> place & 1)
