"""Line breaks within words that are longer than a line: QGIS breaks at spaces alone, and Chinese has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qgis.core import Qgis, QgsLayoutUtils, QgsPrintLayout, QgsTextFormat, QgsTextRenderer

POINT_MM, WIDEST = 25.4 / 72, 1.5  # no letter is so many times as wide as it is high
SPARE = 1.02  # of a line's width: letters are drawn a little wider than they were measured
# within a word: beside a letter that is no Latin one, after a hyphen or slash; not after what opens, before what closes
BREAK = re.compile(r"((?<=[^\u0000-\u024f（《“‘「])|(?<=[\u0000-\u024f])(?=[\u2e80-\uffef])|(?<=[-/_]))"
                   r"(?![，。、；：！？）》”’」,.;:!?)])")


def break_words(text: str, layout: QgsPrintLayout, letters: QgsTextFormat, width_mm: float) -> str:
    """`text` with a line break wherever a word would be wider than `width_mm` on `layout`."""
    if _is_short(text, letters, width_mm):
        return text
    context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
    room = context.convertToPainterUnits(width_mm, Qgis.RenderUnit.Millimeters) / SPARE
    widest = context.convertToPainterUnits(letters.size(), letters.sizeUnit()) * WIDEST  # of a letter

    def fits(word: str) -> bool:
        return len(word) * widest <= room or QgsTextRenderer.textWidth(context, letters, [word]) <= room

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


def _is_short(text: str, letters: QgsTextFormat, width_mm: float) -> bool:
    """Whether all words surely fit: most do, and need not be measured for it."""
    in_points = letters.sizeUnit() == Qgis.RenderUnit.Points
    longest = max(map(len, text.split()), default=0)
    return in_points and longest * letters.size() * POINT_MM * WIDEST <= width_mm / SPARE
