"""The action that deletes the current count: an abandoned count has no use and only fills the list."""

from __future__ import annotations

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.amounts import marks_text
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class DeleteCount(QObject):
    """Deletes an unfinished count without marks at once, and asks before deleting any other."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages = workbench, messages
        self._question: QgsMessageBarItem | None = None
        self._question_count_id = ""  # a count
        self._action = actions.add("delete_count", tr("Delete count"), tr(
            "Remove your current count from the survey, with its marks"), "delete_site", self._delete)
        self.show_count()

    def show_count(self) -> None:
        """Enable the action while there is a current count; withdraw the question about another count."""
        counts = self._workbench.counts
        enable_write_actions([self._action], self._workbench.session.survey, counts.count is not None)
        if self._question is not None and counts.count_id != self._question_count_id:
            self._withdraw()

    def _delete(self, *_: object) -> None:
        with self._messages.reporting():
            counts = self._workbench.counts
            count, number = self._workbench.counting.need_own_count(), len(counts.marks)
            self._withdraw()
            if not number and not count["finished_at"]:
                self._workbench.counting.delete()
                return
            self._question_count_id = counts.count_id
            self._question = self._messages.ask(
                tr("Delete your count of {area} with {marks}?").format(
                    area=one_line((counts.area or {}).get("name") or "?"), marks=marks_text(number)),
                {tr("Delete count"): self._delete_now, tr("Keep it"): lambda: None})

    def _delete_now(self) -> None:
        self._question = None
        with self._messages.reporting():
            self._workbench.counting.delete()

    def _withdraw(self) -> None:
        if self._question is not None:
            self._messages.remove_question(self._question)
            self._question = None
