"""Which of a million observations have rivals: others of their site whose order with them is not known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.survey.columns.days import ALWAYS

Numbers = NDArray[np.int32]


def have_rivals(site: Numbers, first: Numbers, last: Numbers, state: Numbers) -> NDArray[np.bool_]:
    """As core.rival_states, of observations that tell a state, site by site in the order of their last days: numbers
    of their sites, days and states, one of each.
    """
    doubts = np.zeros(len(site), bool)
    earliest = _least_of_the_rest(site, first)
    near, apart = np.arange(len(site)), 1
    while True:  # pairs of neighbours, then of every second one, and so on, as long as any may overlap
        near = near[near + apart < len(site)]
        near = near[(site[near + apart] == site[near]) & (earliest[near + apart] <= last[near])]
        if not len(near):
            return doubts
        far = near + apart
        rival = (first[far] <= last[near]) & (first[near] <= last[far]) & (state[far] != state[near])
        doubts[near[rival]] = doubts[far[rival]] = True
        apart += 1


def _least_of_the_rest(site: Numbers, values: Numbers) -> NDArray[np.int64]:
    """The least value from each place on to the end of its site; `site` ascends."""
    of_site = (site.max(initial=0) - site.astype(np.int64)) * (2 * ALWAYS)  # the larger, the more to the front
    least: NDArray[np.int64] = of_site - np.maximum.accumulate((of_site - values)[::-1])[::-1]
    return least
