"""Keeps clicks and keys that could not be written, and offers to write them again."""

from __future__ import annotations

from collections import Counter

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QObject

from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class RefusedActions(QObject):
    """Shows one question in the message bar while actions are pending for the open survey."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._annotation, self._messages = workbench.annotation, messages
        self._question: QgsMessageBarItem | None = None
        for changed in (workbench.annotation.refused_changed, workbench.session.survey_changed):
            changed.connect(self._ask)

    def _ask(self) -> None:
        if self._question is not None:
            self._messages.remove_question(self._question)
            self._question = None
        counts = Counter(self._annotation.refused())
        if counts:
            actions = ", ".join(text if count == 1 else f"{text} ({count})" for text, count in counts.items())
            self._question = self._messages.ask(
                tr("Kept, but not written yet: {what}").format(what=actions),
                {tr("Write now"): self._write, tr("Discard"): self._annotation.discard_refused},
                reason=self._annotation.refusal)

    def _write(self) -> None:
        self._question = None
        with self._messages.reporting():
            written = self._annotation.write_refused()
            self._messages.show_message(tr("Written: {what}").format(what=", ".join(written)))
