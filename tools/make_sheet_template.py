"""Write resources/layouts/site_sheet.qpt: A4 portrait, two images, position, river, observations and sources.

For a site without an image, the frames of the images collapse, and a detail map and the locator map take their place.

Its texts are expressions over the atlas feature (yalu_plugin.layers.layouts.sheet_layers); a custom template may use
its other fields.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemScaleBar,
    QgsLayoutMultiFrame,
    QgsLayoutObject,
    QgsPrintLayout,
    QgsProperty,
    QgsScaleBarSettings,
)
from qgis.PyQt.QtCore import QRectF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from tools.layout_template import (  # noqa: E402
    A4,
    CENTRE,
    WARNING,
    add_page_frame,
    label,
    map_item,
    north_arrow,
    scale_bar,
    sheet,
    text,
    write,
)

LEFT, WIDE, HALF, SECOND = 12.0, 186.0, 90.5, 107.5  # mm
WITHOUT_IMAGES = {  # x, y, width, height of the items that move on the sheet of a site without images
    "locator_map": (SECOND, 28, HALF, 86), "locator_scale_bar": (SECOND, 115, 60, 9), "north_arrow": (190, 115, 8, 10),
    "before_map": (LEFT, 125.5, HALF, 11.5), "after_map": (SECOND, 125.5, HALF, 11.5),
    "before_missing": (LEFT + 2, 125.5, HALF - 4, 11.5), "after_missing": (SECOND + 2, 125.5, HALF - 4, 11.5),
    "heading_note": (SECOND, 138, HALF, 5), "note": (SECOND, 143, HALF, 66.5)}


def main() -> None:
    """Build the template and write it."""
    layout = sheet("site_sheet", *A4)
    add_page_frame(layout, *A4)
    layout.itemById("title").setText('[% "name" %]')
    label(layout, "subtitle", LEFT, 21, 140, 5, 8.5).setText('[% "subtitle" %]')
    for name, x in (("before", LEFT), ("after", SECOND)):
        add_picture(layout, name, x)
    block(layout, "position", '[% "position" %]', LEFT, 138, HALF, 21)
    block(layout, "river", '[% "along_river" %]', LEFT, 159, HALF, 33)
    block(layout, "note", '[% "note" %]', LEFT, 192, HALF, 17.5)
    locator = map_item(layout, "locator_map", SECOND, 139, HALF, 59)
    fit_width(scale_bar(layout, "locator_scale_bar", locator, SECOND, 199, 60, 9))
    north_arrow(layout, "north_arrow", locator, SECOND + HALF - 8, 199, 8, 10)
    add_detail(layout)
    label(layout, "heading_observations", LEFT, 211, WIDE, 5, 8.5, bold=True)
    for name, place in WITHOUT_IMAGES.items():
        move_without_images(layout.itemById(name), place)
    add_table(layout)
    block(layout, "sources", '[% "sources" %]', LEFT, 258, WIDE, 14)
    label(layout, "licences", LEFT, 278, WIDE, 6, 6)
    label(layout, "survey", LEFT, 285, WIDE, 3.5, 6)
    write(layout)


def add_picture(layout: QgsPrintLayout, name: str, x: float) -> None:
    """Add a map for an image, a text for when there is none, a mark across it, a caption and a scale bar."""
    picture = map_item(layout, f"{name}_map", x, 28, HALF, 86)
    picture.setBackgroundColor(QColor("#f2f2f2"))
    missing = label(layout, f"{name}_missing", x + 8, 58, HALF - 16, 26, 10, color="#555555")
    missing.setText(f'[% "{name}_missing" %]')
    mark = label(layout, f"{name}_mark", x + 8, 30, HALF - 16, 8, 14, bold=True, color=WARNING)
    mark.setText(f'[% "{name}_mark" %]')
    mark.setBackgroundColor(QColor("#ffffff"))
    mark.dataDefinedProperties().setProperty(  # an empty label would still be a white bar
        QgsLayoutObject.DataDefinedProperty.ExcludeFromExports, QgsProperty.fromExpression(f"\"{name}_mark\" = ''"))
    mark.setBackgroundEnabled(True)
    for item in (missing, mark):
        item.setHAlign(CENTRE)
        item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    label(layout, f"{name}_caption", x, 115.5, HALF, 12, 6).setText(f'[% "{name}_caption" %]')
    bar = scale_bar(layout, f"{name}_scale_bar", picture, x, 128.5, 60, 8)
    bar.setUnits(Qgis.DistanceUnit.Meters)
    bar.setUnitLabel("m")
    fit_width(bar)
    hidden = QgsProperty.fromExpression(f"\"{name}_missing\" <> ''")
    bar.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.ExcludeFromExports, hidden)


def add_detail(layout: QgsPrintLayout) -> None:
    """Add a large-scale map of the place, for sheets without an image."""
    detail = map_item(layout, "detail_map", LEFT, 28, HALF, 86)
    bar = scale_bar(layout, "detail_scale_bar", detail, LEFT, 115, 60, 9)
    bar.setUnits(Qgis.DistanceUnit.Meters)
    bar.setUnitLabel("m")
    fit_width(bar)
    with_image = QgsProperty.fromExpression('"pictures" > 0')
    for item in (detail, bar):
        item.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.ExcludeFromExports, with_image)


def move_without_images(item: QgsLayoutItem, place: tuple[float, float, float, float]) -> None:
    """Move `item` to this place (mm on A4) on the sheet of a site without images."""
    part, properties = QgsLayoutObject.DataDefinedProperty, item.dataDefinedProperties()
    usual = item.pos().x(), item.pos().y(), item.rect().width(), item.rect().height()
    names = (part.PositionX, part.PositionY, part.ItemWidth, part.ItemHeight)
    for name, moved, usual_value in zip(names, place, usual):
        properties.setProperty(name, QgsProperty.fromExpression(
            f'if("pictures" = 0, {moved:g}, {usual_value:g}) * @layout_pagewidth / {A4[0]:g}'))


def fit_width(bar: QgsLayoutItemScaleBar) -> None:
    """Give the bar a round length between 20 and 50 mm: the scale differs on each page."""
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(20)
    bar.setMaximumBarWidth(50)


def block(layout: QgsPrintLayout, name: str, content: str, x: float, y: float, width: float, height: float) -> None:
    """Add a heading and the text under it."""
    label(layout, f"heading_{name}", x, y, width, 5, 8.5, bold=True)
    label(layout, name, x, y + 5, width, height - 5, 7).setText(content)


def add_table(layout: QgsPrintLayout) -> None:
    """Add the table of observations; its columns are set when the sheets are built."""
    table = QgsLayoutItemAttributeTable.create(layout)
    layout.addMultiFrame(table)
    frame = QgsLayoutFrame(layout, table)
    frame.setId("observations")
    frame.attemptSetSceneRect(QRectF(LEFT, 216.5, WIDE, 38))
    table.addFrame(frame)
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    table.setHeaderTextFormat(text(7, bold=True))
    table.setContentTextFormat(text(7))
    table.setCellMargin(0.7)
    table.setGridStrokeWidth(0.1)
    table.setGridColor(QColor("#999999"))
    table.setVerticalGrid(False)
    table.setMaximumNumberOfFeatures(7)
    table.setWrapBehavior(QgsLayoutItemAttributeTable.WrapBehavior.WrapText)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
