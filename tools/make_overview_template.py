"""Make resources/layouts/overview.qpt. Run with the Python that QGIS uses and QT_QPA_PLATFORM=offscreen.

The template says where things stand on the sheet (A4 landscape) and how they look; yalu_plugin.layers.layouts.overview
finds them by id and fills them. A template of the user's own needs the same ids.
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # the package, and not the other tools, whose names may hide Python's own modules

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemMapItem,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

from tools.make_styles import FONTS, INK, steady_ids  # noqa: E402

TEMPLATE = ROOT / "resources" / "layouts" / "overview.qpt"
BOX = "#e0b000"  # the box around the barge reach and the frame of its enlargement
NORTH_ARROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 28"><path d="M10 8L3.5 27 10 22.5z" fill="#111"/>'
    '<path d="M10 8l6.5 19L10 22.5z" fill="#fff" stroke="#111" stroke-width=".8"/>'
    '<path d="M7.6 6.5V1l4.8 5.5V1" fill="none" stroke="#111" stroke-width="1.3"/></svg>')


def main() -> None:
    """Build the layout and write it."""
    project = QgsProject()  # the layout does not keep it alive
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("overview")
    main_map, inset = map_item(layout, "main_map", 17, 34, 263, 84), map_item(layout, "inset_map", 17, 128, 76, 68)
    add_grid(main_map)
    add_box(main_map, inset)
    inset.setFrameStrokeColor(QColor(BOX))
    inset.setFrameStrokeWidth(QgsLayoutMeasurement(0.8))
    label(layout, "title", 10, 7, 277, 10, 17, bold=True)
    label(layout, "dates", 10, 17, 277, 11, 8.5)
    label(layout, "sources", 206, 127, 81, 38, 7.5)
    label(layout, "licences", 206, 166, 81, 35, 7)
    watermark = label(layout, "synthetic", 68, 38, 160, 14, 30, bold=True, color="#c1121f")
    watermark.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    watermark.setText("SYNTHETIC IMAGERY")
    add_legend(layout, main_map)
    add_scale_bar(layout, main_map)
    add_north_arrow(layout, main_map)
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    if not layout.saveAsTemplate(str(TEMPLATE), QgsReadWriteContext()):
        raise SystemExit(f"cannot write {TEMPLATE}")
    TEMPLATE.write_text(steady_ids(TEMPLATE.read_text(encoding="utf-8"), "overview"), encoding="utf-8")


def placed(item: QgsLayoutItem, name: str, x: float, y: float, width: float, height: float) -> None:
    """Put `item` on the sheet (mm from its upper left corner) under the id `name`."""
    item.setId(name)
    item.layout().addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))


def map_item(layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float) -> QgsLayoutItemMap:
    """A framed map."""
    item = QgsLayoutItemMap(layout)
    placed(item, name, x, y, width, height)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.25))
    item.setBackgroundColor(QColor("#ffffff"))
    return item


def label(layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float, size: float,
          bold: bool = False, color: str = INK) -> QgsLayoutItemLabel:
    """A text of `size` points."""
    item = QgsLayoutItemLabel(layout)
    placed(item, name, x, y, width, height)
    item.setTextFormat(text(size, bold, color))
    item.setMarginX(0)
    item.setMarginY(0)
    return item


def text(size: float, bold: bool = False, color: str = INK) -> QgsTextFormat:
    """Text in the fonts of the map's names, without their buffer."""
    font = QFont(FONTS[0])
    font.setBold(bold)
    made = QgsTextFormat()
    made.setFont(font)
    made.setFamilies(FONTS[1:])
    made.setSize(size)
    made.setSizeUnit(Qgis.RenderUnit.Points)
    made.setColor(QColor(color))
    made.setLineHeight(1.12)
    return made


def add_grid(item: QgsLayoutItemMap) -> None:
    """Meridians and parallels with their degrees along the frame. The step is chosen when the map is filled."""
    grid = QgsLayoutItemMapGrid("graticule", item)
    grid.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    grid.setIntervalX(0.25)
    grid.setIntervalY(0.25)
    grid.setLineSymbol(QgsLineSymbol.createSimple({"line_color": "120,120,120,110", "line_width": "0.12"}))
    grid.setStackingPosition(QgsLayoutItemMapItem.StackingPosition.StackBelowMapLabels)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationTextFormat(text(6.5, color="#444444"))
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinute)
    grid.setAnnotationPrecision(0)
    grid.setAnnotationFrameDistance(0.8)
    side = QgsLayoutItemMapGrid.BorderSide
    for border in (side.Left, side.Right):
        grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, border)
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.LatitudeOnly, border)
    for border in (side.Top, side.Bottom):
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.LongitudeOnly, border)
    item.grids().addGrid(grid)


def add_box(item: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> None:
    """The extent of `inset` as a box on `item`: yellow with dark edges, so that it shows in greyscale."""
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": INK, "outline_width": "1.1"})
    over = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#ffd400", "outline_width": "0.6"})
    symbol.appendSymbolLayer(over.symbolLayer(0).clone())
    overview = item.overview()
    overview.setFrameSymbol(symbol)
    overview.setLinkedMap(inset)


def add_legend(layout: QgsPrintLayout, main_map: QgsLayoutItemMap) -> None:
    """The legend; its entries are chosen when the map is filled."""
    item = QgsLayoutItemLegend(layout)
    placed(item, "legend", 98, 127, 105, 50)
    item.setLinkedMap(main_map)
    item.setAutoUpdateModel(False)
    item.setColumnCount(2)
    item.setColumnSpace(4)
    item.setBoxSpace(0)
    item.setSymbolHeight(4)
    item.setSymbolWidth(6)
    part = QgsLegendStyle.Style
    for style, size, bold in ((part.Title, 9, True), (part.Group, 8, True), (part.Subgroup, 8, True),
                              (part.SymbolLabel, 7.5, False)):
        changed = item.style(style)
        changed.setTextFormat(text(size, bold))
        item.setStyle(style, changed)
    item.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Top, 0.9)
    item.rstyle(part.Subgroup).setMargin(QgsLegendStyle.Side.Top, 2.2)


def add_scale_bar(layout: QgsPrintLayout, main_map: QgsLayoutItemMap) -> None:
    """A bar in kilometres. The length of its two segments is chosen when the map is filled."""
    item = QgsLayoutItemScaleBar(layout)
    placed(item, "scale_bar", 98, 184, 66, 12)
    item.setStyle("Single Box")
    item.setLinkedMap(main_map)
    item.setUnits(Qgis.DistanceUnit.Kilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegmentsLeft(0)
    item.setNumberOfSegments(2)
    item.setHeight(1.8)
    item.setTextFormat(text(7.5))
    item.setBoxContentSpace(0.5)


def add_north_arrow(layout: QgsPrintLayout, main_map: QgsLayoutItemMap) -> None:
    """An arrow to true north, whatever the map's CRS and rotation. The drawing is kept inside the template."""
    item = QgsLayoutItemPicture(layout)
    placed(item, "north_arrow", 184, 178, 14, 19)
    drawing = base64.b64encode(NORTH_ARROW.encode("utf-8")).decode("ascii")
    item.setPicturePath(f"base64:{drawing}", Qgis.PictureFormat.SVG)
    item.setLinkedMap(main_map)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
