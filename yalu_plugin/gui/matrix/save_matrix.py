"""Saving the matrix as a table or a picture in the background."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.save_file import ask_where_to_save
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import MATRIX_COLUMNS
from yalu_plugin.workbench import Workbench


class SaveMatrix:
    """The action `save_matrix`, which saves the columns selected in the panel."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, parent: QWidget) -> None:
        self._workbench, self._messages, self._parent = workbench, messages, parent
        self.action = actions.add("save_matrix", tr("Save matrix…"), tr(
            "Save sites by dates as a table (CSV, XLSX) or a picture (PNG, SVG)"), "save_matrix", self._select_file)

    def _select_file(self) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            path = ask_where_to_save(self._parent, self.action.text(), "matrix.csv", {
                tr("CSV (*.csv)"): ".csv", tr("Excel (*.xlsx)"): ".xlsx", tr("PNG (*.png)"): ".png",
                tr("SVG (*.svg)"): ".svg"})
            if path is not None:
                self.save(path)

    def save(self, path: Path) -> Background:
        """Write the current matrix of the survey's file in the background. Raises NoSurveyOpen."""
        from yalu_plugin.layers.survey.matrix_file import write_matrix
        from yalu_plugin.layers.survey.matrix_survey import LineChainages, along_line, read_matrix

        survey, river = self._workbench.session.need_survey(), self._workbench.river
        unit, steps = MATRIX_COLUMNS.value(), self._workbench.scenes.timeline.steps
        measured = (river.line(), river.datum()) if river.chainages else None  # else nothing can be measured

        def work(task: Background) -> Path:
            along = in_worker(lambda: along_line(survey, *measured)) if measured else LineChainages({})
            write_matrix(survey, read_matrix(survey, along, unit, steps=steps, feedback=task.feedback), path,
                         task.feedback)
            return path

        task = Background(tr("Saving the matrix"), work)
        task.done.connect(lambda written: self._messages.show_message(tr("The matrix was written to {path}").format(
            path=written)))
        task.failed.connect(self._messages.error)
        task.start()
        return task
