"""Text that fits its box on the sheet."""

from __future__ import annotations

from qgis.core import Qgis, QgsLayoutItemLabel, QgsLayoutUtils, QgsTextRenderer

SMALLEST_PT = 4.5
STEP_PT = 0.25


def fit_text(label: QgsLayoutItemLabel) -> None:
    """Make the text of `label` smaller, down to 4.5 points, until all its lines fit into the item."""
    made = label.textFormat()
    while _height_mm(label) > label.rect().height() and made.size() > SMALLEST_PT:
        made.setSize(made.size() - STEP_PT)
        label.setTextFormat(made)


def _height_mm(label: QgsLayoutItemLabel) -> float:
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    height = QgsTextRenderer.textHeight(context, label.textFormat(), label.currentText().split("\n"),
                                        Qgis.TextLayoutMode.Rectangle, None, Qgis.TextRendererFlag.WrapLines,
                                        label.rect().width() * unit)
    return height / unit
