"""Write resources/layouts/figures.qpt and contents.qpt: A4 portrait, a table between charts; a list of pages."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemManualTable,
    QgsLayoutMultiFrame,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from tools.layout_template import (  # noqa: E402
    A4,
    add_page_frame,
    label,
    picture,
    sheet,
    text,
    write,
)

LEFT, WIDE, BETWEEN = 12.0, 186.0, 6.0  # mm


def main() -> None:
    """Build both templates and write them."""
    figures = sheet("figures", *A4)
    add_page_frame(figures, *A4)
    label(figures, "dates", LEFT, 21, 140, 9, 8)
    chart = picture(figures, "chart", LEFT, 31, WIDE, 76)
    chart.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperLeft)
    label(figures, "heading_table", LEFT, 109, WIDE, 5, 8.5, bold=True)
    add_table(figures, LEFT, 114.5, WIDE, 86)
    label(figures, "heading_below", LEFT, 203, WIDE, 5, 8.5, bold=True)
    below = picture(figures, "chart_below", LEFT, 208.5, WIDE, 63)
    below.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperLeft)
    label(figures, "licences", LEFT, 273, WIDE, 11, 6)
    label(figures, "survey", LEFT, 285, WIDE - 60, 3.5, 6)
    write(figures)
    contents = sheet("contents", *A4)
    add_page_frame(contents, *A4)
    label(contents, "dates", LEFT, 21, 140, 9, 8)
    width = (WIDE - BETWEEN) / 2
    for number in (1, 2):
        add_table(contents, LEFT + (number - 1) * (width + BETWEEN), 34, width, 236, f"contents_{number}", 7.5)
    label(contents, "licences", LEFT, 273, WIDE, 11, 6)
    label(contents, "survey", LEFT, 285, WIDE - 60, 3.5, 6)
    write(contents)


def add_table(layout: QgsPrintLayout, x: float, y: float, width: float, height: float, name: str = "table",
              points: float = 6.5) -> None:
    """Add a table; its cells are filled when the page is built."""
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    frame = QgsLayoutFrame(layout, table)
    frame.setId(name)
    frame.attemptSetSceneRect(QRectF(x, y, width, height))
    table.addFrame(frame)
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    table.setHeaderTextFormat(text(points, bold=True))
    table.setContentTextFormat(text(points))
    table.setCellMargin(0.6)
    table.setGridStrokeWidth(0.1)
    table.setGridColor(QColor("#999999"))
    table.setVerticalGrid(False)
    table.setWrapBehavior(QgsLayoutItemManualTable.WrapBehavior.WrapText)
    table.setIncludeTableHeader(True)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
