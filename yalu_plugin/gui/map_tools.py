"""Deactivates a map tool; without another in its place the map could not be dragged."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtWidgets import QAction

PAN = "mActionPan"  # QGIS' own action


def deactivate_tool(canvas: QgsMapCanvas, tool: QgsMapTool) -> None:
    """Unset the tool if it is active, and activate QGIS' pan tool."""
    if canvas.mapTool() is not tool:
        return
    canvas.unsetMapTool(tool)
    pan = canvas.window().findChild(QAction, PAN)
    if pan is not None:
        pan.trigger()
