"""The action that measures along the river between two clicks on the map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.corridor.line_clicks import LineClicks
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.gui.corridor.measure_along_tool import Click
    from yalu_plugin.gui.corridor.stretch_on_map import StretchOnMap


class MeasureAlong(QObject):
    """Owns the action and, while it is checked, the tool and the measured stretch."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages = workbench, messages
        self._canvas = canvas
        self._stretch: StretchOnMap | None = None
        self._preparing: Background | None = None
        self._refused: YaluError | None = None
        self.action = actions.add(
            "measure_along", tr("Measure along the river"),
            tr("Click two places: how far apart they are along the river and straight. Esc ends"), "measure_along",
            self._switch, checkable=True)
        self._clicks = LineClicks(self.action, canvas, messages, self)
        self._clicks.started.connect(self._clear)
        self._clicks.ended.connect(self._clear)
        workbench.river.changed.connect(self.end)
        workbench.session.survey_changed.connect(self.end)

    def end(self) -> None:
        """Deactivate the tool and clear the measured stretch."""
        self._clicks.end()

    def _switch(self, on: bool) -> None:
        if not on:
            self.end()
        elif self._preparing is None:
            self._preparing = Background(tr("Preparing measures"), lambda task: in_worker(need_geopandas))
            self._preparing.done.connect(self._start_tool)
            self._preparing.failed.connect(self._prepare_failed)
            self._preparing.cancelled.connect(self._cancelled)
            self._preparing.start()

    def _cancelled(self) -> None:
        self._preparing = None
        self.action.setChecked(False)

    def _prepare_failed(self, error: YaluError) -> None:
        self._cancelled()
        self._messages.error(error)

    def _start_tool(self) -> None:
        self._preparing = None
        if not self.action.isChecked():
            return
        try:
            line = self._workbench.river.line()
        except YaluError as error:
            self._prepare_failed(error)
            return
        places = QgsGeometry.fromPolylineXY([QgsPointXY(lon, lat) for lon, lat in line.lonlat.tolist()])
        self._clicks.start(places, partial(self._measure, line))

    def _measure(self, line: Corridor, start: Click, end: Click) -> None:
        from yalu_plugin.core.corridor.stretch import OffTheLine, between_nearest
        from yalu_plugin.gui.corridor.corridor_text import stretch_text
        from yalu_plugin.gui.corridor.stretch_on_map import StretchOnMap

        self._stretch = self._stretch or StretchOnMap(self._canvas)
        clicked = [(click.place.x(), click.place.y()) for click in (start, end)]
        try:
            stretch = between_nearest(line, *clicked)
        except OffTheLine as error:
            self._refused = error
            raise
        self._stretch.show(stretch, stretch_text(stretch, line))

    def _clear(self) -> None:
        if self._refused is not None:
            self._messages.dismiss(self._refused)
            self._refused = None
        if self._stretch is not None:
            self._stretch.clear()
