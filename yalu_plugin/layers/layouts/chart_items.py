"""A chart on a page: a picture, and its words as labels upon it, so that they are text in a PDF; one group of items."""

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
    QgsLayoutUtils,
    QgsPrintLayout,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.letters import times_a4
from yalu_plugin.layers.layouts.template import literal

if TYPE_CHECKING:
    from yalu_plugin.core.charts.chart_text import PlacedText
    from yalu_plugin.layers.corridor.chart_data import ChartData

MM_PER_INCH, MM_PER_POINT = 25.4, 25.4 / 72
HALIGN = {0.0: Qt.AlignmentFlag.AlignLeft, 0.5: Qt.AlignmentFlag.AlignHCenter, 1.0: Qt.AlignmentFlag.AlignRight}
AT_ONCE = 20  # words, before the window gets a moment
SPARE = 1.06  # of a label's width: letters differ a little from one resolution to another, and would break their line


def draw_on_page(layout: QgsPrintLayout, name: str, chart: str, data: ChartData, letters: QgsTextFormat) -> None:
    """The `chart`, one of CHARTS, as large as the picture item `name`, its words in the fonts of `letters`.

    The labels get the ids <name>_word_1, ...; picture and level labels become the group <name>_group.
    """
    from yalu_plugin.core.charts.chart import LIGHT, Sheet
    from yalu_plugin.core.charts.chart_text import svg_and_texts
    from yalu_plugin.layers.corridor.chart_data import draw_chart

    picture, times = layout.itemById(name), times_a4(layout)
    size = picture.rect().width() / times / MM_PER_INCH, picture.rect().height() / times / MM_PER_INCH
    put_on_page(layout, name, *svg_and_texts(draw_chart(chart, data, Sheet(size, LIGHT, tr, titled=False))),
                letters)


def put_on_page(layout: QgsPrintLayout, name: str, svg: bytes, words: Sequence[PlacedText], letters: QgsTextFormat,
                feedback: QgsFeedback | None = None) -> None:
    """A drawing without words into the picture item `name`, its words upon it; see draw_on_page. Raises Cancelled."""
    picture, times = layout.itemById(name), times_a4(layout)
    picture.setPicturePath(f"base64:{base64.b64encode(svg).decode('ascii')}", Qgis.PictureFormat.SVG)
    items: list[QgsLayoutItem] = [picture]
    for number, word in enumerate(words, 1):
        label = _label(layout, word, letters, picture.sceneBoundingRect().topLeft(), times)
        label.setId(f"{name}_word_{number}")
        if not word.angle:  # a group with a turned item in it wanders at each refresh (QGIS 3.40)
            items.append(label)
        if number % AT_ONCE == 0:
            breathe(feedback)
    layout.groupItems(items).setId(f"{name}_group")


def _label(layout: QgsPrintLayout, word: PlacedText, letters: QgsTextFormat, corner: QPointF, times: float
           ) -> QgsLayoutItemLabel:
    """The line of text where the chart has it; `corner` is the upper left one of the chart, enlarged `times`."""
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setText(literal(word.text))
    label.setTextFormat(_format(word, letters, times))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(HALIGN[word.align])
    ascent, descent = _above_and_below(label)
    width, turn = label.sizeForText().width() * SPARE, math.radians(word.angle)
    along = (0.5 - word.align) * width  # from the given point to the label's middle, and up from the baseline
    up = (ascent - descent) / 2
    middle = corner + MM_PER_POINT * times * QPointF(word.x, word.y) + QPointF(
        along * math.cos(turn) - up * math.sin(turn), -along * math.sin(turn) - up * math.cos(turn))
    rect = QRectF(0, 0, width, ascent + descent)
    rect.moveCenter(middle)
    label.attemptSetSceneRect(rect)
    label.setItemRotation(-word.angle)
    return label


def _format(word: PlacedText, letters: QgsTextFormat, times: float) -> QgsTextFormat:
    made = QgsTextFormat(letters)
    made.setSize(word.size * times)
    made.setSizeUnit(Qgis.RenderUnit.Points)
    made.setColor(QColor(word.color))
    made.setOpacity(word.opacity)
    font = made.font()
    font.setBold(word.bold)
    made.setFont(font)
    return made


def _above_and_below(label: QgsLayoutItemLabel) -> tuple[float, float]:
    """Ascent and descent of the label's letters in mm."""
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    unit = context.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
    metrics = QgsTextRenderer.fontMetrics(context, label.textFormat())
    return metrics.ascent() / unit, metrics.descent() / unit
