"""Expression functions that show the card of a site in QGIS' map tips, and a line of it in Identify."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction
from qgis.PyQt.QtCore import QCoreApplication, QThread

from yalu_plugin.core.plain_text import without_invisible
from yalu_plugin.core.published import Row
from yalu_plugin.gui.crossings.site_texts import SiteContext, place_text, tooltip
from yalu_plugin.gui.escaped_text import as_html
from yalu_plugin.i18n import tr
from yalu_plugin.layers.map_tips import CARD, PLACE
from yalu_plugin.workbench import Workbench

STYLE = "width: 300px; padding: 4px; font: 9pt sans-serif; background: #ffffff; border: 1px solid #767676"


class SiteCard:
    """The expression functions of layers.map_tips: the card of a site as HTML, and its location as text, by its id."""

    def __init__(self, workbench: Workbench) -> None:
        self._functions = (
            _OfSite(CARD, tr("The card of a site of the open survey, given its id: HTML"), workbench, card_html),
            _OfSite(PLACE, tr("Chainage and county of a site of the open survey, given its id"), workbench, place_text))

    def release(self) -> None:
        """Unregister the functions (on unload)."""
        for function in self._functions:
            QgsExpression.unregisterFunction(function.name())


class _OfSite(QgsExpressionFunction):
    """Returns `text_of` a site by its id, NULL without such a site."""

    def __init__(self, name: str, help_text: str, workbench: Workbench,
                 text_of: Callable[[SiteContext, Row], str]) -> None:
        super().__init__(name, 1, "Yalu", help_text)
        self._workbench, self._text_of = workbench, text_of
        QgsExpression.registerFunction(self)

    def func(self, values: list[object], _context: QgsExpressionContext | None, _parent: QgsExpression,
             _node: QgsExpressionNodeFunction | None) -> str | None:
        """Evaluate on the main thread; on others return NULL, as the facts are not thread-safe."""
        facts, bench = self._workbench.session.facts, self._workbench
        if facts is None or QThread.currentThread() != QCoreApplication.instance().thread():
            return None
        site = facts.row("sites", str(values[0])) if values[0] is not None else None
        if site is None:
            return None
        return self._text_of(SiteContext(facts, bench.imagery.day, bench.river.positions), site)


def card_html(context: SiteContext, site: Row) -> str:
    """Return the card with its first line in bold; texts from the data are escaped."""
    first, *others = without_invisible(tooltip(context, site)).split("\n")
    lines = [f"<b>{as_html(first)}</b>", *map(as_html, others)]
    return f"<div style='{STYLE}'>{'<br>'.join(lines)}</div>"
