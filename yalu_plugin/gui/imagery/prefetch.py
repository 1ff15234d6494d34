"""Opens and draws the scenes one may step to next, before one does; a step then only shows a finished map.

What is drawn of a scene goes into the map's own render cache, and the whole map of its day, sites and labels with it,
is kept as a picture. A step shows that picture at once. QGIS draws its map as well, from its cache, and takes the
picture's place: should anything have changed since it was drawn, it is out of date for that long and no longer.
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
from yalu_plugin.gui.imagery.map_ahead import AheadItem, MapsAhead
from yalu_plugin.gui.imagery.map_layers import drawn_layers
from yalu_plugin.gui.imagery.opened_ahead import OpenedAhead
from yalu_plugin.layers.imagery.compare_map import is_scene, map_settings_for_day
from yalu_plugin.layers.imagery.project_scenes import shown_layers
from yalu_plugin.layers.project import ROLE
from yalu_plugin.settings import SCENES_AHEAD
from yalu_plugin.workbench import Workbench

PAUSE_MS = 100  # after the map is drawn, or touched: someone who moves on is not held up


class Prefetcher(QObject):
    """Works while the map rests: one step at a time, the nearest first, in one thread.

    It stops as soon as the map is touched or draws itself. `decorations` gives what QGIS paints on every map
    (scale bar, north arrow, ...).
    """

    def __init__(self, canvas: QgsMapCanvas, workbench: Workbench,
                 decorations: Callable[[], Sequence[QgsMapDecoration]], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._workbench, self._decorations = canvas, workbench, decorations
        self._maps, self._item = MapsAhead(), AheadItem(canvas)
        self._job: QgsMapRendererSequentialJob | None = None
        self._opened = OpenedAhead(workbench.imagery)
        self._failed: set[str] = set()  # layers that cannot be drawn
        self._waiting = self._coming = False  # for the step to reach the map; and for the map to be drawn
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)
        canvas.viewport().installEventFilter(self)
        canvas.extentsChanged.connect(self._view_changed)
        canvas.layersChanged.connect(self._layers_changed)
        canvas.renderStarting.connect(self._map_begun)
        canvas.mapCanvasRefreshed.connect(self._map_drawn)
        workbench.imagery.day_changed.connect(self._day_changed)
        workbench.imagery.scene_layers.about_to_show.connect(self._show_map)
        workbench.imagery.scene_layers.style_changed.connect(self.restart)
        workbench.scenes.choice_changed.connect(self.restart)
        workbench.scenes.scenes_changed.connect(self._start_anew)
        workbench.imagery.scene_layers.opened.connect(self._came)
        workbench.imagery.scene_layers.opening_failed.connect(self._not_opened)

    @property
    def busy(self) -> bool:
        """Whether a scene is being opened or drawn, or is about to be looked for."""
        return self._job is not None or self._timer.isActive() or self._workbench.imagery.scene_layers.is_opening_any

    @property
    def ahead_of_map(self) -> bool:
        """Whether a map drawn ahead is on the screen, until QGIS has drawn its own."""
        return self._item.isVisible()

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
        self._canvas.viewport().removeEventFilter(self)
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._canvas.layersChanged.disconnect(self._layers_changed)
        self._canvas.renderStarting.disconnect(self._map_begun)
        self._canvas.mapCanvasRefreshed.disconnect(self._map_drawn)
        self.stop()
        for job in self.findChildren(QgsMapRendererSequentialJob):
            job.cancel()
        self._canvas.scene().removeItem(self._item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self.stop()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.restart()
        return False

    def _view_changed(self) -> None:
        self.stop()
        self._item.hide()

    def _layers_changed(self) -> None:
        self._waiting = False

    def _map_begun(self) -> None:
        self.stop()
        self._coming = not self._waiting

    def _map_drawn(self) -> None:
        if self._coming:
            self._item.hide()
        self.restart()

    def _start_anew(self) -> None:
        self._failed.clear()
        self._opened.failed.clear()
        self.restart()

    def _show_map(self, layers: Sequence[QgsRasterLayer], scene: Scene) -> None:
        """Put the map of the step about to be shown on the screen, if it was drawn ahead.

        Before anything else that a step does: changing the project and telling the panels takes as long again. What is
        being drawn of others gives way.
        """
        self.stop()
        drawn = all(self._canvas.cache().hasCacheImage(layer.id()) for layer in layers)
        if drawn and layers[0] not in self._canvas.layers() and self._is_on_map():
            image = self._maps.find(self._settings(layers, scene))
            if not image.isNull():
                self._waiting, self._coming = True, False
                self._item.show_now(image)

    def _day_changed(self) -> None:
        """Do not lie over a map that has no scene, or has the scene already."""
        layers = shown_layers(self._workbench.project)
        if not layers or layers[0] in self._canvas.layers():
            self._item.hide()

    # drawing ahead

    def _work(self) -> None:
        if self._canvas.isDrawing() or not self._canvas.isCachingEnabled() or not self._is_on_map():
            return  # the map tells when it is drawn
        if self._opened.open_next():
            self._timer.start(0)
            return
        for step in self._opened.steps(SCENES_AHEAD.value()):
            layers = self._layers_to_draw(step)
            if layers:
                self._draw(self._settings(layers, step[0]))
                return

    def _layers_to_draw(self, step: Step) -> list[QgsRasterLayer]:
        """The layers of a step not yet drawn for this view; none when there is nothing to be drawn."""
        ready = self._workbench.imagery.scene_layers.spares
        layers = [ready[scene.id] for scene in step if scene.id in ready]
        ids = [layer.id() for layer in layers]
        if len(layers) < len(step) or not self._failed.isdisjoint(ids):
            return []
        drawn = all(map(self._canvas.cache().hasCacheImage, ids))
        return layers if not drawn or self._maps.find(self._settings(layers, step[0])).isNull() else []

    def _came(self) -> None:
        if self._job is None:  # else it looks for more when that is drawn
            self._timer.start(PAUSE_MS)

    def _not_opened(self, scene: Scene, error: YaluError) -> None:
        self._opened.failed.add(scene.id)

    def _is_on_map(self) -> bool:
        """Whether the map shows a scene, drawing as it goes."""
        canvas = self._canvas
        return canvas.renderFlag() and not canvas.isFrozen() and any(is_scene(one) for one in canvas.layers())

    def _settings(self, scene_layers: Sequence[QgsRasterLayer], scene: Scene) -> QgsMapSettings:
        """The map as it is with the layers of the scene's step, and the sites of its day."""
        layers = drawn_layers(self._canvas, self._workbench.project)
        return map_settings_for_day(self._canvas.mapSettings(), layers, scene_layers, scene.last_day)

    def _draw(self, settings: QgsMapSettings) -> None:
        self._job = QgsMapRendererSequentialJob(settings)
        self._job.setParent(self)
        # in a cache of its own: a job that is given the map's throws away the labels that are kept there
        self._pictures = self._lasting_pictures(settings)
        self._pictures.setParent(self._job)  # which uses it to the end, also when it is given up
        self._job.setCache(self._pictures)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def _lasting_pictures(self, settings: QgsMapSettings) -> QgsMapRendererCache:
        """What the map has drawn of these layers in this view and is the same on every day."""
        known, view = self._canvas.cache(), (settings.visibleExtent(), settings.mapToPixel())
        pictures = QgsMapRendererCache()
        pictures.updateParameters(*view)
        for layer in settings.layers():
            if known.hasCacheImage(layer.id()) and not _is_of_a_day(layer):
                pictures.setCacheImageWithParameters(layer.id(), known.cacheImage(layer.id()), *view, [layer])
        return pictures

    def _drawn(self) -> None:
        job, self._job = self._job, None
        settings = job.mapSettings()
        scenes = {layer: self._pictures.cacheImage(layer.id()) for layer in settings.layers() if is_scene(layer)}
        if job.errors() or any(picture.isNull() for picture in scenes.values()):
            self._failed.update(layer.id() for layer in scenes)
        else:
            for layer, picture in scenes.items():
                self._canvas.cache().setCacheImageWithParameters(
                    layer.id(), picture, settings.visibleExtent(), settings.mapToPixel(), [layer])
            self._maps.keep(settings, self._decorated(job.renderedImage(), settings))
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


def _is_of_a_day(layer: QgsMapLayer) -> bool:
    temporal = layer.temporalProperties()
    return layer.customProperty(ROLE) == "marks" or (temporal is not None and temporal.isActive())
