"""Which observations are of which site."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


class Groups(NamedTuple):
    """Numbers of observations site by site, in the order in which they count; those of site s from starts[s] on."""

    order: Numbers
    starts: Numbers

    def of(self, site: int) -> Numbers:
        """Those of one site."""
        return self.order[self.starts[site]:self.starts[site + 1]]
