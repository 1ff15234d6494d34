"""Keys of a map tool, heard before QGIS takes them for shortcuts of its own: Delete, S and others are some."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ToolKeys(QObject):
    """While `tool` is at work on its canvas, `press(key)` is called for the keys that it is `wanted` for."""

    def __init__(self, tool: QgsMapTool, canvas: QgsMapCanvas, wanted: Callable[[int], bool],
                 press: Callable[[int], None]) -> None:
        super().__init__(tool)
        self._tool, self._canvas, self._wanted, self._press = tool, canvas, wanted, press
        canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if self._canvas.mapTool() is not self._tool or event.modifiers() not in PLAIN or not self._wanted(event.key()):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._press(event.key())
        return True
