"""The question which value to keep where another user has changed what the user edits with QGIS' own tools."""

from __future__ import annotations

from functools import partial

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.buffer_conflicts import GEOMETRY, WHOLE_ROW, Conflict, EditConflicts
from yalu_plugin.layers.survey.survey_errors import EditsInConflict
from yalu_plugin.workbench import Workbench

VALUE = 60  # characters of a value in the question; the details have more
LONG_VALUE = 2000


class EditConflictQuestion(QObject):
    """Asks one question for all pending conflicts; until the answer the conflicting edits are not saved."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._messages = workbench.session, messages
        self._question: QgsMessageBarItem | None = None
        self._session.conflicts_changed.connect(self._ask)
        self._session.error_occurred.connect(self._ask_with_reason)
        self._session.refused.connect(messages.remove_commit_error)
        self._session.survey_changed.connect(self._remove)

    def _ask_with_reason(self, error: YaluError) -> None:
        """Ask again, with the reason why nothing was saved."""
        if isinstance(error, EditsInConflict):
            self._ask(error)

    def _remove(self) -> None:
        if self._question is not None:
            self._messages.remove_question(self._question)
            self._question = None

    def _ask(self, reason: YaluError | None = None) -> None:
        self._remove()
        conflicts = self._session.conflicts
        pending = conflicts.pending() if conflicts is not None else []
        if conflicts is None or not pending:
            return
        rows = {(conflict.table, conflict.row["fid"]) for conflict in pending}
        text = self._line(pending[0], VALUE)
        if len(pending) > 1:
            text = tr("{n} values that you are editing, in {rows} rows, were changed by others. The first: {first}"
                      ).format(n=len(pending), rows=len(rows), first=text)
        detail = "\n".join(self._line(conflict, LONG_VALUE) for conflict in pending)
        self._question = self._messages.ask(text, {
            tr("Keep mine"): partial(self._keep_mine, conflicts, pending),
            tr("Take theirs"): partial(self._take_theirs, conflicts, pending)}, detail=detail, reason=reason)

    def _keep_mine(self, conflicts: EditConflicts, pending: list[Conflict]) -> None:
        with self._messages.reporting():
            conflicts.keep_mine(pending)
            self._messages.show_message(tr("Yours stays. It is written when you save the edits."))
        self._ask_about_rest()

    def _take_theirs(self, conflicts: EditConflicts, pending: list[Conflict]) -> None:
        conflicts.keep_theirs(pending)
        self._messages.show_message(tr("Theirs stays. Your other edits still wait to be saved."))
        self._ask_about_rest()

    def _ask_about_rest(self) -> None:
        self._question = None
        self._session.refresh()
        self._ask()

    # texts

    def _line(self, conflict: Conflict, length: int) -> str:
        name = self._name(conflict)
        if conflict.column == WHOLE_ROW and isinstance(conflict.theirs, dict):
            return tr("{name}: you deleted it, others changed it: {theirs}").format(
                name=name, theirs=_changes(conflict.row, conflict.theirs, length))
        if conflict.column == WHOLE_ROW and isinstance(conflict.mine, dict):
            return tr("{name}: others deleted it, you changed it: {mine}").format(
                name=name, mine=_changes(conflict.row, conflict.mine, length))
        return tr("{name}, {column}: yours {mine}, theirs {theirs}").format(
            name=name, column=_title(conflict.column), mine=_value(conflict.mine, length),
            theirs=_value(conflict.theirs, length))

    def _name(self, conflict: Conflict) -> str:
        row, facts = conflict.row, self._session.facts
        site = facts.row("sites", row["site_id"]) if facts is not None and row.get("site_id") else row
        named = row if site is None else site
        name = site_name(named) if "kind" in named else (
            named.get("name") or named.get("title") or named.get("uri") or named["id"])
        return one_line(name, VALUE)


def _changes(before: Row, after: Row, length: int) -> str:
    changed = [name for name, value in after.items() if value != before.get(name)]
    return ", ".join(f"{_title(name)} {_value(after[name], length)}" for name in changed)


def _title(column: str) -> str:
    return tr("place") if column == GEOMETRY else column


def _value(value: object, length: int) -> str:
    return tr("nothing") if value is None else f"“{one_line(str(value), length)}”"
