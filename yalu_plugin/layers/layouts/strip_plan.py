"""The plan of a strip map: scale, panels, the height of each, and how many are on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsFeedback

from yalu_plugin.core.corridor.strip_pages import PageSpace
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.strip_line import Strip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.strips import HandoverStation, Panel

INSIDE_MM = (16.0, 6.0)  # of a panel's width and height, reserved for symbols and names
AIRY_MM = 10.0  # added to the height of a poster's panels
SYMBOL_MM = 3.0  # half the size of the largest symbol, and a little more
MATCH_MM = (13.0, 9.0, 6.0)  # half lengths of match lines that are tried
WIDTHS = (1.0, 0.9, 0.75)  # times the width available for a panel: narrower panels are of more even length
EVEN = 0.3  # if the shortest panel is less than this times the longest, it is a stub
SMOOTH_MM = 4.0  # either side of a match line: for the direction of the river there


@dataclass(frozen=True)
class Plan:
    """Panels at 1:`scale`.

    match_lines: the ends (2, 2) of each, from panel to panel. heights: of the panels in mm, by page.
    """

    scale: int
    panels: Sequence[Panel]
    match_lines: Sequence[FloatArray]
    heights: Sequence[Sequence[float]]

    def pages(self) -> Iterator[tuple[int, Sequence[float]]]:
        """Yield for each page the index of its first panel and the heights of its panels."""
        first = 0
        for heights in self.heights:
            yield first, heights
            first += len(heights)


class Cut(NamedTuple):
    """Panels of at most `size_mm`, and how many of them are on each page.

    even: the length of the shortest panel along the river, as a fraction of the longest one's.
    """

    size_mm: tuple[float, float]
    panels: Sequence[Panel]
    pages: Sequence[int]
    even: float


def plan(strip: Strip, symbols: FloatArray, space: PageSpace, pages: int, scale: int = 0,
         feedback: QgsFeedback | None = None, poster: bool = False) -> Plan:
    """Return the plan with the largest scale that `pages` pages allow, or the plan at 1:`scale` with the fewest pages.

    A scale with a stub of a panel is not used, unless there is one at every scale. symbols: x, y (m, 2), in the strip's
    CRS, of symbols that neither match lines nor edges should cut. poster: all panels are on one page, each as high as
    it needs to be. `feedback` may cancel. Raises PanelsTooSmall and ExportCancelled.
    """
    import numpy as np

    from yalu_plugin.core.corridor.strips import SCALES, PanelsTooSmall, ground

    straight, first = float(np.hypot(*np.diff(strip.line.at(np.array([strip.from_m, strip.to_m])), axis=0)[0])), None
    for denominator in [scale] if scale else SCALES:
        most = None if scale else pages * space.most
        if most and straight > most * ground(_inside(space, space.width, 0.0), denominator)[0]:
            continue  # it would not fit even if the river were straight
        found = [cut for cut in _cuts(strip, space, denominator, most, feedback) if scale or len(cut.pages) <= pages]
        if found:
            best = min(found, key=lambda cut: (len(cut.pages), -cut.even, len(cut.panels)))
            first = first or (denominator, best)
            if scale or best.even >= EVEN:
                process_events(feedback)
                return _finish(strip, symbols, space, denominator, best, poster)
    if first is None:
        raise PanelsTooSmall(scale=scale or SCALES[-1])
    return _finish(strip, symbols, space, *first, poster)


def _cuts(strip: Strip, space: PageSpace, scale: int, most: int | None, feedback: QgsFeedback | None) -> Iterator[Cut]:
    """Yield cuts for various limits to the height and width of panels, with at most `most` panels."""
    from yalu_plugin.core.corridor.strips import PanelsTooSmall

    for height in space.limits():
        for part in WIDTHS:
            process_events(feedback)
            try:
                candidate = _cut(strip, space, scale, (part * space.width, height), most)
            except PanelsTooSmall:
                break
            if candidate.panels[-1].to_m < strip.to_m:
                break  # narrower ones are more
            yield candidate


def _cut(strip: Strip, space: PageSpace, scale: int, size_mm: tuple[float, float], most: int | None = None,
         handover: HandoverStation | None = None) -> Cut:
    """Cut the strip into panels of at most `size_mm`. Raises PanelsTooSmall."""
    from yalu_plugin.core.corridor.strips import cut, ground

    panels = cut(strip.line, strip.from_m, strip.to_m, ground(_inside(space, *size_mm), scale), strip.points,
                 strip.station_m, handover, most)
    lengths = [panel.to_m - panel.from_m for panel in panels]
    return Cut(size_mm, panels, space.pages(_heights(strip, panels, scale, space)), min(lengths) / max(lengths))


def _finish(strip: Strip, symbols: FloatArray, space: PageSpace, scale: int, best: Cut, poster: bool) -> Plan:
    """Return the plan with match lines and edges moved off the symbols, if that needs no more panels and pages."""
    from yalu_plugin.core.corridor.strip_clearance import MatchLines, SymbolDiscs, shifted
    from yalu_plugin.core.corridor.strips import ground

    mm = space.symbols * scale / 1000
    discs = SymbolDiscs(symbols, SYMBOL_MM * mm)
    lines = MatchLines(strip.line, discs, [half * mm for half in MATCH_MM], SMOOTH_MM * mm)
    clear = _cut(strip, space, scale, best.size_mm, handover=lines.last_clear)
    if len(clear.panels) <= len(best.panels) and len(clear.pages) <= len(best.pages):
        best = clear
    needed, first = _heights(strip, best.panels, scale, space), 0
    heights = [[height + AIRY_MM * space.symbols for height in needed]] if poster else []
    for count in () if poster else best.pages:
        heights.append(space.distribute_height(needed[first:first + count]))
        first += count
    moved = [shifted(strip.line, panel, ground((space.width, height), scale),
                     ground(_inside(space, space.width, height), scale), strip.points[_shown(strip, panel)], discs)
             for panel, height in zip(best.panels, (height for page in heights for height in page))]
    return Plan(scale, moved, lines.between(moved), heights)


def _heights(strip: Strip, panels: Sequence[Panel], scale: int, space: PageSpace) -> list[float]:
    """Return the height (mm) that each panel needs for its reach and its crossings, with the reserved space."""
    import numpy as np

    from yalu_plugin.core.corridor.strips import level

    heights = (np.ptp(level(strip.line, panel, strip.points[_shown(strip, panel)])[:, 1]) for panel in panels)
    return [float(height) * 1000 / scale + INSIDE_MM[1] * space.symbols for height in heights]


def _shown(strip: Strip, panel: Panel) -> NDArray[np.bool_]:
    """Return for each crossing whether the panel shows it."""
    shown: NDArray[np.bool_] = (strip.station_m >= panel.from_m) & (strip.station_m <= panel.to_m)
    return shown


def _inside(space: PageSpace, width: float, height: float) -> tuple[float, float]:
    return width - INSIDE_MM[0] * space.symbols, height - INSIDE_MM[1] * space.symbols
