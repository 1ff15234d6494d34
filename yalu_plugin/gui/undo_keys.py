"""The undo and redo keys in a separate window, which does not receive the shortcuts of QGIS' window."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QLineEdit, QShortcut, QWidget

from yalu_plugin.workbench.history import History

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoKeys(QObject):
    """Undoes and redoes in the survey, unless a line of text has the focus and has edits to undo itself."""

    def __init__(self, window: QWidget, history: History) -> None:
        super().__init__(window)
        for key, step in ((UNDO, history.undo), (REDO, history.redo)):
            QShortcut(QKeySequence(key), window).activated.connect(step)
        for line in window.findChildren(QLineEdit):
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        """Take the keys from a line of text that has nothing to undo or redo; Qt reserves them for it anyway."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, QLineEdit):
            return False
        if (event.matches(UNDO) and not watched.isUndoAvailable()) or (
                event.matches(REDO) and not watched.isRedoAvailable()):
            event.ignore()
            return True
        return False
