"""The direction in which a river line was digitised, on which everything about upstream and downstream depends."""

from __future__ import annotations

import numpy as np

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray

NEAR_M = 5_000.0  # farther than this from a known river, a line is not considered part of it


def direction_along(lonlat: FloatArray, known: Corridor) -> str | None:
    """Return the direction of a line (n, 2) in EPSG:4326 that follows a corridor whose direction is known.

    None where fewer than two vertices are within NEAR_M of it, or where the line makes no progress along it.
    """
    located = locate(known, lonlat)
    stations = downstream_m(known, located.station_m)[located.offset_m <= NEAR_M]
    if len(stations) < 2 or np.isclose(stations[0], stations[-1]):
        return None
    return "downstream" if stations[-1] > stations[0] else "upstream"


def stated_direction(text: str) -> str | None:
    """Return the direction that a text such as "upstream" or "downstream to upstream" states, or None."""
    last = text.lower().replace("-", " ").split()[-1:] or [""]
    return last[0] if last[0] in ("downstream", "upstream") else None


def direction_of(lonlat: FloatArray, stated: str, known: Corridor) -> str:
    """Return the direction of a line: measured along the known river, else as stated, else downstream.

    The statement of a layer comes second because it is kept when the line is reversed. The default is downstream
    because OpenStreetMap digitises waterways in this direction.
    """
    return direction_along(lonlat, known) or stated_direction(stated) or "downstream"
