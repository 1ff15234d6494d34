"""Which way a river line was digitised. Everything the corridor says about up and down hangs on it."""

from __future__ import annotations

import numpy as np

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray

NEAR_M = 5_000.0  # farther than this from a known river, a line is not taken for that river


def direction_beside(lonlat: FloatArray, known: Corridor) -> str | None:
    """The direction of a line (n, 2) in EPSG:4326 that follows a corridor whose direction is known.

    None where fewer than two vertices lie within NEAR_M of it, or where the line goes nowhere along it.
    """
    located = locate(known, lonlat)
    stations = downstream_m(known, located.station_m)[located.offset_m <= NEAR_M]
    if len(stations) < 2 or np.isclose(stations[0], stations[-1]):
        return None
    return "downstream" if stations[-1] > stations[0] else "upstream"


def direction_in_words(text: str) -> str | None:
    """The direction a layer states, as "upstream" or as "downstream to upstream"; None where it does not."""
    last = text.lower().replace("-", " ").split()[-1:] or [""]
    return last[0] if last[0] in ("downstream", "upstream") else None


def direction_of(lonlat: FloatArray, stated: str, known: Corridor) -> str:
    """The direction of a line: as it lies beside the known river, else as stated, else downstream.

    What a layer states comes second because it outlives a reversal of the line. Downstream comes last because
    it is how OpenStreetMap digitises waterways.
    """
    return direction_beside(lonlat, known) or direction_in_words(stated) or "downstream"
