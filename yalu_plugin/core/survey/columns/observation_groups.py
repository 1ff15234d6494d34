"""Observations grouped by site."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


class ObservationGroups(NamedTuple):
    """Numbers of observations site by site, each in order of time; those of site s start at starts[s]."""

    order: Numbers
    starts: Numbers

    def of(self, site: int) -> Numbers:
        """Return the observations of one site."""
        return self.order[self.starts[site]:self.starts[site + 1]]
