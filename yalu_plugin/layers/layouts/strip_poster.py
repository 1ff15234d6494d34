"""The strip map on one long page for a wall: all panels one below the other, as wide as the paper."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemPage,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts.strip_rows import room_of, slots

LONGEST_MM = 5_000.0  # 14,400 points, the most that a PDF's page may have, are 5,080
PARTS = ("panel_{}", "panel_{}_caption", "north_{}")


class PosterTooLong(YaluError):
    """A page longer than a PDF's may be."""

    template = translatable("The poster would be {metres} m long, and a page may have {most} m. Choose a smaller scale "
                            "or larger paper.")


class NoRows(YaluError):
    """A template whose panels stand beside each other: they cannot be continued downwards."""

    template = translatable("The template's panels do not stand one above the other. Use the plugin's own template for "
                            "a poster.")


def lengthen(layout: QgsPrintLayout, heights: Sequence[float]) -> None:
    """Make room for panels of these heights (mm) on a page, whatever the template has: what is below goes down.

    Raises PosterTooLong and NoRows.
    """
    room, page = room_of(layout), layout.pageCollection().page(0)
    if room.fixed:
        raise NoRows()
    more = sum(height + room.between for height in heights) - room.height
    size = page.pageSize()
    if size.height() + more > LONGEST_MM:
        raise PosterTooLong(metres=round((size.height() + more) / 1000, 1), most=LONGEST_MM / 1000)
    bottom = slots(layout)[-1].sceneBoundingRect().bottom()
    page.setPageSize(QgsLayoutSize(size.width(), size.height() + more))
    for item in layout.items():
        if (isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
                and item.sceneBoundingRect().top() >= bottom - room.between / 2):
            item.attemptMoveBy(0, more)
    for number in range(len(slots(layout)) + 1, len(heights) + 1):
        _add_slot(layout, number)


def _add_slot(layout: QgsPrintLayout, number: int) -> None:
    """A copy of the last panel with what belongs to it, below it."""
    last = slots(layout)[-1].sceneBoundingRect()
    down = last.height() + room_of(layout).between
    for part in PARTS:
        before = layout.itemById(part.format(number - 1))
        if before is not None:
            copy = _copied(before)
            copy.setId(part.format(number))
            layout.addLayoutItem(copy)
            place = before.positionWithUnits()
            copy.attemptMove(QgsLayoutPoint(place.x(), place.y() + down))


def _copied(item: QgsLayoutItem) -> QgsLayoutItem:
    document, context = QDomDocument(), QgsReadWriteContext()
    parent = document.createElement("copy")
    item.writeXml(parent, document, context)
    element = parent.firstChildElement()
    element.removeAttribute("uuid")  # it gets one of its own
    copy = type(item)(item.layout())
    copy.readXml(element, document, context)
    return copy
