"""The card of a site, as the list's tooltip has it, for QGIS' map tips, and a line of it for what QGIS identifies."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction
from qgis.PyQt.QtCore import QCoreApplication, QThread

from yalu_plugin.core.plain_text import without_invisible
from yalu_plugin.core.published import Row
from yalu_plugin.gui.crossings.site_texts import SiteContext, place_text, tooltip
from yalu_plugin.gui.plain import as_html
from yalu_plugin.i18n import tr
from yalu_plugin.layers.map_tips import CARD, PLACE
from yalu_plugin.workbench import Workbench

STYLE = "width: 300px; padding: 4px; font: 9pt sans-serif; background: #ffffff; border: 1px solid #767676"


class SiteCard:
    """The expression functions of layers.map_tips: of a site's id its card as HTML, and where it lies as text."""

    def __init__(self, workbench: Workbench) -> None:
        self._functions = (
            _OfSite(CARD, tr("The card of a site of the open survey, given its id: HTML"), workbench, card_html),
            _OfSite(PLACE, tr("Chainage and county of a site of the open survey, given its id"), workbench, place_text))

    def release(self) -> None:
        """Take the functions back (on unload)."""
        for function in self._functions:
            QgsExpression.unregisterFunction(function.name())


class _OfSite(QgsExpressionFunction):
    """What `text_of` says of a site, given its id; NULL where there is none."""

    def __init__(self, name: str, help_text: str, workbench: Workbench,
                 text_of: Callable[[SiteContext, Row], str]) -> None:
        super().__init__(name, 1, "Yalu", help_text)
        self._workbench, self._text_of = workbench, text_of
        QgsExpression.registerFunction(self)

    def func(self, values: list[object], _context: QgsExpressionContext | None, _parent: QgsExpression,
             _node: QgsExpressionNodeFunction | None) -> str | None:
        """On the main thread alone: what is known of sites is not for two threads."""
        facts, bench = self._workbench.session.facts, self._workbench
        if facts is None or QThread.currentThread() != QCoreApplication.instance().thread():
            return None
        site = facts.row("sites", str(values[0])) if values[0] is not None else None
        return site and self._text_of(SiteContext(facts, bench.imagery.day, bench.river.along), site)


def card_html(context: SiteContext, site: Row) -> str:
    """The card, its first line bold: whatever stands in data is text, and no markup."""
    first, *others = without_invisible(tooltip(context, site)).split("\n")
    lines = [f"<b>{as_html(first)}</b>", *map(as_html, others)]
    return f"<div style='{STYLE}'>{'<br>'.join(lines)}</div>"
