"""Text that fits its box on the sheet."""

from __future__ import annotations

from math import ceil

from qgis.core import Qgis, QgsLayoutItemLabel, QgsLayoutUtils, QgsTextFormat, QgsTextRenderer

from yalu_plugin.layers.layouts.line_breaks import SPARE, break_words

SMALLEST_PT = 4.5
STEP_PT = 0.25
ELLIPSIS = "…"


def fit_text(label: QgsLayoutItemLabel) -> None:
    """Make the text of `label` smaller, down to 4.5 points, until all its lines fit into the item."""
    made = label.textFormat()
    largest = made.size()
    too_large, small = -1, max(0, ceil((largest - SMALLEST_PT) / STEP_PT))  # steps down
    while small - too_large > 1:  # few trials: a long text takes its time to be measured
        step = 0 if too_large < 0 else (too_large + small) // 2
        _set_size(label, made, largest - step * STEP_PT)
        if height_mm(label) <= label.rect().height():
            small = step
        else:
            too_large = step
    _set_size(label, made, largest - small * STEP_PT)


def _set_size(label: QgsLayoutItemLabel, letters: QgsTextFormat, points: float) -> None:
    letters.setSize(points)
    label.setTextFormat(letters)


def shortened(label: QgsLayoutItemLabel, text: str) -> str:
    """`text`, cut after as many of its characters as `label` has room for, with an ellipsis where it was cut.

    Words that are too long for a line go on in the next.
    """
    if height_mm(label, text) <= label.rect().height():
        return broken(label, text)
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if height_mm(label, text[:middle] + ELLIPSIS) <= label.rect().height():
            fits = middle
        else:
            too_long = middle
    return broken(label, text[:fits].rstrip() + ELLIPSIS)


def broken(label: QgsLayoutItemLabel, text: str) -> str:
    """`text` with line breaks where a word (Chinese: all up to the next space) is longer than a line of `label`."""
    return break_words(text, label.layout(), label.textFormat(), label.rect().width())


def height_mm(label: QgsLayoutItemLabel, text: str | None = None) -> float:
    """The height in mm of what `label` says, or of another `text` there, wrapped at its width."""
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    lines = broken(label, label.currentText() if text is None else text).split("\n")
    height = QgsTextRenderer.textHeight(context, label.textFormat(), lines,
                                        Qgis.TextLayoutMode.Rectangle, None, Qgis.TextRendererFlag.WrapLines,
                                        label.rect().width() * unit / SPARE)
    return height / unit
