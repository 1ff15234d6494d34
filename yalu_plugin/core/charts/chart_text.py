"""A chart for a page: its drawing without its words, and the words with their places.

Whoever sets the page writes the words as text of its own, which can be selected and searched: Qt draws text in an SVG
as outlines, whatever it is given.
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
    """The chart as an SVG without text, and its lines of text. Hatching is made outlines: Qt's SVG has none."""
    from matplotlib.backends.backend_svg import RendererSVG
    from matplotlib.text import Text

    for patch in figure.findobj(lambda artist: getattr(artist, "get_hatch", str)()):
        patch.set(hatch=None, edgecolor=patch.get_facecolor(), facecolor="none", linewidth=1)
    aligned = {line: text.get_horizontalalignment() for text in figure.findobj(Text)
               for line in text.get_text().split("\n")}
    figure.set_dpi(POINTS_PER_INCH)  # what the renderer counts in
    svg, words = io.StringIO(), []
    renderer = RendererSVG(*figure.bbox.size, svg)

    def keep(gc: Any, x: float, y: float, line: str, font: Any, angle: float, ismath: object = False,
             mtext: Text | None = None) -> None:
        """In place of drawing it; matplotlib does not tell whose it is where a text has several lines."""
        align = ALIGN[mtext.get_horizontalalignment() if mtext is not None else aligned[line]]
        width = renderer.get_text_width_height_descent(line, font, False)[0]
        words.append(_written(gc, (x, y), line, font, angle, align, width))

    renderer.draw_text = keep
    figure.draw(renderer)
    renderer.finalize()
    return svg.getvalue().encode("utf-8"), words


def _written(gc: Any, start: tuple[float, float], line: str, font: Any, angle: float, align: float, width: float
             ) -> PlacedText:
    from matplotlib.colors import to_hex

    x = start[0] + align * width * math.cos(math.radians(angle))
    y = start[1] - align * width * math.sin(math.radians(angle))
    return PlacedText(line, x, y, align, angle, font.get_size_in_points(), to_hex(gc.get_rgb()), gc.get_alpha(),
                   font.get_weight() == "bold")
