"""Write resources/layouts/overview_key*.qpt: maps of dense reaches and the tables of the key to the numbers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import QgsApplication, QgsLayoutMeasurement  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from tools.layout_template import (  # noqa: E402
    A4,
    CENTRE,
    WARNING,
    add_page_frame,
    label,
    map_item,
    scale_bar,
    sheet,
    write,
)
from tools.make_figures_template import add_table  # noqa: E402
from yalu_plugin.layers.layouts.overview_numbers import REACH_MM  # noqa: E402
from yalu_plugin.layers.layouts.reach_maps import BOX_STYLE  # noqa: E402

LEFT, TOP, BETWEEN = 12.0, 31.0, 3.0  # mm
ROW = 79.0  # from one row of maps to the next


def main() -> None:
    """Build the templates and write them."""
    build("overview_key", (A4[1], A4[0]), rows=2, in_a_row=4, tables=3)
    build("overview_key_portrait", A4, rows=3, in_a_row=2, tables=2)


def build(name: str, page: tuple[float, float], rows: int, in_a_row: int, tables: int) -> None:
    """Build and write a template with rows of maps and with tables, both from the same top: a page may use either."""
    layout, wide, foot = sheet(name, *page), page[0] - 2 * LEFT, page[1] - 15
    add_page_frame(layout, *page)
    label(layout, "dates", LEFT, 20.5, wide - 33, 8, 7)
    for number in range(rows * in_a_row):
        add_reach(layout, number + 1, LEFT + number % in_a_row * (wide + BETWEEN) / in_a_row,
                  TOP + number // in_a_row * ROW)
    width = (wide - (tables - 1) * BETWEEN) / tables
    for number in range(tables):
        left = LEFT + number * (width + BETWEEN)
        add_table(layout, left, TOP, width, foot - TOP - 2, f"key_{number + 1}", 6.0)
    for row in range(rows):
        label(layout, f"synthetic_{row + 1}", LEFT, TOP + row * ROW + 8, wide, 14, 30, bold=True,
              color=WARNING).setHAlign(CENTRE)
    label(layout, "licences", LEFT, foot - 1, wide, 5, 6)
    label(layout, "survey", LEFT, foot + 4.2, wide - 30, 3.5, 6)
    write(layout)


def add_reach(layout: object, number: int, x: float, y: float) -> None:
    """Add the map of a reach, its caption above and its scale bar below it."""
    name = f"reach_{number}"
    label(layout, f"{name}_caption", x, y, REACH_MM[0], 3.8, 7.5, bold=True)
    reach = map_item(layout, name, x, y + 4.2, *REACH_MM)
    reach.setFrameStrokeColor(QColor(BOX_STYLE["outline_color"]))
    reach.setFrameStrokeWidth(QgsLayoutMeasurement(0.6))
    scale_bar(layout, f"{name}_scale_bar", reach, x, y + 4.6 + REACH_MM[1], REACH_MM[0], 8)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
