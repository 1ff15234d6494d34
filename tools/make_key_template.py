"""Make resources/layouts/overview_key.qpt: A4 landscape, maps of dense reaches above the key to the numbers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import QgsApplication, QgsLayoutMeasurement  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from tools.layout_template import A4, frame_of_page, label, map_item, scale_bar, sheet, write  # noqa: E402
from tools.make_figures_template import add_table  # noqa: E402
from yalu_plugin.layers.layouts.overview_numbers import REACH_MM  # noqa: E402
from yalu_plugin.layers.layouts.reach_maps import LOOK  # noqa: E402

LEFT, WIDE, TOP = 12.0, 273.0, 31.0  # mm
ROWS, IN_A_ROW, TABLES, BETWEEN = 2, 4, 3, 3.0
ROW = 79.0  # from one row of maps to the next


def main() -> None:
    """Build the layout and write it."""
    layout = sheet("overview_key", *reversed(A4))
    frame_of_page(layout, *reversed(A4))
    label(layout, "dates", LEFT, 20.5, 240, 8, 7)
    for number in range(ROWS * IN_A_ROW):
        add_reach(layout, number + 1, LEFT + number % IN_A_ROW * (REACH_MM[0] + BETWEEN),
                  TOP + number // IN_A_ROW * ROW)
    width = (WIDE - (TABLES - 1) * BETWEEN) / TABLES
    for number in range(TABLES):
        left = LEFT + number * (width + BETWEEN)
        add_table(layout, left, TOP, width, 162, f"key_{number + 1}", 6.0)
    label(layout, "licences", LEFT, 195, WIDE, 4, 6)
    label(layout, "survey", LEFT, 199.2, WIDE - 30, 3.5, 6)
    write(layout)


def add_reach(layout: object, number: int, x: float, y: float) -> None:
    """The map of a reach, its caption above and its scale bar below it."""
    name = f"reach_{number}"
    label(layout, f"{name}_caption", x, y, REACH_MM[0], 3.8, 7.5, bold=True)
    reach = map_item(layout, name, x, y + 4.2, *REACH_MM)
    reach.setFrameStrokeColor(QColor(LOOK["outline_color"]))
    reach.setFrameStrokeWidth(QgsLayoutMeasurement(0.6))
    scale_bar(layout, f"{name}_scale_bar", reach, x, y + 4.6 + REACH_MM[1], REACH_MM[0], 8)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
