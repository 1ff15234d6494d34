"""Stations and offsets on a corridor, on the WGS 84 ellipsoid.

The nearest stretch of line is found in a plane (an STRtree over a conformal projection made for the
corridor); where on it a point belongs is then worked out with geodesics, so no figure carries a projection's
distortion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray, along_geodesic, geodesic, solved

IntArray = NDArray[np.int64]

LEFT, RIGHT, ON_LINE = "left", "right", "on_line"
ON_LINE_M = 0.001  # nearer than this a point has no side
LONGEST_PIECE_M = 5_000.0  # in the plane, a geodesic this long is straight to within decimetres
EARTH_RADIUS_M = 6_371_008.8  # mean radius; only steers an iteration, so it sets no figure
CONVERGED_M = 1e-5


@dataclass(frozen=True, eq=False)
class Located:
    """Where points lie on a corridor; arrays of one length, in the order of the points.

    station_m: metres along the line from its first vertex as digitised, of the nearest point on the line.
    offset_m: geodesic metres from the line. side: left, right or on_line, as seen looking downstream.
    """

    station_m: FloatArray
    offset_m: FloatArray
    side: NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class _Pieces:
    """The corridor cut into short geodesics: ends, azimuths at start and end, lengths, start stations."""

    start: FloatArray
    end: FloatArray
    azimuth: FloatArray
    end_azimuth: FloatArray
    length_m: FloatArray
    station_m: FloatArray


def length_m(corridor: Corridor) -> float:
    """Geodesic length of the corridor in metres."""
    return float(geodesic(corridor.lonlat[:-1], corridor.lonlat[1:])[2].sum())


def downstream_m(corridor: Corridor, station_m: FloatArray) -> FloatArray:
    """Stations counted from the upstream end, growing downstream, whichever way the line was digitised."""
    return station_m if corridor.direction == "downstream" else length_m(corridor) - station_m


def point_at(corridor: Corridor, station_m: FloatArray) -> FloatArray:
    """Longitude and latitude (m, 2) of the points `station_m` metres from the first vertex as digitised.

    Raises ValueError for a station that is not on the line.
    """
    stations = np.atleast_1d(np.asarray(station_m, dtype=float))
    azimuth, _, lengths = geodesic(corridor.lonlat[:-1], corridor.lonlat[1:])
    starts = np.r_[0.0, np.cumsum(lengths)]
    if (stations < -ON_LINE_M).any() or (stations > starts[-1] + ON_LINE_M).any():
        raise ValueError(f"stations run from 0 to {starts[-1]:.3f} m")
    segment = np.clip(np.searchsorted(starts, stations, side="right") - 1, 0, len(lengths) - 1)
    return along_geodesic(corridor.lonlat[segment], azimuth[segment], stations - starts[segment])[0]


def locate(corridor: Corridor, lonlat: FloatArray) -> Located:
    """Station, offset and side of each point of `lonlat`, (m, 2) in EPSG:4326. See Located for units."""
    points = np.asarray(lonlat, dtype=float).reshape(-1, 2)
    pieces = _pieces(corridor)
    piece = _nearest_piece(corridor, pieces, points)
    along, offset, angle = _foot(pieces, piece, points)
    piece, along, offset, angle = _try_neighbour(pieces, points, piece, along, offset, angle)
    right = _is_right(pieces, piece, along, angle) == (corridor.direction == "downstream")
    side = np.where(offset < ON_LINE_M, ON_LINE, np.where(right, RIGHT, LEFT)).astype(object)
    return Located(pieces.station_m[piece] + along, offset, side)


def _pieces(corridor: Corridor) -> _Pieces:
    azimuth, _, lengths = geodesic(corridor.lonlat[:-1], corridor.lonlat[1:])
    counts = np.maximum(1, np.ceil(lengths / LONGEST_PIECE_M)).astype(int)
    parent = np.repeat(np.arange(len(lengths)), counts)
    number = np.arange(len(parent)) - np.repeat(np.cumsum(counts) - counts, counts)
    length = (lengths / counts)[parent]
    start = corridor.lonlat[parent].copy()
    inside = number > 0
    start[inside] = along_geodesic(start[inside], azimuth[parent][inside], (number * length)[inside])[0]
    end = np.r_[start[1:], corridor.lonlat[-1:]]
    piece_azimuth, end_azimuth, _ = geodesic(start, end)
    station = np.r_[0.0, np.cumsum(lengths)][parent] + number * length
    return _Pieces(start, end, piece_azimuth, end_azimuth, length, station)


def _nearest_piece(corridor: Corridor, pieces: _Pieces, points: FloatArray) -> IntArray:
    """Index of the piece nearest to each point, in a stereographic plane centred on the corridor.

    Stereographic is conformal, so near any point it compares distances in all directions alike, and it has no
    seam at the antimeridian or at the poles.
    """
    lon, lat = np.radians(corridor.lonlat).T
    x, y, z = np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)
    centre_lon = np.degrees(np.arctan2(y.mean(), x.mean()))
    centre_lat = np.degrees(np.arctan2(z.mean(), np.hypot(x.mean(), y.mean())))
    plane = CRS.from_proj4(f"+proj=stere +lat_0={centre_lat:.9f} +lon_0={centre_lon:.9f} +ellps=WGS84 +units=m")
    project = Transformer.from_crs(plane.geodetic_crs, plane, always_xy=True).transform
    start, end, flat = (np.column_stack(solved(project, *lonlat.T)) for lonlat in (pieces.start, pieces.end, points))
    tree = shapely.STRtree(np.asarray(shapely.linestrings(np.stack([start, end], axis=1))))
    nearest: IntArray = tree.query_nearest(shapely.points(flat), all_matches=False)[1]
    return nearest


def _foot(pieces: _Pieces, piece: IntArray, points: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Foot of the perpendicular on each point's piece: metres along it, offset, and the angle to the point.

    From a first foot the right-angled spherical triangle (cos A = tan b / tan c) gives the next one. For points
    within tens of kilometres that is as good as exact, and two rounds do; more are for those farther off.
    The angle, in degrees clockwise from the line's direction, tells the side.
    """
    start, azimuth, length = pieces.start[piece], pieces.azimuth[piece], pieces.length_m[piece]
    along = np.zeros(len(points))
    for _ in range(10):
        foot, heading = along_geodesic(start, azimuth, along)
        bearing, _, offset = geodesic(foot, points)
        angle = bearing - heading
        reach = offset / EARTH_RADIUS_M
        step = EARTH_RADIUS_M * np.arctan2(np.sin(reach) * np.cos(np.radians(angle)), np.cos(reach))
        moved = np.clip(along + step, 0.0, length)
        if np.abs(moved - along).max(initial=0.0) < CONVERGED_M:
            break
        along = moved
    return along, offset, angle


def _try_neighbour(
    pieces: _Pieces, points: FloatArray, piece: IntArray, along: FloatArray, offset: FloatArray, angle: FloatArray
) -> tuple[IntArray, FloatArray, FloatArray, FloatArray]:
    """Where the foot is a piece's end, take the neighbour if it is nearer: the plane cannot tell so finely."""
    step = np.where(along >= pieces.length_m[piece], 1, np.where(along <= 0.0, -1, 0))
    other = np.clip(piece + step, 0, len(pieces.length_m) - 1)
    which = np.flatnonzero(other != piece)
    if len(which):
        found = _foot(pieces, other[which], points[which])
        better = found[1] < offset[which]
        which = which[better]
        piece[which] = other[which]
        along[which], offset[which], angle[which] = (values[better] for values in found)
    return piece, along, offset, angle


def _is_right(pieces: _Pieces, piece: IntArray, along: FloatArray, angle: FloatArray) -> NDArray[np.bool_]:
    """Whether each point lies right of the line as digitised.

    A point whose nearest point is a bend lies outside the bend, so the bend's own turn tells its side: either
    of the two segments alone would mislead at a sharp one.
    """
    right: NDArray[np.bool_] = np.sin(np.radians(angle)) > 0
    last = len(pieces.length_m) - 1
    at_end = (along >= pieces.length_m[piece]) & (piece < last)
    at_start = (along <= 0.0) & (piece > 0)
    before = np.where(at_start, piece - 1, piece)
    after = np.where(at_end, piece + 1, piece)
    bend = np.sin(np.radians(pieces.azimuth[after] - pieces.end_azimuth[before]))
    outside = (at_end | at_start) & (np.abs(bend) > 1e-7)
    right[outside] = bend[outside] < 0
    return right
