"""Keys of a map tool, heard before QGIS takes them for shortcuts of its own: Delete, S and others are some."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QValidator
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from yalu_plugin.gui.latin_keys import latin_key

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ToolKeys(QObject):
    """While `tool` is at work on its canvas, `press(key)` is called for the keys that it is `wanted` for on the canvas,
    also while a button of the mouse is down, and for some of them on the widgets it listens to, unless they are text
    that is typed there. Where the tool has something begun (`begun`), Ctrl+Z on the canvas is its Backspace: it must
    not take back what was recorded before.
    """

    def __init__(self, tool: QgsMapTool, canvas: QgsMapCanvas, wanted: Callable[[int], bool],
                 press: Callable[[int], None], begun: Callable[[], bool] = lambda: False) -> None:
        super().__init__(tool)
        self._tool, self._canvas, self._wanted, self._press, self._begun = tool, canvas, wanted, press, begun
        self._wanted_beside: Callable[[int], bool] = wanted
        canvas.installEventFilter(self)

    def listen(self, panel: QWidget, wanted: Callable[[int], bool]) -> None:
        """Hear some keys in a panel too: a click into one of its boxes does not end what is done on the map."""
        self._wanted_beside = wanted
        for widget in (panel, *panel.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if self._canvas.mapTool() is not self._tool:
            return False
        key = self._key(watched, event)
        if key is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._press(key)
        return True

    def _key(self, watched: QObject, event: QKeyEvent) -> int | None:
        """The key that the tool is to hear, if so."""
        beside = watched is not self._canvas
        if not beside and event.matches(QKeySequence.StandardKey.Undo) and self._begun():
            return int(Qt.Key.Key_Backspace)
        if event.modifiers() not in PLAIN or (beside and _types(watched, event)):
            return None
        key = latin_key(event)
        return key if (self._wanted_beside if beside else self._wanted)(key) else None


def _types(widget: QObject, event: QKeyEvent) -> bool:
    """Whether the key is text for this widget: any for a line of text, figures for a number."""
    if isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox):
        widget = widget.parent()
    if isinstance(widget, QAbstractSpinBox):
        return bool(widget.validate(event.text(), 1)[0] != QValidator.State.Invalid)
    return isinstance(widget, QLineEdit) and not widget.isReadOnly()
