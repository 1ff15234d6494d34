"""A question about a site goes with the site: once that was undone or deleted, no answer would mean anything."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.messages import Messages
from yalu_plugin.workbench.session import SurveySession


class SiteQuestion(QObject):
    """Asks, see Messages.ask, and takes the question away when the site with this id is in the survey no more."""

    def __init__(self, site_id: str, session: SurveySession, messages: Messages, text: str,
                 answers: dict[str, Callable[[], None]]) -> None:
        question = messages.ask(text, answers)
        super().__init__(question)  # and ends with it
        self._question, self._site_id, self._messages = question, site_id, messages
        session.changed.connect(self._look)

    def _look(self, delta: Delta) -> None:
        if any(before is not None and after is None and before["id"] == self._site_id
               for before, after in delta.changes("sites")):
            self._messages.withdraw(self._question)
