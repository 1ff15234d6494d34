"""The map of the compare day as a picture, drawn after each drawing of the canvas."""

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
from yalu_plugin.gui.compare.compare_scene_layers import CompareSceneLayers
from yalu_plugin.gui.imagery.map_layers import drawn_layers
from yalu_plugin.layers.imagery.compare_map import map_settings_for_day


@dataclass(frozen=True)
class ComparePicture:
    """A drawn map, its settings, and the scene in it."""

    image: QImage
    settings: QgsMapSettings
    scene: Scene


class PictureRenderer(QObject):
    """Draws the canvas' view with another scene, only when the canvas itself is not being drawn."""

    drawn = pyqtSignal(object)  # ComparePicture
    partly_failed = pyqtSignal(object)  # YaluError about the scenes that are left out
    failed = pyqtSignal(object)  # YaluError; no scene can be read

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self._drawing = False
        self._scene: Scene | None = None  # the scene in the picture being drawn
        self._compared = CompareSceneLayers(project, self)
        self._compared.ready.connect(self._start_drawing)
        self._compared.partly_failed.connect(self.partly_failed)
        self._compared.failed.connect(self.failed)
        self._job: QgsMapRendererParallelJob | None = None

    def start(self, step: Step) -> None:
        """Draw a step's scenes once they are opened, and again after each drawing of the canvas; or `failed` follows.

        Until they are opened, the scenes of the previous step are drawn.
        """
        self._compared.open(step)

    def stop(self) -> None:
        """Stop drawing; no background work is left when this returns."""
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
        self._compared.update_style()
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
        if job is None or self._scene is None:
            return
        self.drawn.emit(ComparePicture(job.renderedImage(), job.mapSettings(), self._scene))
        job.deleteLater()
