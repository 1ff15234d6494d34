"""Fit texts into labels: by a smaller font, by cutting, by line breaks."""

from __future__ import annotations

import math

from qgis.core import Qgis, QgsLayoutItemLabel, QgsTextRenderer

from yalu_plugin.layers.layouts.line_breaks import SPARE, break_words, measuring_context

SMALLEST_PT = 4.5
STEP_PT = 0.25
ELLIPSIS = "…"


def fit_text(label: QgsLayoutItemLabel) -> None:
    """Reduce the font size of `label`, down to 4.5 points, until all its lines fit into the item."""
    text_format, full_size = label.textFormat(), label.textFormat().size()
    fits, too_large = max(0, math.ceil((full_size - SMALLEST_PT) / STEP_PT)), -1  # steps down
    while fits - too_large > 1:
        steps = (fits + too_large) // 2 if too_large >= 0 else 0  # most texts fit at their full size
        text_format.setSize(full_size - steps * STEP_PT)
        label.setTextFormat(text_format)
        if has_space(label):
            fits = steps
        else:
            too_large = steps
    text_format.setSize(full_size - fits * STEP_PT)
    label.setTextFormat(text_format)


def shorten(label: QgsLayoutItemLabel, text: str) -> str:
    """Return as much of `text` as `label` has space for, with an ellipsis if it is cut.

    Words that are too long for a line continue in the next.
    """
    if has_space(label, text):
        return with_line_breaks(label, text)
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if has_space(label, text[:middle] + ELLIPSIS):
            fits = middle
        else:
            too_long = middle
    return with_line_breaks(label, text[:fits].rstrip() + ELLIPSIS)


def with_line_breaks(label: QgsLayoutItemLabel, text: str) -> str:
    """Return `text` with line breaks where a word (Chinese: all up to the next space) exceeds a line of `label`."""
    return break_words(text, label.layout(), label.textFormat(), label.rect().width())


def has_space(label: QgsLayoutItemLabel, text: str | None = None) -> bool:
    """Return whether `label` has space for its text, or for another `text`.

    Text that cannot fit even without gaps is not wrapped first: QGIS takes seconds to wrap some thousand characters.
    """
    context, text_format = measuring_context(label.layout()), label.textFormat()
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    paragraphs = (label.currentText() if text is None else text).split("\n")
    line = label.rect().width() * unit
    least = sum(max(1, math.floor(QgsTextRenderer.textWidth(context, text_format, [part]) / line))
                for part in paragraphs)
    lowest = QgsTextRenderer.textHeight(context, text_format, ["x"] * max(1, least),
                                        Qgis.TextLayoutMode.Rectangle) / unit
    return lowest <= label.rect().height() and height_mm(label, text) <= label.rect().height()


def height_mm(label: QgsLayoutItemLabel, text: str | None = None) -> float:
    """Return the height in mm of the text of `label`, or of another `text`, wrapped at the label's width."""
    context = measuring_context(label.layout())
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    lines = with_line_breaks(label, label.currentText() if text is None else text).split("\n")
    height = QgsTextRenderer.textHeight(context, label.textFormat(), lines,
                                        Qgis.TextLayoutMode.Rectangle, None, Qgis.TextRendererFlag.WrapLines,
                                        label.rect().width() * unit / SPARE)
    return height / unit
