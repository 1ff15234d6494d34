"""The actions that finish the current count, which makes it valid, and reopen it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.amounts import objects_text
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class FinishCount(QObject):
    """`start_clicking` and `end_clicking` switch counting by clicks on the map on and off.

    A count without marks is finished once the user confirms that all was inspected: 0 is a valid count.
    """

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, end_clicking: Callable[[], None],
                 start_clicking: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages = workbench, messages
        self._counts, self._counting = workbench.counts, workbench.counting
        self._end_clicking, self._start_clicking = end_clicking, start_clicking
        self._question: QgsMessageBarItem | None = None
        self._question_count_id = ""  # a count
        self._finish = actions.add("finish_count", tr("Finish count"), tr(
            "All of the area was inspected: the count is a figure from now on, and other marks are shown again (Enter "
            "while counting)"), "finish_count", self.finish)
        self._reopen = actions.add("reopen_count", tr("Reopen count"), tr(
            "Continue a finished count: it is no figure until it is finished again"), "reopen_count",
                                   self._reopen_now)
        self.show_count()

    def show_count(self) -> None:
        """Enable the actions that apply to the current count."""
        survey, count = self._workbench.session.survey, self._counts.count
        finished = count is not None and bool(count["finished_at"])
        enable_write_actions([self._finish], survey, count is not None and not finished)
        enable_write_actions([self._reopen], survey, finished)
        if self._question is not None and (self._counts.count_id != self._question_count_id or len(self._counts.marks)):
            self._withdraw()

    def finish(self, *_: object) -> None:
        """Finish the current count; ask first if it has no marks."""
        with self._messages.reporting():
            self._counting.need_open_count()
            if len(self._counts.marks):
                self._finish_now()
                return
            self._withdraw()
            self._question_count_id = self._counts.count_id
            text = tr("Nothing is marked in {area}. Was all of it looked at, and nothing found?")
            self._question = self._messages.ask(text.format(area=self._area()), {
                tr("Finish with 0"): self._finish_empty, tr("Go on counting"): lambda: None})

    def _finish_empty(self) -> None:
        self._question = None
        with self._messages.reporting():
            self._finish_now()

    def _finish_now(self) -> None:
        self._counting.finish()
        self._end_clicking()
        self._messages.show_message(tr("Count of {area} finished: {objects} on {image}.").format(
            area=self._area(), image=self._image(), objects=objects_text(len(self._counts.marks))))

    def _reopen_now(self, *_: object) -> None:
        with self._messages.reporting():
            self._counting.reopen()
            self._start_clicking()

    def _area(self) -> str:
        return one_line((self._counts.area or {}).get("name") or "?")

    def _image(self) -> str:
        """The counted image; another one may be on screen."""
        of_area = (one.image_count for one in self._counts.counts_of_area())
        return next((one.image for one in of_area if one.id == self._counts.count_id), "") or "?"

    def _withdraw(self) -> None:
        if self._question is not None:
            self._messages.remove_question(self._question)
            self._question = None
