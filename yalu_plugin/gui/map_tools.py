"""Putting a map tool of ours away: without another in its place the map could not be dragged."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtWidgets import QAction

PAN = "mActionPan"  # QGIS' own action


def put_away(canvas: QgsMapCanvas, tool: QgsMapTool) -> None:
    """End the tool if it is at work, and take up QGIS' hand."""
    if canvas.mapTool() is not tool:
        return
    canvas.unsetMapTool(tool)
    pan = canvas.window().findChild(QAction, PAN)
    if pan is not None:
        pan.trigger()
