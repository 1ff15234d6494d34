"""Pages of words and figures on larger paper: the letters grow with the page, which so looks as it does on A4."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemScaleBar,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsTextFormat,
)

A4_WIDE = 210.0  # mm


def times_a4(layout: QgsPrintLayout) -> float:
    """How many times as wide as an upright A4 the page is."""
    return float(layout.pageCollection().page(0).pageSize().width() / A4_WIDE)


def grow_letters(layout: QgsPrintLayout, times: float) -> None:
    """Make the letters of labels, tables and scale bars this many times as large, and what else they are made of."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            item.setTextFormat(_grown(item.textFormat(), times))
        elif isinstance(item, QgsLayoutItemScaleBar):
            _grow_bar(item, times)
    for table in layout.multiFrames():
        if isinstance(table, QgsLayoutTable):
            table.setHeaderTextFormat(_grown(table.headerTextFormat(), times))
            table.setContentTextFormat(_grown(table.contentTextFormat(), times))
            table.setCellMargin(table.cellMargin() * times)


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
