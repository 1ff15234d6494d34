"""Step from date to date in a real QGIS window and measure how long each step takes to show (milliseconds)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsProject, QgsRasterLayer, QgsVector
from qgis.PyQt.QtCore import QDate, QDateTime, QEventLoop, QPoint, Qt, QTime, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface, plugins

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.imagery import scene_preloader
from yalu_plugin.layers.imagery.footprint import footprint_on_map
from yalu_plugin.layers.imagery.project_scenes import scene_layer
from yalu_plugin.layers.imagery.remote_raster import is_remote
from yalu_plugin.layers.project import ROLE
from yalu_plugin.settings import SCENES_AHEAD

SIZE = (1600, 900)
PATIENCE_S = 60
JUMP = 5  # scenes; without a common divisor with their number, so that all are visited
PANELS = ("YaluCrossingsDock", "YaluImageryDock")


class Stepping:
    """The QGIS window with the map and the plugin's panels, and the survey open in it."""

    def __init__(self, folder: Path) -> None:
        self.canvas, self.folder, self._direction = iface.mapCanvas(), folder, -1
        self.plugin = plugins["yalu_plugin"]
        self.workbench, self.prefetcher = self.plugin.workbench, self.plugin._prefetcher
        self.imagery, self.scenes = self.workbench.imagery, self.workbench.scenes
        iface.newProject()  # closes the welcome page: before that the map has no size
        wait(1000)
        for dock in iface.mainWindow().findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in PANELS)
        frame = 2 * self.canvas.frameWidth()
        self.canvas.setFixedSize(SIZE[0] + frame, SIZE[1] + frame)
        self.canvas.setPreviewJobsEnabled(False)  # QGIS' drawing of the map around the view, off for both
        wait(1000)

    def open(self, scenes: list[Scene], pixel_m: float | None = None) -> None:
        """Create a survey with these scenes, all in view, or centred at `pixel_m` a pixel; two are drawn ahead."""
        SCENES_AHEAD.setValue(2)
        self.workbench.new_survey(self.folder / f"{time.time_ns()}.gpkg", "Bench", published=True)
        self.scenes.add(scenes)
        wait(1000)  # the panels zoom to the new survey
        self.canvas.setExtent(footprint_on_map(scenes, self.canvas.mapSettings()))
        if pixel_m is not None:
            self.canvas.zoomByFactor(pixel_m / self.canvas.mapUnitsPerPixel())
        self.time_to_draw(self.canvas.refresh)

    def time_to_draw(self, act: Callable[[], object], layers: bool = False) -> float | None:
        """Return the time from `act` until QGIS has drawn and painted the map; with `layers`, one with other layers.

        None if that takes longer than PATIENCE_S.
        """
        loop, changed, times = QEventLoop(), [], []

        def layers_changed() -> None:
            changed.append(True)

        def finished() -> None:
            if changed or not layers:
                self.canvas.viewport().repaint()
                times.append(time.perf_counter())
                loop.quit()

        self.canvas.layersChanged.connect(layers_changed)
        self.canvas.mapCanvasRefreshed.connect(finished)
        QTimer.singleShot(1000 * PATIENCE_S, loop.quit)
        start = time.perf_counter()
        act()
        loop.exec()
        self.canvas.mapCanvasRefreshed.disconnect(finished)
        self.canvas.layersChanged.disconnect(layers_changed)
        return 1000 * (times[0] - start) if times else None

    def wait_until_drawn_ahead(self) -> None:
        """Wait until the scenes around the current one are drawn ahead."""
        end = time.monotonic() + PATIENCE_S
        quiet = 0
        while quiet < 5:  # checks in a row that found nothing left to draw
            assert time.monotonic() < end, "not drawn ahead"
            quiet = 0 if self.prefetcher.busy or self.canvas.isDrawing() else quiet + 1
            wait(20)

    def ahead_steps(self) -> dict[str, list[float | None]]:
        """Return the times of steps to scenes drawn ahead: until "on the screen", "notified" and "drawn" by QGIS.

        A scene is on the screen when the call that paints it has returned; every panel is notified when the step
        returns. Both count only if the screen then shows, pixel for pixel, the map that QGIS draws.
        """
        times: dict[str, list[float | None]] = {"on the screen": [], "notified": [], "drawn": []}
        paint = self.prefetcher._item.show_now
        self.prefetcher._item.show_now = lambda image: (paint(image), self._painted.append(time.perf_counter()))
        for _ in self._start_at_first():
            self.wait_until_drawn_ahead()
            time_drawn = self.time_to_draw(self._step_and_check, layers=True)
            times["drawn"].append(time_drawn and time_drawn - self._checking)
            wait(100)
            correct = len(self._painted) == 1 and self._shown == self.screen()
            times["on the screen"].append(1000 * (self._painted[0] - self._begin) if correct else None)
            times["notified"].append(self._step_ms if correct else None)
        del self.prefetcher._item.show_now
        return times

    def _step_and_check(self) -> None:
        self._painted: list[float] = []
        self._begin = time.perf_counter()
        self.imagery.step("next")
        returned = time.perf_counter()
        self._shown = self.screen()
        self._step_ms, self._checking = 1000 * (returned - self._begin), 1000 * (time.perf_counter() - returned)

    def steps(self) -> list[float | None]:
        """Return the times of steps through the scenes with nothing drawn ahead."""
        SCENES_AHEAD.setValue(0)
        times = []
        for _ in self._start_at_first():
            wait(200)
            times.append(self.time_to_draw(lambda: self.imagery.step("next"), layers=True))
        return times

    def jumps(self) -> list[float | None]:
        """Return the times of steps to each scene from a distant one, with nothing of it open."""
        SCENES_AHEAD.setValue(0)
        opened, scene_preloader.MIN_STEPS = scene_preloader.MIN_STEPS, 0
        self._start_at_first()
        times = []
        for scene in self._distant_scenes():
            wait(200)
            self.imagery.scene_layers.reset()
            times.append(self.time_to_draw(lambda scene=scene: self.imagery.show(scene), layers=True))
        scene_preloader.MIN_STEPS = opened
        return times

    def qgis_jumps(self) -> list[float | None]:
        """Return the same times by QGIS alone: a layer is opened as QGIS' dialog does, replacing the previous one."""
        self._disable_plugin()
        project, shown, times = QgsProject.instance(), [], []

        def show(scene: Scene) -> None:
            layer = QgsRasterLayer(f"/vsicurl/{scene.uri}" if is_remote(scene.uri) else scene.uri, scene.label, "gdal")
            project.addMapLayer(layer)
            project.removeMapLayers(shown)
            shown[:] = [layer.id()]
        for scene in self._distant_scenes():
            wait(200)
            times.append(self.time_to_draw(partial(show, scene), layers=True))
        project.removeMapLayers(shown)
        return times

    def _disable_plugin(self) -> None:
        SCENES_AHEAD.setValue(0)
        self.imagery.scene_layers.clear()
        self.imagery.scene = None

    def _distant_scenes(self) -> list[Scene]:
        scenes = self.scenes.timeline.scenes
        return [scenes[JUMP * number % len(scenes)] for number in range(1, len(scenes))]

    def _start_at_first(self) -> tuple[Scene, ...]:
        first, *rest = self.scenes.timeline.scenes
        self.imagery.scene_layers.reset()
        self.time_to_draw(lambda: self.imagery.show(first), layers=True)
        return tuple(rest)

    def screen(self) -> QImage:
        """Return the map as the screen shows it."""
        corner = self.canvas.viewport().mapToGlobal(QPoint(0, 0))
        return QApplication.primaryScreen().grabWindow(0, corner.x(), corner.y(), *SIZE).toImage()

    def temporal_steps(self, scenes: list[Scene]) -> tuple[list[float | None], list[float | None]]:
        """Return the times of two rounds through the scenes as temporal layers, by QGIS' temporal controller."""
        self._disable_plugin()
        layers = [temporal_layer(scene) for scene in scenes]
        ranges = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
        controller = self.canvas.temporalController()
        controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
        controller.setAvailableTemporalRanges(ranges)
        controller.setTemporalExtents(QgsDateTimeRange(ranges[0].begin(), ranges[-1].end()))
        controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.IrregularStep))
        assert controller.totalFrameCount() == len(scenes)
        self.time_to_draw(lambda: QgsProject.instance().addMapLayers(layers), layers=True)
        rounds = []
        for _ in range(2):
            controller.setCurrentFrameNumber(0)
            wait(2000)
            rounds.append([self._frame(at) for at in range(1, len(scenes))])
        controller.setNavigationMode(Qgis.TemporalNavigationMode.Disabled)
        QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
        wait(500)
        return rounds[0], rounds[1]

    def _frame(self, number: int) -> float | None:
        wait(200)
        return self.time_to_draw(lambda: self.canvas.temporalController().setCurrentFrameNumber(number))

    def pan(self, ahead: bool, after_s: float) -> float | None:
        """Return the time of a pan that starts `after_s` after the last one was drawn, drawing ahead or not."""
        SCENES_AHEAD.setValue(2 if ahead else 0)
        self.time_to_draw(self._move)
        wait(round(1000 * after_s))
        return self.time_to_draw(self._move)

    def _move(self) -> None:
        """Pan by a tenth of the view, alternately to the right and back."""
        self._direction = -self._direction
        by = QgsVector(self._direction * self.canvas.extent().width() / 10, 0)
        self.canvas.setCenter(self.canvas.center() + by)
        self.canvas.refresh()

    def pans(self, ahead: tuple[bool, bool], count: int) -> list[tuple[float, float]]:
        """Return the times of pairs of pans, each pair after the same pause, the two in random order."""
        generator, pairs = random.Random(1), []
        for _ in range(count):
            pause_s = generator.uniform(0.05, 1.0)
            order = generator.sample((0, 1), 2)
            times = {which: self.pan(ahead[which], pause_s) for which in order}
            if None not in times.values():
                pairs.append((times[0], times[1]))
        SCENES_AHEAD.setValue(2)
        return pairs


def temporal_layer(scene: Scene) -> QgsRasterLayer:
    """Return the scene as a layer of the same style that QGIS itself shows on its day."""
    layer = scene_layer(scene)
    layer.removeCustomProperty(ROLE)
    day = scene.day
    start = QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0), Qt.TimeSpec.UTC)
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    temporal.setFixedTemporalRange(QgsDateTimeRange(start, start.addDays(1)))
    temporal.setIsActive(True)
    return layer


def wait(milliseconds: int) -> None:
    """Process events for this long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
