"""The corridor cut into short geodesics, each with a frame of its own in space, and points measured against them.

On a piece of a few kilometres, and for points within NEAR_M of it, the ellipsoid is a sphere to well below a
millimetre: the one that touches it in the middle of the piece and bends as it does in the piece's direction. (Along
the piece the two part by the third order of its length times the flattening, 1e-6 m at 5 km; across it by the torsion
and by the difference of the radii, 1e-4 m at 20 km.) So a point's place by a piece is a rotation and a few products,
where a geodesic would be an iteration.
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
    """Short geodesics one after the other.

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
        """Of `points`, geocentric (..., 3), by the pieces of these numbers (...), in metres: the foot's place along
        the piece, which may lie before its start or behind its end; the straight distance (through the ground) from
        the nearest point that is on the piece; how far right of the piece.
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
    """The line through `lonlat` (n, 2) cut into geodesics: those between its vertices, the long ones in equal parts."""
    azimuth, _, lengths = geodesic(lonlat[:-1], lonlat[1:])
    longest = min(LONGEST_PIECE_M, float(lengths.mean()))  # pieces of about one length are found soonest
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
    """The geodesics between these points, (n, 2) each."""
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
    """The ellipsoid's radius of curvature in a direction (Euler's formula); angles in radians, metres."""
    part = 1 - _ECCENTRICITY_2 * np.sin(latitude) ** 2
    across = GEOD.a / np.sqrt(part)
    meridian = across * (1 - _ECCENTRICITY_2) / part
    radius: FloatArray = 1 / (np.cos(azimuth) ** 2 / meridian + np.sin(azimuth) ** 2 / across)
    return radius
