"""The corridor cut into short geodesics, each with its own frame in space, and points measured against them.

On a piece of a few kilometres, and for points within NEAR_M of it, the ellipsoid is a sphere to well below a
millimetre: the one that touches it in the middle of the piece and has its curvature in the piece's direction. (Along
the piece the two differ by the third order of its length times the flattening, 1e-6 m at 5 km; across it by the
torsion and by the difference of the radii, 1e-4 m at 20 km.) So measuring a point against a piece takes a rotation
and a few products, where a geodesic needs an iteration.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.lonlat import GEOD, FloatArray, along_geodesic, geodesic

IntArray = NDArray[np.int64]

LONGEST_PIECE_M = 5_000.0
NEAR_M = 20_000.0
_ECCENTRICITY_2 = GEOD.es


@dataclass(frozen=True, eq=False)
class Pieces:
    """Consecutive short geodesics.

    start, end: longitude and latitude. azimuth, end_azimuth: degrees, at both ends in the direction of travel.
    length_m; station_m: metres from the corridor's first vertex to the piece's start.
    frame: (n, 3, 4) rows along, up and right of the piece, to be multiplied with geocentric x, y, z, 1: metres from
    the centre of its sphere, whose radius is radius_m.
    """

    start: FloatArray
    end: FloatArray
    azimuth: FloatArray
    end_azimuth: FloatArray
    length_m: FloatArray
    station_m: FloatArray
    frame: FloatArray
    radius_m: FloatArray

    def __len__(self) -> int:
        return len(self.length_m)

    def measure(self, piece: IntArray, points: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Measure `points`, geocentric (..., 3), against the pieces with these numbers (...), in metres.

        Returns the position of the foot along the piece, which may be before its start or beyond its end; the straight
        distance (through the ground) from the nearest point on the piece; the distance to the right of the piece.
        """
        frame, half = self.frame[piece], self.length_m[piece] / 2
        radius = self.radius_m[piece]
        along, up, right = (
            frame[..., row, 0] * points[..., 0] + frame[..., row, 1] * points[..., 1]
            + frame[..., row, 2] * points[..., 2] + frame[..., row, 3] for row in range(3))
        reached = radius * np.arctan2(along, up)
        foot = np.clip(reached, -half, half) / radius
        square = foot * foot
        ahead = along - radius * foot * (1 - square / 6)  # sine and cosine of less than half a thousandth
        above = up - radius * (1 - square / 2 * (1 - square / 12))
        return reached + half, np.sqrt(ahead * ahead + above * above + right * right), right


def cut(lonlat: FloatArray) -> Pieces:
    """Cut the line through `lonlat` (n, 2) at its vertices, and long segments into equal geodesics."""
    azimuth, _, lengths = geodesic(lonlat[:-1], lonlat[1:])
    longest = min(LONGEST_PIECE_M, float(lengths.mean()))  # the search is fastest with pieces of similar length
    counts = np.maximum(1, np.ceil(lengths / longest)).astype(int)
    parent = np.repeat(np.arange(len(lengths)), counts)
    number = np.arange(len(parent)) - np.repeat(np.cumsum(counts) - counts, counts)
    length = (lengths / counts)[parent]
    start = lonlat[parent].copy()
    inside = number > 0
    start[inside] = along_geodesic(start[inside], azimuth[parent][inside], (number * length)[inside])[0]
    station = np.r_[0.0, np.cumsum(lengths)][parent] + number * length
    return framed(start, np.r_[start[1:], lonlat[-1:]], station)


def framed(start: FloatArray, end: FloatArray, station_m: FloatArray) -> Pieces:
    """Return the geodesics between these points, (n, 2) each, with their frames."""
    azimuth, end_azimuth, length = geodesic(start, end)
    middle, heading = along_geodesic(start, azimuth, length / 2)
    lon, lat = np.radians(middle).T
    turn = np.radians(heading)[:, None]
    zero = np.zeros_like(lon)
    east = np.stack([-np.sin(lon), np.cos(lon), zero], axis=-1)
    north = np.stack([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)], axis=-1)
    up = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
    along, right = np.cos(turn) * north + np.sin(turn) * east, np.cos(turn) * east - np.sin(turn) * north
    radius = _radius(lat, turn[:, 0])
    centre = geocentric(middle) - radius[:, None] * up
    axes = np.stack([along, up, right], axis=1)
    frame = np.concatenate([axes, -np.einsum("nij,nj->ni", axes, centre)[:, :, None]], axis=2)
    return Pieces(start, end, azimuth, end_azimuth, length, station_m, frame, radius)


def _radius(latitude: FloatArray, azimuth: FloatArray) -> FloatArray:
    """Return the ellipsoid's radius of curvature in a direction (Euler's formula); angles in radians, metres."""
    part = 1 - _ECCENTRICITY_2 * np.sin(latitude) ** 2
    across = GEOD.a / np.sqrt(part)
    meridian = across * (1 - _ECCENTRICITY_2) / part
    radius: FloatArray = 1 / (np.cos(azimuth) ** 2 / meridian + np.sin(azimuth) ** 2 / across)
    return radius
