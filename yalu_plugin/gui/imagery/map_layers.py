"""What QGIS' map draws."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayer, QgsProject
from qgis.gui import QgsMapCanvas


def drawn_layers(canvas: QgsMapCanvas, project: QgsProject) -> list[QgsMapLayer]:
    """What the canvas draws, top layer first: it adds the project's own annotations without listing them."""
    layers = canvas.mapSettings().layers()
    if canvas.flags() & Qgis.MapCanvasFlag.ShowMainAnnotationLayer:
        layers.insert(0, project.mainAnnotationLayer())
    return layers
