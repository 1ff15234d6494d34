"""The rotation and scale of the map before a patrol, stored so that a project saved during it opens with them."""

from __future__ import annotations

import math

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas

from yalu_plugin.layers.project import recall, remember

KEY = "map_before_patrol"  # of the project's entry: degrees and scale, with a blank between them


def store_map_view(project: QgsProject, rotation: float, scale: float) -> None:
    """Store the rotation (degrees) and scale when a patrol starts."""
    remember(project, KEY, f"{rotation} {scale}")


def clear_map_view(project: QgsProject) -> None:
    """Remove the stored view when the patrol has ended."""
    remember(project, KEY, "")


def restore_map_view(project: QgsProject, canvas: QgsMapCanvas) -> None:
    """Restore the map after a project was read that was saved during a patrol, as no patrol is running now."""
    try:
        rotation, scale = map(float, recall(project, KEY).split())
    except ValueError:  # none is stored, or the file is damaged
        return
    clear_map_view(project)
    if math.isfinite(rotation) and math.isfinite(scale) and scale > 0:
        canvas.setRotation(rotation)
        canvas.zoomScale(scale)
        canvas.refresh()
