"""Text that fits its box on the sheet."""

from __future__ import annotations

from qgis.core import Qgis, QgsLayoutItemLabel, QgsLayoutUtils, QgsTextRenderer

SMALLEST_PT = 4.5
STEP_PT = 0.25
ELLIPSIS = "…"


def fit_text(label: QgsLayoutItemLabel) -> None:
    """Make the text of `label` smaller, down to 4.5 points, until all its lines fit into the item."""
    made = label.textFormat()
    while height_mm(label) > label.rect().height() and made.size() > SMALLEST_PT:
        made.setSize(made.size() - STEP_PT)
        label.setTextFormat(made)


def shortened(label: QgsLayoutItemLabel, text: str) -> str:
    """`text`, cut after as many of its characters as `label` has room for, with an ellipsis where it was cut."""
    if height_mm(label, text) <= label.rect().height():
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if height_mm(label, text[:middle] + ELLIPSIS) <= label.rect().height():
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip() + ELLIPSIS


def height_mm(label: QgsLayoutItemLabel, text: str | None = None) -> float:
    """The height in mm of what `label` says, or of another `text` there, wrapped at its width."""
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    lines = (label.currentText() if text is None else text).split("\n")
    height = QgsTextRenderer.textHeight(context, label.textFormat(), lines,
                                        Qgis.TextLayoutMode.Rectangle, None, Qgis.TextRendererFlag.WrapLines,
                                        label.rect().width() * unit)
    return height / unit
