"""How a strip map is cut: the scale, the panels, and how many of them stand on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback

from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.strip_line import Strip

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.strips import Panel

INSIDE_MM = (16.0, 8.0)  # of a panel's width and height, kept free for symbols and names
SYMBOL_MM = 3.0  # half the size of the largest symbol, and a little more
MATCH_MM = (13.0, 9.0, 6.0)  # half the length of a match line: what is tried
SMOOTH_MM = 4.0  # either side of a match line: the direction of the river there


@dataclass(frozen=True)
class Plan:
    """Panels at 1:`scale`, `rows` of them on a page; match_lines: their ends (2, 2), from panel to panel."""

    scale: int
    rows: int
    panels: Sequence[Panel]
    match_lines: Sequence[FloatArray]


def plan(strip: Strip, symbols: FloatArray, width_mm: float, heights_mm: Mapping[int, float], pages: int,
         scale: int = 0, feedback: QgsFeedback | None = None) -> Plan:
    """The plan with the largest scale that `pages` pages allow, or at 1:`scale` the one with the fewest pages.

    heights_mm: how high a panel is, by the number of panels on a page. Among equals, the page that is filled best.
    symbols: x, y (m, 2) in the strip's CRS of what neither match lines nor edges should cut. `feedback` may
    cancel. Raises PanelsTooSmall and Cancelled.
    """
    from yalu_plugin.core.corridor.strips import PanelsTooSmall

    scales, refusal = {}, PanelsTooSmall(scale=scale)
    for rows, height in heights_mm.items():
        try:
            scales[rows] = scale or _largest_scale(strip, (width_mm, height), pages * rows)
        except PanelsTooSmall as error:
            refusal = error
        breathe(feedback)
    plans = []
    for rows in [rows for rows, found in scales.items() if found == min(scales.values())]:
        try:
            plans.append(_plan(strip, symbols, (width_mm, heights_mm[rows]), rows, scales[rows]))
        except PanelsTooSmall:
            refusal = PanelsTooSmall(scale=scales[rows])
        breathe(feedback)
    if not plans:
        raise refusal
    return min(plans, key=lambda one: (-(-len(one.panels) // one.rows), -len(one.panels) % one.rows, one.rows))


def _largest_scale(strip: Strip, size_mm: tuple[float, float], most: int) -> int:
    from yalu_plugin.core.corridor.strips import choose_scale

    return choose_scale(strip.line, strip.from_m, strip.to_m, _inside(size_mm), most, strip.points, strip.station_m)


def _inside(size_mm: tuple[float, float]) -> tuple[float, float]:
    return size_mm[0] - INSIDE_MM[0], size_mm[1] - INSIDE_MM[1]


def _plan(strip: Strip, symbols: FloatArray, size_mm: tuple[float, float], rows: int, scale: int) -> Plan:
    """The plan for panels of this size, so many on a page. Raises PanelsTooSmall."""
    from yalu_plugin.core.corridor.strip_clearance import MatchLines, Symbols, shifted
    from yalu_plugin.core.corridor.strips import balanced, ground

    inside_m, mm = ground(_inside(size_mm), scale), scale / 1000
    discs = Symbols(symbols, SYMBOL_MM * mm)
    lines = MatchLines(strip.line, discs, [half * mm for half in MATCH_MM], SMOOTH_MM * mm)
    panels = balanced(strip.line, strip.from_m, strip.to_m, inside_m, strip.points, strip.station_m, lines.last_clear)
    kept = [(panel, (strip.station_m >= panel.from_m) & (strip.station_m <= panel.to_m)) for panel in panels]
    panels = [shifted(strip.line, panel, ground(size_mm, scale), inside_m, strip.points[near], discs)
              for panel, near in kept]
    return Plan(scale, rows, panels, lines.between(panels))
