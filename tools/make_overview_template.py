"""Write resources/layouts/overview.qpt and overview_portrait.qpt: the corridor, an inset, legend, sources, licences."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemMapItem,
    QgsLayoutMeasurement,
    QgsLineSymbol,
)
from qgis.PyQt.QtGui import QColor  # noqa: E402

from tools.layout_template import (  # noqa: E402
    A4,
    CENTRE,
    INK,
    WARNING,
    add_legend,
    add_page_frame,
    label,
    map_item,
    north_arrow,
    scale_bar,
    sheet,
    subtitle,
    text,
    write,
)
from yalu_plugin.layers.layouts.reach_maps import BOX_STYLE  # noqa: E402

REACH = (66, 62)  # mm, as REACH_MM in yalu_plugin.layers.layouts.overview_numbers
BOX = "#e0b000"  # the box around the barge reach and the frame of its enlargement


def main() -> None:
    """Build the templates and write them."""
    landscape()
    portrait()


def landscape() -> None:
    """Build and write the landscape template: the map above, the other items side by side below it."""
    layout = sheet("overview", *reversed(A4))
    add_page_frame(layout, *reversed(A4))
    subtitle(layout, 228)
    label(layout, "dates", 12, 20, 240, 10.8, 8)
    main_map, inset = map_item(layout, "main_map", 17, 35, 263, 83), map_item(layout, "inset_map", 17, 128, 76, 64)
    add_grid(main_map)
    add_box(main_map, inset)
    inset.setFrameStrokeColor(QColor(BOX))
    inset.setFrameStrokeWidth(QgsLayoutMeasurement(0.8))
    label(layout, "sources", 206, 127, 81, 38, 7.5)
    label(layout, "licences", 206, 166, 81, 35, 7)
    label(layout, "synthetic", 68, 39, 160, 14, 30, bold=True, color=WARNING).setHAlign(CENTRE)
    add_legend(layout, main_map, 98, 127, 105, 50)
    second = map_item(layout, "inset_map_2", 98, 128, *REACH)
    second.setVisibility(False)  # until there is a dense reach to show in it
    second.setFrameStrokeColor(QColor(BOX_STYLE["outline_color"]))
    second.setFrameStrokeWidth(QgsLayoutMeasurement(0.6))
    label(layout, "inset_map_2_caption", 98, 124, REACH[0], 3.6, 7.5, bold=True)
    scale_bar(layout, "inset_map_2_scale_bar", second, 98, 193, REACH[0], 8).setVisibility(False)
    scale_bar(layout, "inset_scale_bar", inset, 17, 193, 76, 8)
    scale_bar(layout, "scale_bar", main_map, 98, 184, 66, 12)
    north_arrow(layout, "north_arrow", main_map, 184, 178, 14, 19)
    write(layout)


def portrait() -> None:
    """Build and write the portrait template: the map above, inset and reach in a row below it."""
    layout = sheet("overview_portrait", *A4)
    add_page_frame(layout, *A4)
    subtitle(layout, 141)
    label(layout, "dates", 12, 20, 186, 12, 7)
    main_map, inset = map_item(layout, "main_map", 17, 37, 176, 113), map_item(layout, "inset_map", 17, 170, 86, 72)
    add_grid(main_map)
    add_box(main_map, inset)
    inset.setFrameStrokeColor(QColor(BOX))
    inset.setFrameStrokeWidth(QgsLayoutMeasurement(0.8))
    scale_bar(layout, "scale_bar", main_map, 109, 155, 66, 9)
    north_arrow(layout, "north_arrow", main_map, 184, 154, 9, 12)
    label(layout, "synthetic", 25, 41, 160, 14, 30, bold=True, color=WARNING).setHAlign(CENTRE)
    scale_bar(layout, "inset_scale_bar", inset, 17, 243, 86, 8)
    add_legend(layout, main_map, 109, 169, 89, 70)
    second = map_item(layout, "inset_map_2", 109, 170, *REACH)
    second.setVisibility(False)
    second.setFrameStrokeColor(QColor(BOX_STYLE["outline_color"]))
    second.setFrameStrokeWidth(QgsLayoutMeasurement(0.6))
    label(layout, "inset_map_2_caption", 109, 166, REACH[0], 3.6, 7.5, bold=True)
    scale_bar(layout, "inset_map_2_scale_bar", second, 109, 233, REACH[0], 8).setVisibility(False)
    label(layout, "sources", 17, 253, 88, 33, 7)
    label(layout, "licences", 109, 253, 89, 33, 7)
    write(layout)


def add_grid(item: QgsLayoutItemMap) -> None:
    """Add meridians and parallels with their degrees along the frame. The interval is set when the map is filled."""
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
    """Show the extent of `inset` as a box on `item`: yellow with dark edges, visible in greyscale."""
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": INK, "outline_width": "1.1"})
    over = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#ffd400", "outline_width": "0.6"})
    symbol.appendSymbolLayer(over.symbolLayer(0).clone())
    overview = item.overview()
    overview.setFrameSymbol(symbol)
    overview.setLinkedMap(inset)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
