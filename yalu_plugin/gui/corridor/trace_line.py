"""The action that traces the river with two clicks on a layer of more lines than the river."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.corridor.line_clicks import LineClicks
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.corridor.measure_along_tool import Click


class TraceLine(QObject):
    """The action and its tool: the path between two clicks on the selected layer becomes the line to measure along."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages = workbench, messages
        self._layer: QgsVectorLayer | None = None
        self.action = actions.add(
            "trace_line", tr("Trace the river"),
            tr("Click two places on the lines of the chosen layer: the path between them becomes the river"),
            "trace_line", self._switch, checkable=True)
        self._clicks = LineClicks(self.action, canvas, messages, self)
        workbench.project.layersWillBeRemoved.connect(self.end)

    def end(self, *_: object) -> None:
        """Deactivate the tool."""
        self._clicks.end()

    def _switch(self, on: bool) -> None:
        if not on:
            self.end()
            return
        from yalu_plugin.layers.corridor.river_trace import lines_lonlat

        bench = self._workbench
        self._layer = bench.project.mapLayer(bench.river.layer_id) or bench.river.survey_line()
        if self._layer is None:
            self._messages.warn(tr("There is no line layer to trace. Add one to the project and choose it as river."))
            self.action.setChecked(False)
            return
        try:
            self._clicks.start(lines_lonlat(self._layer), self._trace)
        except YaluError as error:
            self._messages.error(error)
            self.action.setChecked(False)

    def _trace(self, start: Click, end: Click) -> None:
        from yalu_plugin.layers.corridor.river_trace import trace

        traced = self._workbench.project.addMapLayer(trace(self._layer, start.on_line, end.on_line))
        self.end()
        self._workbench.river.set_line(traced.id(), self._workbench.river.datum_id)
