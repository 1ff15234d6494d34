"""A river cut into the panels of a strip map, each rotated so that its reach runs from left to right.

Everything is in a conformal plane in metres (such as a UTM zone). Stations are any values that grow along the line,
usually metres along the river, so that ticks and ends have the river's chainage.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.corridor.lonlat import FloatArray
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

SCALES = (10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000, 75_000, 100_000, 125_000, 150_000, 175_000,
          200_000, 250_000, 300_000, 400_000, 500_000, 600_000, 750_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000,
          5_000_000)
TICKS_KM = (1, 5, 10, 50)
TICKS_APART_MM = 8.0  # along the river, on paper
OVERLAP = 0.06  # of a panel's width
STEPS = 60  # steps per panel width in which reaches are tried
WINDING = 12  # no panel has a reach longer than this times its width
HandoverStation = Callable[[float, float], float]  # a station between two stations


class PanelsTooSmall(YaluError):
    """A reach does not fit into a panel: the river or a site is farther to the side than the panel is high."""

    template = translatable("At 1:{scale} the river or a site lies outside of the panels. Choose a smaller scale.")


@dataclass(frozen=True)
class Panel:
    """One panel: the reach it shows, the centre of the map, and its rotation.

    from_m < to_m: stations. centre: x, y in metres. rotation: degrees clockwise by which the map is rotated, so that
    the straight line from the start of the reach to its end is level.
    """

    from_m: float
    to_m: float
    centre: tuple[float, float]
    rotation: float


@dataclass(frozen=True, eq=False)
class Line:
    """The river in the plane: xy (n, 2) in metres and the stations of its vertices, increasing."""

    xy: FloatArray
    station_m: FloatArray

    def at(self, station_m: FloatArray | float) -> FloatArray:
        """Return x, y of stations, (m, 2)."""
        stations = np.atleast_1d(station_m)
        return np.column_stack([np.interp(stations, self.station_m, self.xy[:, axis]) for axis in (0, 1)])

    def between(self, from_m: float, to_m: float) -> FloatArray:
        """Return x, y of the reach between two stations: its ends and the vertices in between."""
        first, last = self.station_m.searchsorted(from_m, "right"), self.station_m.searchsorted(to_m, "left")
        begin, end = self.at(np.array([from_m, to_m]))
        return np.concatenate([begin[None], self.xy[first:last], end[None]])


def cut(line: Line, from_m: float, to_m: float, size_m: tuple[float, float], points: FloatArray,
        point_station_m: FloatArray, handover: HandoverStation | None = None, most: int | None = None) -> list[Panel]:
    """Return the fewest panels of `size_m` (width, height) that show the river from one station to the other.

    Neighbours overlap by at least 6 % of a panel's width along the river, if the reach is long enough, and by more
    where `handover` requires it: it returns the last station between two at which one panel may continue the other.
    Each of `points` (m, 2) is in a panel that shows its station. Where more than `most` panels are needed, only the
    first ones are returned, and the last does not reach the end.

    Raises:
        PanelsTooSmall: a reach does not fit (without its scale).
    """
    panels: list[Panel] = []
    begin, step = from_m, size_m[0] / STEPS
    while len(panels) != most and (not panels or panels[-1].to_m < to_m):
        panel = _longest(line, begin, to_m, size_m, step, points, point_station_m)
        panels.append(panel)
        half = (panel.from_m + panel.to_m) / 2
        begin = max(panel.to_m - OVERLAP * size_m[0], half)
        if handover is not None and panel.to_m < to_m:
            begin = min(begin, handover(half, panel.to_m))
    return panels


def ground(paper_mm: tuple[float, float], scale: float) -> tuple[float, float]:
    """Convert millimetres on paper to metres on the ground at 1:`scale`."""
    return paper_mm[0] * scale / 1000, paper_mm[1] * scale / 1000


def tick_step_km(scale: float) -> int:
    """Return kilometres between ticks, so that they are at least 8 mm apart on paper."""
    return next((step for step in TICKS_KM if step * 1_000_000 / scale >= TICKS_APART_MM), TICKS_KM[-1])


def across(line: Line, station_m: FloatArray | float, half_m: float, smooth_m: float) -> FloatArray:
    """Return the two ends (m, 2, 2) of lines of twice `half_m`, perpendicular to the river at stations.

    The river's direction is averaged over `smooth_m` on either side, so that a bend does not turn the line.
    """
    stations = np.atleast_1d(station_m)
    middle, along = line.at(stations), line.at(stations + smooth_m) - line.at(stations - smooth_m)
    length = np.hypot(*along.T)[:, None]
    normal = np.column_stack([-along[:, 1], along[:, 0]])
    unit = np.where(length > 0, normal / np.where(length > 0, length, 1), (0.0, 1.0))
    return np.stack([middle - half_m * unit, middle + half_m * unit], axis=1)


def level(line: Line, panel: Panel, points: FloatArray) -> FloatArray:
    """Return x, y of the panel's reach and of `points`, in metres in the axes of its page: to the right and up."""
    angle = math.radians(panel.rotation)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    turned: FloatArray = np.concatenate([line.between(panel.from_m, panel.to_m), points]) @ turn
    return turned


def _longest(line: Line, begin: float, end: float, size_m: tuple[float, float], step: float, points: FloatArray,
             point_station_m: FloatArray) -> Panel:
    """Return the panel from `begin` that shows the longest reach. Raises PanelsTooSmall."""
    to_m = begin
    for number in range(1, STEPS * WINDING, STEPS):  # as many ends at a time as a straight reach needs
        tried = np.minimum(begin + np.arange(number, number + STEPS) * step, end)
        fits = _fits(line, begin, tried, size_m, points, point_station_m)
        fitting = len(fits) if fits.all() else int(fits.argmin())
        to_m = float(tried[fitting - 1]) if fitting else to_m
        if fitting < len(fits) or to_m >= end:
            break
    if to_m == begin:
        raise PanelsTooSmall(scale="?")
    near = (point_station_m >= begin) & (point_station_m <= to_m)
    view = level_view(line.between(begin, to_m), points[near])
    return Panel(begin, to_m, view.centre, view.rotation)


def _fits(line: Line, begin: float, ends: FloatArray, size_m: tuple[float, float], points: FloatArray,
          point_station_m: FloatArray) -> NDArray[np.bool_]:
    """Return whether the reaches from `begin` to each of `ends` (k), increasing, fit into a panel with their points.

    Each reach is level, as in `level_view`, but all of them are computed in one pass.
    """
    first, last = line.station_m.searchsorted(begin, "right"), line.station_m.searchsorted(ends[-1], "left")
    near = (point_station_m >= begin) & (point_station_m <= ends[-1])
    start, stops = line.at(begin)[0], line.at(ends)
    angle = np.arctan2(stops[:, 1] - start[1], stops[:, 0] - start[0])
    xy = np.concatenate([start[None], line.xy[first:last], points[near]])
    station = np.concatenate([[begin], line.station_m[first:last], point_station_m[near]])
    beyond = station > ends[:, None]
    axes = ((np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle)))  # to the right and up, on the page
    fits = np.ones(len(ends), bool)
    for (x, y), limit in zip(axes, size_m):
        along, stop = np.outer(x, xy[:, 0]) + np.outer(y, xy[:, 1]), x * stops[:, 0] + y * stops[:, 1]
        low = np.minimum(np.where(beyond, np.inf, along).min(axis=1), stop)
        high = np.maximum(np.where(beyond, -np.inf, along).max(axis=1), stop)
        fits &= high - low <= limit
    return fits


@dataclass(frozen=True, eq=False)
class LevelView:
    """A map view with a level reach: its centre (x, y in metres), rotation in degrees clockwise, and the width and
    height of its content in metres.
    """

    centre: tuple[float, float]
    rotation: float
    size: FloatArray


def level_view(reach: FloatArray, points: FloatArray | None = None) -> LevelView:
    """Return the view of a reach (n, 2) and points (m, 2) in which the reach runs from left to right.

    The straight line from the start of the reach to its end is level.
    """
    chord = reach[-1] - reach[0]
    angle = math.atan2(chord[1], chord[0])
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    level = np.concatenate([reach, points]) @ turn if points is not None else reach @ turn  # in the axes of the page
    low, high = level.min(axis=0), level.max(axis=0)
    x, y = turn @ ((low + high) / 2)
    return LevelView((float(x), float(y)), math.degrees(angle), high - low)
