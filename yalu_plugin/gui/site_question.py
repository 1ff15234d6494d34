"""A question about a site, removed once the site is undone or deleted, because no answer would apply any more."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.messages import Messages
from yalu_plugin.workbench.session import SurveySession


class SiteQuestion(QObject):
    """Asks like Messages.ask, and removes the question when the site with this id is removed from the survey."""

    def __init__(self, site_id: str, session: SurveySession, messages: Messages, text: str,
                 answers: dict[str, Callable[[], None]]) -> None:
        question = messages.ask(text, answers)
        super().__init__(question)  # deleted with it
        self._question, self._site_id, self._messages = question, site_id, messages
        session.changed.connect(self._check_site)

    def _check_site(self, delta: Delta) -> None:
        if any(before is not None and after is None and before["id"] == self._site_id
               for before, after in delta.changes("sites")):
            self._messages.remove_question(self._question)
