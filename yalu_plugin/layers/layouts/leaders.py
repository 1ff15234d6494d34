"""The lines that lead from a box on a map to the map that enlarges it."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutItemMap,
    QgsLayoutItemPolyline,
    QgsLineSymbol,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QPolygonF

from yalu_plugin.layers.layouts.symbol_size import grown, symbol_times

LOOK = {"line_color": "#e0b000", "line_width": "0.35", "line_style": "dash"}


def leader_ends(main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> list[tuple[QPointF, QPointF]]:
    """On the page, from the box of `inset` on `main_map` to its own map: the left and the right line.

    From the box's lower corners down to the inset's upper ones, or up where the inset stands above the main map.
    """
    box, frame = inset.extent(), inset.mapRectToScene(inset.rect())
    below = frame.center().y() > main_map.mapRectToScene(main_map.rect()).center().y()
    y, edge = (box.yMinimum(), frame.top()) if below else (box.yMaximum(), frame.bottom())
    return [(main_map.mapToScene(main_map.mapToItemCoords(QPointF(x, y))), QPointF(end, edge))
            for x, end in ((box.xMinimum(), frame.left()), (box.xMaximum(), frame.right()))]


def draw_leaders(layout: QgsPrintLayout, main_map: QgsLayoutItemMap, inset: QgsLayoutItemMap) -> None:
    """Lines, with the ids leader_left and leader_right, from the box of `inset` on `main_map` to its own map."""
    for name, ends in zip(("left", "right"), leader_ends(main_map, inset)):
        line = QgsLayoutItemPolyline(QPolygonF(ends), layout)
        line.setId(f"leader_{name}")
        line.setSymbol(grown(QgsLineSymbol.createSimple(LOOK), symbol_times(layout)))
        layout.addLayoutItem(line)
