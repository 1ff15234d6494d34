"""A chart for a page: the drawing without its texts, and the texts with their positions.

The page writes the texts as its own, so that they can be selected and searched: Qt always draws text in an SVG as
outlines.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

POINTS_PER_INCH = 72
ALIGN = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True)
class PlacedText:
    """A line of text: lengths in points from the upper left corner of the chart, angle in degrees anticlockwise.

    x, y: of the line's start, middle or end on the baseline; `align` says which: 0, 0.5 or 1.
    """

    text: str
    x: float
    y: float
    align: float
    angle: float
    size: float
    color: str
    opacity: float
    bold: bool


def svg_and_texts(figure: Figure) -> tuple[bytes, list[PlacedText]]:
    """Return the chart as an SVG without text, and its lines of text.

    Hatched patches become outlines, because Qt's SVG has no hatching.
    """
    from matplotlib.backends.backend_svg import RendererSVG
    from matplotlib.text import Text

    for patch in figure.findobj(lambda artist: getattr(artist, "get_hatch", str)()):
        patch.set(hatch=None, edgecolor=patch.get_facecolor(), facecolor="none", linewidth=1)
    aligned = {line: text.get_horizontalalignment() for text in figure.findobj(Text)
               for line in text.get_text().split("\n")}
    figure.set_dpi(POINTS_PER_INCH)  # the renderer's unit
    svg, texts = io.StringIO(), []
    renderer = RendererSVG(*figure.bbox.size, svg)

    def collect_text(gc: Any, x: float, y: float, line: str, font: Any, angle: float, ismath: object = False,
             mtext: Text | None = None) -> None:
        """Collect the text instead of drawing it; matplotlib passes no `mtext` for a text of several lines."""
        align = ALIGN[mtext.get_horizontalalignment() if mtext is not None else aligned[line]]
        width = renderer.get_text_width_height_descent(line, font, False)[0]
        texts.append(_written(gc, (x, y), line, font, angle, align, width))

    renderer.draw_text = collect_text
    figure.draw(renderer)
    renderer.finalize()
    return svg.getvalue().encode("utf-8"), texts


def _written(gc: Any, start: tuple[float, float], line: str, font: Any, angle: float, align: float, width: float
             ) -> PlacedText:
    from matplotlib.colors import to_hex

    x = start[0] + align * width * math.cos(math.radians(angle))
    y = start[1] - align * width * math.sin(math.radians(angle))
    return PlacedText(line, x, y, align, angle, font.get_size_in_points(), to_hex(gc.get_rgb()), gc.get_alpha(),
                   font.get_weight() == "bold")
