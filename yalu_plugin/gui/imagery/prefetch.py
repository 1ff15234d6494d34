"""Opens and draws the next scenes in advance, so that a step only shows a prerendered map.

The image of a scene goes into the map's render cache, and the whole map of its day, with sites and labels, is stored
as a picture. A step shows that picture at once. QGIS draws its map as well, from its cache, and replaces the picture,
which may be out of date only until then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import (
    QgsMapDecoration,
    QgsMapLayer,
    QgsMapRendererCache,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRenderContext,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtGui import QImage, QPainter

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.gui.imagery.map_layers import drawn_layers
from yalu_plugin.gui.imagery.prerendered_maps import PrerenderedMapItem, PrerenderedMaps
from yalu_plugin.gui.imagery.scene_preloader import ScenePreloader
from yalu_plugin.layers.imagery.compare_map import is_scene, map_settings_for_day
from yalu_plugin.layers.imagery.project_scenes import shown_layers
from yalu_plugin.layers.project import ROLE
from yalu_plugin.settings import SCENES_AHEAD
from yalu_plugin.workbench import Workbench

PAUSE_MS = 100  # after the map is drawn or touched, so that a user who steps on is not held up


class Prefetcher(QObject):
    """Works while the map is idle: one step at a time, the nearest first, in one thread.

    It stops as soon as the map is touched or drawn. `decorations` returns the decorations that QGIS paints on every
    map (scale bar, north arrow, ...).
    """

    def __init__(self, canvas: QgsMapCanvas, workbench: Workbench,
                 decorations: Callable[[], Sequence[QgsMapDecoration]], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._workbench, self._decorations = canvas, workbench, decorations
        self._maps, self._item = PrerenderedMaps(), PrerenderedMapItem(canvas)
        self._job: QgsMapRendererSequentialJob | None = None
        self._preloader = ScenePreloader(workbench.imagery)
        self._undrawable: set[str] = set()  # ids of layers that cannot be drawn
        self._step_pending = self._map_pending = False  # the step is not on the map yet; the map is being drawn
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)
        canvas.viewport().installEventFilter(self)
        canvas.extentsChanged.connect(self._view_changed)
        canvas.layersChanged.connect(self._layers_changed)
        canvas.renderStarting.connect(self._map_started)
        canvas.mapCanvasRefreshed.connect(self._map_drawn)
        workbench.imagery.day_changed.connect(self._day_changed)
        workbench.imagery.scene_layers.about_to_show.connect(self._show_prerendered)
        workbench.imagery.scene_layers.style_changed.connect(self.restart)
        workbench.scenes.filter_changed.connect(self.restart)
        workbench.scenes.scenes_changed.connect(self._retry_failed)
        workbench.imagery.scene_layers.opened.connect(self._scene_opened)
        workbench.imagery.scene_layers.opening_failed.connect(self._opening_failed)

    @property
    def busy(self) -> bool:
        """Whether a scene is being opened or drawn, or the search for the next is scheduled."""
        return self._job is not None or self._timer.isActive() or self._workbench.imagery.scene_layers.is_opening_any

    @property
    def shows_prerendered_map(self) -> bool:
        """Whether a prerendered map is on the screen, until QGIS has drawn its own."""
        return self._item.isVisible()

    def stop(self) -> None:
        """Cancel the running drawing, without waiting for it."""
        self._timer.stop()
        if self._job is not None:
            self._job.finished.disconnect(self._drawn)
            self._job.finished.connect(self._job.deleteLater)
            self._job.cancelWithoutBlocking()
            self._job = None

    def restart(self) -> None:
        """Stop, and search again after a pause for a step to draw."""
        self.stop()
        self._timer.start(PAUSE_MS)

    def release(self) -> None:
        """Stop for good, and wait until the running drawing has ended (on unload)."""
        self._canvas.viewport().removeEventFilter(self)
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._canvas.layersChanged.disconnect(self._layers_changed)
        self._canvas.renderStarting.disconnect(self._map_started)
        self._canvas.mapCanvasRefreshed.disconnect(self._map_drawn)
        self.stop()
        for job in self.findChildren(QgsMapRendererSequentialJob):
            job.cancel()
        self._canvas.scene().removeItem(self._item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt override
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self.stop()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.restart()
        return False

    def _view_changed(self) -> None:
        self.stop()
        self._item.hide()

    def _layers_changed(self) -> None:
        self._step_pending = False

    def _map_started(self) -> None:
        self.stop()
        self._map_pending = not self._step_pending

    def _map_drawn(self) -> None:
        if self._map_pending:
            self._item.hide()
        self.restart()

    def _retry_failed(self) -> None:
        self._undrawable.clear()
        self._preloader.failed.clear()
        self.restart()

    def _show_prerendered(self, layers: Sequence[QgsRasterLayer], scene: Scene) -> None:
        """Show the prerendered map of the step that is about to be shown, if there is one.

        This comes first in a step, because changing the project and notifying the panels takes as long again. A running
        drawing is cancelled.
        """
        self.stop()
        drawn = all(self._canvas.cache().hasCacheImage(layer.id()) for layer in layers)
        if drawn and layers[0] not in self._canvas.layers() and self._map_shows_scene():
            image = self._maps.find(self._settings(layers, scene))
            if not image.isNull():
                self._step_pending, self._map_pending = True, False
                self._item.show_now(image)

    def _day_changed(self) -> None:
        """Hide the prerendered map if QGIS' map has no scene, or has the scene already."""
        layers = shown_layers(self._workbench.project)
        if not layers or layers[0] in self._canvas.layers():
            self._item.hide()

    # drawing in advance

    def _draw_next(self) -> None:
        if self._canvas.isDrawing() or not self._canvas.isCachingEnabled() or not self._map_shows_scene():
            return  # the map's signal starts this again
        if self._preloader.open_next():
            self._timer.start(0)
            return
        for step in self._preloader.nearest_steps(SCENES_AHEAD.value()):
            layers = self._layers_to_draw(step)
            if layers:
                self._draw(self._settings(layers, step[0]))
                return

    def _layers_to_draw(self, step: Step) -> list[QgsRasterLayer]:
        """Return the layers of a step that is not drawn for this view; none if it is drawn or cannot be."""
        ready = self._workbench.imagery.scene_layers.spares
        layers = [ready[scene.id] for scene in step if scene.id in ready]
        ids = [layer.id() for layer in layers]
        if len(layers) < len(step) or not self._undrawable.isdisjoint(ids):
            return []
        drawn = all(map(self._canvas.cache().hasCacheImage, ids))
        return layers if not drawn or self._maps.find(self._settings(layers, step[0])).isNull() else []

    def _scene_opened(self) -> None:
        if self._job is None:  # otherwise the end of the job starts the search
            self._timer.start(PAUSE_MS)

    def _opening_failed(self, scene: Scene, error: YaluError) -> None:
        self._preloader.failed.add(scene.id)

    def _map_shows_scene(self) -> bool:
        """Return whether the map shows a scene and is rendered automatically."""
        canvas = self._canvas
        return canvas.renderFlag() and not canvas.isFrozen() and any(is_scene(one) for one in canvas.layers())

    def _settings(self, scene_layers: Sequence[QgsRasterLayer], scene: Scene) -> QgsMapSettings:
        """Return the map's settings with the layers of the scene's step, and the sites of its day."""
        layers = drawn_layers(self._canvas, self._workbench.project)
        return map_settings_for_day(self._canvas.mapSettings(), layers, scene_layers, scene.last_day)

    def _draw(self, settings: QgsMapSettings) -> None:
        self._job = QgsMapRendererSequentialJob(settings)
        self._job.setParent(self)
        # in a separate cache, because a job removes the labels from the cache it is given
        self._job_cache = self._day_independent_cache(settings)
        self._job_cache.setParent(self._job)  # the job uses it to the end, even if it is cancelled
        self._job.setCache(self._job_cache)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def _day_independent_cache(self, settings: QgsMapSettings) -> QgsMapRendererCache:
        """Return a cache of the map's images of those layers that are the same on every day, for this view."""
        known, view = self._canvas.cache(), (settings.visibleExtent(), settings.mapToPixel())
        pictures = QgsMapRendererCache()
        pictures.updateParameters(*view)
        for layer in settings.layers():
            if known.hasCacheImage(layer.id()) and not _depends_on_day(layer):
                pictures.setCacheImageWithParameters(layer.id(), known.cacheImage(layer.id()), *view, [layer])
        return pictures

    def _drawn(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        settings = job.mapSettings()
        scenes = {layer: self._job_cache.cacheImage(layer.id()) for layer in settings.layers() if is_scene(layer)}
        if job.errors() or any(picture.isNull() for picture in scenes.values()):
            self._undrawable.update(layer.id() for layer in scenes)
        else:
            for layer, picture in scenes.items():
                self._canvas.cache().setCacheImageWithParameters(
                    layer.id(), picture, settings.visibleExtent(), settings.mapToPixel(), [layer])
            self._maps.store(settings, self._decorated(job.renderedImage(), settings))
        job.deleteLater()
        self._timer.start(0)

    def _decorated(self, image: QImage, settings: QgsMapSettings) -> QImage:
        painter = QPainter(image)
        context = QgsRenderContext.fromMapSettings(settings)
        context.setPainter(painter)
        for decoration in self._decorations():
            decoration.render(settings, context)
        painter.end()
        return image


def _depends_on_day(layer: QgsMapLayer) -> bool:
    temporal = layer.temporalProperties()
    return layer.customProperty(ROLE) == "marks" or (temporal is not None and temporal.isActive())
