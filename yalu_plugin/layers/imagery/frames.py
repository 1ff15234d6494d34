"""The map of every step as a picture in a folder, with its date burnt in.

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
from yalu_plugin.layers.imagery.compare import settings_for
from yalu_plugin.layers.imagery.opening import Opened, Openings
from yalu_plugin.layers.imagery.scenes import Bands

PAPER, INK = QColor(255, 255, 255, 215), QColor(0, 0, 0)  # legible over any image, on screen and printed
LINES_A_PICTURE = 45  # the height of the picture in lines of the caption's text


class FrameThere(YaluError):
    """Nothing is written over."""

    template = translatable("{path} is there already. Choose another folder, or move the pictures away.")


class FrameNotWritten(YaluError):
    """The folder is gone or may not be written to, or the disk is full."""

    template = translatable("The picture {path} could not be written. Choose a folder with room that you may write to.")


class SceneNotDrawn(YaluError):
    """A picture without its scene would be a false one."""

    template = translatable("{scene} opens, but could not be drawn. Check the image or its server.")


_PLATFORM = 50  # letters of it in a name, which may have 255 bytes: a platform's name is whatever its source says


@dataclass(frozen=True)
class Frame:
    """The scenes of a step, and the file of their picture."""

    step: Step
    path: Path


def frame_path(folder: Path, number: int, day: str, platform: str) -> Path:
    """Where a frame goes: "0004_2016-10-14_sentinel-2.png"; in the order of the frames."""
    name = "_".join(part for part in (f"{number:04d}", day, re.sub(r"[^\w.-]+", "-", platform)[:_PLATFORM]) if part)
    return folder / f"{name}.png"


class FrameExport(QObject):
    """Draws one frame after the other, without making anybody wait; when `done` or `failed` follows, it has ended.

    `settings` and `layers` (top layer first) are the map's; scenes are drawn in `looks`. `caption` gives the lines
    written on the picture of these scenes. Scenes of a step that cannot be opened or drawn are left out: the picture
    and `left_out` name them, and a step of which none is left has no picture. Of scenes that have nothing here, the
    picture and `blank` say so. Frames that were written are removed again when the export fails or
    is cancelled: what is in the folder is all of it or nothing.
    """

    progress = pyqtSignal(int)  # steps gone through
    done = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, settings: QgsMapSettings, layers: Sequence[QgsMapLayer], looks: Mapping[Bands, str],
                 frames: Sequence[Frame], caption: Callable[[Step], str], parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._layers, self._looks, self._frames = settings, layers, looks, frames
        self._caption = caption
        self.left_out: dict[Scene, YaluError] = {}
        self.blank: list[Scene] = []
        self.written: list[Path] = []
        self._at = 0
        self._opened: dict[Scene, QgsRasterLayer] = {}
        self._drawing: Step = ()
        self._job: QgsMapRendererParallelJob | None = None
        self._openings = Openings(self)
        self._openings.opened.connect(self._take)
        self._openings.failed.connect(self._not_opened)

    def start(self) -> None:
        """Begin. Raises FrameThere before anything is drawn."""
        for frame in self._frames:
            if frame.path.exists():
                raise FrameThere(path=str(frame.path))
        self._open_next()

    def cancel(self) -> None:
        """Stop, and remove what was written. No signal follows."""
        self._openings.forget()
        if self._job is not None:
            self._job.finished.disconnect(self._drawn)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None
        for path in self.written:
            path.unlink(missing_ok=True)
        self.written.clear()

    def _open_next(self) -> None:
        if self._at == len(self._frames):
            if self.written:
                self.done.emit()
            else:
                self._fail(next(iter(self.left_out.values())))
            return
        self._opened.clear()
        for scene in self._frames[self._at].step:
            self._openings.open(scene, self._looks)

    def _go_on(self) -> None:
        self._at += 1
        self.progress.emit(self._at)
        self._open_next()

    def _take(self, opened: Opened) -> None:
        self._opened[opened.scene] = opened.layer
        self._draw_if_known()

    def _not_opened(self, scene: Scene, error: YaluError) -> None:
        self.left_out[scene] = error
        self._draw_if_known()

    def _draw_if_known(self) -> None:
        """Draw what could be opened of the step, once that is known of each scene."""
        step = self._frames[self._at].step
        if any(scene not in self._opened and scene not in self.left_out for scene in step):
            return
        if not self._opened:
            self._go_on()
            return
        self._drawing = tuple(scene for scene in step if scene in self._opened)
        layers, day = [self._opened[scene] for scene in self._drawing], self._drawing[0].last_day
        self._job = QgsMapRendererParallelJob(settings_for(self._settings, self._layers, layers, day))
        self._job.setParent(self)
        self._pictures = QgsMapRendererCache()
        self._pictures.setParent(self._job)  # which uses it to the end, also when it is given up
        self._job.setCache(self._pictures)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def _drawn(self) -> None:
        job, self._job = self._job, None
        frame, image, errors = self._frames[self._at], job.renderedImage(), job.errors()
        blank = all(map(self._is_blank, self._drawing))
        job.deleteLater()
        if self._leave_out({error.layerID: error.message for error in errors}):
            self._draw_if_known()
            return
        self.blank += self._drawing if blank else ()
        burn(image, self._written_on(frame.step, blank))
        if not image.save(str(frame.path)):
            frame.path.unlink(missing_ok=True)
            self._fail(FrameNotWritten(path=str(frame.path)))
            return
        self.written.append(frame.path)
        self._go_on()

    def _leave_out(self, errors: Mapping[str, str]) -> bool:
        """Leave out the scenes of the step whose layers' ids are in `errors`; tells whether there are any."""
        undrawn = [scene for scene, layer in self._opened.items() if layer.id() in errors]
        for scene in undrawn:
            self.left_out[scene] = SceneNotDrawn(errors[self._opened.pop(scene).id()], scene=scene.label)
        return bool(undrawn)

    def _is_blank(self, scene: Scene) -> bool:
        """Whether nothing was drawn of the scene: the image holds no data here, or QGIS got no tile, which it takes
        for no error.
        """
        picture = self._pictures.cacheImage(self._opened[scene].id())
        return picture.isNull() or not any(picture.constBits().asstring(picture.sizeInBytes()))

    def _written_on(self, step: Step, blank: bool) -> str:
        names = ", ".join(scene.name for scene in step if scene in self.left_out)
        lacking = tr("Could not be shown: {names}").format(names=names) if names else ""
        nothing = tr("No picture of this date could be had here") if blank else ""
        return "\n".join(line for line in (self._caption(self._drawing), nothing, lacking) if line)

    def _fail(self, error: YaluError) -> None:
        self.cancel()
        self.failed.emit(error)


def burn(image: QImage, text: str) -> None:
    """Write the text at the bottom left of the picture, on paper of its own."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = painter.font()
    font.setPixelSize(max(image.height() // LINES_A_PICTURE, 11))
    painter.setFont(font)
    edge = font.pixelSize() / 2
    room = QRectF(2 * edge, 0, image.width() - 4 * edge, image.height())
    wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
    box = painter.boundingRect(room, wrap, text)
    box.moveBottom(image.height() - 2 * edge)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PAPER)
    painter.drawRoundedRect(box.adjusted(-edge, -edge, edge, edge), 3, 3)
    painter.setPen(INK)
    painter.drawText(box, wrap, text)
    painter.end()
