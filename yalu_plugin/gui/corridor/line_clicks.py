"""Activation and removal of the map tool that takes two places on a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction

from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages

if TYPE_CHECKING:
    from yalu_plugin.gui.corridor.measure_along_tool import Click, MeasureAlongTool


class LineClicks(QObject):
    """Owns the tool while it is active, and unchecks `action` when it ends; nothing of it stays on the map."""

    started = pyqtSignal()  # after the first of two clicks
    ended = pyqtSignal()

    def __init__(self, action: QAction, canvas: QgsMapCanvas, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._canvas, self._messages = action, canvas, messages
        self._tool: MeasureAlongTool | None = None

    def start(self, line: QgsGeometry, on_clicks: Callable[[Click, Click], None]) -> None:
        """Activate the tool: two clicks near `line` call `on_clicks(start, end)`, all in EPSG:4326."""
        from yalu_plugin.gui.corridor.measure_along_tool import MeasureAlongTool

        self._tool = MeasureAlongTool(self._canvas, line, on_clicks, self._messages)
        self._tool.started.connect(self.started)
        self._tool.deactivated.connect(self._deactivated)
        self._canvas.setMapTool(self._tool)

    def end(self) -> None:
        """Deactivate the tool."""
        if self._tool is not None:
            deactivate_tool(self._canvas, self._tool)

    def _deactivated(self) -> None:
        if self._tool is not None:
            self._tool.deleteLater()
            self._tool = None
        self._action.setChecked(False)
        self.ended.emit()
