"""Export of a frame (map picture) for every step to a folder, with the date burnt in.

QGIS' own animation export draws the same layers on every frame; here every frame has the scenes of its step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapRendererCache, QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.compare_map import map_settings_for_day
from yalu_plugin.layers.imagery.project_scenes import Bands
from yalu_plugin.layers.imagery.scene_opening import OpenedScene, SceneOpener

BACKGROUND, TEXT_COLOUR = QColor(255, 255, 255, 215), QColor(0, 0, 0)  # legible over any image, on screen and in print
LINES_PER_PICTURE = 45  # height of the picture in lines of caption text


class FrameExists(YaluError):
    """Existing files are not overwritten."""

    template = translatable("{path} exists already. Choose another folder, or move the pictures away.")


class FrameNotWritten(YaluError):
    """The folder is missing or not writable, or the disk is full."""

    template = translatable("The picture {path} could not be written. Choose a writable folder with enough space.")


class SceneNotDrawn(YaluError):
    """A frame without its scene would be false."""

    template = translatable("{scene} opens, but could not be drawn. Check the image or its server.")


_PLATFORM_LENGTH = 50  # characters in a file name (at most 255 bytes): sources state platforms of any length


@dataclass(frozen=True)
class Frame:
    """The scenes of a step, and the file of their picture."""

    step: Step
    path: Path


def frame_path(folder: Path, number: int, day: str, platform: str) -> Path:
    """Return the path of a frame: "0004_2016-10-14_sentinel-2.png"; names sort in the order of the frames."""
    platform = re.sub(r"[^\w.-]+", "-", platform)[:_PLATFORM_LENGTH]
    name = "_".join(part for part in (f"{number:04d}", day, platform) if part)
    return folder / f"{name}.png"


class FrameExport(QObject):
    """Draws one frame after the other without blocking; ends with the signal `done` or `failed`.

    `settings` and `layers` (top layer first) are the map's; scenes are drawn in `styles`. `caption` returns the lines
    written on the picture of these scenes. Scenes of a step that cannot be opened or drawn are left out: the picture
    and `left_out` name them, and a step without any remaining scene has no picture. Scenes without data in the view are
    noted on the picture and in `blank`. When the export fails or is cancelled, frames already written are removed, so
    the folder has all of them or none.
    """

    progress = pyqtSignal(int)  # number of steps done
    done = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, settings: QgsMapSettings, layers: Sequence[QgsMapLayer], styles: Mapping[Bands, str],
                 frames: Sequence[Frame], caption: Callable[[Step], str], parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._layers, self._styles, self._frames = settings, layers, styles, frames
        self._caption = caption
        self.left_out: dict[Scene, YaluError] = {}
        self.blank: list[Scene] = []
        self.written: list[Path] = []
        self._index = 0
        self._opened: dict[Scene, QgsRasterLayer] = {}
        self._drawing: Step = ()
        self._job: QgsMapRendererParallelJob | None = None
        self._opener = SceneOpener(self)
        self._opener.opened.connect(self._scene_opened)
        self._opener.failed.connect(self._scene_failed)

    def start(self) -> None:
        """Start the export. Raises FrameExists before anything is drawn."""
        for frame in self._frames:
            if frame.path.exists():
                raise FrameExists(path=str(frame.path))
        self._open_next()

    def cancel(self) -> None:
        """Stop, and remove what was written. No signal follows."""
        self._opener.cancel()
        if self._job is not None:
            self._job.finished.disconnect(self._frame_drawn)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None
        for path in self.written:
            path.unlink(missing_ok=True)
        self.written.clear()

    def _open_next(self) -> None:
        if self._index == len(self._frames):
            if self.written:
                self.done.emit()
            else:
                self._fail(next(iter(self.left_out.values())))
            return
        self._opened.clear()
        for scene in self._frames[self._index].step:
            self._opener.open(scene, self._styles)

    def _next_frame(self) -> None:
        self._index += 1
        self.progress.emit(self._index)
        self._open_next()

    def _scene_opened(self, opened: OpenedScene) -> None:
        self._opened[opened.scene] = opened.layer
        self._draw_when_ready()

    def _scene_failed(self, scene: Scene, error: YaluError) -> None:
        self.left_out[scene] = error
        self._draw_when_ready()

    def _draw_when_ready(self) -> None:
        """Draw the scenes of the step that were opened, once each is opened or has failed."""
        step = self._frames[self._index].step
        if any(scene not in self._opened and scene not in self.left_out for scene in step):
            return
        if not self._opened:
            self._next_frame()
            return
        self._drawing = tuple(scene for scene in step if scene in self._opened)
        layers, day = [self._opened[scene] for scene in self._drawing], self._drawing[0].last_day
        self._job = QgsMapRendererParallelJob(map_settings_for_day(self._settings, self._layers, layers, day))
        self._job.setParent(self)
        self._layer_cache = QgsMapRendererCache()
        self._layer_cache.setParent(self._job)  # the job uses it to the end, even when cancelled
        self._job.setCache(self._layer_cache)
        self._job.finished.connect(self._frame_drawn)
        self._job.start()

    def _frame_drawn(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        frame, image, errors = self._frames[self._index], job.renderedImage(), job.errors()
        blank = all(map(self._is_blank, self._drawing))
        job.deleteLater()
        if self._exclude_failed({error.layerID: error.message for error in errors}):
            self._draw_when_ready()
            return
        self.blank += self._drawing if blank else ()
        burn(image, self._burnt_text(frame.step, blank))
        if not image.save(str(frame.path)):
            frame.path.unlink(missing_ok=True)
            self._fail(FrameNotWritten(path=str(frame.path)))
            return
        self.written.append(frame.path)
        self._next_frame()

    def _exclude_failed(self, errors: Mapping[str, str]) -> bool:
        """Move the scenes whose layers' ids are in `errors` to `left_out`; return whether there are any."""
        failed_scenes = [scene for scene, layer in self._opened.items() if layer.id() in errors]
        for scene in failed_scenes:
            self.left_out[scene] = SceneNotDrawn(errors[self._opened.pop(scene).id()], scene=scene.label)
        return bool(failed_scenes)

    def _is_blank(self, scene: Scene) -> bool:
        """Return whether nothing was drawn of the scene.

        Either the image has no data here, or QGIS received no tile, which it does not report as an error.
        """
        picture = self._layer_cache.cacheImage(self._opened[scene].id())
        return picture.isNull() or not any(picture.constBits().asstring(picture.sizeInBytes()))

    def _burnt_text(self, step: Step, blank: bool) -> str:
        names = ", ".join(scene.name for scene in step if scene in self.left_out)
        missing_text = tr("Could not be shown: {names}").format(names=names) if names else ""
        blank_text = tr("No picture of this date is available here") if blank else ""
        return "\n".join(line for line in (self._caption(self._drawing), blank_text, missing_text) if line)

    def _fail(self, error: YaluError) -> None:
        self.cancel()
        self.failed.emit(error)


def burn(image: QImage, text: str) -> None:
    """Write the text at the bottom left of the picture, on a background box."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = painter.font()
    font.setPixelSize(max(image.height() // LINES_PER_PICTURE, 11))
    painter.setFont(font)
    edge = font.pixelSize() / 2
    available = QRectF(2 * edge, 0, image.width() - 4 * edge, image.height())
    wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
    box = painter.boundingRect(available, wrap, text)
    box.moveBottom(image.height() - 2 * edge)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(BACKGROUND)
    painter.drawRoundedRect(box.adjusted(-edge, -edge, edge, edge), 3, 3)
    painter.setPen(TEXT_COLOUR)
    painter.drawText(box, wrap, text)
    painter.end()
