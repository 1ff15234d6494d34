"""The numbers of the sites on the panels of a strip map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsLayoutItemMap, QgsVectorLayer

from yalu_plugin.core.cartography.symbol_spread import Frame, Spot, spread_symbols
from yalu_plugin.core.corridor.strip_pages import PageSpace
from yalu_plugin.core.published import Row
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.choices import Look
from yalu_plugin.layers.layouts.lifetime import give_layers
from yalu_plugin.layers.layouts.marks import SYMBOLS, marks_on
from yalu_plugin.layers.layouts.numbers import Numbers
from yalu_plugin.layers.layouts.overview_numbers import Numbered, put_on, reach_size
from yalu_plugin.layers.layouts.reach_maps import ReachMap, box_layers, reaches_of
from yalu_plugin.layers.layouts.strip_plan import Plan

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray


def without_room(cut: Plan, places: FloatArray, room: PageSpace) -> int:
    """How many symbols have no room on a panel that shows their place; places: x, y (m, 2) in the strip's CRS."""
    import numpy as np

    count, heights = 0, (height for page in cut.heights for height in page)
    for panel, height in zip(cut.panels, heights):
        angle = np.radians(panel.rotation)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        frame = Frame(0.0, 0.0, room.width / room.symbols, height / room.symbols)
        mm = (places - panel.centre) @ turn * (1000 / cut.scale) * (1, -1) + (room.width / 2, height / 2)
        spots = [spot for spot in map(Spot._make, (mm / room.symbols).tolist()) if frame.holds(spot, 0.0)]
        count += spread_symbols(spots, SYMBOLS, frame).count(None)
    return count


def number_panels(panels: Sequence[QgsLayoutItemMap], numbers: Numbers, shown: Sequence[Row],
                  layers: dict[str, QgsVectorLayer], day: date, look: Look,
                  letters: int, feedback: QgsFeedback | None = None) -> Numbered:
    """Put numbered symbols on the panels in place of the survey's; what has no room on any is in a dense reach.

    letters: how many are taken, by match lines. `feedback` may cancel. Raises Cancelled.
    """
    ids = {row["id"] for row in shown}
    sites = [row for row in numbers.along() if row["id"] in ids]
    marks = [marks_on(item, sites) for item in panels]
    left = ids - {name for one in marks for name in one.standing}
    reaches = list[ReachMap]()
    for item, one in zip(panels, marks):
        here = reaches_of(item, sites, left & one.places.keys(), reach_size(look), letters + len(reaches), feedback)
        left -= {name for reach in here for name in reach.spots}
        reaches += here
        breathe(feedback)
        boxes = box_layers(item, here, one)
        give_layers(item.layout(), boxes)
        ground = [layer for layer in item.layers() if layer not in [layers.get(role) for role in ("site_states",
                                                                                                  "sites")]]
        put_on(item, one, [*boxes, *ground], Numbered(numbers, sites, ()), layers, day)
    return Numbered(numbers, sites, reaches, scale=panels[0].scale())
