"""How a strip map is cut: the scale, the panels, how high each is, and how many of them stand on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback

from yalu_plugin.core.corridor.strip_pages import Room
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.strip_line import Strip

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.strips import HandOver, Panel

INSIDE_MM = (16.0, 6.0)  # of a panel's width and height, kept free for symbols and names
SYMBOL_MM = 3.0  # half the size of the largest symbol, and a little more
MATCH_MM = (13.0, 9.0, 6.0)  # half the length of a match line: what is tried
SMOOTH_MM = 4.0  # either side of a match line: the direction of the river there


@dataclass(frozen=True)
class Plan:
    """Panels at 1:`scale`; match_lines: their ends (2, 2), from panel to panel.

    heights: of the panels in mm, by page.
    """

    scale: int
    panels: Sequence[Panel]
    match_lines: Sequence[FloatArray]
    heights: Sequence[Sequence[float]]

    def pages(self) -> Iterator[tuple[int, Sequence[float]]]:
        """Of each page its first panel, counted from 0, and the heights of its panels."""
        first = 0
        for heights in self.heights:
            yield first, heights
            first += len(heights)


def plan(strip: Strip, symbols: FloatArray, room: Room, pages: int, scale: int = 0,
         feedback: QgsFeedback | None = None) -> Plan:
    """The plan with the largest scale that `pages` pages allow, or at 1:`scale` the one with the fewest pages.

    symbols: x, y (m, 2) in the strip's CRS of what neither match lines nor edges should cut. `feedback` may
    cancel. Raises PanelsTooSmall and Cancelled.
    """
    import numpy as np

    from yalu_plugin.core.corridor.strips import SCALES, PanelsTooSmall, ground

    straight = float(np.hypot(*np.diff(strip.line.at(np.array([strip.from_m, strip.to_m])), axis=0)[0]))
    for denominator in [scale] if scale else SCALES:
        most = None if scale else pages * room.most
        if most and straight > most * ground(_inside(room, 0.0), denominator)[0]:
            continue  # not even if the river were straight
        fitting = [found for found in _cuts(strip, room, denominator, most, feedback)
                   if scale or len(found[1]) <= pages]
        if fitting:
            limit, counts = min(fitting, key=lambda found: (len(found[1]), sum(found[1])))
            return _finished(strip, symbols, room, denominator, limit, len(counts))
    raise PanelsTooSmall(scale=scale or SCALES[-1])


def _cuts(strip: Strip, room: Room, scale: int, most: int | None, feedback: QgsFeedback | None
          ) -> Iterator[tuple[float, list[int]]]:
    """What comes of each limit to the height of panels, of no more than `most`: how many of them stand on each page."""
    from yalu_plugin.core.corridor.strips import PanelsTooSmall, cut, ground

    for limit in room.limits():
        try:
            panels = cut(strip.line, strip.from_m, strip.to_m, ground(_inside(room, limit), scale), strip.points,
                         strip.station_m, most=most)
        except PanelsTooSmall:  # lower ones are none the better
            return
        if panels[-1].to_m >= strip.to_m:
            yield limit, room.pages(_heights(strip, panels, scale))
        breathe(feedback)


def _finished(strip: Strip, symbols: FloatArray, room: Room, scale: int, limit: float, pages: int) -> Plan:
    """The plan on so many pages: panels of about one length, match lines and edges beside the symbols."""
    from yalu_plugin.core.corridor.strip_clearance import MatchLines, Symbols, shifted
    from yalu_plugin.core.corridor.strips import cut, ground

    mm = scale / 1000
    discs = Symbols(symbols, SYMBOL_MM * mm)
    lines = MatchLines(strip.line, discs, [half * mm for half in MATCH_MM], SMOOTH_MM * mm)
    panels = _balanced(strip, room, scale, limit, pages, lines.last_clear) or cut(
        strip.line, strip.from_m, strip.to_m, ground(_inside(room, limit), scale), strip.points, strip.station_m)
    needed, heights, first = _heights(strip, panels, scale), list[list[float]](), 0
    for count in room.pages(needed):
        heights.append(room.shared_out(needed[first:first + count]))
        first += count
    moved = [shifted(strip.line, panel, ground((room.width, height), scale), ground(_inside(room, height), scale),
                     strip.points[_shown(strip, panel)], discs)
             for panel, height in zip(panels, (height for page in heights for height in page))]
    return Plan(scale, moved, lines.between(moved), heights)


def _balanced(strip: Strip, room: Room, scale: int, limit: float, pages: int, hand_over: HandOver
              ) -> Sequence[Panel] | None:
    """Panels of about one length where those fit on so many pages, too."""
    from yalu_plugin.core.corridor.strips import balanced, ground

    panels = balanced(strip.line, strip.from_m, strip.to_m, ground(_inside(room, limit), scale), strip.points,
                      strip.station_m, hand_over)
    return panels if len(room.pages(_heights(strip, panels, scale))) <= pages else None


def _heights(strip: Strip, panels: Sequence[Panel], scale: int) -> list[float]:
    """How high (mm) each panel has to be for its reach and its crossings, with what is kept free."""
    import numpy as np

    from yalu_plugin.core.corridor.strips import level

    heights = (np.ptp(level(strip.line, panel, strip.points[_shown(strip, panel)])[:, 1]) for panel in panels)
    return [float(height) * 1000 / scale + INSIDE_MM[1] for height in heights]


def _shown(strip: Strip, panel: Panel) -> FloatArray:
    """Which of the crossings the panel shows."""
    shown: FloatArray = (strip.station_m >= panel.from_m) & (strip.station_m <= panel.to_m)
    return shown


def _inside(room: Room, height: float) -> tuple[float, float]:
    return room.width - INSIDE_MM[0], height - INSIDE_MM[1]
