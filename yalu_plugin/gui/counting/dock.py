"""The Counting panel: objects in areas, counted by clicks on the scene on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsPointXY
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.changing import enable_changing
from yalu_plugin.gui.counting.area_tool import AreaTool
from yalu_plugin.gui.counting.count_tool import CountTool
from yalu_plugin.gui.counting.panel import CountingPanel
from yalu_plugin.gui.counting.words import hints_text, size_text
from yalu_plugin.gui.low_panel import LowPanel
from yalu_plugin.gui.map_tools import put_away
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.count_errors import NoCountBegun
from yalu_plugin.workbench import Workbench


class CountingDock(QgsDockWidget):
    """While nobody has looked at it, or used one of its actions, nothing is read."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QWidget) -> None:
        super().__init__(tr("Counting"), parent)
        self.setObjectName("YaluCountingDock")
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self.area_tool = AreaTool(canvas, self._take_area, messages)
        self.count_tool = CountTool(canvas, workbench, messages)
        self._make_actions(actions)
        self.panel = CountingPanel(workbench, messages, canvas, actions.made)
        self.setWidget(LowPanel(self, self.panel, self.panel.spare))
        self._show_later = QTimer(self)  # once for all that a click changes
        self._show_later.setSingleShot(True)
        self._show_later.setInterval(0)
        self._show_later.timeout.connect(self._show)
        later = self._show_later.start
        self._heard = ((workbench.counts.changed, later), (workbench.counting.changed, later),
                       (workbench.imagery.day_changed, later), (canvas.mapToolSet, self._show_hints),
                       (workbench.session.survey_changed, self._survey_changed))
        for signal, slot in self._heard:
            signal.connect(slot)
        self.area_tool.corners_changed.connect(self._show_hints)
        self.count_tool.measuring_changed.connect(self._show_hints)
        self.count_tool.measured.connect(self._show_size)
        self.visibilityChanged.connect(self._visibility_changed)
        self._survey_changed()

    def release(self) -> None:
        """Let go of the map and the workbench (on unload)."""
        for signal, slot in self._heard:
            signal.disconnect(slot)
        self._show_later.stop()
        self._workbench.counting.finish()
        self.area_tool.release()
        self.count_tool.release()
        self.panel.comparing.release()

    def _make_actions(self, actions: Actions) -> None:
        draw = actions.add("draw_area", tr("Draw area"), tr("Draw an area of counting: click its corners, Enter ends"),
                           "draw_area", self._draw_area, checkable=True)
        begin = actions.add("begin_count", tr("Begin count"),
                            tr("Count the area on the scene on screen; your own count there is gone on with"),
                            "begin_count", self._begin)
        recount = actions.add("recount", tr("Recount blind"), tr(
            "Count the area anew on the scene on screen; all other marks are hidden until you press Done"), "recount",
            self._recount)
        mark = actions.add("count_objects", tr("Count objects"), tr("Count by clicks on the map, class by key"),
                           "counting", self._count, "Ctrl+Alt+N", checkable=True)
        measure = actions.add("measure_object", tr("Measure object"), tr(
            "Length by two clicks along a side, width by a third (M while counting)"), "measure", self._measure)
        done = actions.add("finish_count", tr("Done"), tr("End this count: other marks are shown again"),
                           "finish_count", self._finish)
        self.area_tool.setAction(draw)
        self.count_tool.setAction(mark)
        self._changing = [draw, begin, recount, mark, measure, done]

    # what the user asks for

    def _draw_area(self, on: bool) -> None:
        self._use(self.area_tool, on, self._workbench.session.need_survey)

    def _count(self, on: bool) -> None:
        def begun() -> None:
            self._workbench.counts.look()
            if self._workbench.counts.count is None:
                self._workbench.counting.begin()
        self._use(self.count_tool, on, begun)

    def _use(self, tool: QgsMapTool, on: bool, need: Callable[[], object]) -> None:
        """Take up a tool once what it needs is there, or put it away."""
        if not on:
            put_away(self._canvas, tool)
            return
        with self._messages.reporting():
            need()
            self._canvas.setMapTool(tool)
            self._canvas.setFocus()
        tool.action().setChecked(self._canvas.mapTool() is tool)

    def _begin(self, *_: object) -> None:
        self._begin_count(blind=False)

    def _recount(self, *_: object) -> None:
        self._begin_count(blind=True)

    def _begin_count(self, blind: bool) -> None:
        with self._messages.reporting():
            self._workbench.counts.look()
            self._workbench.counting.begin(blind)
            self._use(self.count_tool, True, lambda: None)

    def _measure(self, *_: object) -> None:
        with self._messages.reporting():
            if self._workbench.counts.count is None:
                raise NoCountBegun()
            self._use(self.count_tool, True, lambda: None)
            self.count_tool.measure()

    def _finish(self, *_: object) -> None:
        put_away(self._canvas, self.count_tool)
        self._workbench.counting.finish()

    def _take_area(self, corners: Sequence[QgsPointXY]) -> None:
        self._workbench.counts.look()
        self._workbench.counting.add_area(corners)

    # what is shown

    def _visibility_changed(self, visible: bool) -> None:
        if visible:
            self._workbench.counts.look()
            self._show()

    def _survey_changed(self) -> None:
        survey = self._workbench.session.survey
        for tool in (self.area_tool, self.count_tool):
            put_away(self._canvas, tool)
        enable_changing(self._changing, survey, survey is not None)
        self.panel.measured.hide()
        self._show()

    def _show(self) -> None:
        self.panel.show_all()
        self._show_hints()

    def _show_hints(self, *_: object) -> None:
        tool = self._canvas.mapTool()
        clicks = None if self.count_tool.clicks is None else len(self.count_tool.clicks)
        self.panel.hints.setText(hints_text(tool is self.area_tool, tool is self.count_tool, clicks,
                                            self._workbench.counts.count is not None))

    def _show_size(self, size: object) -> None:
        self.panel.measured.setText(size_text(size))
        self.panel.measured.show()
