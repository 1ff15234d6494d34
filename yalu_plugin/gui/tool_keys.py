"""Keys of a map tool, handled before QGIS uses them as its own shortcuts, such as Delete and S."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QValidator
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from yalu_plugin.gui.latin_keys import latin_key

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ToolKeys(QObject):
    """While `tool` is active on its canvas, calls `press(key)` for the keys for which `accepts(key)` is true.

    This works also while a mouse button is down, and, for the keys given to `listen`, in the widgets of a panel unless
    the key is text typed there. While the tool is drawing something (`is_drawing`), Ctrl+Z on the canvas acts as
    Backspace: it must not undo what was recorded before.
    """

    def __init__(self, tool: QgsMapTool, canvas: QgsMapCanvas, accepts: Callable[[int], bool],
                 press: Callable[[int], None], is_drawing: Callable[[], bool] = lambda: False) -> None:
        super().__init__(tool)
        self._tool, self._canvas = tool, canvas
        self._accepts, self._press, self._is_drawing = accepts, press, is_drawing
        self._accepts_in_panel: Callable[[int], bool] = accepts
        canvas.installEventFilter(self)

    def listen(self, panel: QWidget, accepts: Callable[[int], bool]) -> None:
        """Handle some keys in a panel too: a click into one of its fields must not end the work on the map."""
        self._accepts_in_panel = accepts
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
        """Return the key for the tool, None if it does not handle it."""
        in_panel = watched is not self._canvas
        if not in_panel and event.matches(QKeySequence.StandardKey.Undo) and self._is_drawing():
            return int(Qt.Key.Key_Backspace)
        if event.modifiers() not in PLAIN or (in_panel and _is_text_for(watched, event)):
            return None
        key = latin_key(event)
        return key if (self._accepts_in_panel if in_panel else self._accepts)(key) else None


def _is_text_for(widget: QObject, event: QKeyEvent) -> bool:
    """Whether the key is text for this widget: any key in a line of text, digits in a number box."""
    if isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox):
        widget = widget.parent()
    if isinstance(widget, QAbstractSpinBox):
        return bool(widget.validate(event.text(), 1)[0] != QValidator.State.Invalid)
    return isinstance(widget, QLineEdit) and not widget.isReadOnly()
