"""The SHA-256 of local image files, stored in the survey: it shows later whether a file is still the one observed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import file_exists, file_of
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.layers.survey.survey import Survey

CHUNK = 1 << 20


class NoDigest(YaluError):
    """The file could not be read to its end."""

    template = translatable(
        "{path} could not be read: the observation is kept, but without the file's checksum. Check the file.")


def sha256_of(path: Path, stop: Callable[[], bool]) -> str:
    """Return the SHA-256 of a file in hexadecimal, or an empty text once `stop` returns true. Raises NoDigest."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                if stop():
                    return ""
                digest.update(chunk)
    except OSError as error:
        raise NoDigest(str(error), path=path) from error
    return digest.hexdigest()


class ImageDigests(QObject):
    """Computes the SHA-256 of images when they are first observed; emits a YaluError by `error_occurred`."""

    error_occurred = pyqtSignal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: dict[str, Background] = {}

    def compute(self, survey: Survey, scene: Scene) -> None:
        """Read the scene's file in the background and write its SHA-256 to the survey, unless it has one.

        Remote scenes have none: their item_url identifies them.
        """
        path = file_of(scene.uri)
        if scene.id in self._tasks or not file_exists(scene.uri) or not _lacks_digest(survey, scene.id):
            return
        task = Background(tr("Checksum of {name}").format(name=path.name),
                          lambda task: sha256_of(path, task.isCanceled))
        task.done.connect(unless_deleted(self._store, survey, scene.id))
        task.failed.connect(self.error_occurred)
        task.taskCompleted.connect(partial(self._tasks.pop, scene.id, None))
        task.taskTerminated.connect(partial(self._tasks.pop, scene.id, None))
        self._tasks[scene.id] = task
        task.start()

    def stop(self) -> None:
        """Cancel the running tasks (on unload): the next observation of the image computes its digest."""
        for task in list(self._tasks.values()):
            task.abandon()

    def _store(self, survey: Survey, image_id: str, digest: str) -> None:
        try:
            rows = [{**row, "sha256": digest} for row in survey.rows("images", id=image_id)]
            if rows:
                survey.change("digest", replaced={"images": rows})
        except YaluError as error:
            self.error_occurred.emit(error)


def _lacks_digest(survey: Survey, image_id: str) -> bool:
    return any(not row["sha256"] for row in survey.rows("images", id=image_id))
