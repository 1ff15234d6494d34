"""The letters of pages: of the page's language; and as large as the page, which so looks on larger paper as on A4."""

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

from yalu_plugin.i18n import spoken_language

A4_WIDE = 210.0  # mm
PARTS = (QgsLegendStyle.Style.Title, QgsLegendStyle.Style.Group, QgsLegendStyle.Style.Subgroup,
         QgsLegendStyle.Style.SymbolLabel)  # of a legend
FONTS = ["Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"]
# the same letter is drawn otherwise in China, Japan and Korea: left to the system, it is often Japan's
FAMILIES = {"zh": "Noto Sans CJK SC", "ko": "Noto Sans CJK KR"}
# Qt keeps a font that was once loaded with what it lacks, whatever families are asked for later: a hint by language,
# without effect on paper, makes it another font
HINTS = {"zh": QFont.HintingPreference.PreferNoHinting, "ko": QFont.HintingPreference.PreferVerticalHinting}


def map_letters(points: float, colour: str, bold: bool = False, halo_mm: float = 0.6) -> QgsTextFormat:
    """The letters of a name on a map, with a white halo so that it can be read on whatever there is."""
    form, halo, font = QgsTextFormat(), QgsTextBufferSettings(), QFont(FONTS[0])
    font.setBold(bold)
    form.setFont(font)
    form.setFamilies(FONTS[1:])
    form.setSize(points)
    form.setColor(QColor(colour))
    halo.setEnabled(halo_mm > 0)
    halo.setSize(halo_mm)
    form.setBuffer(halo)
    return form


def local_family() -> str:
    """The font for the letters of the page's language; empty where the page's own has them or it is not installed."""
    family = FAMILIES.get(spoken_language()[:2], "")
    return family if family and QgsFontUtils.fontFamilyOnSystem(family) else ""


def localised(letters: QgsTextFormat) -> QgsTextFormat:
    """These, with what their own font lacks from that of the page's language."""
    made, family = QgsTextFormat(letters), local_family()
    if family:
        font = made.font()
        font.setFamilies([font.family(), family])
        font.setHintingPreference(HINTS[spoken_language()[:2]])
        made.setFont(font)
    return made


def localise(layout: QgsPrintLayout) -> None:
    """The same for labels, legends, tables and scale bars."""
    if not local_family():
        return
    for item in layout.items():
        if isinstance(item, (QgsLayoutItemLabel, QgsLayoutItemScaleBar)):
            item.setTextFormat(localised(item.textFormat()))
        elif isinstance(item, QgsLayoutItemLegend):
            for part in PARTS:
                style = item.style(part)
                style.setTextFormat(localised(style.textFormat()))
                item.setStyle(part, style)
    for table in layout.multiFrames():
        if isinstance(table, QgsLayoutTable):
            table.setHeaderTextFormat(localised(table.headerTextFormat()))
            table.setContentTextFormat(localised(table.contentTextFormat()))


def times_a4(layout: QgsPrintLayout) -> float:
    """How many times as wide as an upright A4 the page is."""
    return float(layout.pageCollection().page(0).pageSize().width() / A4_WIDE)


def grow_letters(layout: QgsPrintLayout, times: float) -> None:
    """Make the letters of all but maps this many times as large, and what else they are made of."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            item.setTextFormat(_grown(item.textFormat(), times))
        elif isinstance(item, QgsLayoutItemScaleBar):
            _grow_bar(item, times)
        elif isinstance(item, QgsLayoutItemLegend):
            _grow_legend(item, times)
        elif isinstance(item, QgsLayoutItemMap):
            for grid in item.grids().asList():
                grid.setAnnotationTextFormat(_grown(grid.annotationTextFormat(), times))
                grid.setAnnotationFrameDistance(grid.annotationFrameDistance() * times)
    for table in layout.multiFrames():
        if isinstance(table, QgsLayoutTable):
            table.setHeaderTextFormat(_grown(table.headerTextFormat(), times))
            table.setContentTextFormat(_grown(table.contentTextFormat(), times))
            table.setCellMargin(table.cellMargin() * times)


def _grow_legend(legend: QgsLayoutItemLegend, times: float) -> None:
    """Its letters and the room between its parts; symbols are as large as on the map."""
    side = QgsLegendStyle.Side
    for part in PARTS:
        style = legend.style(part)
        style.setTextFormat(_grown(style.textFormat(), times))
        for edge in (side.Top, side.Bottom, side.Left, side.Right):
            style.setMargin(edge, style.margin(edge) * times)
        legend.setStyle(part, style)
    symbol = legend.rstyle(QgsLegendStyle.Style.Symbol)
    symbol.setMargin(side.Top, symbol.margin(side.Top) * times)
    legend.setColumnSpace(legend.columnSpace() * times)
    legend.setSymbolWidth(legend.symbolWidth() * times)
    legend.setSymbolHeight(legend.symbolHeight() * times)


def _grow_bar(bar: QgsLayoutItemScaleBar, times: float) -> None:
    size = bar.sizeWithUnits()
    bar.setTextFormat(_grown(bar.textFormat(), times))
    bar.setHeight(bar.height() * times)
    bar.setMinimumBarWidth(bar.minimumBarWidth() * times)
    bar.setMaximumBarWidth(bar.maximumBarWidth() * times)
    bar.setBoxContentSpace(bar.boxContentSpace() * times)
    bar.setLabelBarSpace(bar.labelBarSpace() * times)
    bar.attemptResize(QgsLayoutSize(size.width(), size.height()))  # QGIS made it larger for what it had to hold before


def _grown(letters: QgsTextFormat, times: float) -> QgsTextFormat:
    made = QgsTextFormat(letters)
    made.setSize(letters.size() * times)
    return made
