"""Actions that change the survey: off where it cannot be written to, and their tooltips say why."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QAction

from yalu_plugin.gui.plain import plain_tooltip
from yalu_plugin.i18n import error_text
from yalu_plugin.layers.survey.survey import Survey

_OWN = "yalu_tooltip"  # the tooltip of an action that says something else meanwhile


def enable_changing(actions: Iterable[QAction], survey: Survey | None, enabled: bool = True) -> None:
    """Switch the actions on if `enabled`, and off where the survey that is open is for reading only."""
    why = survey.read_only_reason if survey is not None else None
    for action in actions:
        action.setEnabled(enabled and why is None)
        if why is not None and action.property(_OWN) is None:
            action.setProperty(_OWN, action.toolTip())
            action.setToolTip(plain_tooltip(error_text(why, short=True)))
        elif why is None and action.property(_OWN) is not None:
            action.setToolTip(action.property(_OWN))
            action.setProperty(_OWN, None)
