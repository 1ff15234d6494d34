"""Export of a chart to a file, and to pixels for a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
PNG_DPI = 300


class ChartNotWritten(YaluError):
    """A chart could not be saved."""

    template = translatable("The chart could not be written to {path}. Close it elsewhere, or choose another file.")


class ChartFormatUnknown(YaluError):
    """A file suffix of a format that is not supported."""

    template = translatable("A chart is saved as .svg, .png or .pdf, not as “{path}”. Choose another ending.")


def save(figure: Figure, path: Path) -> None:
    """Write a chart as SVG, PNG (300 dpi) or PDF, by the suffix of `path`; completely or not at all.

    Text in SVG and PDF can be selected and searched.

    Raises:
        ChartFormatUnknown: the suffix is not one of FORMATS.
        ChartNotWritten: the file cannot be written.
    """
    import matplotlib

    kind = path.suffix[1:].lower()
    if kind not in FORMATS:
        raise ChartFormatUnknown(path=str(path))
    try:
        with atomic_write(path) as part, matplotlib.rc_context({"svg.fonttype": "none", "pdf.fonttype": 42}):
            figure.savefig(part, format=kind, dpi=PNG_DPI)
    except OSError as error:
        raise ChartNotWritten(str(error), path=str(path)) from error


def pixels(figure: Figure, dpi: float) -> tuple[int, int, bytes]:
    """Return width, height and pixels: rows from the top, four bytes per pixel (RGBA)."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    return width, height, bytes(canvas.buffer_rgba())
