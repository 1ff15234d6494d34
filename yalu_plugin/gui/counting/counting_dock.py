"""The Counting panel: counting objects in areas by clicks on the scene on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.compact_panel import CompactPanel
from yalu_plugin.gui.counting.area_actions import AreaActions
from yalu_plugin.gui.counting.area_menu import AreaMenu
from yalu_plugin.gui.counting.count_tool import CountTool
from yalu_plugin.gui.counting.counting_panel import CountingPanel
from yalu_plugin.gui.counting.counting_texts import hints_text, reshape_hints, size_text
from yalu_plugin.gui.counting.delete_count import DeleteCount
from yalu_plugin.gui.counting.finish_count import FinishCount
from yalu_plugin.gui.counting.shown_marks import ShownMarks
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.counting.object_size import Size

# in a right click on an area
AREA_ACTIONS = ("begin_count", "recount", "finish_count", "reopen_count", "delete_count", "rename_area", "reshape_area",
                "delete_area")


class CountingDock(QgsDockWidget):
    """Reads nothing before it is first shown or one of its actions is used."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QWidget) -> None:
        super().__init__(tr("Counting"), parent)
        self.setObjectName("YaluCountingDock")
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._measured_in = ""  # a count
        self.count_tool = CountTool(canvas, workbench, messages)
        self._shown_marks = ShownMarks(workbench, actions, canvas, self)
        self._areas = AreaActions(workbench, messages, actions, canvas, self._use, self._edit_name, self)
        self._finish_count = FinishCount(workbench, messages, actions, lambda: deactivate_tool(canvas, self.count_tool),
                                         lambda: self._use(self.count_tool, True, lambda: None), self)
        self._delete_count = DeleteCount(workbench, messages, actions, self)
        self._create_actions(actions)
        self.panel = CountingPanel(workbench, messages, canvas, actions.by_name)
        self.setWidget(CompactPanel(self, self.panel, self.panel.spare))
        self.count_tool.listen(self.panel)
        self._menu = AreaMenu(workbench, canvas, self.panel, [actions.by_name[name] for name in AREA_ACTIONS])
        self._show_later = QTimer(self)  # one update for all signals of a click
        self._show_later.setSingleShot(True)
        self._show_later.setInterval(0)
        self._show_later.timeout.connect(self._show)
        later = self._show_later.start
        self._connections = ((workbench.counts.changed, later), (workbench.counting.changed, later),
                             (workbench.marking.changed, later), (workbench.imagery.day_changed, later),
                             (canvas.mapToolSet, self._show_hints),
                             (workbench.session.survey_changed, self._survey_changed))
        for signal, slot in self._connections:
            signal.connect(slot)
        self._areas.tool.corners_changed.connect(self._show_hints)
        self.count_tool.finish_requested.connect(self._finish_count.finish)
        self.count_tool.measuring_changed.connect(self._show_hints)
        self.count_tool.measured.connect(self._show_size)
        self.visibilityChanged.connect(self._visibility_changed)
        self._survey_changed()

    def release(self) -> None:
        """Disconnect from the map and the workbench (on unload)."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._show_later.stop()
        self._workbench.counting.stop()
        self._shown_marks.release()
        self._menu.release()
        self._areas.release()
        self.count_tool.release()
        self.panel.comparison.release()

    @property
    def tools(self) -> tuple[QgsMapTool, ...]:
        """The map tools, to be deleted with the dock."""
        return self._areas.tool, self._areas.reshape_tool, self.count_tool

    def _create_actions(self, actions: Actions) -> None:
        begin = actions.add("begin_count", tr("Begin count"),
                            tr("Count the area on the scene on screen; your own count there is continued"),
                            "begin_count", self._start)
        recount = actions.add("recount", tr("Recount blind"), tr(
            "Count the area again on the scene on screen; all other marks are hidden until it is finished"), "recount",
            self._recount, "Ctrl+Alt+U")
        mark = actions.add("count_objects", tr("Count objects"), tr("Count by clicks on the map, class by key"),
                           "counting", self._count, "Ctrl+Alt+N", checkable=True)
        measure = actions.add("measure_object", tr("Measure object"), tr(
            "Length by two clicks along a side, width by a third (M while counting)"), "measure", self._measure)
        self.count_tool.setAction(mark)
        areas = self._areas
        self._changing = [areas.draw, areas.rename, areas.reshape, areas.delete, begin, recount, mark, measure]

    # user actions

    def _edit_name(self) -> None:
        self.setUserVisible(True)
        self.panel.edit_name()

    def _count(self, on: bool) -> None:
        def start_or_continue() -> None:
            self._workbench.counts.activate()
            if self._workbench.counts.count is None:
                self._workbench.counting.start()
            self._workbench.counting.need_open_count()

        self._use(self.count_tool, on, start_or_continue)

    def _use(self, tool: QgsMapTool, on: bool, need: Callable[[], object]) -> None:
        """Activate a tool after the check `need`, or deactivate it."""
        if not on:
            deactivate_tool(self._canvas, tool)
            return
        with self._messages.reporting():
            need()
            self._canvas.setMapTool(tool)
            self._canvas.setFocus()
        tool.action().setChecked(self._canvas.mapTool() is tool)

    def _start(self, *_: object) -> None:
        self._start_count(blind=False)

    def _recount(self, *_: object) -> None:
        self._start_count(blind=True)

    def _start_count(self, blind: bool) -> None:
        with self._messages.reporting():
            self._workbench.counts.activate()
            self._workbench.counting.start(blind)
            self._use(self.count_tool, True, lambda: None)

    def _measure(self, *_: object) -> None:
        with self._messages.reporting():
            self._workbench.counting.need_open_count()
            self._use(self.count_tool, True, lambda: None)
            self.count_tool.measure()

    # display

    def _visibility_changed(self, visible: bool) -> None:
        if visible:
            self._workbench.counts.activate()
            self._show()

    def _survey_changed(self) -> None:
        survey = self._workbench.session.survey
        for tool in self.tools:
            deactivate_tool(self._canvas, tool)
        enable_write_actions(self._changing, survey, survey is not None)
        self.panel.measured.hide()
        self._show()

    def _show(self) -> None:
        if not self._workbench.counting.is_open:
            deactivate_tool(self._canvas, self.count_tool)
        if self._workbench.counts.count_id != self._measured_in:
            self.panel.measured.hide()
        self._finish_count.show_count()
        self._delete_count.show_count()
        self._areas.show_area()
        self.panel.show_all()
        self._show_hints()

    def _show_hints(self, *_: object) -> None:
        tool = self._canvas.mapTool()
        clicks = None if self.count_tool.clicks is None else len(self.count_tool.clicks)
        counts = self._workbench.counts
        current = next((one.image_count for one in counts.assessed if one.image_count.id == counts.count_id), None)
        text = hints_text(tool is self._areas.tool, tool is self.count_tool, clicks, current)
        self.panel.hints.setText(reshape_hints() if tool is self._areas.reshape_tool else text)

    def _show_size(self, size: Size) -> None:
        self._measured_in = self._workbench.counts.count_id
        self.panel.measured.setText(size_text(size))
        self.panel.measured.show()
