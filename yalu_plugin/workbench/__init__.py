"""The state of one QGIS window: the survey, its sites and scenes, the imagery, the river and the history."""

from yalu_plugin.workbench.workbench import Workbench

__all__ = ["Workbench"]
