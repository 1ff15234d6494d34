"""Check that a template's page is large enough for its items: otherwise the page would be cut without a warning."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.text import translatable

CHECKED_TYPES = (QgsLayoutItemLabel, QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemScaleBar, QgsLayoutFrame)
SPARE_MM = 0.5  # for a drawn frame
BLEED_MM = 5.0  # that printers require of a map up to the paper's edge
NAMED_MOST, NAME = 5, 40  # items, and characters of each


class TemplateCut(YaluError):
    """A template with items that reach beyond the page."""

    template = translatable("The page of the template {path} cuts off or leaves out {count} of its items ({ids}). Make "
                            "the page larger, or move them onto it, in QGIS' layout window.")


def check_page_edges(layout: QgsPrintLayout, path: Path, needed: Container[str]) -> None:
    """Check that items with content, or with one of the ids `needed`, are on a page and not cut by its edge.

    Shapes and pictures may extend beyond it, maps by the bleed of a printer. Items entirely off the page were placed
    there to be left out, unless all items are. Raises TemplateCut, with `path` as the template's.
    """
    pages = [page.mapRectToScene(page.rect()) for page in layout.pageCollection().pages()]
    items = [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item.isVisible()
             and (isinstance(item, CHECKED_TYPES) or item.id() in needed)]
    off = [item for item in items if not any(_allowed_area(item, page).contains(_box(item)) for page in pages)]
    cut = [item for item in off if any(page.intersects(_box(item)) for page in pages)]
    if cut or (off and len(off) == len(items)):
        off.sort(key=lambda item: (item.id() not in needed, item.displayName()))
        names = [one_line(item.displayName(), NAME) for item in off[:NAMED_MOST]]
        raise TemplateCut(path=path, count=len(off), ids=", ".join([*names, *["…"] * (len(off) > NAMED_MOST)]))


def _allowed_area(item: QgsLayoutItem, page: QRectF) -> QRectF:
    beyond = BLEED_MM if isinstance(item, QgsLayoutItemMap) else SPARE_MM
    return page.adjusted(-beyond, -beyond, beyond, beyond)


def _box(item: QgsLayoutItem) -> QRectF:
    return item.mapRectToScene(item.rect())
