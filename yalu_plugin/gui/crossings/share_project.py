"""Sharing the survey with people who have QGIS without the plugin."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.file_name import file_name
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.export.page_progress import progress_of_pages
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.layers.layouts.event_pump import ExportCancelled
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.layers.exporting.package_images import PackageImage
    from yalu_plugin.layers.exporting.project_package import PackageData


class ShareProject:
    """The action `share_project`, which writes a ZIP file with a copy of the survey and a project."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, window: QWidget) -> None:
        self._workbench, self._messages, self._window = workbench, messages, window
        self.action = actions.add("share_project", tr("Share with plain QGIS…"), tr(
            "Write a ZIP file with a copy of the survey and a project that opens it in a QGIS without the plugin"),
            "share_project", self._ask)

    def _ask(self) -> None:
        from yalu_plugin.gui.crossings.share_dialog import ShareDialog

        with self._messages.reporting():
            session = self._workbench.session
            survey, facts = session.need_survey(), session.need_facts()
            dialog = ShareDialog(self._window, file_name(survey.title, "survey"), survey, facts.count("sites"))
            if dialog.exec():
                self.share(dialog.path, dialog.wanted, dialog.images)

    def share(self, path: Path, wanted: Collection[str] = (), images: Sequence[PackageImage] = ()) -> None:
        """Write the package, see `write_project`, in the background where QGIS allows that. Raises NoSurveyOpen
        and PackageNotWritten.
        """
        from yalu_plugin.layers.exporting.project_package import new_folder

        survey = self._workbench.session.need_survey()
        _Package(survey, path, new_folder(path), wanted, images, self._messages, self._window).start()


class _Package(QObject):
    """One package: data are copied in a task, the project is written here step by step, and both zipped in a task."""

    def __init__(self, survey: Survey, path: Path, folder: Path, wanted: Collection[str],
                 images: Sequence[PackageImage], messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._survey, self._path, self._folder, self._wanted, self._images = survey, path, folder, wanted, images
        self._messages, self._window = messages, window
        self._notices: list[Phrase] = []

    def start(self) -> None:
        from yalu_plugin.layers.exporting.project_package import copy_data

        self._run(tr("Copying the survey"), lambda task: copy_data(self._survey, self._folder, self._images,
                                                                   task.progress), self._copied)

    def _run(self, text: str, work: Callable[[Background], object], done: Callable[[Any], None]) -> None:
        task = Background(text, work)
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.start()

    def _copied(self, data: PackageData) -> None:
        QTimer.singleShot(0, unless_deleted(self._write_project, data))  # after the task has ended

    def _write_project(self, data: PackageData) -> None:
        from yalu_plugin.layers.exporting.project_package import write_project, zip_package

        try:
            with progress_of_pages(self._window, tr("Share with plain QGIS")) as feedback:
                self._notices = write_project(data, self._wanted, feedback)
        except ExportCancelled:
            self._cancelled()
        except YaluError as error:
            self._failed(error)
        else:
            self._run(tr("Writing the package"), lambda task: zip_package(data.folder, self._path, task.progress),
                      self._zipped)

    def _zipped(self, _: object) -> None:
        self._remove()
        text = tr("The package was written to {path}").format(path=self._path)
        if self._notices:
            self._messages.warn(f"{text}. {phrase_text(self._notices[0])}",
                                "\n".join([text, *map(phrase_text, self._notices)]))
        else:
            self._messages.show_message(text)

    def _failed(self, error: YaluError) -> None:
        self._remove()
        self._messages.error(error)

    def _cancelled(self) -> None:
        self._remove()
        self._messages.show_message(tr("The export was cancelled: nothing was written."))

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self.deleteLater()
