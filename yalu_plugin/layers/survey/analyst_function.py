"""The name of who is writing, for the forms of a survey: an expression function of a QGIS with the plugin."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction

from yalu_plugin.core.forms.form_fields import ANALYST
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import analyst


class AnalystFunction(QgsExpressionFunction):
    """As layers.survey.analyst."""

    def __init__(self) -> None:
        super().__init__(ANALYST, 0, "Yalu", tr("The name under which this analyst records"))
        QgsExpression.registerFunction(self)

    def func(self, _values: list[object], _context: QgsExpressionContext | None, _parent: QgsExpression,
             _node: QgsExpressionNodeFunction | None) -> str | None:
        """The name, in any thread; NULL where there is none."""
        return analyst() or None

    def release(self) -> None:
        """Take the function back (on unload)."""
        QgsExpression.unregisterFunction(self.name())
