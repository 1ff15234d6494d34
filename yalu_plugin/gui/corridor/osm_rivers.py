"""The action that downloads rivers from OpenStreetMap, visible only if the QuickOSM plugin is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.layers.corridor.quickosm import RiverDownload


class OsmRivers(QObject):
    """Downloads the rivers in the map's view with QuickOSM and selects them as the river layer, ready for tracing."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._download: RiverDownload | None = None
        self.action = actions.add("osm_rivers", tr("Rivers from OpenStreetMap"),
                                  tr("Download the rivers in the map's view with the QuickOSM plugin"), "osm_rivers",
                                  self._start)
        registry = QgsApplication.processingRegistry()
        registry.providerAdded.connect(self._show)
        registry.providerRemoved.connect(self._show)
        self._show()

    def end(self) -> None:
        """Cancel a running download."""
        if self._download is not None:
            self._download.task.cancel()

    def _show(self, *_: object) -> None:
        from yalu_plugin.layers.corridor.quickosm import has_quickosm

        self.action.setVisible(has_quickosm())

    def _start(self) -> None:
        from yalu_plugin.layers.corridor.quickosm import RiverDownload
        from yalu_plugin.layers.imagery.footprint import view_box

        with self._messages.reporting():
            self._download = download = RiverDownload(view_box(self._canvas.mapSettings()), self._workbench.project)
            download.task.executed.connect(self._done)
            self.action.setEnabled(False)
            QgsApplication.taskManager().addTask(download.task)

    def _done(self, ok: bool, results: dict[str, object]) -> None:
        download, self._download = self._download, None
        self.action.setEnabled(True)
        if download is None or download.task.isCanceled():
            return
        with self._messages.reporting():
            layer = self._workbench.project.addMapLayer(download.layer(ok, results))
            self._workbench.river.set_line(layer.id(), self._workbench.river.datum_id)
            self._messages.show_message(tr("The rivers are on the map. Trace yours with two clicks."))
