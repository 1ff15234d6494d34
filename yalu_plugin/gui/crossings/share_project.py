"""Sharing the survey with people who have QGIS without the plugin: copied and zipped in the background."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.file_name import file_name
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.save_file import ask_where_to_save
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench import Workbench


class ShareProject:
    """The action `share_project`, which writes a ZIP file with a copy of the survey and a project."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, window: QWidget) -> None:
        self._workbench, self._messages, self._window = workbench, messages, window
        self.action = actions.add("share_project", tr("Share with plain QGIS…"), tr(
            "Write a ZIP file with a copy of the survey and a project that opens it in a QGIS without the plugin"),
            "share_project", self._ask)

    def _ask(self) -> None:
        with self._messages.reporting():
            survey = self._workbench.session.need_survey()
            path = ask_where_to_save(self._window, self.action.text(), f"{file_name(survey.title, 'survey')}.zip",
                                     {tr("ZIP (*.zip)"): ".zip"})
            if path is not None:
                self.share(path)

    def share(self, path: Path) -> None:
        """Write the package in the background. Raises NoSurveyOpen and PackageNotWritten."""
        from yalu_plugin.layers.exporting.project_package import new_folder

        _Package(self._workbench.session.need_survey(), path, new_folder(path), self._messages).start()


class _Package(QObject):
    """One package: the survey is copied in a task, the project written here, and both zipped in a task."""

    def __init__(self, survey: Survey, path: Path, folder: Path, messages: Messages) -> None:
        super().__init__()
        self._survey, self._path, self._folder, self._messages = survey, path, folder, messages

    def start(self) -> None:
        from yalu_plugin.layers.exporting.project_package import copy_data

        self._run(tr("Copying the survey"), lambda _task: copy_data(self._survey, self._folder), self._copied)

    def _run(self, text: str, work: Callable[[Background], object], done: Callable[[Any], None]) -> None:
        task = Background(text, work)
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._remove)
        task.start()

    def _copied(self, _: object) -> None:
        from yalu_plugin.layers.exporting.project_package import write_project, zip_package

        try:
            write_project(self._folder)
        except YaluError as error:
            self._failed(error)
            return
        self._run(tr("Writing the package"),
                  lambda task: zip_package(self._folder, self._path, task.progress), self._zipped)

    def _zipped(self, _: object) -> None:
        self._remove()
        self._messages.show_message(tr("The package was written to {path}").format(path=self._path))

    def _failed(self, error: YaluError) -> None:
        self._remove()
        self._messages.error(error)

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
