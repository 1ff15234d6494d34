"""The matrix as an SVG drawing: sites in rows, dates in columns. Its texts can be separate, for a page to write."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from yalu_plugin.core.cartography.state_marks import INK, cell_svg
from yalu_plugin.core.charts.chart import WIDE
from yalu_plugin.core.charts.chart_text import PlacedText
from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL, Cell

GRID, FAINT = "#c9ccd0", "#8a8f94"
CHAR_WIDTH = 0.55  # average width of a character, as a share of the font size
LEGEND_PT = 12.0  # a line of the legend
MARGIN_PT = 8.0  # around the drawing in a file


@dataclass(frozen=True)
class Sizes:
    """Lengths in points: width and height of a cell, width of the names, font size, and total width."""

    cell: tuple[float, float] = (19.0, 12.0)
    names: float = 150.0
    font_pt: float = 6.5
    width: float = 0.0  # of the legend; 0: as wide as the cells


@dataclass(frozen=True)
class MatrixDrawing:
    """The content of a matrix drawing.

    `rows`: kilometre and name of each site; `columns`: the short lines of each heading; `cell`: by row and column.
    `legend`: examples of cells and their labels. `head` and `foot`: lines of text above and below, if any.
    """

    rows: Sequence[tuple[str, str]]
    columns: Sequence[Sequence[str]]
    cell: Callable[[int, int], Cell]
    legend: Sequence[tuple[Cell, str]]
    head: Sequence[str] = ()
    foot: Sequence[str] = ()
    watermark: str = ""


def matrix_svg_and_texts(
    matrix: MatrixDrawing, sizes: Sizes = Sizes()  # noqa: B008 - it is frozen
) -> tuple[bytes, list[PlacedText]]:
    """Return the drawing as an SVG without text, and its texts with their positions."""
    page = _Page(matrix, sizes)
    return page.svg().encode("utf-8"), page.texts


def matrix_svg(matrix: MatrixDrawing) -> bytes:
    """Return the drawing as an SVG that contains its texts."""
    page = _Page(matrix, Sizes())
    return page.svg("".join(map(_text, page.texts)), MARGIN_PT).encode("utf-8", "replace")


class _Page:
    def __init__(self, matrix: MatrixDrawing, sizes: Sizes) -> None:
        self._matrix, self._sizes, self.texts = matrix, sizes, list[PlacedText]()
        self._line = 1.35 * sizes.font_pt
        lines = max(map(len, matrix.columns), default=0)
        cell_width, cell_height = sizes.cell
        self._left, self._top = sizes.names, (len(matrix.head) + lines) * self._line + 4
        self._bottom = self._top + cell_height * len(matrix.rows)
        self.width = max(sizes.width, sizes.names + cell_width * len(matrix.columns) + 1, sizes.names + 120)
        self._write_head(lines)
        self._write_names()
        legend, ends = self._legend(self._bottom + 8)
        self.height = ends + len(matrix.foot) * self._line + 4
        for index, line in enumerate(matrix.foot):
            self._write(line, 1, ends + (index + 1) * self._line, size=0.9)
        self._body = self._grid() + self._cells() + legend
        if matrix.watermark:
            self.texts.append(PlacedText(matrix.watermark, self.width / 2, self.height / 2, 0.5, 20.0, 36.0, "#d55e00",
                                         0.25, True))

    def svg(self, text: str = "", margin: float = 0.0) -> str:
        full_width, full_height = self.width + 2 * margin, self.height + 2 * margin
        return (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                f'width="{full_width:g}pt" height="{full_height:g}pt" '
                f'viewBox="{-margin:g} {-margin:g} {full_width:g} {full_height:g}">'
                f'<rect x="{-margin:g}" y="{-margin:g}" width="{full_width:g}" height="{full_height:g}" '
                f'fill="#ffffff"/>{self._body}{text}</svg>')

    def _write(self, text: str, x: float, y: float, align: float = 0.0, size: float = 1.0, bold: bool = False) -> None:
        self.texts.append(PlacedText(text, x, y, align, 0.0, size * self._sizes.font_pt, INK, 1.0, bold))

    def _write_head(self, lines: int) -> None:
        for index, line in enumerate(self._matrix.head):
            self._write(line, 1, (index + 0.8) * self._line, size=1.25 if index == 0 else 1.0, bold=index == 0)
        cell_width = self._sizes.cell[0]
        for column, heading in enumerate(self._matrix.columns):
            for index, line in enumerate(heading):
                up = lines - len(heading) + index + len(self._matrix.head)
                self._write(line, self._left + (column + 0.5) * cell_width, (up + 0.9) * self._line, 0.5, 0.9)

    def _write_names(self) -> None:
        cell_height, km_room = self._sizes.cell[1], 7 * CHAR_WIDTH * self._sizes.font_pt
        for row, (km, name) in enumerate(self._matrix.rows):
            y = self._top + (row + 0.5) * cell_height + 0.35 * self._sizes.font_pt
            self._write(km, km_room, y, 1.0)
            self._write(elided(name, self._left - km_room - 8, self._sizes.font_pt), km_room + 5, y)

    def _grid(self) -> str:
        cell_width, cell_height = self._sizes.cell
        across, down = cell_width * len(self._matrix.columns), cell_height * len(self._matrix.rows)
        lines = "".join(f"M{self._left:g} {self._top + cell_height * index:g}h{across:g}"
                        for index in range(len(self._matrix.rows) + 1))
        lines += "".join(f"M{self._left + cell_width * index:g} {self._top:g}v{down:g}"
                         for index in range(len(self._matrix.columns) + 1))
        return f'<path d="{lines}" fill="none" stroke="{GRID}" stroke-width="0.4"/>'

    def _cells(self) -> str:
        """Draw each distinct cell once, and reference it at each position."""
        cell_width, cell_height = self._sizes.cell
        names: dict[Cell, str] = {}
        used = []
        for row in range(len(self._matrix.rows)):
            for column in range(len(self._matrix.columns)):
                cell = self._matrix.cell(row, column)
                if cell != EMPTY_CELL:
                    name = names.setdefault(cell, f"c{len(names)}")
                    used.append(f'<use xlink:href="#{name}" x="{self._left + column * cell_width + 0.3:g}" '
                                f'y="{self._top + row * cell_height + 0.3:g}"/>')
        definitions = "".join(f'<g id="{name}">{cell_svg(cell, cell_width - 0.6, cell_height - 0.6)}</g>'
                              for cell, name in names.items())
        return f"<defs>{definitions}</defs>" + "".join(used)

    def _legend(self, top: float) -> tuple[str, float]:
        """Return the legend's marks in as many lines as needed, and the y where it ends; its labels are written."""
        parts, x, y = [], 1.0, top
        width, height = 16.0, 9.0
        for cell, label in self._matrix.legend:
            needed = width + 4 + text_width(label, self._sizes.font_pt) + 12
            if x + needed > self.width and x > 1:
                x, y = 1.0, y + LEGEND_PT
            parts.append(f'<g transform="translate({x:g},{y:g})">{cell_svg(cell, width, height)}<rect x="0" y="0" '
                         f'width="{width:g}" height="{height:g}" fill="none" stroke="{FAINT}" stroke-width="0.4"/></g>')
            self._write(label, x + width + 4, y + 0.75 * height)
            x += needed
        return "".join(parts), y + LEGEND_PT if self._matrix.legend else top


def text_width(text: str, size: float) -> float:
    """Return the approximate width of a text in points."""
    return size * sum(1.0 if unicodedata.east_asian_width(char) in WIDE else CHAR_WIDTH for char in text)


def elided(text: str, width: float, size: float) -> str:
    """Shorten a text to `width` in its middle, because numbers that distinguish names are at the end."""
    if text_width(text, size) <= width:
        return text
    for count in range(len(text) - 1, 1, -1):
        shown = f"{text[:count - count // 2]}…{text[len(text) - count // 2:]}"
        if text_width(shown, size) <= width:
            return shown
    return "…"


def _text(line: PlacedText) -> str:
    anchor = {0.0: "start", 0.5: "middle", 1.0: "end"}[line.align]
    turned = f' transform="rotate({-line.angle:g} {line.x:g} {line.y:g})"' if line.angle else ""
    bold = ' font-weight="bold"' if line.bold else ""
    return (f'<text x="{line.x:g}" y="{line.y:g}" font-family="Open Sans, Noto Sans, DejaVu Sans, sans-serif" '
            f'font-size="{line.size:g}" fill="{line.color}" fill-opacity="{line.opacity:g}" '
            f'text-anchor="{anchor}"{bold}{turned}>{escape(line.text)}</text>')
