"""The matrix as a drawing: sites down, dates across. Its words are apart, so that a page writes them as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from yalu_plugin.core.cartography.state_marks import INK, cell_svg
from yalu_plugin.core.charts.chart import WIDE
from yalu_plugin.core.charts.chart_text import PlacedText
from yalu_plugin.core.survey.matrix.matrix_cells import NOBODY, Cell

GRID, FAINT = "#c9ccd0", "#8a8f94"
CHAR_WIDTH = 0.55  # of the size: the width of a letter on average
LEGEND_PT = 12.0  # a line of the legend
MARGIN_PT = 8.0  # around a picture


@dataclass(frozen=True)
class Sizes:
    """Lengths in points: a cell, the room for names, the letters, and the width of all."""

    cell: tuple[float, float] = (19.0, 12.0)
    names: float = 150.0
    font_pt: float = 6.5
    width: float = 0.0  # of the legend; 0: as wide as the cells


@dataclass(frozen=True)
class MatrixDrawing:
    """`rows`: kilometre and name of each site; `columns`: the short lines of each heading; `cell`: by row and column.
    `legend`: examples of cells and their words. `head` and `foot`: lines of text above and below, if any.
    """

    rows: Sequence[tuple[str, str]]
    columns: Sequence[Sequence[str]]
    cell: Callable[[int, int], Cell]
    legend: Sequence[tuple[Cell, str]]
    head: Sequence[str] = ()
    foot: Sequence[str] = ()
    watermark: str = ""


def matrix_svg_and_texts(matrix: MatrixDrawing, sizes: Sizes = Sizes()) -> tuple[bytes, list[PlacedText]]:  # noqa: B008 - it is frozen
    """The drawing as an SVG without text, and its words with their places."""
    page = _Page(matrix, sizes)
    return page.svg().encode("utf-8"), page.texts


def matrix_svg(matrix: MatrixDrawing, sizes: Sizes = Sizes()) -> bytes:  # noqa: B008 - it is frozen
    """The drawing as an SVG whose text is text."""
    page = _Page(matrix, sizes)
    return page.svg("".join(map(_text, page.texts)), MARGIN_PT).encode("utf-8", "replace")


class _Page:
    def __init__(self, matrix: MatrixDrawing, sizes: Sizes) -> None:
        self._matrix, self._sizes, self.texts = matrix, sizes, list[PlacedText]()
        self._line = 1.35 * sizes.font_pt
        lines = max(map(len, matrix.columns), default=0)
        wide, high = sizes.cell
        self._left, self._top = sizes.names, (len(matrix.head) + lines) * self._line + 4
        self._bottom = self._top + high * len(matrix.rows)
        self.width = max(sizes.width, sizes.names + wide * len(matrix.columns) + 1, sizes.names + 120)
        self._write_head(lines)
        self._write_names()
        legend, ends = self._legend(self._bottom + 8)
        self.height = ends + len(matrix.foot) * self._line + 4
        for at, line in enumerate(matrix.foot):
            self._write(line, 1, ends + (at + 1) * self._line, size=0.9)
        self._body = self._grid() + self._cells() + legend
        if matrix.watermark:
            self.texts.append(PlacedText(matrix.watermark, self.width / 2, self.height / 2, 0.5, 20.0, 36.0, "#d55e00",
                                      0.25, True))

    def svg(self, text: str = "", margin: float = 0.0) -> str:
        wide, high = self.width + 2 * margin, self.height + 2 * margin
        return (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                f'width="{wide:g}pt" height="{high:g}pt" viewBox="{-margin:g} {-margin:g} {wide:g} {high:g}">'
                f'<rect x="{-margin:g}" y="{-margin:g}" width="{wide:g}" height="{high:g}" fill="#ffffff"/>'
                f'{self._body}{text}</svg>')

    def _write(self, text: str, x: float, y: float, align: float = 0.0, size: float = 1.0, bold: bool = False) -> None:
        self.texts.append(PlacedText(text, x, y, align, 0.0, size * self._sizes.font_pt, INK, 1.0, bold))

    def _write_head(self, lines: int) -> None:
        for at, line in enumerate(self._matrix.head):
            self._write(line, 1, (at + 0.8) * self._line, size=1.25 if at == 0 else 1.0, bold=at == 0)
        wide = self._sizes.cell[0]
        for column, heading in enumerate(self._matrix.columns):
            for at, line in enumerate(heading):
                up = lines - len(heading) + at + len(self._matrix.head)
                self._write(line, self._left + (column + 0.5) * wide, (up + 0.9) * self._line, 0.5, 0.9)

    def _write_names(self) -> None:
        high, km_room = self._sizes.cell[1], 7 * CHAR_WIDTH * self._sizes.font_pt
        for row, (km, name) in enumerate(self._matrix.rows):
            y = self._top + (row + 0.5) * high + 0.35 * self._sizes.font_pt
            self._write(km, km_room, y, 1.0)
            self._write(elided(name, self._left - km_room - 8, self._sizes.font_pt), km_room + 5, y)

    def _grid(self) -> str:
        wide, high = self._sizes.cell
        across, down = wide * len(self._matrix.columns), high * len(self._matrix.rows)
        lines = "".join(f"M{self._left:g} {self._top + high * at:g}h{across:g}"
                        for at in range(len(self._matrix.rows) + 1))
        lines += "".join(f"M{self._left + wide * at:g} {self._top:g}v{down:g}"
                         for at in range(len(self._matrix.columns) + 1))
        return f'<path d="{lines}" fill="none" stroke="{GRID}" stroke-width="0.4"/>'

    def _cells(self) -> str:
        """Each different cell is matrix_svg_and_texts once, and used wherever it stands."""
        wide, high = self._sizes.cell
        names: dict[Cell, str] = {}
        used = []
        for row in range(len(self._matrix.rows)):
            for column in range(len(self._matrix.columns)):
                cell = self._matrix.cell(row, column)
                if cell != NOBODY:
                    name = names.setdefault(cell, f"c{len(names)}")
                    used.append(f'<use xlink:href="#{name}" x="{self._left + column * wide + 0.3:g}" '
                                f'y="{self._top + row * high + 0.3:g}"/>')
        made = "".join(f'<g id="{name}">{cell_svg(cell, wide - 0.6, high - 0.6)}</g>' for cell, name in names.items())
        return f"<defs>{made}</defs>" + "".join(used)

    def _legend(self, top: float) -> tuple[str, float]:
        """The marks and what they mean, in as many lines as it takes, and where they end."""
        parts, x, y = [], 1.0, top
        wide, high = 16.0, 9.0
        for cell, texts in self._matrix.legend:
            room = wide + 4 + text_width(texts, self._sizes.font_pt) + 12
            if x + room > self.width and x > 1:
                x, y = 1.0, y + LEGEND_PT
            parts.append(f'<g transform="translate({x:g},{y:g})">{cell_svg(cell, wide, high)}<rect x="0" y="0" '
                         f'width="{wide:g}" height="{high:g}" fill="none" stroke="{FAINT}" stroke-width="0.4"/></g>')
            self._write(texts, x + wide + 4, y + 0.75 * high)
            x += room
        return "".join(parts), y + LEGEND_PT if self._matrix.legend else top


def text_width(text: str, size: float) -> float:
    """About how wide a text is, in points."""
    return size * sum(1.0 if unicodedata.east_asian_width(letter) in WIDE else CHAR_WIDTH for letter in text)


def elided(text: str, width: float, size: float) -> str:
    """The text, its middle left out where it is wider: numbers that tell names apart stand last."""
    if text_width(text, size) <= width:
        return text
    for kept in range(len(text) - 1, 1, -1):
        shown = f"{text[:kept - kept // 2]}…{text[len(text) - kept // 2:]}"
        if text_width(shown, size) <= width:
            return shown
    return "…"


def _text(word: PlacedText) -> str:
    anchor = {0.0: "start", 0.5: "middle", 1.0: "end"}[word.align]
    turned = f' transform="rotate({-word.angle:g} {word.x:g} {word.y:g})"' if word.angle else ""
    bold = ' font-weight="bold"' if word.bold else ""
    return (f'<text x="{word.x:g}" y="{word.y:g}" font-family="Open Sans, Noto Sans, DejaVu Sans, sans-serif" '
            f'font-size="{word.size:g}" fill="{word.color}" fill-opacity="{word.opacity:g}" '
            f'text-anchor="{anchor}"{bold}{turned}>{escape(word.text)}</text>')
