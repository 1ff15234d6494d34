"""The text that states which day the pages show."""

from __future__ import annotations

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.workbench import Workbench


def day_text(workbench: Workbench) -> str:
    """Return the day on screen, else that of the latest observation, and which of the two it is."""
    if workbench.imagery.day:
        return tr("{day}, the day on screen (UTC)").format(day=workbench.imagery.day)
    if workbench.session.survey is None:
        return tr("The survey's latest observation")
    day, basis = statements.day_shown(workbench.session.survey, None)
    if basis == "today":
        return tr("{day}, today (UTC): no observation is dated").format(day=day)
    return tr("{day}, the survey's latest observation (UTC)").format(day=day)
