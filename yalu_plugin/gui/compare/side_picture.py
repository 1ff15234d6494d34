"""The compare day's map as a picture: QGIS draws it whenever the canvas has drawn its own."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.gui.compare.compared_layers import ComparedLayers
from yalu_plugin.gui.imagery.map_layers import drawn_layers
from yalu_plugin.layers.imagery.compare_map import map_settings_for_day


@dataclass(frozen=True)
class Picture:
    """A drawn map, the settings it was drawn with, and the scene in it."""

    image: QImage
    settings: QgsMapSettings
    scene: Scene


class PictureMaker(QObject):
    """Draws the canvas' view with another scene, after the canvas, which is never made to wait."""

    drawn = pyqtSignal(object)  # Picture
    lacking = pyqtSignal(object)  # the YaluError that says which scenes are left out
    failed = pyqtSignal(object)  # the YaluError that says why no scene can be read

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self._drawing = False
        self._scene: Scene | None = None  # the one in the picture being drawn
        self._compared = ComparedLayers(project, self)
        self._compared.ready.connect(self._start_drawing)
        self._compared.lacking.connect(self.lacking)
        self._compared.failed.connect(self.failed)
        self._job: QgsMapRendererParallelJob | None = None

    def start(self, step: Step) -> None:
        """Draw a step's scenes, once they are opened, and again after each drawing of the canvas; or `failed` follows.

        Until then the scenes before are drawn.
        """
        self._compared.open(step)

    def stop(self) -> None:
        """Draw no more; nothing goes on in the background when this returns."""
        if self._drawing:
            self._drawing = False
            self._canvas.mapCanvasRefreshed.disconnect(self._draw)
            self._canvas.renderStarting.disconnect(self._cancel)
        job = self._job
        self._cancel()
        if job is not None:
            job.waitForFinished()
        self._compared.close()

    def _start_drawing(self) -> None:
        if not self._drawing:
            self._drawing = True
            self._canvas.mapCanvasRefreshed.connect(self._draw)
            self._canvas.renderStarting.connect(self._cancel)
        if not self._canvas.isDrawing():
            self._draw()

    def _draw(self) -> None:
        self._cancel()
        self._compared.keep_look()
        layers = drawn_layers(self._canvas, self._project)
        self._scene = self._compared.step[0]
        settings = map_settings_for_day(self._canvas.mapSettings(), layers, self._compared.layers, self._scene.last_day)
        self._job = QgsMapRendererParallelJob(settings)
        self._job.setParent(self)
        self._job.finished.connect(self._finished)
        self._job.start()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.finished.disconnect(self._finished)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None

    def _finished(self) -> None:
        job, self._job = self._job, None
        self.drawn.emit(Picture(job.renderedImage(), job.mapSettings(), self._scene))
        job.deleteLater()
