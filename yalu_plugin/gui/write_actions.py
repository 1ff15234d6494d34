"""Actions that change the survey are disabled where it is read-only, and their tooltips then state the reason."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QAction

from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.i18n import error_text
from yalu_plugin.layers.survey.survey import Survey

_OWN = "yalu_tooltip"  # a property that stores the normal tooltip while another one is set


def enable_write_actions(actions: Iterable[QAction], survey: Survey | None, enabled: bool = True) -> None:
    """Enable or disable the actions by `enabled`; a read-only survey disables them anyway."""
    reason = survey.read_only_reason if survey is not None else None
    for action in actions:
        action.setEnabled(enabled and reason is None)
        if reason is not None and action.property(_OWN) is None:
            action.setProperty(_OWN, action.toolTip())
            action.setToolTip(plain_tooltip(error_text(reason, short=True)))
        elif reason is None and action.property(_OWN) is not None:
            action.setToolTip(action.property(_OWN))
            action.setProperty(_OWN, None)
