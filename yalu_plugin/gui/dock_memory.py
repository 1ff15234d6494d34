"""Which panels were open when the project was last worked on: kept in the project, brought back with it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QObject, Qt

from yalu_plugin.layers.project import recall, remember

KEY = "docks"
NONE_OPEN = "-"


class DockMemory(QObject):
    """Notes the open panels in the project while a survey is open, and opens them when the project is read."""

    def __init__(self, project: QgsProject, docks: Sequence[QgsDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._docks = project, docks
        for dock in docks:
            # later, because a closing panel tells so while it still shows
            dock.closedStateChanged.connect(self._note, Qt.ConnectionType.QueuedConnection)
        project.readProject.connect(self._bring_back)

    def release(self) -> None:
        """Let go of the project (on unload)."""
        self._project.readProject.disconnect(self._bring_back)

    def _note(self) -> None:
        if recall(self._project, "survey"):
            open_ones = [dock.objectName() for dock in self._docks if not dock.isHidden()]
            remember(self._project, KEY, ",".join(open_ones) or NONE_OPEN)

    def _bring_back(self) -> None:
        kept = recall(self._project, KEY)
        if kept:
            for dock in self._docks:
                dock.setVisible(dock.objectName() in kept.split(","))  # setUserVisible leaves a tab behind open
