"""How a strip map is cut: the scale, the panels, how high each is, and how many of them stand on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsFeedback

from yalu_plugin.core.corridor.strip_pages import PageSpace
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.strip_line import Strip

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.strips import HandoverStation, Panel

INSIDE_MM = (16.0, 6.0)  # of a panel's width and height, kept free for symbols and names
AIRY_MM = 10.0  # more than it needs, of a panel of a poster
SYMBOL_MM = 3.0  # half the size of the largest symbol, and a little more
MATCH_MM = (13.0, 9.0, 6.0)  # half the length of a match line: what is tried
WIDTHS = (1.0, 0.9, 0.75)  # of the room for a panel: narrower ones are more even
EVEN = 0.3  # a shortest panel of less than this part of the longest one is a stub
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


class Cut(NamedTuple):
    """Panels no wider and no higher than this, in mm, how many of them stand on each page, and how even they are.

    even: the shortest one's length along the river, as a part of the longest one's.
    """

    size_mm: tuple[float, float]
    panels: Sequence[Panel]
    pages: Sequence[int]
    even: float


def plan(strip: Strip, symbols: FloatArray, room: PageSpace, pages: int, scale: int = 0,
         feedback: QgsFeedback | None = None, poster: bool = False) -> Plan:
    """The plan with the largest scale that `pages` pages allow, or at 1:`scale` the one with the fewest pages.

    A larger scale is not bought with a stub of a panel, unless there is one at every scale. symbols: x, y (m, 2) in the
    strip's CRS of what neither match lines nor edges should cut. poster: all panels are then put on one page, each as
    high as it needs to be. `feedback` may cancel. Raises PanelsTooSmall and Cancelled.
    """
    import numpy as np

    from yalu_plugin.core.corridor.strips import SCALES, PanelsTooSmall, ground

    straight, first = float(np.hypot(*np.diff(strip.line.at(np.array([strip.from_m, strip.to_m])), axis=0)[0])), None
    for denominator in [scale] if scale else SCALES:
        most = None if scale else pages * room.most
        if most and straight > most * ground(_inside(room, room.width, 0.0), denominator)[0]:
            continue  # not even if the river were straight
        found = [cut for cut in _cuts(strip, room, denominator, most, feedback) if scale or len(cut.pages) <= pages]
        if found:
            best = min(found, key=lambda cut: (len(cut.pages), -cut.even, len(cut.panels)))
            first = first or (denominator, best)
            if scale or best.even >= EVEN:
                breathe(feedback)
                return _finished(strip, symbols, room, denominator, best, poster)
    if first is None:
        raise PanelsTooSmall(scale=scale or SCALES[-1])
    return _finished(strip, symbols, room, *first, poster)


def _cuts(strip: Strip, room: PageSpace, scale: int, most: int | None, feedback: QgsFeedback | None) -> Iterator[Cut]:
    """What comes of limits to the height and the width of panels, of no more than `most`."""
    from yalu_plugin.core.corridor.strips import PanelsTooSmall

    for height in room.limits():
        for part in WIDTHS:
            breathe(feedback)
            try:
                made = _cut(strip, room, scale, (part * room.width, height), most)
            except PanelsTooSmall:
                break
            if made.panels[-1].to_m < strip.to_m:
                break  # narrower ones are more
            yield made


def _cut(strip: Strip, room: PageSpace, scale: int, size_mm: tuple[float, float], most: int | None = None,
         handover: HandoverStation | None = None) -> Cut:
    """Raises PanelsTooSmall."""
    from yalu_plugin.core.corridor.strips import cut, ground

    panels = cut(strip.line, strip.from_m, strip.to_m, ground(_inside(room, *size_mm), scale), strip.points,
                 strip.station_m, handover, most)
    lengths = [panel.to_m - panel.from_m for panel in panels]
    return Cut(size_mm, panels, room.pages(_heights(strip, panels, scale, room)), min(lengths) / max(lengths))


def _finished(strip: Strip, symbols: FloatArray, room: PageSpace, scale: int, best: Cut, poster: bool) -> Plan:
    """The plan with match lines and edges beside the symbols, as far as that takes neither panels nor pages more."""
    from yalu_plugin.core.corridor.strip_clearance import MatchLines, Symbols, shifted
    from yalu_plugin.core.corridor.strips import ground

    mm = room.symbols * scale / 1000
    discs = Symbols(symbols, SYMBOL_MM * mm)
    lines = MatchLines(strip.line, discs, [half * mm for half in MATCH_MM], SMOOTH_MM * mm)
    clear = _cut(strip, room, scale, best.size_mm, handover=lines.last_clear)
    if len(clear.panels) <= len(best.panels) and len(clear.pages) <= len(best.pages):
        best = clear
    needed, first = _heights(strip, best.panels, scale, room), 0
    heights = [[height + AIRY_MM * room.symbols for height in needed]] if poster else []
    for count in () if poster else best.pages:
        heights.append(room.distribute_height(needed[first:first + count]))
        first += count
    moved = [shifted(strip.line, panel, ground((room.width, height), scale),
                     ground(_inside(room, room.width, height), scale), strip.points[_shown(strip, panel)], discs)
             for panel, height in zip(best.panels, (height for page in heights for height in page))]
    return Plan(scale, moved, lines.between(moved), heights)


def _heights(strip: Strip, panels: Sequence[Panel], scale: int, room: PageSpace) -> list[float]:
    """How high (mm) each panel has to be for its reach and its crossings, with what is kept free."""
    import numpy as np

    from yalu_plugin.core.corridor.strips import level

    heights = (np.ptp(level(strip.line, panel, strip.points[_shown(strip, panel)])[:, 1]) for panel in panels)
    return [float(height) * 1000 / scale + INSIDE_MM[1] * room.symbols for height in heights]


def _shown(strip: Strip, panel: Panel) -> FloatArray:
    """Which of the crossings the panel shows."""
    shown: FloatArray = (strip.station_m >= panel.from_m) & (strip.station_m <= panel.to_m)
    return shown


def _inside(room: PageSpace, width: float, height: float) -> tuple[float, float]:
    return width - INSIDE_MM[0] * room.symbols, height - INSIDE_MM[1] * room.symbols
