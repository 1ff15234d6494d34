"""The layers that QGIS' map draws."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayer, QgsProject
from qgis.gui import QgsMapCanvas


def drawn_layers(canvas: QgsMapCanvas, project: QgsProject) -> list[QgsMapLayer]:
    """Return the layers that the canvas draws, top layer first, with the project's annotations if they are drawn."""
    layers = canvas.mapSettings().layers()
    if canvas.flags() & Qgis.MapCanvasFlag.ShowMainAnnotationLayer:
        layers.insert(0, project.mainAnnotationLayer())
    return layers
