"""A chart as a file, and as pixels for a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.atomic_file import written_whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
PNG_DPI = 300


class ChartNotWritten(YaluError):
    """A chart could not be saved."""

    template = translatable("The chart could not be written to {path}. Close it elsewhere, or choose another file.")


class ChartFormatUnknown(YaluError):
    """A file ending that says no format we write."""

    template = translatable("A chart is saved as .svg, .png or .pdf, not as “{path}”. Choose another ending.")


def save(figure: Figure, path: Path) -> None:
    """Write a chart as SVG, PNG (300 dpi) or PDF, by the ending of `path`; whole or not at all.

    Text in SVG and PDF stays text, to be selected and searched. Raises ChartFormatUnknown, ChartNotWritten.
    """
    import matplotlib

    kind = path.suffix[1:].lower()
    if kind not in FORMATS:
        raise ChartFormatUnknown(path=str(path))
    try:
        with written_whole(path) as part, matplotlib.rc_context({"svg.fonttype": "none", "pdf.fonttype": 42}):
            figure.savefig(part, format=kind, dpi=PNG_DPI)
    except OSError as error:
        raise ChartNotWritten(str(error), path=str(path)) from error


def pixels(figure: Figure, dpi: float) -> tuple[int, int, bytes]:
    """Width and height in pixels, and the pixels themselves: rows from the top, four bytes each (RGBA)."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    return width, height, bytes(canvas.buffer_rgba())
