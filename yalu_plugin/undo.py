"""Undo and redo of rows already written, on the layer's own undo stack (Edit > Undo, the Undo panel, Ctrl+Z)."""

from __future__ import annotations

from collections.abc import Callable

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Rows
from yalu_plugin.layers.survey.open import Survey
from yalu_plugin.layers.survey.write import delete, insert

try:  # Qt 6 moved the class
    from qgis.PyQt.QtGui import QUndoCommand
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand


class WrittenRows(QUndoCommand):
    """Rows that are in the survey file when this is pushed; undo takes them out of the file, redo puts them back.

    `changed` is called after either; `failed` is told when the file could not be written.
    """

    def __init__(self, text: str, survey: Survey, rows: Rows, changed: Callable[[], None],
                 failed: Callable[[YaluError], None]) -> None:
        super().__init__(text)
        self._survey, self._rows, self._changed, self._failed = survey, rows, changed, failed
        self._in_file = True

    def redo(self) -> None:
        # Qt calls redo once on push, when the rows are in the file already
        if not self._in_file:
            self._in_file = self._write(lambda: insert(self._survey.path, self._rows, action="redo"))

    def undo(self) -> None:
        if self._in_file:
            ids = {table: [row["id"] for row in rows] for table, rows in self._rows.items() if rows}
            self._in_file = not self._write(lambda: delete(self._survey.path, ids, action="undo"))

    def _write(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except YaluError as error:
            self._failed(error)
            return False
        self._changed()
        return True
