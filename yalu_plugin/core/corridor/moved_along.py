"""The place a given distance up or down the river from another one, on the same side and as far from the line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yalu_plugin.core.corridor.chainage import LEFT, ON_LINE_M, downstream_m, length_m, locate, place_at
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import along_geodesic, geodesic
from yalu_plugin.core.corridor.stretch import LonLat
from yalu_plugin.core.decimals import metres_or_km
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable


class FarFromLine(YaluError):
    """The place is too far from the line to have a position along it."""

    template = translatable("The site is {offset} off the river line: farther than 5 km from it nothing is measured "
                            "along it. Click the new place instead.")


class BeyondLine(YaluError):
    """The line ends before the distance requested."""

    template = translatable("The river line ends {left} {way} of the site. Type a shorter distance, or click the new "
                            "place instead.")


class NoPlaceThere(YaluError):
    """At this offset another part of the line is nearer than the intended one."""

    template = translatable("So far from the river line ({offset}) no place lies {distance} along the river: it bends, "
                            "and another part of it is nearer there. Click the new place instead.")


CLOSE_M = 20.0  # tolerance at a bend: less than the accuracy of a river line
UPSTREAM, DOWNSTREAM = Phrase(translatable("upstream")), Phrase(translatable("downstream"))


@dataclass(frozen=True)
class Moved:
    """The new place. lonlat: its longitude and latitude, EPSG:4326. offset_m: metres of both places from the line.

    along_m: metres downstream (negative: upstream) from the old place to the new one, measured as between any two
    places; on the inside of a bend it differs from the distance requested. straight_m: metres from place to place.
    """

    lonlat: LonLat
    offset_m: float
    along_m: float
    straight_m: float


def moved_along(corridor: Corridor, place: LonLat, along_m: float) -> Moved:
    """Return the place `along_m` metres downstream (negative: upstream) of `place` along the line.

    It is as far from the line as `place` and on the same side. Places are longitude and latitude, EPSG:4326; distances
    are geodesic, WGS 84.

    Raises:
        FarFromLine: `place` is beyond the 5 km at which crossings are left out, too.
        BeyondLine: the line ends before.
        NoPlaceThere: the distance along the line to the place found differs from `along_m` by more than CLOSE_M.
    """
    start = np.array([place], dtype=float)
    located = locate(corridor, start)
    offset = float(located.offset_m[0])
    if offset > NEAR_M:
        raise FarFromLine(offset=metres_or_km(offset))
    sense = 1.0 if corridor.direction == "downstream" else -1.0
    station = float(located.station_m[0]) + sense * along_m
    if not -ON_LINE_M <= station <= length_m(corridor) + ON_LINE_M:
        at = float(downstream_m(corridor, located.station_m)[0])
        left = at if along_m < 0 else length_m(corridor) - at
        raise BeyondLine(left=metres_or_km(left), way=UPSTREAM if along_m < 0 else DOWNSTREAM)
    foot, azimuth = place_at(corridor, np.array([station]))
    bearing = sense * (-90.0 if located.side[0] == LEFT else 90.0)
    end = along_geodesic(foot, azimuth + bearing, np.array([offset]))[0]
    stations = downstream_m(corridor, locate(corridor, np.vstack([start, end])).station_m)
    measured = float(stations[1] - stations[0])
    if abs(measured - along_m) > CLOSE_M:
        raise NoPlaceThere(offset=metres_or_km(offset), distance=metres_or_km(abs(along_m)))
    lon, lat = end[0].tolist()
    return Moved((lon, lat), offset, measured, float(geodesic(start, end)[2][0]))
