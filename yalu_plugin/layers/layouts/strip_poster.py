"""The strip map as a poster: all panels one below the other on one long page."""

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
from yalu_plugin.layers.layouts.strip_rows import panel_maps, panel_space

LONGEST_MM = 5_000.0  # a PDF's page may have at most 14,400 points, which are 5,080 mm
PARTS = ("panel_{}", "panel_{}_caption", "north_{}")


class PosterTooLong(YaluError):
    """A page that is longer than a PDF allows."""

    template = translatable("The poster would be {metres} m long, and a page may have {most} m. Choose a smaller scale "
                            "or larger paper.")


class PanelsSideBySide(YaluError):
    """A template whose panels are not one above the other, so that further panels cannot be added below."""

    template = translatable("The template's panels are not one above the other. Use the plugin's own template for "
                            "a poster.")


def lengthen_page(layout: QgsPrintLayout, heights: Sequence[float]) -> None:
    """Lengthen the page for panels of these heights (mm): add panels, and move the items below them down.

    Raises PosterTooLong and PanelsSideBySide.
    """
    space, page = panel_space(layout), layout.pageCollection().page(0)
    if space.fixed:
        raise PanelsSideBySide()
    more = sum(height + space.between for height in heights) - space.height
    size = page.pageSize()
    if size.height() + more > LONGEST_MM:
        raise PosterTooLong(metres=round((size.height() + more) / 1000, 1), most=LONGEST_MM / 1000)
    bottom = panel_maps(layout)[-1].sceneBoundingRect().bottom()
    page.setPageSize(QgsLayoutSize(size.width(), size.height() + more))
    for item in layout.items():
        if (isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
            and item.sceneBoundingRect().top() >= bottom - space.between / 2):
            item.attemptMoveBy(0, more)
    for number in range(len(panel_maps(layout)) + 1, len(heights) + 1):
        _add_slot(layout, number)


def _add_slot(layout: QgsPrintLayout, number: int) -> None:
    """Copy the last panel, with its caption and north arrow, to the place below it."""
    last = panel_maps(layout)[-1].sceneBoundingRect()
    down = last.height() + panel_space(layout).between
    for part in PARTS:
        before = layout.itemById(part.format(number - 1))
        if before is not None:
            copy = _copy(before)
            copy.setId(part.format(number))
            layout.addLayoutItem(copy)
            place = before.positionWithUnits()
            copy.attemptMove(QgsLayoutPoint(place.x(), place.y() + down))


def _copy(item: QgsLayoutItem) -> QgsLayoutItem:
    document, context = QDomDocument(), QgsReadWriteContext()
    parent = document.createElement("copy")
    item.writeXml(parent, document, context)
    element = parent.firstChildElement()
    element.removeAttribute("uuid")  # the copy gets a new one
    copy = type(item)(item.layout())
    copy.readXml(element, document, context)
    return copy
