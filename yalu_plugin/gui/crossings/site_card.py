"""The card of a site, as the list's tooltip has it, for QGIS' map tips."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction
from qgis.PyQt.QtCore import QCoreApplication, QThread

from yalu_plugin.core.plain_text import without_unseen
from yalu_plugin.gui.crossings.site_words import Known, tooltip
from yalu_plugin.gui.plain import as_html
from yalu_plugin.i18n import tr
from yalu_plugin.layers.map_tips import CARD
from yalu_plugin.workbench import Workbench

STYLE = "width: 300px; padding: 4px; font: 9pt sans-serif; background: #ffffff; border: 1px solid #767676"


class SiteCard(QgsExpressionFunction):
    """The expression function of layers.map_tips.CARD: of a site's id its card as HTML, NULL where there is none."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(CARD, 1, "Yalu", tr("The card of a site of the open survey, given its id: HTML"))
        self._workbench = workbench
        QgsExpression.registerFunction(self)

    def release(self) -> None:
        """Take the function back (on unload)."""
        QgsExpression.unregisterFunction(CARD)

    def func(self, values: list[object], _context: QgsExpressionContext | None, _parent: QgsExpression,
             _node: QgsExpressionNodeFunction | None) -> str | None:
        """The card, on the main thread alone: what is known of sites is not for two threads."""
        facts, bench = self._workbench.session.facts, self._workbench
        if facts is None or QThread.currentThread() != QCoreApplication.instance().thread():
            return None
        site = facts.row("sites", str(values[0])) if values[0] is not None else None
        return site and card_html(Known(facts, bench.imagery.day, bench.river.along), site)


def card_html(known: Known, site: dict[str, object]) -> str:
    """The card, its first line bold: whatever stands in data is text, and no markup."""
    first, *others = without_unseen(tooltip(known, site)).split("\n")
    lines = [f"<b>{as_html(first)}</b>", *map(as_html, others)]
    return f"<div style='{STYLE}'>{'<br>'.join(lines)}</div>"
