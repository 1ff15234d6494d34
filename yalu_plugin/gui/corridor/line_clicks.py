"""The map tool for two places on a line, put in the user's hand and away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction

from yalu_plugin.gui.map_tools import put_away
from yalu_plugin.gui.messages import Messages

if TYPE_CHECKING:
    from yalu_plugin.gui.corridor.measure_along_tool import Click, MeasureAlongTool


class LineClicks(QObject):
    """Holds the tool while it is in use, and `action` checked as long; nothing of it stays on the map afterwards."""

    begun = pyqtSignal()  # the first of two places was clicked
    ended = pyqtSignal()

    def __init__(self, action: QAction, canvas: QgsMapCanvas, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._canvas, self._messages = action, canvas, messages
        self._tool: MeasureAlongTool | None = None

    def start(self, line: QgsGeometry, take: Callable[[Click, Click], None]) -> None:
        """From now on two clicks near `line` (EPSG:4326) are `take(start, end)` in EPSG:4326."""
        from yalu_plugin.gui.corridor.measure_along_tool import MeasureAlongTool

        self._tool = MeasureAlongTool(self._canvas, line, take, self._messages)
        self._tool.begun.connect(self.begun)
        self._tool.deactivated.connect(self._deactivated)
        self._canvas.setMapTool(self._tool)

    def end(self) -> None:
        """Put the tool away."""
        if self._tool is not None:
            put_away(self._canvas, self._tool)

    def _deactivated(self) -> None:
        self._tool.deleteLater()
        self._tool = None
        self._action.setChecked(False)
        self.ended.emit()
