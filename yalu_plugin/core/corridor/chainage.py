"""Stations and offsets on a corridor, on the WGS 84 ellipsoid.

The nearest piece of the line is found in space. The foot on it is also computed in space where that is exact to a
fraction of a millimetre, and with geodesics for points farther away. No figure has a projection's distortion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.line_pieces import NEAR_M, IntArray, Pieces, cut
from yalu_plugin.core.corridor.lonlat import FloatArray, along_geodesic, geodesic
from yalu_plugin.core.corridor.nearest_piece import NearestPiece

LEFT, RIGHT, ON_LINE = "left", "right", "on_line"
ON_LINE_M = 0.001  # nearer than this a point has no side
EARTH_RADIUS_M = 6_371_008.8  # mean radius; only steers an iteration, so it sets no figure
CONVERGED_M = 1e-5
BLOCK = 100_000  # points measured at once: limits the memory used

# From pieces and points to positions along, distances and metres to the right: see Pieces.measure.
_Measure = Callable[[IntArray, FloatArray], tuple[FloatArray, FloatArray, FloatArray]]


@dataclass(frozen=True, eq=False)
class Located:
    """The positions of points relative to a corridor: arrays of one length, in the order of the points.

    station_m: metres along the line from its first vertex as digitised, of the nearest point on the line.
    offset_m: geodesic metres from the line. side: left, right or on_line, as seen looking downstream.
    """

    station_m: FloatArray
    offset_m: FloatArray
    side: NDArray[np.object_]


def length_m(corridor: Corridor) -> float:
    """Return the geodesic length of the corridor in metres."""
    return float(stations_m(corridor)[-1])


def downstream_m(corridor: Corridor, station_m: FloatArray) -> FloatArray:
    """Return stations counted from the upstream end, growing downstream, for a line digitised in either direction.

    The function is its own inverse.
    """
    return station_m if corridor.direction == "downstream" else length_m(corridor) - station_m


def point_at(corridor: Corridor, station_m: FloatArray) -> FloatArray:
    """Return longitude and latitude (m, 2) of the points `station_m` metres from the first vertex as digitised.

    Raises:
        ValueError: a station is not on the line.
    """
    return place_at(corridor, station_m)[0]


def place_at(corridor: Corridor, station_m: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the points as `point_at` does, and the azimuths (m,) in degrees of the line there, as digitised."""
    stations = np.atleast_1d(np.asarray(station_m, dtype=float))
    azimuth, starts = _segments(corridor)
    if (stations < -ON_LINE_M).any() or (stations > starts[-1] + ON_LINE_M).any():
        raise ValueError(f"stations run from 0 to {starts[-1]:.3f} m")
    segment = np.clip(np.searchsorted(starts, stations, side="right") - 1, 0, len(azimuth) - 1)
    return along_geodesic(corridor.lonlat[segment], azimuth[segment], stations - starts[segment])


def stations_m(corridor: Corridor) -> FloatArray:
    """Return the stations (n,) of the corridor's vertices: metres from the first one as digitised."""
    return _segments(corridor)[1]


@lru_cache(maxsize=4)
def _segments(corridor: Corridor) -> tuple[FloatArray, FloatArray]:
    """Return the azimuth of each segment at its start, and the stations of all vertices."""
    azimuth, _, lengths = geodesic(corridor.lonlat[:-1], corridor.lonlat[1:])
    return azimuth, np.r_[0.0, np.cumsum(lengths)]


def locate(corridor: Corridor, lonlat: FloatArray) -> Located:
    """Return station, offset and side of each point of `lonlat`, (m, 2) in EPSG:4326; see Located for units."""
    points = np.asarray(lonlat, dtype=float).reshape(-1, 2)
    pieces, nearest = _prepared(corridor)
    found = Located(np.empty(len(points)), np.empty(len(points)), np.empty(len(points), dtype=object))
    for first in range(0, len(points), BLOCK):
        block = slice(first, first + BLOCK)
        piece, along, offset, right = _located(pieces, nearest, points[block])
        is_right = _is_right(pieces, piece, along, right) == (corridor.direction == "downstream")
        found.station_m[block] = pieces.station_m[piece] + np.clip(along, 0.0, pieces.length_m[piece])
        found.offset_m[block] = offset
        found.side[block] = np.where(offset < ON_LINE_M, ON_LINE, np.where(is_right, RIGHT, LEFT))
    return found


@lru_cache(maxsize=4)
def _prepared(corridor: Corridor) -> tuple[Pieces, NearestPiece]:
    """Return the pieces of the line and their search tree, cached: measuring one more site takes a millisecond."""
    pieces = cut(corridor.lonlat)
    return pieces, NearestPiece(pieces)


def _located(
    pieces: Pieces, nearest: NearestPiece, points: FloatArray
) -> tuple[IntArray, FloatArray, FloatArray, FloatArray]:
    """Return the pieces nearest to `points`, the positions along them, ground offsets and metres to the right."""
    space = geocentric(points)
    piece = nearest.of(space)
    along, chord, right = _settle(pieces.measure, pieces, piece, space)
    offset = chord * (1 + (chord / pieces.radius_m[piece]) ** 2 / 24)  # the arc over it
    far = np.flatnonzero(offset > NEAR_M)
    if len(far):
        far_piece = piece[far]
        along[far], offset[far], right[far] = _settle(partial(_by_geodesics, pieces), pieces, far_piece, points[far])
        piece[far] = far_piece
    return piece, along, offset, right


def _settle(
    measure: _Measure, pieces: Pieces, piece: IntArray, points: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Measure `points` against their pieces, moving to the next piece where the foot is beyond an end.

    `piece` is updated in place. Two pieces of one straight line are nearly equally far from a point next to their
    joint, but the foot is on only one of them.
    """
    along, distance, right = measure(piece, points)
    which = np.arange(len(points))
    while len(which):
        step = np.where(along[which] > pieces.length_m[piece[which]], 1, np.where(along[which] < 0.0, -1, 0))
        following = np.clip(piece[which] + step, 0, len(pieces) - 1)
        moving = following != piece[which]
        which, step, following = which[moving], step[moving], following[moving]
        found = measure(following, points[which])
        onward = np.where(step > 0, found[0] > 0.0, found[0] < pieces.length_m[following])
        which = which[onward]
        piece[which] = following[onward]
        along[which], distance[which], right[which] = (values[onward] for values in found)
    return along, distance, right


def _by_geodesics(
    pieces: Pieces, piece: IntArray, points: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Measure as Pieces.measure does, for `points` as longitude and latitude at any distance, which is geodesic here.

    From a first foot the right-angled spherical triangle (cos A = tan b / tan c) gives the next one. For points
    within tens of kilometres this is practically exact after two rounds; points farther away need more.
    """
    start, azimuth, length = pieces.start[piece], pieces.azimuth[piece], pieces.length_m[piece]
    along: FloatArray = np.zeros(len(points))
    reached, offset, angle = along, along, along
    for _ in range(10):
        foot, heading = along_geodesic(start, azimuth, along)
        bearing, _, offset = geodesic(foot, points)
        angle = np.radians(bearing - heading)
        reach = offset / EARTH_RADIUS_M
        reached = along + EARTH_RADIUS_M * np.arctan2(np.sin(reach) * np.cos(angle), np.cos(reach))
        moved = np.clip(reached, 0.0, length)
        if np.abs(moved - along).max(initial=0.0) < CONVERGED_M:
            break
        along = moved
    return reached, offset, offset * np.sin(angle)


def _is_right(pieces: Pieces, piece: IntArray, along: FloatArray, right: FloatArray) -> NDArray[np.bool_]:
    """Return whether each point is to the right of the line as digitised.

    A point whose nearest point is a bend is outside the bend, so the direction of the turn determines its side:
    one of the two segments by itself would mislead at a sharp bend.
    """
    is_right: NDArray[np.bool_] = right > 0
    last = len(pieces) - 1
    at_end = (along >= pieces.length_m[piece]) & (piece < last)
    at_start = (along <= 0.0) & (piece > 0)
    before = np.where(at_start, piece - 1, piece)
    after = np.where(at_end, piece + 1, piece)
    bend = np.sin(np.radians(pieces.azimuth[after] - pieces.end_azimuth[before]))
    outside = (at_end | at_start) & (np.abs(bend) > 1e-7)
    is_right[outside] = bend[outside] < 0
    return is_right
