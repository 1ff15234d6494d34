"""Write resources/layouts/strip_map.qpt and strip_map_portrait.qpt: panels of the river one below the other."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from qgis.core import QgsApplication, QgsPrintLayout  # noqa: E402

from tools.layout_template import (  # noqa: E402
    A4,
    add_legend,
    add_page_frame,
    label,
    map_item,
    north_arrow,
    scale_bar,
    sheet,
    subtitle,
    write,
)

TOP, EACH = 30.0, 35.6  # mm


def main() -> None:
    """Build the templates and write them."""
    layout = panels("strip_map", (A4[1], A4[0]), 4)
    label(layout, "dates", 12, 20.5, 240, 9, 8)
    scale_bar(layout, "scale_bar", layout.itemById("panel_1"), 12, 174, 40, 9)
    legend(layout, 55, 173, 142, 27)
    label(layout, "sources", 200, 173, 38, 29, 6)
    label(layout, "licences", 240, 173, 45, 29, 6)
    write(layout)
    layout = panels("strip_map_portrait", A4, 6, 33.0)
    label(layout, "dates", 12, 20.5, 186, 12, 7)
    scale_bar(layout, "scale_bar", layout.itemById("panel_1"), 12, 248, 40, 9)
    legend(layout, 12, 257, 112, 31)
    label(layout, "sources", 128, 249, 32, 38, 6)
    label(layout, "licences", 162, 249, 36, 38, 6)
    write(layout)


def panels(name: str, page: tuple[float, float], count: int, top: float = TOP) -> QgsPrintLayout:
    """Return a page with `count` panels one below the other."""
    layout, wide = sheet(name, *page), page[0] - 35
    add_page_frame(layout, *page)
    subtitle(layout, page[0] - 69)
    for number in range(count):
        y, panel_id = top + number * EACH, f"panel_{number + 1}"
        label(layout, f"{panel_id}_caption", 12, y, wide, 4, 7.5, bold=True)
        panel = map_item(layout, panel_id, 12, y + 4.5, wide, 29.6)
        north_arrow(layout, f"north_{number + 1}", panel, page[0] - 22.5, y + 14, 10.5, 10.5)
    return layout


def legend(layout: QgsPrintLayout, x: float, y: float, width: float, height: float) -> None:
    """Add a low, wide legend: there is no space for five states one below the other."""
    item = add_legend(layout, layout.itemById("panel_1"), x, y, width, height)
    item.setColumnCount(3)
    item.setSplitLayer(True)
    item.setColumnSpace(2)
    item.setSymbolHeight(3.2)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
