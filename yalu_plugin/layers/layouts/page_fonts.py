"""The fonts of pages: for the page's language, and scaled with the page, which looks on larger paper as on A4."""

from __future__ import annotations

from qgis.core import (
    QgsFontUtils,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsTextBufferSettings,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor, QFont

from yalu_plugin.i18n import current_language

A4_WIDE = 210.0  # mm
PARTS = (QgsLegendStyle.Style.Title, QgsLegendStyle.Style.Group, QgsLegendStyle.Style.Subgroup,
         QgsLegendStyle.Style.SymbolLabel)  # of a legend
FONTS = ["Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"]
# a Chinese character has other shapes in China, Japan and Korea: the system's choice is often Japan's
FAMILIES = {"zh": "Noto Sans CJK SC", "ko": "Noto Sans CJK KR"}
# Qt caches a font with its missing glyphs, whatever families are requested later: a hint by language, without effect
# on paper, makes it another font
HINTS = {"zh": QFont.HintingPreference.PreferNoHinting, "ko": QFont.HintingPreference.PreferVerticalHinting}


def map_text_format(points: float, colour: str, bold: bool = False, halo_mm: float = 0.6) -> QgsTextFormat:
    """Return the text format of names on a map, with a white halo so that they are legible on any background."""
    text_format, halo, font = QgsTextFormat(), QgsTextBufferSettings(), QFont(FONTS[0])
    font.setBold(bold)
    text_format.setFont(font)
    text_format.setFamilies(FONTS[1:])
    text_format.setSize(points)
    text_format.setColor(QColor(colour))
    halo.setEnabled(halo_mm > 0)
    halo.setSize(halo_mm)
    text_format.setBuffer(halo)
    return text_format


def local_font_family() -> str:
    """Return the font for the page's language; empty if the page's own font suffices or it is not installed."""
    family = FAMILIES.get(current_language()[:2], "")
    return family if family and QgsFontUtils.fontFamilyOnSystem(family) else ""


def with_local_font(text_format: QgsTextFormat) -> QgsTextFormat:
    """Return the text format with the font of the page's language as a fallback for missing glyphs."""
    result, family = QgsTextFormat(text_format), local_font_family()
    if family:
        font = result.font()
        font.setFamilies([font.family(), family])
        font.setHintingPreference(HINTS[current_language()[:2]])
        result.setFont(font)
    return result


def use_local_fonts(layout: QgsPrintLayout) -> None:
    """Apply `with_local_font` to all labels, legends, tables and scale bars."""
    if not local_font_family():
        return
    for item in layout.items():
        if isinstance(item, (QgsLayoutItemLabel, QgsLayoutItemScaleBar)):
            item.setTextFormat(with_local_font(item.textFormat()))
        elif isinstance(item, QgsLayoutItemLegend):
            for part in PARTS:
                style = item.style(part)
                style.setTextFormat(with_local_font(style.textFormat()))
                item.setStyle(part, style)
    for table in layout.multiFrames():
        if isinstance(table, QgsLayoutTable):
            table.setHeaderTextFormat(with_local_font(table.headerTextFormat()))
            table.setContentTextFormat(with_local_font(table.contentTextFormat()))


def width_in_a4(layout: QgsPrintLayout) -> float:
    """Return the width of the page as a multiple of an upright A4's."""
    return float(layout.pageCollection().page(0).pageSize().width() / A4_WIDE)


def scale_fonts(layout: QgsPrintLayout, times: float) -> None:
    """Scale the fonts of all items except maps, and the sizes in the items that belong to their texts."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            item.setTextFormat(_scaled(item.textFormat(), times))
        elif isinstance(item, QgsLayoutItemScaleBar):
            _scale_bar(item, times)
        elif isinstance(item, QgsLayoutItemLegend):
            _scale_legend(item, times)
        elif isinstance(item, QgsLayoutItemMap):
            for grid in item.grids().asList():
                grid.setAnnotationTextFormat(_scaled(grid.annotationTextFormat(), times))
                grid.setAnnotationFrameDistance(grid.annotationFrameDistance() * times)
    for table in layout.multiFrames():
        if isinstance(table, QgsLayoutTable):
            table.setHeaderTextFormat(_scaled(table.headerTextFormat(), times))
            table.setContentTextFormat(_scaled(table.contentTextFormat(), times))
            table.setCellMargin(table.cellMargin() * times)


def _scale_legend(legend: QgsLayoutItemLegend, times: float) -> None:
    """Scale the fonts and spacing of a legend; its symbols stay as large as on the map."""
    side = QgsLegendStyle.Side
    for part in PARTS:
        style = legend.style(part)
        style.setTextFormat(_scaled(style.textFormat(), times))
        for edge in (side.Top, side.Bottom, side.Left, side.Right):
            style.setMargin(edge, style.margin(edge) * times)
        legend.setStyle(part, style)
    symbol = legend.rstyle(QgsLegendStyle.Style.Symbol)
    symbol.setMargin(side.Top, symbol.margin(side.Top) * times)
    legend.setColumnSpace(legend.columnSpace() * times)
    legend.setSymbolWidth(legend.symbolWidth() * times)
    legend.setSymbolHeight(legend.symbolHeight() * times)


def _scale_bar(bar: QgsLayoutItemScaleBar, times: float) -> None:
    size = bar.sizeWithUnits()
    bar.setTextFormat(_scaled(bar.textFormat(), times))
    bar.setHeight(bar.height() * times)
    bar.setMinimumBarWidth(bar.minimumBarWidth() * times)
    bar.setMaximumBarWidth(bar.maximumBarWidth() * times)
    bar.setBoxContentSpace(bar.boxContentSpace() * times)
    bar.setLabelBarSpace(bar.labelBarSpace() * times)
    bar.attemptResize(QgsLayoutSize(size.width(), size.height()))  # QGIS enlarged it for its previous content


def _scaled(text_format: QgsTextFormat, times: float) -> QgsTextFormat:
    result = QgsTextFormat(text_format)
    result.setSize(text_format.size() * times)
    return result
