"""Undo and redo of rows that are in the survey file already, on the layer's own undo stack (Edit > Undo, Ctrl+Z).

QGIS offers Undo only on a layer being edited, and treats what is on its undo stack as not yet saved: it asks to
save it, and takes it back when editing ends. Rows of ours are saved, so both are prevented here.

Qt moves past a command whatever became of it. One that was refused is moved back to, so that it can be tried again.
"""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Rows
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.open import Survey

try:  # Qt 6 moved the class
    from qgis.PyQt.QtGui import QUndoCommand
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand


class WrittenRows(QUndoCommand):
    """Rows added to and removed from the survey file before this is pushed; undo reverses that in the file."""

    def __init__(self, text: str, survey: Survey, added: Rows, removed: Rows, history: WrittenHistory) -> None:
        super().__init__(text)
        self._survey, self._added, self._removed, self._history = survey, added, removed, history
        self._in_file = True

    def redo(self) -> None:
        # Qt calls redo once on push, when the rows are in the file already
        if not self._in_file and self._history.refused is None:
            self._in_file = self._write("redo", self._added, self._removed)

    def undo(self) -> None:
        if self._in_file and self._history.refused is None and not self._history.closing:
            self._in_file = not self._write("undo", self._removed, self._added)

    def _write(self, action: str, added: Rows, removed: Rows) -> bool:
        try:
            self._survey.change(action, added, removed)
        except YaluError as error:
            self._history.refused = self, action
            self._history.failed.emit(error)
            return False
        self._history.changed.emit()
        told = tr("Taken back: {what}") if action == "undo" else tr("Done again: {what}")
        self._history.told.emit(told.format(what=self.text()))
        self._history.select_site(_sites_of(added) or _sites_of(removed))
        return True


class WrittenHistory(QObject):
    """The history of written rows of one layer, kept on the layer's undo stack; goes with the layer."""

    changed = pyqtSignal()  # the file has, by an undo or redo
    told = pyqtSignal(str)  # which one
    failed = pyqtSignal(object)  # the YaluError that says why the file could not be written

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(layer)
        self.closing = False
        self.refused: tuple[QUndoCommand, str] | None = None  # the command that Qt is moving past, and what failed
        self._layer, self._stack = layer, layer.undoStack()
        layer.beforeRollBack.connect(self._rolling_back)
        layer.editingStarted.connect(self._editing_started)
        layer.willBeDeleted.connect(self._let_go)
        self._stack.indexChanged.connect(self._index_changed)

    def push(self, text: str, survey: Survey, added: Rows, removed: Rows) -> None:
        """Let the user take back what was just written to the file."""
        self._layer.startEditing()
        self._stack.push(WrittenRows(text, survey, added, removed, self))

    def select_site(self, ids: set[str]) -> None:
        """Select the site that an undo or redo was about, where it is a single one and there: alike both ways."""
        if len(ids) != 1:
            return
        is_it = QgsExpression.createFieldEqualityExpression("id", next(iter(ids)))
        found = [feature.id() for feature in self._layer.getFeatures(QgsFeatureRequest().setFilterExpression(is_it))]
        if found:
            self._layer.selectByIds(found)

    def release(self) -> None:
        """End the history (on unload). What is written stays, and nobody would show it being taken back."""
        self._layer.willBeDeleted.disconnect(self._let_go)
        self._let_go()
        if not self._layer.isModified():  # else edits of QGIS' own are on the stack, too
            self._stack.clear()

    def _rolling_back(self) -> None:
        self.closing = True

    def _editing_started(self) -> None:
        self.closing = False

    def _let_go(self) -> None:
        # a layer on its way out clears its stack when nothing else of it is left
        self._stack.indexChanged.disconnect(self._index_changed)

    def _index_changed(self) -> None:
        if self.refused is not None:
            self._move_back()
        # nothing waits in the edit buffer: then nothing is unsaved, whatever stands on the stack
        buffer = self._layer.editBuffer()
        if buffer is not None and not (buffer.addedFeatures() or buffer.deletedFeatureIds()
                                       or buffer.changedGeometries() or buffer.changedAttributeValues()):
            self._stack.setClean()


    def _move_back(self) -> None:
        """Put the stack where the refused command can be tried again. Those it has passed since did nothing, and do
        nothing on the way back: their rows are where they were.
        """
        (command, action), self.refused = self.refused, None
        at = next(number for number in range(self._stack.count()) if self._stack.command(number) is command)
        self._stack.setIndex(at + 1 if action == "undo" else at)


def _sites_of(rows: Rows) -> set[str]:
    """The ids of the sites that these rows are, or are about."""
    return ({str(row["id"]) for row in rows.get("sites", ())}
            | {str(row["site_id"]) for row in rows.get("observations", ())})
