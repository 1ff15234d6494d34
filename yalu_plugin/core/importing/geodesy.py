"""Distances for telling places apart, in plain Python: an import works without numpy and its kin.

Straight through the Earth between places on the WGS 84 ellipsoid: 150 m are exact to a millionth of a metre. As an arc
over it, distances are right to half a percent, which is enough for "500 km away".
"""

from __future__ import annotations

import math

from yalu_plugin.core.mgrs import EQUATOR_M, FLATTENING

MEAN_RADIUS_M = 6_371_008.8
_ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)

Space = tuple[float, float, float]


def in_space(lon: float, lat: float) -> Space:
    """Metres from the Earth's centre of a place in degrees, EPSG:4326."""
    east, north = math.radians(lon), math.radians(lat)
    sine, cosine = math.sin(north), math.cos(north)
    across = EQUATOR_M / math.sqrt(1 - _ECCENTRICITY_2 * sine * sine)  # radius of curvature across the meridian
    return (across * cosine * math.cos(east), across * cosine * math.sin(east), across * (1 - _ECCENTRICITY_2) * sine)


def apart_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Metres between two places in degrees, EPSG:4326, over the ground."""
    return over_ground_m(math.dist(in_space(lon, lat), in_space(other_lon, other_lat)))


def over_ground_m(chord: float) -> float:
    """Metres over the ground of a distance straight through the Earth."""
    return 2 * MEAN_RADIUS_M * math.asin(min(1.0, chord / (2 * MEAN_RADIUS_M)))
