"""The state of one QGIS window, in parts: the survey, its sites and scenes, the imagery, the river, the history."""

from yalu_plugin.workbench.workbench import Workbench

__all__ = ["Workbench"]
