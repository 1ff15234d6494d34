"""Shared code of the make_*_template.py scripts: a page, items placed on it by id, and writing the template file.

A template defines the positions and styles of items; yalu_plugin.layers.layouts finds them by id and fills them. Run
the scripts with the Python that QGIS uses and QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # the root, not tools/, whose module names may shadow Python's modules

from qgis.core import (  # noqa: E402
    Qgis,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

from tools.make_styles import FONTS, INK, steady_ids  # noqa: E402

LAYOUTS = ROOT / "resources" / "layouts"
A4 = (210.0, 297.0)  # mm
ACCENT, WARNING = "#1f4e79", "#c1121f"
CENTRE, RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
NORTH_ARROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 28"><path d="M10 8L3.5 27 10 22.5z" fill="#111"/>'
    '<path d="M10 8l6.5 19L10 22.5z" fill="#fff" stroke="#111" stroke-width=".8"/>'
    '<path d="M7.6 6.5V1l4.8 5.5V1" fill="none" stroke="#111" stroke-width="1.3"/></svg>')


def sheet(name: str, width: float, height: float) -> QgsPrintLayout:
    """Return an empty layout with a page of this size in mm."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName(name)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height))
    return layout


def write(layout: QgsPrintLayout) -> None:
    """Write the layout as a template named after it."""
    path = LAYOUTS / f"{layout.name()}.qpt"
    if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
        raise SystemExit(f"cannot write {path}")
    path.write_text(steady_ids(path.read_text(encoding="utf-8"), layout.name()), encoding="utf-8")


def place_item(item: QgsLayoutItem, name: str, x: float, y: float, width: float, height: float) -> None:
    """Add `item` to its layout with the id `name`, in mm from the upper left corner of the page."""
    item.setId(name)
    item.layout().addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))


def map_item(layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float) -> QgsLayoutItemMap:
    """Add a framed map."""
    item = QgsLayoutItemMap(layout)
    place_item(item, name, x, y, width, height)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.25))
    item.setBackgroundColor(QColor("#ffffff"))
    return item


def label(layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float, size: float,
          bold: bool = False, color: str = INK) -> QgsLayoutItemLabel:
    """Add a text of `size` points."""
    item = QgsLayoutItemLabel(layout)
    place_item(item, name, x, y, width, height)
    item.setTextFormat(text(size, bold, color))
    item.setMarginX(0)
    item.setMarginY(0)
    return item


def text(size: float, bold: bool = False, color: str = INK) -> QgsTextFormat:
    """Return a text format with the fonts of the map's labels, without their buffer."""
    font = QFont(FONTS[0])
    font.setBold(bold)
    text_format = QgsTextFormat()
    text_format.setFont(font)
    text_format.setFamilies(FONTS[1:])
    text_format.setSize(size)
    text_format.setSizeUnit(Qgis.RenderUnit.Points)
    text_format.setColor(QColor(color))
    text_format.setLineHeight(1.12)
    return text_format


def rule(layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float) -> QgsLayoutItemShape:
    """Add a filled bar; one whose id starts with "accent" gets the accent colour."""
    item = QgsLayoutItemShape(layout)
    place_item(item, name, x, y, width, height)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    item.setSymbol(QgsFillSymbol.createSimple({"color": ACCENT, "outline_style": "no"}))
    return item


def picture(layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float
            ) -> QgsLayoutItemPicture:
    """Add a picture that is empty until the page is built and scaled to fit its box."""
    item = QgsLayoutItemPicture(layout)
    place_item(item, name, x, y, width, height)
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperRight)
    return item


def add_page_frame(layout: QgsPrintLayout, width: float, height: float, margin: float = 12) -> None:
    """Add the header and footer of every page: classification, accent bar, title, logo, page number."""
    inner = width - 2 * margin
    for name, y in (("classification", 3.5), ("classification_foot", height - 7)):
        label(layout, name, margin + 30, y, inner - 60, 4, 8, bold=True, color=WARNING).setHAlign(CENTRE)
    rule(layout, "accent", margin, 9, inner, 1.2)
    label(layout, "title", margin, 12, inner - 45, 8, 15, bold=True)
    picture(layout, "logo", width - margin - 42, 12, 42, 14)
    label(layout, "page_number", width - margin - 28, height - 7, 28, 4, 7).setHAlign(RIGHT)


def subtitle(layout: QgsPrintLayout, width: float) -> None:
    """Add a subtitle below the title; the dates move down if the user enters one."""
    title = layout.itemById("title")
    title.attemptResize(QgsLayoutSize(title.rect().width(), 6.8))
    label(layout, "subtitle", 12, 18.8, width, 3.6, 8.5)


def scale_bar(layout: QgsPrintLayout, name: str, of: QgsLayoutItemMap, x: float, y: float, width: float, height: float
              ) -> QgsLayoutItemScaleBar:
    """Add a scale bar in kilometres with two segments."""
    item = QgsLayoutItemScaleBar(layout)
    place_item(item, name, x, y, width, height)
    item.setStyle("Single Box")
    item.setLinkedMap(of)
    item.setUnits(Qgis.DistanceUnit.Kilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegmentsLeft(0)
    item.setNumberOfSegments(2)
    item.setHeight(1.8)
    item.setTextFormat(text(7.5))
    item.setBoxContentSpace(0.5)
    item.setLabelBarSpace(1)
    item.attemptResize(QgsLayoutSize(width, height))  # QGIS enlarged it for its earlier content
    return item


def north_arrow(layout: QgsPrintLayout, name: str, of: QgsLayoutItemMap, x: float, y: float, width: float, height: float
                ) -> None:
    """Add an arrow to true north, whatever the map's CRS and rotation. The drawing is embedded in the template."""
    item = QgsLayoutItemPicture(layout)
    place_item(item, name, x, y, width, height)
    drawing = base64.b64encode(NORTH_ARROW.encode("utf-8")).decode("ascii")
    item.setPicturePath(f"base64:{drawing}", Qgis.PictureFormat.SVG)
    item.setLinkedMap(of)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)


def add_legend(layout: QgsPrintLayout, of: QgsLayoutItemMap, x: float, y: float, width: float, height: float
               ) -> QgsLayoutItemLegend:
    """Add the legend; its entries are set when the map is filled."""
    item = QgsLayoutItemLegend(layout)
    place_item(item, "legend", x, y, width, height)
    item.setLinkedMap(of)
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
    return item
