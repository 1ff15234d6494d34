"""The undo history of this window's changes of the survey, for all panels and layers."""

from __future__ import annotations

from typing import NamedTuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey_errors import ChangedSince
from yalu_plugin.workbench.action_text import action_text
from yalu_plugin.workbench.session import SurveySession

LIMIT = 200  # actions that can be undone


class Action(NamedTuple):
    """An action of the user: its text, and the change that doing, undoing or redoing it last wrote."""

    text: str
    delta: Delta


class History(QObject):
    """Undoes an action by a change that reverses it, which is recorded too.

    An action that cannot be written now stays and can be tried again. An action whose rows another user has changed
    since is dropped from the history and not undone.
    """

    changed = pyqtSignal()  # other actions can be undone or redone
    applied = pyqtSignal(object)  # the Delta of an undo or redo
    reported = pyqtSignal(str)  # which action was undone or redone
    error_occurred = pyqtSignal(object)

    def __init__(self, session: SurveySession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._done: list[Action] = []
        self._undone: list[Action] = []

    @property
    def done(self) -> list[str]:
        """The texts of the actions that can be undone, the last first."""
        return [action.text for action in reversed(self._done)]

    @property
    def undone(self) -> list[str]:
        """The texts of the actions that can be redone, the next first."""
        return [action.text for action in reversed(self._undone)]

    def push(self, text: str, delta: Delta) -> None:
        """Add an action that was just written; its text gets the site that it is about."""
        if delta.entries:
            label = action_text(text, delta, self._session.facts)
            self._done = [*self._done[1 - LIMIT:], Action(label, delta)]
            self._undone = []
            self.changed.emit()

    def reset(self) -> None:
        """Clear the history; what is written stays."""
        self._done, self._undone = [], []
        self.changed.emit()

    def undo(self, *_: object) -> bool:
        """Undo the last action in the file; returns whether it was undone. Errors are reported by `error_occurred`."""
        return self._reverse("undo", tr("Undone: {what}"), self._done, self._undone)

    def redo(self, *_: object) -> bool:
        """Redo the last undone action; returns whether it was redone. Errors are reported by `error_occurred`."""
        return self._reverse("redo", tr("Done again: {what}"), self._undone, self._done)

    def _reverse(self, action_name: str, template: str, from_stack: list[Action], to_stack: list[Action]) -> bool:
        if not from_stack:
            return False
        action = from_stack[-1]
        change = action.delta.reversed(action_name)
        try:
            delta = self._session.change(action_name, change.added, change.removed, change.replaced,
                                         unchanged=action.delta.after())
        except YaluError as error:
            if isinstance(error, ChangedSince):
                from_stack.pop()
                self.changed.emit()
            self.error_occurred.emit(error)
            return False
        from_stack.pop()
        to_stack.append(Action(action.text, delta))
        self.applied.emit(delta)
        self.changed.emit()
        self.reported.emit(template.format(what=action.text))
        return True
