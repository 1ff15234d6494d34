"""Match lines and edges of a strip map's panels beside the symbols on the map, not through them.

In the plane of core/corridor/strips.py: metres, stations along the river.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yalu_plugin.core.corridor.lonlat import FloatArray
from yalu_plugin.core.corridor.strips import Line, Panel, across

STATIONS = 81  # of an overlap, at which a match line is tried
SHIFTS = 12  # either way, by which a panel is tried


@dataclass(frozen=True, eq=False)
class Symbols:
    """What is not to be cut: discs of `radius_m` around `xy` (m, 2)."""

    xy: FloatArray
    radius_m: float


@dataclass(frozen=True, eq=False)
class MatchLines:
    """Finds where a panel hands over to the next: at a line square to the river that cuts no symbol.

    half_m: half the length of such a line, from the wanted one down to the least. smooth_m: as for strips.across.
    """

    line: Line
    symbols: Symbols
    half_m: Sequence[float]
    smooth_m: float

    def last_clear(self, from_m: float, to_m: float) -> float:
        """The last station between these two where a line cuts no symbol; `to_m` where there is none."""
        stations = np.linspace(to_m, from_m, STATIONS)
        clear = self._room(stations, self.half_m[-1]) >= self.symbols.radius_m
        return float(stations[clear.argmax()])

    def between(self, panels: Sequence[Panel]) -> list[FloatArray]:
        """The ends (2, 2) of a match line in each overlap: the longest that cuts no symbol, near the middle.

        Where every line would cut one, the shortest that stays farthest from their middles.
        """
        return [self._best(other.from_m, one.to_m) for one, other in zip(panels, panels[1:])]

    def _best(self, from_m: float, to_m: float) -> FloatArray:
        stations = np.linspace(from_m, to_m, STATIONS)
        stations = stations[np.abs(stations - (from_m + to_m) / 2).argsort(kind="stable")]
        for half in self.half_m:
            room = self._room(stations, half)
            best = int((room >= self.symbols.radius_m).argmax())
            if room[best] >= self.symbols.radius_m:
                break
        else:
            best = int(room.argmax())
        ends: FloatArray = across(self.line, stations[best], half, self.smooth_m)[0]
        return ends

    def _room(self, stations: FloatArray, half: float) -> FloatArray:
        """Metres from the line at each station to the nearest symbol's middle."""
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
            symbols: Symbols) -> Panel:
    """The panel moved, as little as it takes, so that the fewest symbols lie on its edges.

    size_m: the whole panel's width and height. inside_m: of it, the part in the middle that the reach and `points`
    (m, 2) stay within.
    """
    turn = _turn(panel)
    level = (np.concatenate([line.between(panel.from_m, panel.to_m), points]) - panel.centre) @ turn
    low, high = level.min(axis=0), level.max(axis=0)
    ways = [np.linspace(min(high[axis] - inside_m[axis] / 2, 0), max(low[axis] + inside_m[axis] / 2, 0), 2 * SHIFTS + 1)
            for axis in (0, 1)]
    shifts = np.array([(0.0, 0.0), *((x, y) for x in ways[0] for y in ways[1])])
    shifts = shifts[np.hypot(*shifts.T).argsort(kind="stable")]
    best = shifts[_on_edges(shifts, (symbols.xy - panel.centre) @ turn, size_m, symbols.radius_m).argmin()]
    x, y = panel.centre + turn @ best
    return replace(panel, centre=(float(x), float(y)))


def _on_edges(shifts: FloatArray, level: FloatArray, size_m: tuple[float, float], radius_m: float) -> FloatArray:
    """How many symbols, at `level` as on the page, lie on the edges of a panel moved by each of the shifts."""
    away = np.abs(level[None] - shifts[:, None])
    half = np.array(size_m) / 2
    touched, whole = (away < half + radius_m).all(axis=2), (away <= half - radius_m).all(axis=2)
    count: FloatArray = (touched & ~whole).sum(axis=1)
    return count


def _turn(panel: Panel) -> FloatArray:
    """From the plane to the page, for rows of x, y; the other way round for a column."""
    angle = math.radians(panel.rotation)
    return np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
