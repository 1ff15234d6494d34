"""The Imagery panel's button for folders that are watched: what comes into them is added to the survey by itself."""

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
from yalu_plugin.gui.changing import enable_changing
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.background import Background
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue
    from yalu_plugin.layers.imagery.watched_folders import WatchedFolders

LOOK_MS = 5_000  # no file system tells of changes on every network drive, so folders are looked through


class WatchedFolderGone(YaluError):
    """A watched folder that was there before."""

    template = translatable("The watched folder {path} cannot be reached. Its new images are added once it is back.")


class WatchButton(QToolButton):
    """A menu of the watched folders, which the project remembers, and one entry to watch another.

    `add` gathers what is in a folder already, with progress; nothing is looked for while `busy`.
    """

    def __init__(self, workbench: Workbench, messages: Messages, add: Callable[[Path], None],
                 busy: Callable[[], bool]) -> None:
        super().__init__()
        self._workbench, self._messages, self._add, self._busy = workbench, messages, add, busy
        self._watched: WatchedFolders | None = None  # made with the first folder
        self._task: Background | None = None
        self._told: set[Path] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._make_widget()
        workbench.session.survey_changed.connect(self._recall)
        workbench.survey_opened.connect(self._forget)
        self._recall()

    def watch(self, folder: Path) -> None:
        """Add the folder's images to the survey, those that come later too."""
        self._add(folder)
        if folder not in self.folders:
            self._keep([*self.folders, folder])

    def unwatch(self, folder: Path) -> None:
        """Watch this folder no longer; its images stay in the survey."""
        self._keep([one for one in self.folders if one != folder])

    @property
    def folders(self) -> list[Path]:
        """The folders that are watched."""
        return list(self._watched.folders) if self._watched else []

    def look(self) -> None:
        """Look through the folders once, in the background, unless that is being done."""
        survey, watched = self._workbench.session.survey, self._watched
        if self._task is not None or self._busy() or survey is None or survey.read_only:
            return
        from yalu_plugin.core.imagery.image_files import image_ref

        uris = {scene.uri for scene in self._workbench.scenes.by_id.values()}
        known = uris | {image_ref(uri).file for uri in uris}  # also as it lies there, without a CRS that was given
        quietly = QgsTask.Flag.CanCancel | QgsTask.Flag.Hidden | QgsTask.Flag.Silent
        self._task = Background(
            tr("Looking through watched folders"), lambda task: watched.poll(known, task.isCanceled), quietly)
        self._task.done.connect(partial(self._looked, survey))
        self._task.failed.connect(self._messages.error)
        self._task.failed.connect(self._ended)
        self._task.cancelled.connect(self._ended)
        self._task.start()

    def _looked(self, survey: object, found: Catalogue) -> None:
        self._task = None
        if survey is not self._workbench.session.survey:
            return
        if found.all_scenes:
            self._keep_scenes(found)
        else:
            self._tell(found)
        self._tell_unreachable()

    def _keep_scenes(self, found: Catalogue) -> None:
        from yalu_plugin.gui.imagery.keeping import keeping

        self._task = keeping(self._workbench, found.all_scenes)
        self._task.done.connect(partial(self._tell, found))
        self._task.failed.connect(self._messages.error)
        for signal in (self._task.done, self._task.failed):
            signal.connect(self._ended)
        self._task.start()

    def _tell(self, found: Catalogue, *_: object) -> None:
        """All in one line, as it takes the place of the one before: what was added, what not, what lacks a value."""
        less = sum(one.image_included for one in found.problems)
        parts = {tr("New images from watched folders: {n}"): len(found.all_scenes),
                 tr("New images in watched folders that cannot be read: {n}"): len(found.problems) - less}
        text = "; ".join(part.format(n=count) for part, count in parts.items() if count)
        text += tr("; remarks on images that were added: {n}").format(n=less) if less else ""
        if found.problems:
            from yalu_plugin.core.imagery.problem_summary import summarize_problems

            self._messages.warn(text, "\n".join(error_text(one.error) for one in summarize_problems(found.problems)))
        elif text:
            self._messages.show_message(text)

    def _tell_unreachable(self) -> None:
        gone = set(self._watched.unreachable) & set(self.folders)
        for folder in sorted(gone - self._told):
            self._messages.error(WatchedFolderGone(path=str(folder)))
        self._told = gone

    def _ended(self, *_: object) -> None:
        self._task = None

    # the project remembers

    def _keep(self, folders: list[Path]) -> None:
        project = self._workbench.project
        in_project.remember(project, "watched", "\n".join(project.writePath(str(one)) for one in folders))
        self._recall()

    def _recall(self) -> None:
        project = self._workbench.project
        kept = in_project.recall(project, "watched").splitlines() if self._workbench.session.survey else []
        if kept:
            from yalu_plugin.layers.imagery.watched_folders import (
                WatchedFolders,  # the catalogue costs a tenth of the plugin's start
            )

            self._watched = self._watched or WatchedFolders()
        if self._watched is not None:
            self._watched.folders = [Path(project.readPath(one)) for one in kept]
        (self._timer.start if kept else self._timer.stop)()

    def _forget(self) -> None:
        self._keep([])

    # making

    def _make_widget(self) -> None:
        self.setObjectName("yalu_watch")
        self.setText(tr("Watched folders"))
        self.setAccessibleName(self.text())
        self.setToolTip(tr("Folders whose new images are added by themselves"))
        self.setIcon(QIcon(str(resource("icons", "watch_folder.svg"))))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        enable_changing([menu.addAction(tr("Watch a folder…"), self._ask)], self._workbench.session.survey)
        menu.addSeparator()
        for folder in self.folders:
            entry = menu.addAction(str(folder).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(True)
            entry.triggered.connect(partial(self.unwatch, folder))

    def _ask(self) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            chosen = QFileDialog.getExistingDirectory(self, tr("Watch a folder"))
            if chosen:
                self.watch(Path(chosen))
