"""Placement of match lines and edges of a strip map's panels so that they cut no symbol on the map.

In the plane of core/corridor/strips.py: metres, stations along the river.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yalu_plugin.core.corridor.lonlat import FloatArray
from yalu_plugin.core.corridor.strips import Line, Panel, across

STATIONS = 81  # positions of a match line tried in an overlap
SHIFTS = 12  # shifts of a panel tried in each direction


@dataclass(frozen=True, eq=False)
class SymbolDiscs:
    """The symbols to avoid: discs of `radius_m` around `xy` (m, 2)."""

    xy: FloatArray
    radius_m: float


@dataclass(frozen=True, eq=False)
class MatchLines:
    """Finds the match line between two panels: a line perpendicular to the river that cuts no symbol.

    half_m: half the length of such a line, from the preferred one to the shortest. smooth_m: as for strips.across.
    """

    line: Line
    symbols: SymbolDiscs
    half_m: Sequence[float]
    smooth_m: float

    def last_clear(self, from_m: float, to_m: float) -> float:
        """Return the last station between these two where a line cuts no symbol; `to_m` where there is none."""
        stations = np.linspace(to_m, from_m, STATIONS)
        clear = self._clearance(stations, self.half_m[-1]) >= self.symbols.radius_m
        return float(stations[clear.argmax()])

    def between(self, panels: Sequence[Panel]) -> list[FloatArray]:
        """Return the ends (2, 2) of a match line in each overlap: the longest that cuts no symbol, near the middle.

        Where every line cuts a symbol, the shortest one farthest from the symbols' centres.
        """
        return [self._best(other.from_m, one.to_m) for one, other in zip(panels, panels[1:])]

    def _best(self, from_m: float, to_m: float) -> FloatArray:
        stations = np.linspace(from_m, to_m, STATIONS)
        stations = stations[np.abs(stations - (from_m + to_m) / 2).argsort(kind="stable")]
        for half in self.half_m:
            clearance = self._clearance(stations, half)
            best = int((clearance >= self.symbols.radius_m).argmax())
            if clearance[best] >= self.symbols.radius_m:
                break
        else:
            best = int(clearance.argmax())
        ends: FloatArray = across(self.line, stations[best], half, self.smooth_m)[0]
        return ends

    def _clearance(self, stations: FloatArray, half: float) -> FloatArray:
        """Return metres from the line at each station to the centre of the nearest symbol."""
        ends = across(self.line, stations, half, self.smooth_m)
        reach = half + self.symbols.radius_m
        low, high = ends.min(axis=(0, 1)) - reach, ends.max(axis=(0, 1)) + reach
        near = self.symbols.xy[((self.symbols.xy >= low) & (self.symbols.xy <= high)).all(axis=1)]
        begin, along = ends[:, None, 0], (ends[:, 1] - ends[:, 0])[:, None]
        to_symbol = near[None] - begin
        share = ((to_symbol * along).sum(axis=2) / (along**2).sum(axis=2)).clip(0, 1)[..., None]
        gaps: FloatArray = np.hypot(*np.moveaxis(to_symbol - share * along, 2, 0)).min(axis=1, initial=np.inf)
        return gaps


def shifted(line: Line, panel: Panel, size_m: tuple[float, float], inside_m: tuple[float, float], points: FloatArray,
            symbols: SymbolDiscs) -> Panel:
    """Return the panel moved by the least amount so that the fewest symbols are on its edges.

    size_m: width and height of the panel. inside_m: its middle part, in which the reach and `points` (m, 2) stay.
    """
    turn = _turn(panel)
    level = (np.concatenate([line.between(panel.from_m, panel.to_m), points]) - panel.centre) @ turn
    low, high = level.min(axis=0), level.max(axis=0)
    steps = [np.linspace(min(high[axis] - inside_m[axis] / 2, 0), max(low[axis] + inside_m[axis] / 2, 0),
                         2 * SHIFTS + 1) for axis in (0, 1)]
    shifts = np.array([(0.0, 0.0), *((x, y) for x in steps[0] for y in steps[1])])
    shifts = shifts[np.hypot(*shifts.T).argsort(kind="stable")]
    best = shifts[_on_edges(shifts, (symbols.xy - panel.centre) @ turn, size_m, symbols.radius_m).argmin()]
    x, y = panel.centre + turn @ best
    return replace(panel, centre=(float(x), float(y)))


def _on_edges(shifts: FloatArray, level: FloatArray, size_m: tuple[float, float], radius_m: float) -> FloatArray:
    """Return how many symbols, at `level` in page axes, are on the edges of a panel moved by each of the shifts."""
    distance = np.abs(level[None] - shifts[:, None])
    half = np.array(size_m) / 2
    touched, whole = (distance < half + radius_m).all(axis=2), (distance <= half - radius_m).all(axis=2)
    count: FloatArray = (touched & ~whole).sum(axis=1)
    return count


def _turn(panel: Panel) -> FloatArray:
    """Return the rotation from the plane to the page for rows of x, y, and from the page to the plane for a column."""
    angle = math.radians(panel.rotation)
    return np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
