"""Adding images: a source is read in the background, and what is found is kept in the survey."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.imagery.crs_question import CrsQuestion
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.image_source import Source


class Adding(QObject):
    """Reads one source at a time, and asks on behalf of `window` for a CRS where images have none.

    `why` has, by uri, why an image that was added is undated. `changed` tells that reading began or ended.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._messages = workbench, messages
        self._task: Background | None = None
        self._place: Path | None = None  # that of this computer that was read last
        self._crs_question = CrsQuestion(workbench, messages, window, self.give_crs)
        self._nothing = ""  # what is told when nothing is found
        self._known = 0  # of the scenes found last, those that the survey had
        self.why: dict[str, str] = {}

    @property
    def busy(self) -> bool:
        """Whether a source is being read."""
        return self._task is not None

    def reset(self) -> None:
        """Leave off reading, for the survey is another one; what is being written to the one before will be there."""
        self.why.clear()
        if self._task is None or not self._task.canCancel():
            return
        self._task.abandon()
        self._stopped()

    def add_folder(self, folder: Path) -> None:
        """Catalogue the images of a folder, or of a ZIP file, in the background."""
        self._nothing = tr("No images were found there. Choose a folder with GeoTIFF or JPEG 2000 files.")
        self._read_local(folder)

    def add_watched_folder(self, folder: Path) -> None:
        """As `add_folder`; but that nothing is there yet is no mistake."""
        self._nothing = tr("No images are there yet. Those that come are added by themselves.")
        self._read_local(folder)

    def add_list(self, path: Path) -> None:
        """Catalogue the images that a table lists, or that are in a ZIP file, in the background."""
        self._nothing = tr("No images were found there. Choose a table with a column uri, or a ZIP file of images.")
        self._read_local(path)

    def search(self, source: Source, query: SceneQuery) -> None:
        """Search a source in the background."""
        self._nothing = tr("No images were found. Widen the view, the days or the cloud cover, or change collections.")
        self._place = None
        self._gather(Background(tr("Searching for images"), lambda task: source.search(query, task.feedback)))

    def give_crs(self, place: Path, crs: QgsCoordinateReferenceSystem) -> bool:
        """Read a place again, images without a CRS in this one; False while a source is read. Raises CrsWithoutCode."""
        from yalu_plugin.layers.imagery.given_crs import crs_code

        if self.busy:
            return False
        self._read_local(place, crs_code(crs))
        return True

    def _read_local(self, path: Path, crs: str = "") -> None:
        from yalu_plugin.core.imagery.scene_query import SceneQuery  # costs a tenth of the plugin's start
        from yalu_plugin.layers.imagery.given_crs import keep_assigned_crs
        from yalu_plugin.layers.sources.local_source import LocalSource

        # asked is for the others: these have the one that they were given
        there = list(self._workbench.scenes.by_id.values()) if crs else []
        self._gather(Background(tr("Reading the images of {folder}").format(folder=path.name), lambda task:
                                keep_assigned_crs(LocalSource(path, crs).search(SceneQuery(), task.feedback), there)))
        self._place = path

    def _gather(self, task: Background) -> None:
        task.done.connect(self._found)
        self._run(task)

    def _run(self, task: Background) -> None:
        self._task = task
        task.failed.connect(self._failed)
        task.cancelled.connect(self._stopped)
        self.changed.emit()
        task.start()

    def _found(self, found: Catalogue) -> None:
        from yalu_plugin.gui.imagery.keeping import keeping

        self._task = None
        self._known = sum(self._workbench.scenes.has_dated(scene) for scene in found.scenes)
        self.why.update((one.scene.uri, error_text(one.error)) for one in found.undated)
        if not found.all_scenes:
            self._kept(found)
            return
        with self._messages.reporting():
            task = keeping(self._workbench, found.all_scenes)
            task.done.connect(partial(self._kept, found))
            self._run(task)

    def _kept(self, found: Catalogue, *_: object) -> None:
        self._task = None
        self._tell(found)
        self.changed.emit()

    def _failed(self, error: YaluError) -> None:
        self._task = None
        self._messages.error(error)
        self.changed.emit()

    def _stopped(self) -> None:
        self._task = None
        self._messages.warn(tr("Stopped: no image was added."))
        self.changed.emit()

    def _tell(self, found: Catalogue) -> None:
        from yalu_plugin.core.imagery.problem_summary import summarize_problems

        scenes = tr("1 scene") if len(found.scenes) == 1 else tr("{n} scenes").format(n=len(found.scenes))
        if self._known:
            scenes += tr(" ({n} known already)").format(n=self._known)
        taken = sum(problem.image_included for problem in found.problems)
        counts = ((tr("{n} undated"), len(found.undated)), (tr("{n} could not be used"), len(found.problems) - taken),
                  (tr("remarks on images that were added: {n}"), taken))
        text = ", ".join([scenes, *(words.format(n=count) for words, count in counts if count)])
        left = [error_text(one.error) for one in found.undated] + [
            _problem_text(one) for one in summarize_problems(found.problems)]
        if not found.all_scenes and not left:
            self._messages.warn(self._nothing)
        elif left:
            self._messages.warn(text, "\n".join(left))
        else:
            self._messages.show_message(text)
        if self._place is not None:
            self._crs_question.ask_of(found, self._place)


def _problem_text(problem: Problem) -> str:
    text = error_text(problem.error)
    return text if problem.row is None else tr("Row {row}: {text}").format(row=problem.row, text=text)
