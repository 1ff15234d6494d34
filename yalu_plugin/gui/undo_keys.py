"""Undo and redo by their keys in a window beside QGIS' own, whose keys are not heard there."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QLineEdit, QShortcut, QWidget

from yalu_plugin.workbench.history import History

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoKeys(QObject):
    """In a line of text they are the line's own, as long as it has something of its own to take back."""

    def __init__(self, window: QWidget, history: History) -> None:
        super().__init__(window)
        for key, step in ((UNDO, history.undo), (REDO, history.redo)):
            QShortcut(QKeySequence(key), window).activated.connect(step)
        for line in window.findChildren(QLineEdit):
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        """A line of text claims both keys whatever it can do with them."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, QLineEdit):
            return False
        if (event.matches(UNDO) and not watched.isUndoAvailable()) or (
                event.matches(REDO) and not watched.isRedoAvailable()):
            event.ignore()
            return True
        return False
