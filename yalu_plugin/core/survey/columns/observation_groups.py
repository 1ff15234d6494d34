"""Observations grouped by site, and those among a million whose order within their site is not known (rivals)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.survey.columns.day_numbers import ALWAYS

Numbers = NDArray[np.int32]


class ObservationGroups(NamedTuple):
    """Numbers of observations site by site, each in order of time; those of site s start at starts[s]."""

    order: Numbers
    starts: Numbers

    def of(self, site: int) -> Numbers:
        """Return the observations of one site."""
        return self.order[self.starts[site]:self.starts[site + 1]]


def have_rivals(site: Numbers, first: Numbers, last: Numbers, state: Numbers) -> NDArray[np.bool_]:
    """Return which conclusive observations have rivals, see core.rival_states.

    The arrays have the numbers of their sites, days and states, site by site in the order of their last days.
    """
    contested = np.zeros(len(site), bool)
    earliest = _least_of_the_rest(site, first)
    near, apart = np.arange(len(site)), 1
    while True:  # adjacent pairs, then pairs two apart, and so on, as long as any may overlap
        near = near[near + apart < len(site)]
        near = near[(site[near + apart] == site[near]) & (earliest[near + apart] <= last[near])]
        if not len(near):
            return contested
        far = near + apart
        rival = (first[far] <= last[near]) & (first[near] <= last[far]) & (state[far] != state[near])
        contested[near[rival]] = contested[far[rival]] = True
        apart += 1


def _least_of_the_rest(site: Numbers, values: Numbers) -> NDArray[np.int64]:
    """Return the least value from each place to the end of its site; `site` is ascending."""
    of_site = (site.max(initial=0) - site.astype(np.int64)) * (2 * ALWAYS)  # larger for sites further to the front
    least: NDArray[np.int64] = of_site - np.maximum.accumulate((of_site - values)[::-1])[::-1]
    return least
