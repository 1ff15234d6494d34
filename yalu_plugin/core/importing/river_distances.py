"""Distances of places from the river."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.requirements import GEO_PACKAGES, missing_packages
from yalu_plugin.core.work_progress import Progress, no_progress

LonLat = tuple[float, float]
NO_PLACE: LonLat = (0.0, 0.0)  # stands for a row without a place, whose distance is not used
_BLOCK = 20_000  # places measured between two reports of progress


def can_measure_distances() -> bool:
    """Whether the packages for distances from a line are installed."""
    return not set(GEO_PACKAGES) & set(missing_packages())


def river_distances(
    lines: Sequence[Sequence[LonLat]], places: Sequence[LonLat], progress: Progress = no_progress
) -> Sequence[float]:
    """Return the metres from each place to the nearest line; longitude, latitude, EPSG:4326. `lines` is not empty."""
    import numpy as np

    from yalu_plugin.core.corridor.chainage import locate
    from yalu_plugin.core.corridor.line import Corridor, without_repeats

    corridors = [Corridor(without_repeats(np.asarray(line, dtype=float))) for line in lines if len(set(line)) > 1]
    nearest = np.full(len(places), np.inf)
    for first in range(0, len(places), _BLOCK):
        progress(first / len(places))
        here = slice(first, first + _BLOCK)
        lonlat = np.asarray(places[here], dtype=float)
        for corridor in corridors:
            nearest[here] = np.minimum(nearest[here], locate(corridor, lonlat).offset_m)
    distances: list[float] = nearest.tolist()
    return distances
