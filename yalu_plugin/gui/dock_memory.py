"""Stores in the project which panels are open, and reopens them when the project is read."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QObject, Qt

from yalu_plugin.layers.project import recall, remember

KEY = "docks"
NONE_OPEN = "-"


class DockMemory(QObject):
    """Stores the open panels while a survey is open; opens these, and closes the others, when the project is read."""

    def __init__(self, project: QgsProject, docks: Sequence[QgsDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._docks = project, docks
        for dock in docks:
            # queued, because a closing panel emits the signal while it is still visible
            dock.closedStateChanged.connect(self._store_open, Qt.ConnectionType.QueuedConnection)
        project.readProject.connect(self._restore)

    def release(self) -> None:
        """Disconnect from the project (on unload)."""
        self._project.readProject.disconnect(self._restore)

    def _store_open(self) -> None:
        if recall(self._project, "survey"):
            open_ones = [dock.objectName() for dock in self._docks if not dock.isHidden()]
            remember(self._project, KEY, ",".join(open_ones) or NONE_OPEN)

    def _restore(self) -> None:
        stored = recall(self._project, KEY)
        if stored:
            for dock in self._docks:
                # not setUserVisible, which does not close a panel that is a tab behind another
                dock.setVisible(dock.objectName() in stored.split(","))
