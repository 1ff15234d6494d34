"""The map tool that places a crossing with one click."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence

from yalu_plugin.core.kinds import KIND_BY_KEY, VEHICLE
from yalu_plugin.gui.kind_display import custom_kind_keys
from yalu_plugin.gui.latin_keys import latin_key
from yalu_plugin.gui.map_coordinates import lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages


class AddCrossingTool(QgsMapTool):
    """Calls `place(point in EPSG:4326, kind)` on a left click.

    V, B and the keys of custom kinds select the kind that the next clicks place. Esc deactivates the tool.
    """

    kind_changed = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, place: Callable[[QgsPointXY, str], None], messages: Messages) -> None:
        super().__init__(canvas)
        self._place, self._messages = place, messages
        self.kind = VEHICLE
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_kind(self, kind: str) -> None:
        """Set the kind that the next clicks place."""
        self.kind = kind
        self.kind_changed.emit(kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            deactivate_tool(self.canvas(), self)
            return
        kind = {**KIND_BY_KEY, **custom_kind_keys()}.get(QKeySequence(latin_key(event)).toString())
        if kind is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        self.set_kind(kind)
        event.accept()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if event.button() != Qt.MouseButton.LeftButton:
            return
        with self._messages.reporting():
            self._place(lonlat_at(self.canvas(), event.mapPoint()), self.kind)
