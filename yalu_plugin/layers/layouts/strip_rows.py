"""The arrangement of a strip map's panels on a page: one above the other, filling it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayoutItem, QgsLayoutItemMap, QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout

from yalu_plugin.core.corridor.strip_pages import PageSpace
from yalu_plugin.layers.layouts.symbol_size import symbol_scale

ALIKE_MM = 0.5


def panel_maps(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    """Return the maps panel_1, panel_2, ... of a template."""
    found: list[QgsLayoutItemMap] = []
    while isinstance(layout.itemById(f"panel_{len(found) + 1}"), QgsLayoutItemMap):
        found.append(layout.itemById(f"panel_{len(found) + 1}"))
    return found


def panel_space(layout: QgsPrintLayout) -> PageSpace:
    """Return the space that the template has for panels; of fixed height if they are not one above the other."""
    panels, times = panel_maps(layout), symbol_scale(layout)
    boxes = [panel.mapRectToScene(panel.rect()) for panel in panels]
    if any(abs(box.left() - boxes[0].left()) > ALIKE_MM or abs(box.width() - boxes[0].width()) > ALIKE_MM
           or box.top() < above.bottom() for above, box in zip(boxes, boxes[1:])):
        return PageSpace(boxes[0].width(), 0.0, 0.0, len(panels), boxes[0].height(), times)
    between = boxes[1].top() - boxes[0].bottom() if len(boxes) > 1 else 0.0
    return PageSpace(boxes[0].width(), boxes[-1].bottom() - boxes[0].top() + between, between, len(panels),
                     symbols=times)


def arrange_panels(layout: QgsPrintLayout, heights: Sequence[float]) -> None:
    """Give the first panels these heights (mm), and move their captions and north arrows with them."""
    space, panels = panel_space(layout), panel_maps(layout)
    if space.fixed:
        return
    top = panels[0].mapRectToScene(panels[0].rect()).top()
    for number, height in enumerate(heights):
        before = panels[number].mapRectToScene(panels[number].rect())
        _move(layout.itemById(f"panel_{number + 1}_caption"), top - before.top())
        _move(layout.itemById(f"north_{number + 1}"), top - before.top() + (height - before.height()) / 2)
        panels[number].attemptMove(QgsLayoutPoint(before.left(), top))
        panels[number].attemptResize(QgsLayoutSize(before.width(), height))
        top += height + space.between


def _move(item: QgsLayoutItem | None, down: float) -> None:
    if item is not None:
        place = item.positionWithUnits()
        item.attemptMove(QgsLayoutPoint(place.x(), place.y() + down))
