"""The common parts of all charts: size, fonts and colours, title, and the caption with line, datum, day and source."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Callable

from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Translate = Callable[[str], str]  # translates a text marked as translatable; `str` leaves it in English

TEXT_PT, SMALL_PT = 8.0, 6.5
WIDE = frozenset("WF")  # East Asian widths of two columns
# The first of these that is installed draws Hangul and Chinese, which the default font lacks.
EAST_ASIAN = ("Noto Sans CJK KR", "Noto Sans CJK SC", "Noto Sans CJK JP", "Malgun Gothic", "Microsoft YaHei",
              "Apple SD Gothic Neo", "PingFang SC", "Arial Unicode MS")


@dataclass(frozen=True)
class Statement:
    """The basis of a chart, for its caption: texts in the reader's language; empty ones are left out.

    line: the river line; datum: where chainage starts; day: the day of the states shown, with its time zone;
    source: who published the sites. `synthetic` marks a chart that contains any synthetic data.
    """

    line: str = ""
    datum: str = ""
    day: str = ""
    source: str = ""
    synthetic: bool = False

    def caption(self, translate: Translate = str) -> str:
        """Return the caption in one line."""
        parts = {translatable("Line: {text}"): self.line, translatable("Datum: {text}"): self.datum,
                 translatable("As of {text}"): self.day, translatable("Source: {text}"): self.source}
        texts = [translate(part).format(text=text) for part, text in parts.items() if text]
        return " · ".join([translate(translatable("SYNTHETIC data"))] * self.synthetic + texts)


@dataclass(frozen=True)
class Palette:
    """Colours of paper, text, lines behind the data, and two series of figures.

    The two are from Okabe and Ito's set, distinguishable with every kind of colour vision; their marks or hatching
    differ, too.
    """

    paper: str
    ink: str
    faint: str
    first: str
    second: str


LIGHT = Palette("#ffffff", "#1a1a1a", "#c4c8cc", "#0072b2", "#d55e00")
DARK = Palette("#2b2b2b", "#ececec", "#5c6166", "#56b4e9", "#e69f00")


@dataclass(frozen=True)
class Sheet:
    """How a chart is drawn.

    Width and height in inches (by default as wide as the text of an A4 page), colours, the function that translates its
    texts, and whether it has a title.
    """

    size: tuple[float, float] = (6.5, 3.2)
    palette: Palette = LIGHT
    translate: Translate = str
    titled: bool = True

    @property
    def wide(self) -> bool:
        """Whether two legend entries fit side by side."""
        return self.size[0] > 5


A4 = Sheet()


@contextmanager
def drawing(title: str, statement: Statement, sheet: Sheet) -> Iterator[tuple[Figure, Axes]]:
    """Provide a figure and its axes to draw on, with title (to be translated), caption and watermark.

    Matplotlib's global settings are not changed: no pyplot, and fonts and colours apply only inside the context.
    """
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_settings(sheet.palette)):
        figure = Figure(figsize=sheet.size, layout="constrained")
        axes = figure.add_subplot()
        if sheet.titled:
            figure.suptitle(sheet.translate(title), x=0.01, ha="left", fontsize=TEXT_PT + 1, fontweight="bold")
        columns = int(sheet.size[0] * 72 / (SMALL_PT * 0.56))  # the average width of a character of the small text
        if caption := wrapped(statement.caption(sheet.translate), columns):
            figure.supxlabel(caption, x=0.01, ha="left", fontsize=SMALL_PT)
        yield figure, axes
        if statement.synthetic:
            figure.text(0.5, 0.5, sheet.translate(translatable("SYNTHETIC")), fontsize=40, fontweight="bold",
                        rotation=20, color="#d55e00", alpha=0.25, ha="center", va="center")
        figure.draw_without_rendering()  # ticks are created when first drawn, with the settings at that time


def legend(axes: Axes, columns: int) -> None:
    """Draw the legend above the axes, where it covers no data."""
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), borderaxespad=0.1, ncols=columns, handletextpad=0.5)


def draw_message(axes: Axes, text: str) -> None:
    """Draw a message in the middle of empty axes."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    axes.text(0.5, 0.5, text, transform=axes.transAxes, ha="center", va="center")


def wrapped(text: str, columns: int) -> str:
    """Wrap `text` to lines of at most `columns` columns, at spaces and between East Asian characters."""
    lines, width = [""], 0
    for piece in _pieces(text):
        needed = sum(2 if unicodedata.east_asian_width(char) in WIDE else 1 for char in piece)
        if width + needed > columns and width:
            lines.append("")
            piece, width = piece.lstrip(), 0
        lines[-1] += piece
        width += needed
    return "\n".join(line.rstrip() for line in lines)


def _pieces(text: str) -> Iterator[str]:
    """Yield words with the space before them, and East Asian characters one by one."""
    word = ""
    for char in text:
        if char == " " or unicodedata.east_asian_width(char) in WIDE:
            yield word
            word = ""
        word += char
    yield word


def _settings(palette: Palette) -> dict[str, Any]:
    ink = ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color")
    return {"font.family": _fonts(), "font.size": TEXT_PT, "axes.labelsize": TEXT_PT, "figure.facecolor": palette.paper,
            "axes.facecolor": palette.paper, "savefig.facecolor": palette.paper, "legend.frameon": False,
            "legend.fontsize": TEXT_PT - 1, "axes.spines.top": False, "axes.spines.right": False,
            "grid.color": palette.faint, "grid.linewidth": 0.6, "axes.axisbelow": True,
            "axes.unicode_minus": False, "text.parse_math": False,  # a name may have two dollar signs
            **dict.fromkeys(ink, palette.ink)}


@cache
def _fonts() -> list[str]:
    """Return the font families, in the order in which they are searched for a character."""
    from matplotlib import font_manager

    here = {font.name for font in font_manager.fontManager.ttflist}
    return ["DejaVu Sans", *[name for name in EAST_ASIAN if name in here][:1]]
