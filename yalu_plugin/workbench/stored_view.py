"""The view stored in the project: the day, the scene, and the scene it is compared with."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsProject

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.project import recall, remember

DAY, SCENE, COMPARED = "day", "scene", "compare"


def stored_day(project: QgsProject) -> date | None:
    """Return the stored day; None if there is none, or if the project file is damaged."""
    try:
        return date.fromisoformat(recall(project, DAY))
    except ValueError:
        return None


def store_view(project: QgsProject, day: date, scene: Scene | None) -> None:
    """Store the day on screen and the scene, if there is one."""
    remember(project, DAY, day.isoformat())
    remember(project, SCENE, scene.id if scene else "")


def clear_view(project: QgsProject) -> None:
    """Remove the stored view."""
    for key in (DAY, SCENE, COMPARED):
        remember(project, key, "")
