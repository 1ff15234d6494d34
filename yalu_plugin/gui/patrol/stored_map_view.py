"""How the map was turned and scaled before a patrol: a project that is saved meanwhile opens as it was then."""

from __future__ import annotations

import math

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas

from yalu_plugin.layers.project import recall, remember

KEY = "map_before_patrol"  # of the project's entry: degrees and scale, with a blank between them


def store_map_view(project: QgsProject, rotation: float, scale: float) -> None:
    """A patrol begins on a map that is turned by these degrees."""
    remember(project, KEY, f"{rotation} {scale}")


def clear_map_view(project: QgsProject) -> None:
    """The patrol is over."""
    remember(project, KEY, "")


def restore_map_view(project: QgsProject, canvas: QgsMapCanvas) -> None:
    """The project has been read: if it was saved during a patrol, which is not under way now, put the map back."""
    try:
        rotation, scale = map(float, recall(project, KEY).split())
    except ValueError:  # none is kept, or the file is damaged
        return
    clear_map_view(project)
    if math.isfinite(rotation) and math.isfinite(scale) and scale > 0:
        canvas.setRotation(rotation)
        canvas.zoomScale(scale)
        canvas.refresh()
