"""The numbers of the sites on the panels of a strip map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsLayoutItemMap, QgsVectorLayer

from yalu_plugin.core.cartography.symbol_spread import PaperFrame, Spot, spread_symbols
from yalu_plugin.core.corridor.strip_pages import PageSpace
from yalu_plugin.core.published import Row
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers
from yalu_plugin.layers.layouts.numbered_symbols import SYMBOLS, place_symbols
from yalu_plugin.layers.layouts.overview_numbers import NumberedSites, draw_symbols, reach_size
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.reach_maps import ReachMap, box_layers, find_reaches
from yalu_plugin.layers.layouts.site_numbers import SiteNumbers
from yalu_plugin.layers.layouts.strip_plan import Plan

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray


def count_without_space(cut: Plan, places: FloatArray, space: PageSpace) -> int:
    """Return how many symbols have no space on a panel that shows their place.

    places: x, y (m, 2) in the strip's CRS.
    """
    import numpy as np

    count, heights = 0, (height for page in cut.heights for height in page)
    for panel, height in zip(cut.panels, heights):
        angle = np.radians(panel.rotation)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        frame = PaperFrame(0.0, 0.0, space.width / space.symbols, height / space.symbols)
        mm = (places - panel.centre) @ turn * (1000 / cut.scale) * (1, -1) + (space.width / 2, height / 2)
        spots = [spot for spot in map(Spot._make, (mm / space.symbols).tolist()) if frame.holds(spot, 0.0)]
        count += spread_symbols(spots, SYMBOLS, frame).count(None)
    return count


def number_panels(panels: Sequence[QgsLayoutItemMap], numbers: SiteNumbers, shown: Sequence[Row],
                  layers: dict[str, QgsVectorLayer], day: date, style: PageStyle,
                  letters: int, feedback: QgsFeedback | None = None) -> NumberedSites:
    """Draw numbered symbols on the panels in place of the survey's; sites without space on any are in dense reaches.

    letters: how many letters match lines use. `feedback` may cancel. Raises ExportCancelled.
    """
    ids = {row["id"] for row in shown}
    sites = [row for row in numbers.downstream() if row["id"] in ids]
    placed = [place_symbols(item, sites) for item in panels]
    left = ids - {name for one in placed for name in one.numbered_ids}
    reaches = list[ReachMap]()
    for item, one in zip(panels, placed):
        here = find_reaches(item, sites, left & one.places.keys(), reach_size(style), letters + len(reaches), feedback)
        left -= {name for reach in here for name in reach.spots}
        reaches += here
        process_events(feedback)
        boxes = box_layers(item, here, one)
        attach_layers(item.layout(), boxes)
        ground = [layer for layer in item.layers() if layer not in [layers.get(role) for role in ("site_states",
                                                                                                  "sites")]]
        draw_symbols(item, one, [*boxes, *ground], NumberedSites(numbers, sites, ()), layers, day)
    return NumberedSites(numbers, sites, reaches, scale=panels[0].scale())
