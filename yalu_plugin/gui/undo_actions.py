"""Undo and redo of changes to the survey, whichever panel or layer is active."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QMenu, QShortcut, QToolBar, QToolButton, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.history import History

LONGEST = 100  # characters of an action in a menu
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
LISTED = 25  # actions in a menu; to go back farther, the user opens it again


class UndoActions:
    """The actions `undo` and `redo`, whose buttons have a menu of the last steps, to undo or redo several at once.

    The keys of QGIS' own `qgis_undo` and `qgis_redo` do the same while those are disabled for the active layer.
    """

    def __init__(self, history: History, actions: Actions, window: QWidget, qgis_undo: QAction | None = None,
                 qgis_redo: QAction | None = None) -> None:
        self._history = history
        self.undo = actions.add("undo", tr("Undo"), tr("Undo in the survey"), "undo", history.undo, "Ctrl+Alt+Z")
        self.redo = actions.add("redo", tr("Redo"), tr("Redo in the survey"), "redo", history.redo,
                                "Ctrl+Alt+Shift+Z")
        self._keys = [(_key(action, standard, window), action, qgis) for action, standard, qgis in (
            (self.undo, UNDO, qgis_undo),
            (self.redo, REDO, qgis_redo))]
        for qgis in (qgis_undo, qgis_redo):
            if qgis is not None:
                qgis.changed.connect(self._show)
        history.changed.connect(self._show)
        self._show()

    def release(self) -> None:
        """Disconnect from the window (on unload)."""
        self._history.changed.disconnect(self._show)
        for key, _, qgis in self._keys:
            key.deleteLater()
            if qgis is not None:
                qgis.changed.disconnect(self._show)

    def _show(self) -> None:
        for action, texts, template, nothing in (
                (self.undo, self._history.done, tr("Undo: {what}"), tr("Nothing to undo in the survey")),
                (self.redo, self._history.undone, tr("Redo: {what}"), tr("Nothing to redo in the survey"))):
            action.setEnabled(bool(texts))
            action.setToolTip(plain_tooltip(template.format(what=one_line(texts[0]))) if texts else nothing)
        for key, action, qgis in self._keys:
            if qgis is not None:
                key.setKey(qgis.shortcut())
            key.setEnabled(action.isEnabled() and not (qgis is not None and qgis.isEnabled()))

    def add_menus(self, bar: QToolBar) -> None:
        """Add the menus to the buttons in this toolbar (an action with a menu could not be clicked in a menu)."""
        for action, texts, step in ((self.undo, lambda: self._history.done, self._history.undo),
                                    (self.redo, lambda: self._history.undone, self._history.redo)):
            button = bar.widgetForAction(action)
            menu = QMenu(bar)  # not a child of the button: Python would delete it with its reference to the button
            menu.setObjectName(f"{action.objectName()}_menu")
            menu.aboutToShow.connect(partial(_fill, menu, texts, step))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)


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


def _fill(menu: QMenu, texts: Callable[[], Sequence[str]], step: Callable[[], bool]) -> None:
    """List the last actions, latest first; selecting one goes back to it, or up to one that is refused."""
    menu.clear()
    for number, text in enumerate(texts()[:LISTED], 1):
        menu.addAction(one_line(text, LONGEST).replace("&", "&&")).triggered.connect(partial(_repeat, step, number))


def _repeat(step: Callable[[], bool], number: int, *_args: object) -> None:
    for _ in range(number):
        if not step():
            return


def _key(action: QAction, standard: QKeySequence.StandardKey, window: QWidget) -> QShortcut:
    key = QShortcut(QKeySequence(standard), window)
    key.activated.connect(action.trigger)
    return key
