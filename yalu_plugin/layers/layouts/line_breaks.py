"""Line breaks within words that are longer than a line: QGIS breaks only at spaces, and Chinese has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qgis.core import Qgis, QgsLayout, QgsLayoutUtils, QgsRenderContext, QgsTextFormat, QgsTextRenderer

POINT_MM, WIDEST = 25.4 / 72, 1.5  # WIDEST: more than any letter's ratio of width to height
MEASURING_DPI = 1200
SPARE = 1.008  # of a line's width: letters are drawn a little wider than measured
# within a word: next to a letter that is not Latin, after a hyphen or slash; not after an opening or before a closing
# punctuation mark
BREAK = re.compile(r"((?<=[^\u0000-\u024f（《“‘「])|(?<=[\u0000-\u024f])(?=[\u2e80-\uffef])|(?<=[-/_]))"
                   r"(?![，。、；：！？）》”’」,.;:!?)])")


def measuring_context(layout: QgsLayout) -> QgsRenderContext:
    """Return a context in which texts are measured as they are drawn; in QGIS' own, sizes are rounded to 88 dpi."""
    return QgsLayoutUtils.createRenderContextForLayout(layout, None, MEASURING_DPI)


def break_words(text: str, layout: QgsLayout, text_format: QgsTextFormat, width_mm: float) -> str:
    """Return `text` with line breaks in words that would be wider than `width_mm` on `layout`."""
    if _is_short(text, text_format, width_mm):
        return text
    context = measuring_context(layout)
    space = context.convertToPainterUnits(width_mm, Qgis.RenderUnit.Millimeters) / SPARE
    widest = context.convertToPainterUnits(text_format.size(), text_format.sizeUnit()) * WIDEST  # of a letter

    def fits(word: str) -> bool:
        return len(word) * widest <= space or QgsTextRenderer.textWidth(context, text_format, [word]) <= space

    def pieces(word: str) -> Iterator[str]:
        while len(word) > 1 and not fits(word):
            end, too_long = 1, len(word)
            while too_long - end > 1:
                middle = (end + too_long) // 2
                end, too_long = (middle, too_long) if fits(word[:middle]) else (end, middle)
            end = max((found.start() for found in BREAK.finditer(word) if 0 < found.start() <= end), default=end)
            yield word[:end]
            word = word[end:]
        yield word

    return re.sub(r"\S+", lambda word: "\n".join(pieces(word[0])), text)


def _is_short(text: str, text_format: QgsTextFormat, width_mm: float) -> bool:
    """Return whether all words certainly fit: most texts do, and need not be measured."""
    in_points = text_format.sizeUnit() == Qgis.RenderUnit.Points
    longest = max(map(len, text.split()), default=0)
    return in_points and longest * text_format.size() * POINT_MM * WIDEST <= width_mm / SPARE
