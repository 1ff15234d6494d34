"""The actions on counting areas: draw, rename, reshape and delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.amounts import counts_text, marks_text
from yalu_plugin.gui.counting.area_tool import AreaTool
from yalu_plugin.gui.counting.reshape_tool import ReshapeTool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.areas import AreaContents


class AreaActions(QObject):
    """`use` activates a tool after a check, or deactivates it; `edit_name` focuses the field of the area's name."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 use: Callable[[QgsMapTool, bool, Callable[[], object]], None], edit_name: Callable[[], None],
                 parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._use, self._edit_name = use, edit_name
        self._question: QgsMessageBarItem | None = None
        self._question_area_id = ""  # an area
        self.tool = AreaTool(canvas, self._add_area, messages)
        self.reshape_tool = ReshapeTool(canvas, workbench.areas.reshape, messages)
        self.draw = actions.add("draw_area", tr("Draw area"), tr(
            "Draw a counting area: click its corners, Enter ends"), "draw_area", self._draw, "Ctrl+Alt+L",
            checkable=True)
        self.rename = actions.add("rename_area", tr("Rename area"), tr("Rename the counting area"),
                                  "rename_site", self._rename)
        self.reshape = actions.add("reshape_area", tr("Reshape area"), tr(
            "Drag the corners of the counting area, Enter ends; its counts are in progress again"), "reshape_area",
            self._reshape, "Ctrl+Alt+E", checkable=True)
        self.delete = actions.add("delete_area", tr("Delete area"), tr(
            "Remove the counting area from the survey, with its counts and marks"), "delete_site", self._delete)
        self.tool.setAction(self.draw)
        self.reshape_tool.setAction(self.reshape)
        workbench.session.changed.connect(self._warn_reshaped)

    def release(self) -> None:
        """Remove the tools from the map (on unload)."""
        self._workbench.session.changed.disconnect(self._warn_reshaped)
        self.tool.release()
        self.reshape_tool.release()

    def show_area(self) -> None:
        """Withdraw the question about an area if another one is current."""
        if self._question is not None and self._workbench.counts.area_id != self._question_area_id:
            self._withdraw()

    def _draw(self, on: bool) -> None:
        self._use(self.tool, on, self._workbench.session.need_survey)

    def _add_area(self, corners: Sequence[QgsPointXY]) -> None:
        self._workbench.counts.activate()
        self._workbench.areas.add(corners)

    def _rename(self, *_: object) -> None:
        with self._messages.reporting():
            self._need_area()
            self._edit_name()

    def _reshape(self, on: bool) -> None:
        def corners() -> None:
            self._need_area()
            self.reshape_tool.set_corners(self._workbench.areas.corners())

        self._use(self.reshape_tool, on, corners)

    def _delete(self, *_: object) -> None:
        with self._messages.reporting():
            area = self._need_area()
            self._delete_or_ask(area, self._workbench.areas.contents(area["id"]), AreaContents(0, 0, 0))

    def _delete_or_ask(self, area: Row, contents: AreaContents, confirmed: AreaContents) -> None:
        """Delete an area that has no more counts and marks than the user `confirmed`, else ask."""
        if all(now <= before for now, before in zip(contents, confirmed)):
            self._workbench.areas.delete(area["id"])
        else:
            text = tr("{area} has {counts} with {marks}; counts by others: {others}. Delete all of it?").format(
                counts=counts_text(contents.counts), marks=marks_text(contents.marks), others=contents.others,
                area=one_line(area["name"] or area["id"]))
            self._withdraw()
            self._question_area_id = area["id"]
            self._question = self._messages.ask(text, {
                tr("Delete area"): lambda: self._delete_now(area, contents), tr("Keep it"): lambda: None})

    def _delete_now(self, area: Row, confirmed: AreaContents) -> None:
        self._question = None
        with self._messages.reporting():
            self._workbench.counts.activate()
            self._delete_or_ask(area, self._workbench.areas.contents(area["id"]), confirmed)

    def _warn_reshaped(self, delta: Delta) -> None:
        """Warn if QGIS' own tools or another program reshaped an area: its finished counts are of the old shape."""
        for before, after in delta.changes("areas"):
            if before is None or after is None or before.get("geom") == after.get("geom"):
                continue
            counts = self._workbench.session.need_survey().rows("counts", area_id=after["id"])
            touched = {row["id"] for rows in delta.changes("counts") for row in rows if row}
            left = sum(bool(row["finished_at"]) and row["id"] not in touched for row in counts)
            if left:
                text = tr("{area} has another shape now: {n} finished counts are of the previous shape. Check them, or "
                          "reopen them.")
                self._messages.warn(text.format(area=one_line(after["name"] or after["id"]), n=left))

    def _withdraw(self) -> None:
        if self._question is not None:
            self._messages.remove_question(self._question)
            self._question = None

    def _need_area(self) -> Row:
        self._workbench.session.need_survey()
        self._workbench.counts.activate()
        return self._workbench.counting.need_area()
