"""Draws the scenes one may step to next, before one does, into the map's own render cache.

A step to such a scene then only puts finished pictures together. QGIS keeps a layer's picture as long as the layer
lives, its style stays, and the view stays; so nothing here has to tell when a picture is out of date.
"""

from __future__ import annotations

from qgis.core import QgsMapRendererCache, QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.scenes import shown_layer
from yalu_plugin.settings import SCENES_AHEAD
from yalu_plugin.workbench import Workbench

PAUSE_MS = 30  # after the map is drawn: it is painted first, and someone who pans on is not held up


class Prefetcher(QObject):
    """Works while the map rests: one scene at a time, the nearest first; stops as soon as the map draws itself."""

    def __init__(self, canvas: QgsMapCanvas, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._workbench = canvas, workbench
        self._job: QgsMapRendererParallelJob | None = None
        self._failed: set[str] = set()  # layers that cannot be drawn, scenes that cannot be opened
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)
        canvas.renderStarting.connect(self.stop)
        canvas.mapCanvasRefreshed.connect(self.restart)
        workbench.imagery.scene_layers.look_changed.connect(self.restart)
        workbench.imagery.choice_changed.connect(self.restart)
        workbench.imagery.scenes_changed.connect(self._start_anew)

    def stop(self) -> None:
        """Give up the drawing under way, without waiting for it."""
        self._timer.stop()
        if self._job is not None:
            self._job.finished.disconnect(self._drawn)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None

    def restart(self) -> None:
        """Look anew, soon, for what is to be drawn."""
        self.stop()
        self._timer.start(PAUSE_MS)

    def release(self) -> None:
        """Stop for good, and wait until the drawing under way has ended (on unload)."""
        self._canvas.renderStarting.disconnect(self.stop)
        self._canvas.mapCanvasRefreshed.disconnect(self.restart)
        self.stop()
        for job in self.findChildren(QgsMapRendererParallelJob):
            job.cancel()

    def _start_anew(self) -> None:
        self._failed.clear()
        self.restart()

    def _work(self) -> None:
        if self._canvas.isDrawing():
            return  # it tells when it is done
        layer = self._next_layer()
        if layer is not None:
            self._draw(layer)

    def _next_layer(self) -> QgsRasterLayer | None:
        """The nearest scene not yet drawn for this view, as a layer; None when there is none left."""
        if not self._canvas.isCachingEnabled() or shown_layer(self._workbench.project) not in self._canvas.layers():
            return None
        layers = self._workbench.imagery.scene_layers
        wanted = self._workbench.imagery.neighbours(SCENES_AHEAD.get())[:layers.limit]
        for scene in (scene for scene in wanted if scene.id not in self._failed):
            try:
                layer = layers.prepare(scene)
            except YaluError:
                self._failed.add(scene.id)  # stepping to it says why
                continue
            if layer.id() not in self._failed and not self._canvas.cache().hasCacheImage(layer.id()):
                return layer
        return None

    def _draw(self, layer: QgsRasterLayer) -> None:
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setLayers([layer])
        self._job = QgsMapRendererParallelJob(settings)
        self._job.setParent(self)
        # in a cache of its own: a job that is given the map's throws away the labels that are kept there
        self._pictures = QgsMapRendererCache()
        self._job.setCache(self._pictures)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def _drawn(self) -> None:
        job, self._job = self._job, None
        settings = job.mapSettings()
        for layer in settings.layers():
            picture = self._pictures.cacheImage(layer.id())
            if picture.isNull() or job.errors():
                self._failed.add(layer.id())
            else:
                self._canvas.cache().setCacheImageWithParameters(
                    layer.id(), picture, settings.visibleExtent(), settings.mapToPixel(), [layer])
        job.deleteLater()
        self._timer.start(0)
