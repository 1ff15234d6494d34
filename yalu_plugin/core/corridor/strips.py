"""A river cut into the panels of a strip map: each turned so that its reach runs from left to right.

Everything is in a conformal plane in metres (a UTM zone, say); stations are whatever grows along the line, in metres
along the river as a rule, so that ticks and ends carry the river's own chainage.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from yalu_plugin.core.corridor.lonlat import FloatArray
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

SCALES = (10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000, 75_000, 100_000, 125_000, 150_000, 175_000,
          200_000, 250_000, 300_000, 400_000, 500_000, 600_000, 750_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000,
          5_000_000)
TICKS_KM = (1, 5, 10, 50)
TICKS_APART_MM = 8.0  # along the river, on paper
OVERLAP = 0.06  # of a panel's width
STEPS = 60  # in which a panel's width is tried out
WINDING = 12  # no panel holds a reach longer than this times its width
HandOver = Callable[[float, float], float]  # the station, from one station to another


class PanelsTooSmall(YaluError):
    """A reach that does not fit into any panel: the river or a site swings wider than the panel is high."""

    template = translatable("At 1:{scale} the river or a site lies outside of the panels. Choose a smaller scale.")


@dataclass(frozen=True)
class Panel:
    """One panel: the reach it shows, the middle of the map, and how far the map is turned.

    from_m < to_m: stations. centre: x, y in metres. rotation: degrees clockwise by which the map is turned, so that the
    straight line from the reach's begin to its end is level.
    """

    from_m: float
    to_m: float
    centre: tuple[float, float]
    rotation: float


@dataclass(frozen=True, eq=False)
class Line:
    """The river in the plane: xy (n, 2) in metres and the stations of its vertices, growing."""

    xy: FloatArray
    station_m: FloatArray

    def at(self, station_m: FloatArray | float) -> FloatArray:
        """x, y of stations, (m, 2)."""
        stations = np.atleast_1d(station_m)
        return np.column_stack([np.interp(stations, self.station_m, self.xy[:, axis]) for axis in (0, 1)])

    def between(self, from_m: float, to_m: float) -> FloatArray:
        """x, y of the reach between two stations: its ends and the vertices in between."""
        first, last = self.station_m.searchsorted(from_m, "right"), self.station_m.searchsorted(to_m, "left")
        begin, end = self.at(np.array([from_m, to_m]))
        return np.concatenate([begin[None], self.xy[first:last], end[None]])


def cut(line: Line, from_m: float, to_m: float, size_m: tuple[float, float], points: FloatArray,
        point_station_m: FloatArray, hand_over: HandOver | None = None, most: int | None = None) -> list[Panel]:
    """The fewest panels of `size_m` (width, height) that show the river from one station to the other.

    Neighbours overlap by at least 6 % of a panel's width along the river, as far as the reach is long, and by more
    where only that holds a station of `hand_over`: the last one between two stations at which a panel may hand over.
    Each of `points` (m, 2) is in a panel that shows its station. Where it takes more than `most` panels, the first
    ones: the last does not reach the end then. Raises PanelsTooSmall (without its scale).
    """
    panels: list[Panel] = []
    begin, step = from_m, size_m[0] / STEPS
    while len(panels) != most and (not panels or panels[-1].to_m < to_m):
        panel = _longest(line, begin, to_m, size_m, step, points, point_station_m)
        panels.append(panel)
        half = (panel.from_m + panel.to_m) / 2
        begin = max(panel.to_m - OVERLAP * size_m[0], half)
        if hand_over is not None and panel.to_m < to_m:
            begin = min(begin, hand_over(half, panel.to_m))
    return panels


def ground(paper_mm: tuple[float, float], scale: float) -> tuple[float, float]:
    """Metres on the ground of millimetres on paper at 1:`scale`."""
    return paper_mm[0] * scale / 1000, paper_mm[1] * scale / 1000


def tick_step_km(scale: float) -> int:
    """Kilometres between ticks, so that they lie at least 8 mm apart on paper."""
    return next((step for step in TICKS_KM if step * 1_000_000 / scale >= TICKS_APART_MM), TICKS_KM[-1])


def across(line: Line, station_m: FloatArray | float, half_m: float, smooth_m: float) -> FloatArray:
    """The two ends (m, 2, 2) of lines of twice `half_m`, square to the river at stations.

    The river's direction is taken over `smooth_m` on either side, so that a bend does not turn the line.
    """
    stations = np.atleast_1d(station_m)
    middle, along = line.at(stations), line.at(stations + smooth_m) - line.at(stations - smooth_m)
    length = np.hypot(*along.T)[:, None]
    normal = np.column_stack([-along[:, 1], along[:, 0]])
    unit = np.where(length > 0, normal / np.where(length > 0, length, 1), (0.0, 1.0))
    return np.stack([middle - half_m * unit, middle + half_m * unit], axis=1)


def level(line: Line, panel: Panel, points: FloatArray) -> FloatArray:
    """x, y of the panel's reach and of `points`, in metres as on its page: to the right and up."""
    angle = math.radians(panel.rotation)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    turned: FloatArray = np.concatenate([line.between(panel.from_m, panel.to_m), points]) @ turn
    return turned


def _longest(line: Line, begin: float, end: float, size_m: tuple[float, float], step: float, points: FloatArray,
             point_station_m: FloatArray) -> Panel:
    """The panel from `begin` that shows the longest reach. Raises PanelsTooSmall."""
    best = None
    for number in range(1, STEPS * WINDING):
        to_m = min(begin + number * step, end)
        near = (point_station_m >= begin) & (point_station_m <= to_m)
        panel = _fitted(line, begin, to_m, size_m, points[near])
        if panel is None:
            break
        best = panel
        if to_m >= end:
            break
    if best is None:
        raise PanelsTooSmall(scale="?")
    return best


def _fitted(line: Line, begin: float, end: float, size_m: tuple[float, float], points: FloatArray) -> Panel | None:
    """The panel for a reach and points, if they fit into it."""
    laid = lay_level(line.between(begin, end), points)
    if (laid.size > np.array(size_m)).any():
        return None
    return Panel(begin, end, laid.centre, laid.rotation)


@dataclass(frozen=True, eq=False)
class Laid:
    """How a map shows a reach level: its middle (x, y in metres), the degrees clockwise by which it is turned, and the
    width and height of what it shows, in metres.
    """

    centre: tuple[float, float]
    rotation: float
    size: FloatArray


def lay_level(reach: FloatArray, points: FloatArray | None = None) -> Laid:
    """A reach (n, 2) and the points (m, 2) to be seen with it, so that the straight line from the reach's begin to its
    end runs from left to right.
    """
    chord = reach[-1] - reach[0]
    angle = math.atan2(chord[1], chord[0])
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    level = np.concatenate([reach, points]) @ turn if points is not None else reach @ turn  # as on the page
    low, high = level.min(axis=0), level.max(axis=0)
    x, y = turn @ ((low + high) / 2)
    return Laid((float(x), float(y)), math.degrees(angle), high - low)
