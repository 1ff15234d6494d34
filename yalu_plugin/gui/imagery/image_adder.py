"""Adding images: a source is read in the background, and the images found are stored in the survey."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.imagery.crs_question import CrsQuestion
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.image_source import ImageSource


class ImageAdder(QObject):
    """Reads one source at a time, and asks for a CRS, in dialogs of `window`, if images have none.

    `undated_reasons` maps the uri of an added image to the reason why it is undated. `changed` is emitted when
    reading starts or ends.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._messages = workbench, messages
        self._task: Background | None = None
        self._source_path: Path | None = None  # the local folder or file that was read last
        self._crs_question = CrsQuestion(workbench, messages, window, self.read_with_crs)
        self._nothing_found_text = ""
        self._known_count = 0  # how many of the scenes found last were in the survey already
        self.undated_reasons: dict[str, str] = {}

    @property
    def busy(self) -> bool:
        """Whether a source is being read."""
        return self._task is not None

    def reset(self) -> None:
        """Stop reading, after a change of survey. Scenes that are being written to the previous survey are not lost."""
        self.undated_reasons.clear()
        if self._task is None or not self._task.canCancel():
            return
        self._task.abandon()
        self._cancelled()

    def add_folder(self, folder: Path) -> None:
        """Catalogue the images of a folder, or of a ZIP file, in the background."""
        self._nothing_found_text = tr("No images were found there. Choose a folder with GeoTIFF or JPEG 2000 files.")
        self._read_local(folder)

    def add_watched_folder(self, folder: Path) -> None:
        """Like `add_folder`, but an empty folder is not a mistake."""
        self._nothing_found_text = tr("There are no images yet. New ones are added automatically.")
        self._read_local(folder)

    def add_list(self, path: Path) -> None:
        """Catalogue the images that a table lists, or that are in a ZIP file, in the background."""
        self._nothing_found_text = tr("No images were found there. Choose a table with a column uri, or a ZIP file of "
                                      "images.")
        self._read_local(path)

    def search(self, source: ImageSource, query: SceneQuery) -> None:
        """Search a source in the background."""
        self._nothing_found_text = tr("No images were found. Widen the view, the days or the cloud cover, or change "
                                      "collections.")
        self._source_path = None
        self._start_search(Background(tr("Searching for images"), lambda task: source.search(query, task.feedback)))

    def read_with_crs(self, place: Path, crs: QgsCoordinateReferenceSystem) -> bool:
        """Read a folder or file again, with `crs` for images without one. Return False while a source is being read.

        Raises:
            CrsWithoutCode: the CRS has no code of an authority.
        """
        from yalu_plugin.layers.imagery.given_crs import crs_code

        if self.busy:
            return False
        self._read_local(place, crs_code(crs))
        return True

    def _read_local(self, path: Path, crs: str = "") -> None:
        from yalu_plugin.core.imagery.scene_query import SceneQuery  # costs a tenth of the plugin's start
        from yalu_plugin.layers.imagery.given_crs import keep_assigned_crs
        from yalu_plugin.layers.sources.local_source import LocalSource

        # images that were given a CRS before keep it
        known = list(self._workbench.scenes.by_id.values()) if crs else []
        self._start_search(Background(tr("Reading the images of {folder}").format(folder=path.name), lambda task:
                                keep_assigned_crs(LocalSource(path, crs).search(SceneQuery(), task.feedback), known)))
        self._source_path = path

    def _start_search(self, task: Background) -> None:
        task.done.connect(self._store)
        self._run(task)

    def _run(self, task: Background) -> None:
        self._task = task
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.changed.emit()
        task.start()

    def _store(self, found: Catalogue) -> None:
        from yalu_plugin.gui.imagery.image_storing import store_images_task

        self._task = None
        self._known_count = sum(self._workbench.scenes.has_dated(scene) for scene in found.scenes)
        self.undated_reasons.update((one.scene.uri, error_text(one.error)) for one in found.undated)
        if not found.all_scenes:
            self._stored(found)
            return
        with self._messages.reporting():
            task = store_images_task(self._workbench, found.all_scenes)
            task.done.connect(unless_deleted(self._stored, found))
            self._run(task)

    def _stored(self, found: Catalogue, *_: object) -> None:
        self._task = None
        self._report(found)
        self.changed.emit()

    def _failed(self, error: YaluError) -> None:
        self._task = None
        self._messages.error(error)
        self.changed.emit()

    def _cancelled(self) -> None:
        self._task = None
        self._messages.warn(tr("Stopped: no image was added."))
        self.changed.emit()

    def _report(self, found: Catalogue) -> None:
        from yalu_plugin.core.imagery.problem_summary import summarize_problems

        scenes = tr("1 scene") if len(found.scenes) == 1 else tr("{n} scenes").format(n=len(found.scenes))
        if self._known_count:
            scenes += tr(" ({n} known already)").format(n=self._known_count)
        remarks = sum(problem.image_included for problem in found.problems)
        counts = ((tr("{n} undated"), len(found.undated)), (tr("{n} could not be used"), len(found.problems) - remarks),
                  (tr("remarks on images that were added: {n}"), remarks))
        text = ", ".join([scenes, *(template.format(n=count) for template, count in counts if count)])
        messages = [error_text(one.error) for one in found.undated] + [
            _problem_text(one) for one in summarize_problems(found.problems)]
        if not found.all_scenes and not messages:
            self._messages.warn(self._nothing_found_text)
        elif messages:
            self._messages.warn(text, "\n".join(messages))
        else:
            self._messages.show_message(text)
        if self._source_path is not None:
            self._crs_question.ask_about(found, self._source_path)


def _problem_text(problem: Problem) -> str:
    text = error_text(problem.error)
    return text if problem.row is None else tr("Row {row}: {text}").format(row=problem.row, text=text)
