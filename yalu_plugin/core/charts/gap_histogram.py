"""Histogram of the distances between neighbouring crossings."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.charts.chart import A4, Sheet, Statement, draw_message, drawing, legend
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BINS = 12


def gap_histogram(
    rows: Sequence[Mapping[str, Any]], statement: Statement, sheet: Sheet = A4
) -> Figure:
    """Draw the gaps from each crossing to the next downstream in km, along the river and in a straight line.

    `rows` are those of Measured.table.
    """
    palette, translate = sheet.palette, sheet.translate
    along = [row["gap_along_km"] for row in rows if not math.isnan(row["gap_along_km"])]
    straight = [row["gap_straight_km"] for row in rows if not math.isnan(row["gap_straight_km"])]
    with drawing(translatable("Gaps between neighbouring crossings"), statement, sheet) as (figure, axes):
        if not along:
            draw_message(axes, translate(translatable("fewer than two crossings: no gap between them")))
            return figure
        axes.set_xlabel(translate(translatable("gap to the next crossing downstream, km")))
        axes.set_ylabel(translate(translatable("number of gaps")))
        axes.yaxis.get_major_locator().set_params(integer=True)
        axes.grid(True, axis="y")
        labels = [translate(translatable("along the river, median {km} km")).format(km=f"{median(along):.2f}"),
                  translate(translatable("straight, median {km} km")).format(km=f"{median(straight):.2f}")]
        _, _, (full, hatched) = axes.hist([along, straight], bins=bin_edges(max(along)), label=labels,
                                          color=[palette.first, palette.second], edgecolor=palette.ink, linewidth=0.5)
        for bar in hatched:
            bar.set_hatch("////")
        legend(axes, 2 if sheet.wide else 1)  # shows the style of the first bars, so before any is hidden
        for bar in (*full, *hatched):
            bar.set_visible(bar.get_height() > 0)  # the edge of a bar without height would be a line on the axis
    return figure


def bin_edges(largest: float) -> list[float]:
    """Return the edges of at most MOST_BINS bins from 0 to beyond `largest`, 1, 2 or 5 times a power of ten wide."""
    if largest <= 0:
        return [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(largest / MOST_BINS))
    width = next(step * power for step in (1, 2, 5, 10, 20) if largest / (step * power) < MOST_BINS)
    return [width * number for number in range(math.floor(largest / width) + 2)]
