"""The datum: the place from which chainage is counted."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor

# The sandbar ford at Hyesan, longitude and latitude, WGS 84: published by AccessDPRK on 2026-02-09 as the first
# possible crossing of the wave. Published distances start there.
HYESAN_FORD = (128.186804, 41.411114)


@lru_cache(maxsize=16)  # each click measures from the same datum
def datum_on(corridor: Corridor, datum: tuple[float, float] | None) -> tuple[tuple[float, float], float, float]:
    """Return the datum (longitude, latitude), its metres from the upstream end, and its offset in metres.

    The default is the Hyesan ford, or the upstream end where the ford is farther than 5 km from the line.
    """
    located = locate(corridor, np.array([datum or HYESAN_FORD]))
    if datum is None and located.offset_m[0] > NEAR_M:
        lon, lat = corridor.lonlat[0 if corridor.direction == "downstream" else -1]
        return (float(lon), float(lat)), 0.0, 0.0
    datum_m = float(downstream_m(corridor, located.station_m)[0])
    return datum or HYESAN_FORD, datum_m, float(located.offset_m[0])
