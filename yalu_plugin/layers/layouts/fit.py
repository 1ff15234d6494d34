"""Text that fits its box on the sheet."""

from __future__ import annotations

import math

from qgis.core import Qgis, QgsLayoutItemLabel, QgsLayoutUtils, QgsTextRenderer

from yalu_plugin.layers.layouts.line_breaks import SPARE, break_words

SMALLEST_PT = 4.5
STEP_PT = 0.25
ELLIPSIS = "…"


def fit_text(label: QgsLayoutItemLabel) -> None:
    """Make the text of `label` smaller, down to 4.5 points, until all its lines fit into the item."""
    made, own = label.textFormat(), label.textFormat().size()
    fits, too_large = max(0, math.ceil((own - SMALLEST_PT) / STEP_PT)), -1  # steps down
    while fits - too_large > 1:
        steps = (fits + too_large) // 2 if too_large >= 0 else 0  # most texts fit as they are
        made.setSize(own - steps * STEP_PT)
        label.setTextFormat(made)
        if is_room(label):
            fits = steps
        else:
            too_large = steps
    made.setSize(own - fits * STEP_PT)
    label.setTextFormat(made)


def shortened(label: QgsLayoutItemLabel, text: str) -> str:
    """`text`, cut after as many of its characters as `label` has room for, with an ellipsis where it was cut.

    Words that are too long for a line go on in the next.
    """
    if is_room(label, text):
        return broken(label, text)
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if is_room(label, text[:middle] + ELLIPSIS):
            fits = middle
        else:
            too_long = middle
    return broken(label, text[:fits].rstrip() + ELLIPSIS)


def broken(label: QgsLayoutItemLabel, text: str) -> str:
    """`text` with line breaks where a word (Chinese: all up to the next space) is longer than a line of `label`."""
    return break_words(text, label.layout(), label.textFormat(), label.rect().width())


def is_room(label: QgsLayoutItemLabel, text: str | None = None) -> bool:
    """Whether `label` has room for what it says, or for another `text`.

    What cannot fit, set without a gap, is not wrapped: QGIS takes seconds to wrap some thousand characters.
    """
    context, made = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None), label.textFormat()
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    paragraphs = (label.currentText() if text is None else text).split("\n")
    line = label.rect().width() * unit
    least = sum(max(1, math.floor(QgsTextRenderer.textWidth(context, made, [part]) / line)) for part in paragraphs)
    below = QgsTextRenderer.textHeight(context, made, ["x"] * max(1, least), Qgis.TextLayoutMode.Rectangle) / unit
    return below <= label.rect().height() and height_mm(label, text) <= label.rect().height()


def height_mm(label: QgsLayoutItemLabel, text: str | None = None) -> float:
    """The height in mm of what `label` says, or of another `text` there, wrapped at its width."""
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    lines = broken(label, label.currentText() if text is None else text).split("\n")
    height = QgsTextRenderer.textHeight(context, label.textFormat(), lines,
                                        Qgis.TextLayoutMode.Rectangle, None, Qgis.TextRendererFlag.WrapLines,
                                        label.rect().width() * unit / SPARE)
    return height / unit
