"""The map tool that takes the place of a tie point, snapped to what the map shows."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsPointXY, QgsProject, QgsSnappingConfig, QgsTolerance
from qgis.gui import QgsMapCanvas, QgsMapCanvasSnappingUtils, QgsMapMouseEvent, QgsMapTool, QgsSnapIndicator
from qgis.PyQt.QtCore import Qt

from yalu_plugin.gui.map_coordinates import lonlat_at
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.tool_keys import ToolKeys

SNAP_PIXELS = 12


class TieTool(QgsMapTool):
    """Calls `place(point in EPSG:4326)` on a left click, then deactivates itself; so does Esc, without a call.

    A click near a vertex or line of a visible layer (places, river, bridges) is that place; with Shift it is not.
    """

    def __init__(self, canvas: QgsMapCanvas, place: Callable[[QgsPointXY], None], messages: Messages) -> None:
        super().__init__(canvas)
        self._place, self._messages = place, messages
        self._snapping = QgsMapCanvasSnappingUtils(canvas, self)
        self._snapping.setConfig(_config())
        self._indicator = QgsSnapIndicator(canvas)
        self._prompt: object = None
        self._keys = ToolKeys(self, canvas, lambda key: key == Qt.Key.Key_Escape,
                              lambda _key: deactivate_tool(canvas, self))
        self.setCursor(Qt.CursorShape.CrossCursor)

    def start(self, prompt: str) -> None:
        """Activate the tool, showing `prompt` meanwhile."""
        deactivate_tool(self.canvas(), self)
        self.canvas().setMapTool(self)
        self._prompt = self._messages.prompt(prompt)

    def deactivate(self) -> None:
        """Remove the prompt and the mark when QGIS deactivates the tool."""
        self._indicator.setVisible(False)
        self._messages.remove_message(self._prompt)
        super().deactivate()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        self._snapped(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, D102 - QGIS' own
        if event.button() != Qt.MouseButton.LeftButton:
            return
        with self._messages.reporting():
            self._place(lonlat_at(self.canvas(), self._snapped(event)))
            deactivate_tool(self.canvas(), self)

    def _snapped(self, event: QgsMapMouseEvent) -> QgsPointXY:
        """Return the place of the mouse on the map, snapped, and mark what it is snapped to."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._indicator.setVisible(False)
            return event.mapPoint()
        match = self._snapping.snapToMap(event.mapPoint())
        self._indicator.setMatch(match)
        return match.point() if match.isValid() else event.mapPoint()


def _config() -> QgsSnappingConfig:
    """Return the configuration that snaps to vertices and lines of all visible layers, whatever the project's is."""
    config = QgsSnappingConfig(QgsProject.instance())
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag | QgsSnappingConfig.SnappingTypes.SegmentFlag)
    config.setTolerance(SNAP_PIXELS)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    return config
