"""The panels of a strip map on the paper: how many one above the other, so that they fill the page."""

from __future__ import annotations

from qgis.core import QgsLayoutItem, QgsLayoutItemMap, QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout

ALIKE_MM = 0.5


def slots(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    """The maps panel_1, panel_2, ... of a template."""
    found: list[QgsLayoutItemMap] = []
    while isinstance(layout.itemById(f"panel_{len(found) + 1}"), QgsLayoutItemMap):
        found.append(layout.itemById(f"panel_{len(found) + 1}"))
    return found


def row_heights(layout: QgsPrintLayout) -> dict[int, float]:
    """By number of panels on a page, how high (mm) each is, if the panels share out what room the template gives them.

    Only the template's own number where its panels are not one above the other.
    """
    panels = slots(layout)
    boxes = [panel.mapRectToScene(panel.rect()) for panel in panels]
    if any(abs(box.left() - boxes[0].left()) > ALIKE_MM or abs(box.width() - boxes[0].width()) > ALIKE_MM
           or box.top() < above.bottom() for above, box in zip(boxes, boxes[1:])):
        return {len(panels): boxes[0].height()}
    between = boxes[1].top() - boxes[0].bottom() if len(boxes) > 1 else 0.0
    whole = boxes[-1].bottom() - boxes[0].top() + between
    return {rows: whole / rows - between for rows in range(1, len(panels) + 1)}


def arrange(layout: QgsPrintLayout, rows: int) -> None:
    """Give the first `rows` panels the room of all, each with its caption and its north arrow where they were to it."""
    panels, height = slots(layout), row_heights(layout)[rows]
    if rows == len(panels):
        return
    boxes = [panel.mapRectToScene(panel.rect()) for panel in panels]
    between = boxes[1].top() - boxes[0].bottom()
    for number in range(rows):
        top, before = boxes[0].top() + number * (height + between), boxes[number]
        _move(layout.itemById(f"panel_{number + 1}_caption"), top - before.top())
        _move(layout.itemById(f"north_{number + 1}"), top - before.top() + (height - before.height()) / 2)
        panels[number].attemptMove(QgsLayoutPoint(before.left(), top))
        panels[number].attemptResize(QgsLayoutSize(before.width(), height))


def _move(item: QgsLayoutItem | None, down: float) -> None:
    if item is not None:
        place = item.positionWithUnits()
        item.attemptMove(QgsLayoutPoint(place.x(), place.y() + down))
