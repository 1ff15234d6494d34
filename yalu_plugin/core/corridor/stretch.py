"""The stretch of the river between two places, measured along and straight."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from yalu_plugin.core.corridor.chainage import locate, point_at, stations_m
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic
from yalu_plugin.core.decimals import metres_or_km
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

LonLat = tuple[float, float]


class OffTheLine(YaluError):
    """The places are too far from the line to be on the river."""

    template = translatable("The first click is {first} off the line, the second {second}: farther than 5 km from it "
                            "nothing is measured. Click nearer to the line.")


@dataclass(frozen=True, eq=False)
class Stretch:
    """The stretch between two places on a corridor.

    along_km: along the line between its points nearest to the two places; straight_km: between the places
    themselves; bearing_deg: from the first to the second, clockwise from north (NaN where they are the same).
    offset_m: the distance of each place from the line. lonlat: (n, 2) EPSG:4326, the piece of the line from the
    first place to the second; its two vertices are equal where the places have the same nearest point.
    """

    along_km: float
    straight_km: float
    bearing_deg: float
    offset_m: tuple[float, float]
    lonlat: FloatArray

    @property
    def sinuosity(self) -> float:
        """Along divided by straight; NaN where the places are the same."""
        return self.along_km / self.straight_km if self.straight_km > 0 else float("nan")


def between(corridor: Corridor, start: LonLat, end: LonLat) -> Stretch:
    """Measure the stretch between two places, longitude and latitude in EPSG:4326. Distances are geodesic."""
    ends = np.array([start, end], dtype=float)
    located = locate(corridor, ends)
    bearing, _, straight = geodesic(ends[:1], ends[1:])
    first, last = located.station_m
    return Stretch(
        abs(last - first) / 1000, float(straight[0]) / 1000,
        float(bearing[0] % 360) if straight[0] > 0 else float("nan"),
        (float(located.offset_m[0]), float(located.offset_m[1])), piece_of(corridor, float(first), float(last)))


def between_nearest(corridor: Corridor, start: LonLat, end: LonLat) -> Stretch:
    """Measure the stretch between the points of the line nearest to two places, in EPSG:4326, along and straight.

    `offset_m` is the distance of the places from these points.

    Raises:
        OffTheLine: a place is beyond the 5 km at which crossings are left out, too.
    """
    located = locate(corridor, np.array([start, end], dtype=float))
    first, second = map(float, located.offset_m)
    if max(first, second) > NEAR_M:
        raise OffTheLine(first=metres_or_km(first), second=metres_or_km(second))
    (lon, lat), (end_lon, end_lat) = point_at(corridor, located.station_m).tolist()
    return replace(between(corridor, (lon, lat), (end_lon, end_lat)), offset_m=(first, second))


def piece_of(corridor: Corridor, from_m: float, to_m: float) -> FloatArray:
    """Return the vertices (n, 2) of the line between two stations (metres from its first vertex), in that order."""
    low, high = sorted((from_m, to_m))
    stations = stations_m(corridor)
    ends = point_at(corridor, np.array([low, high]))
    inside = corridor.lonlat[(stations > low) & (stations < high)]
    piece: FloatArray = np.r_[ends[:1], inside, ends[1:]]
    return piece if from_m <= to_m else piece[::-1]
