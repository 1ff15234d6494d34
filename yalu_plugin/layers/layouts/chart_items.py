"""A chart on a page: a group of a picture and labels with the chart's texts, so that these are text in a PDF."""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFeedback,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsPrintLayout,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.line_breaks import measuring_context
from yalu_plugin.layers.layouts.page_fonts import width_in_a4
from yalu_plugin.layers.layouts.page_template import literal

if TYPE_CHECKING:
    from yalu_plugin.core.charts.chart_text import PlacedText
    from yalu_plugin.layers.corridor.chart_data import ChartData

MM_PER_INCH, MM_PER_POINT = 25.4, 25.4 / 72
HALIGN = {0.0: Qt.AlignmentFlag.AlignLeft, 0.5: Qt.AlignmentFlag.AlignHCenter, 1.0: Qt.AlignmentFlag.AlignRight}
AT_ONCE = 20  # labels, before the window processes its events
SPARE = 1.06  # of a label's width: glyphs vary in width with the resolution, and the line would be broken


def draw_on_page(layout: QgsPrintLayout, name: str, chart: str, data: ChartData, text_format: QgsTextFormat,
                 feedback: QgsFeedback | None = None) -> None:
    """Draw `chart`, one of CHARTS, as large as the picture item `name`, with its texts in the fonts of `text_format`.

    The labels get the ids <name>_word_1, ...; the picture and the horizontal labels become the group <name>_group.
    Raises ExportCancelled.
    """
    from yalu_plugin.core.charts.chart import LIGHT, Sheet
    from yalu_plugin.core.charts.chart_text import svg_and_texts
    from yalu_plugin.layers.corridor.chart_data import draw_chart

    picture, times = layout.itemById(name), width_in_a4(layout)
    size = picture.rect().width() / times / MM_PER_INCH, picture.rect().height() / times / MM_PER_INCH
    drawn = draw_chart(chart, data, Sheet(size, LIGHT, tr, titled=False))
    process_events(feedback)
    svg, texts = svg_and_texts(drawn)
    process_events(feedback)
    add_to_page(layout, name, svg, texts, text_format, feedback)


def add_to_page(layout: QgsPrintLayout, name: str, svg: bytes, texts: Sequence[PlacedText], text_format: QgsTextFormat,
                feedback: QgsFeedback | None = None) -> None:
    """Show a drawing in the picture item `name` and add its texts as labels (see draw_on_page).

    Raises ExportCancelled.
    """
    picture, times = layout.itemById(name), width_in_a4(layout)
    picture.setPicturePath(f"base64:{base64.b64encode(svg).decode('ascii')}", Qgis.PictureFormat.SVG)
    items: list[QgsLayoutItem] = [picture]
    for number, placed in enumerate(texts, 1):
        label = _label(layout, placed, text_format, picture.sceneBoundingRect().topLeft(), times)
        label.setId(f"{name}_word_{number}")
        if not placed.angle:  # a group with a rotated item in it moves at each refresh (QGIS 3.40)
            items.append(label)
        if number % AT_ONCE == 0:
            process_events(feedback)
    layout.groupItems(items).setId(f"{name}_group")


def _label(layout: QgsPrintLayout, placed: PlacedText, text_format: QgsTextFormat, corner: QPointF, times: float
           ) -> QgsLayoutItemLabel:
    """Return a label at its place in the chart, whose upper left `corner` is given, enlarged `times`."""
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setText(literal(placed.text))
    label.setTextFormat(_format(placed, text_format, times))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(HALIGN[placed.align])
    width, ascent, descent = _measured(label)
    turn = math.radians(placed.angle)
    along = (0.5 - placed.align) * width  # from the given point to the label's middle, and up from the baseline
    up = (ascent - descent) / 2
    middle = corner + MM_PER_POINT * times * QPointF(placed.x, placed.y) + QPointF(
        along * math.cos(turn) - up * math.sin(turn), -along * math.sin(turn) - up * math.cos(turn))
    rect = QRectF(0, 0, width, ascent + descent)
    rect.moveCenter(middle)
    label.attemptSetSceneRect(rect)
    label.setItemRotation(-placed.angle)
    return label


def _format(placed: PlacedText, text_format: QgsTextFormat, times: float) -> QgsTextFormat:
    formatted = QgsTextFormat(text_format)
    formatted.setSize(placed.size * times)
    formatted.setSizeUnit(Qgis.RenderUnit.Points)
    formatted.setColor(QColor(placed.color))
    formatted.setOpacity(placed.opacity)
    font = formatted.font()
    font.setBold(placed.bold)
    formatted.setFont(font)
    return formatted


def _measured(label: QgsLayoutItemLabel) -> tuple[float, float, float]:
    """Return the width that the label's text needs, and the ascent and descent of its font, in mm."""
    context, text_format = measuring_context(label.layout()), label.textFormat()
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    metrics = QgsTextRenderer.fontMetrics(context, text_format)
    width = QgsTextRenderer.textWidth(context, text_format, [label.currentText()]) / unit
    return width * SPARE, metrics.ascent() / unit, metrics.descent() / unit
