"""Make resources/layouts/strip_map.qpt: A4 landscape, panels of the river one under the other."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import QgsApplication  # noqa: E402

from tools.layout_template import (  # noqa: E402
    A4,
    add_legend,
    frame_of_page,
    label,
    map_item,
    north_arrow,
    scale_bar,
    sheet,
    write,
)

PANELS, TOP, EACH = 4, 30.0, 35.6  # mm


def main() -> None:
    """Build the layout and write it."""
    layout = sheet("strip_map", *reversed(A4))
    frame_of_page(layout, *reversed(A4))
    label(layout, "dates", 12, 20.5, 240, 9, 8)
    for number in range(PANELS):
        y, name = TOP + number * EACH, f"panel_{number + 1}"
        label(layout, f"{name}_caption", 12, y, 262, 4, 7.5, bold=True)
        panel = map_item(layout, name, 12, y + 4.5, 262, 29.6)
        north_arrow(layout, f"north_{number + 1}", panel, 276, y + 12, 9, 14)
    first = layout.itemById("panel_1")
    scale_bar(layout, "scale_bar", first, 12, 174, 40, 9)
    legend = add_legend(layout, first, 55, 173, 142, 27)
    legend.setColumnCount(3)
    legend.setSplitLayer(True)  # five states have no room one under the other
    legend.setColumnSpace(2)
    legend.setSymbolHeight(3.2)
    label(layout, "sources", 200, 173, 38, 29, 6)
    label(layout, "licences", 240, 173, 45, 29, 6)
    write(layout)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
