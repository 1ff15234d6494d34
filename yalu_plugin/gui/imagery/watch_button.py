"""The button of the Imagery panel for watched folders, whose new images are added to the survey automatically."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue
    from yalu_plugin.layers.imagery.watched_folders import WatchedFolders
    from yalu_plugin.layers.survey.survey import Survey

POLL_MS = 5_000  # polling, because file system notifications do not work on every network drive


class WatchedFolderMissing(YaluError):
    """A watched folder cannot be reached."""

    template = translatable("The watched folder {path} cannot be reached. Its new images are added once it is back.")


class WatchButton(QToolButton):
    """A menu of the watched folders, which are stored in the project, with an entry to watch another.

    `add` adds the existing images of a folder, with progress. The folders are not polled while `busy()` is True.
    """

    def __init__(self, workbench: Workbench, messages: Messages, add: Callable[[Path], None],
                 busy: Callable[[], bool]) -> None:
        super().__init__()
        self._workbench, self._messages, self._add, self._busy = workbench, messages, add, busy
        self._watched: WatchedFolders | None = None  # created with the first folder
        self._task: Background | None = None
        self._reported: set[Path] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._set_up()
        workbench.session.survey_changed.connect(self._load_folders)
        workbench.survey_opened.connect(self._clear_folders)
        self._load_folders()

    def watch(self, folder: Path) -> None:
        """Add the folder's images to the survey, now and whenever there are new ones."""
        self._add(folder)
        if folder not in self.folders:
            self._store_folders([*self.folders, folder])

    def unwatch(self, folder: Path) -> None:
        """Stop watching this folder; its images stay in the survey."""
        self._store_folders([one for one in self.folders if one != folder])

    @property
    def folders(self) -> list[Path]:
        """The watched folders."""
        return list(self._watched.folders) if self._watched else []

    def poll(self) -> None:
        """Search the folders for new images once, in the background, unless a search is running."""
        survey, watched = self._workbench.session.survey, self._watched
        if self._task is not None or self._busy() or watched is None or survey is None or survey.read_only:
            return
        from yalu_plugin.core.imagery.image_files import image_ref

        uris = {scene.uri for scene in self._workbench.scenes.by_id.values()}
        known = uris | {image_ref(uri).file for uri in uris}  # also the file alone, without the CRS it was given
        quietly = QgsTask.Flag.CanCancel | QgsTask.Flag.Hidden | QgsTask.Flag.Silent
        self._task = Background(
            tr("Looking through watched folders"), lambda task: watched.poll(known, task.isCanceled), quietly)
        self._task.done.connect(unless_deleted(self._polled, survey, watched))
        self._task.failed.connect(self._messages.error)
        self._task.failed.connect(self._finish)
        self._task.cancelled.connect(self._finish)
        self._task.start()

    def _polled(self, survey: Survey, watched: WatchedFolders, found: Catalogue) -> None:
        self._task = None
        if survey is not self._workbench.session.survey:
            return
        if found.all_scenes:
            self._store_scenes(found)
        else:
            self._report(found)
        self._report_unreachable(watched)

    def _store_scenes(self, found: Catalogue) -> None:
        from yalu_plugin.gui.imagery.image_storing import store_images_task

        self._task = store_images_task(self._workbench, found.all_scenes)
        self._task.done.connect(unless_deleted(self._report, found))
        self._task.failed.connect(self._messages.error)
        for signal in (self._task.done, self._task.failed):
            signal.connect(self._finish)
        self._task.start()

    def _report(self, found: Catalogue, *_: object) -> None:
        """Report the result in one message, because it replaces the previous one."""
        remarks = sum(one.image_included for one in found.problems)
        parts = {tr("New images from watched folders: {n}"): len(found.all_scenes),
                 tr("New images in watched folders that cannot be read: {n}"): len(found.problems) - remarks}
        text = "; ".join(part.format(n=count) for part, count in parts.items() if count)
        text += tr("; remarks on images that were added: {n}").format(n=remarks) if remarks else ""
        if found.problems:
            from yalu_plugin.core.imagery.problem_summary import summarize_problems

            self._messages.warn(text, "\n".join(error_text(one.error) for one in summarize_problems(found.problems)))
        elif text:
            self._messages.show_message(text)

    def _report_unreachable(self, watched: WatchedFolders) -> None:
        missing = set(watched.unreachable) & set(self.folders)
        for folder in sorted(missing - self._reported):
            self._messages.error(WatchedFolderMissing(path=str(folder)))
        self._reported = missing

    def _finish(self, *_: object) -> None:
        self._task = None

    # storage in the project

    def _store_folders(self, folders: list[Path]) -> None:
        project = self._workbench.project
        in_project.remember(project, "watched", "\n".join(project.writePath(str(one)) for one in folders))
        self._load_folders()

    def _load_folders(self) -> None:
        project = self._workbench.project
        stored = in_project.recall(project, "watched").splitlines() if self._workbench.session.survey else []
        if stored:
            from yalu_plugin.layers.imagery.watched_folders import (
                WatchedFolders,  # the catalogue costs a tenth of the plugin's start
            )

            self._watched = self._watched or WatchedFolders()
        if self._watched is not None:
            self._watched.folders = [Path(project.readPath(one)) for one in stored]
        (self._timer.start if stored else self._timer.stop)()

    def _clear_folders(self) -> None:
        self._store_folders([])

    # construction

    def _set_up(self) -> None:
        self.setObjectName("yalu_watch")
        self.setText(tr("Watched folders"))
        self.setAccessibleName(self.text())
        self.setToolTip(tr("Folders whose new images are added automatically"))
        self.setIcon(QIcon(str(resource("icons", "watch_folder.svg"))))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(menu)

    def _fill_menu(self) -> None:
        menu = self.menu()
        menu.clear()
        action = menu.addAction(tr("Watch a folder…"), self._select_folder)
        enable_write_actions([action], self._workbench.session.survey)
        menu.addSeparator()
        for folder in self.folders:
            entry = menu.addAction(str(folder).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(True)
            entry.triggered.connect(partial(self.unwatch, folder))

    def _select_folder(self) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            path = QFileDialog.getExistingDirectory(self, tr("Watch a folder"))
            if path:
                self.watch(Path(path))
