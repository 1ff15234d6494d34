"""Distances between places in plain Python: an import works without numpy and similar packages.

Chords through the Earth between places on the WGS 84 ellipsoid: 150 m are exact to a millionth of a metre. Converted
to arcs, distances are right to half a percent, which is enough for "500 km away".
"""

from __future__ import annotations

import math

from yalu_plugin.core.mgrs import EQUATOR_M, FLATTENING

MEAN_RADIUS_M = 6_371_008.8
_ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)

Cartesian = tuple[float, float, float]


def to_cartesian(lon: float, lat: float) -> Cartesian:
    """Return x, y, z in metres from the Earth's centre of a place in degrees, EPSG:4326."""
    east, north = math.radians(lon), math.radians(lat)
    sine, cosine = math.sin(north), math.cos(north)
    across = EQUATOR_M / math.sqrt(1 - _ECCENTRICITY_2 * sine * sine)  # radius of curvature across the meridian
    return (across * cosine * math.cos(east), across * cosine * math.sin(east), across * (1 - _ECCENTRICITY_2) * sine)


def distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the distance over the ground, in metres, of two places in degrees, EPSG:4326."""
    return chord_to_arc_m(math.dist(to_cartesian(lon, lat), to_cartesian(other_lon, other_lat)))


def chord_to_arc_m(chord: float) -> float:
    """Return the distance over the ground of a chord through the Earth, both in metres."""
    return 2 * MEAN_RADIUS_M * math.asin(min(1.0, chord / (2 * MEAN_RADIUS_M)))
