"""Steps from date to date in a real QGIS window, and how long each takes to be on the screen (milliseconds)."""

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
LEAP = 5  # scenes; of a number without a divisor of theirs, all are gone to
OURS = ("YaluCrossingsDock", "YaluImageryDock")


class Stepping:
    """The window: the map and the plugin's panels, the survey open in it."""

    def __init__(self, folder: Path) -> None:
        self.canvas, self.folder, self._way = iface.mapCanvas(), folder, -1
        self.plugin = plugins["yalu_plugin"]
        self.workbench, self.prefetcher = self.plugin.workbench, self.plugin._prefetcher
        self.imagery, self.scenes = self.workbench.imagery, self.workbench.scenes
        iface.newProject()  # leaves the welcome page: the map is not laid out before
        wait(1000)
        for dock in iface.mainWindow().findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in OURS)
        frame = 2 * self.canvas.frameWidth()
        self.canvas.setFixedSize(SIZE[0] + frame, SIZE[1] + frame)
        self.canvas.setPreviewJobsEnabled(False)  # QGIS' drawing of the map around the view, for both alike
        wait(1000)

    def open(self, scenes: list[Scene], pixel_m: float | None = None) -> None:
        """A new survey with these scenes, all in view, or their middle at `pixel_m` a pixel; two are drawn ahead."""
        SCENES_AHEAD.setValue(2)
        self.workbench.new_survey(self.folder / f"{time.time_ns()}.gpkg", "Bench", published=True)
        self.scenes.add(scenes)
        wait(1000)  # the panels bring the new survey into the view
        self.canvas.setExtent(footprint_on_map(scenes, self.canvas.mapSettings()))
        if pixel_m is not None:
            self.canvas.zoomByFactor(pixel_m / self.canvas.mapUnitsPerPixel())
        self.drawn(self.canvas.refresh)

    def drawn(self, act: Callable[[], object], layers: bool = False) -> float | None:
        """Time from `act` until QGIS has drawn and painted the map, with `layers` one with other layers than before.

        None if that takes longer than anybody waits.
        """
        loop, changed, times = QEventLoop(), [], []

        def other_layers() -> None:
            changed.append(True)

        def finished() -> None:
            if changed or not layers:
                self.canvas.viewport().repaint()
                times.append(time.perf_counter())
                loop.quit()

        self.canvas.layersChanged.connect(other_layers)
        self.canvas.mapCanvasRefreshed.connect(finished)
        QTimer.singleShot(1000 * PATIENCE_S, loop.quit)
        begin = time.perf_counter()
        act()
        loop.exec()
        self.canvas.mapCanvasRefreshed.disconnect(finished)
        self.canvas.layersChanged.disconnect(other_layers)
        return 1000 * (times[0] - begin) if times else None

    def settle(self) -> None:
        """Until the scenes around the one on screen are drawn ahead."""
        end = time.monotonic() + PATIENCE_S
        quiet = 0
        while quiet < 5:  # looked for, and found that nothing is left
            assert time.monotonic() < end, "not drawn ahead"
            quiet = 0 if self.prefetcher.busy or self.canvas.isDrawing() else quiet + 1
            wait(20)

    def ahead_steps(self) -> dict[str, list[float | None]]:
        """Step through the scenes, each drawn ahead: until it is "on the screen", "told" and "drawn" by QGIS as well.

        It is on the screen when the call that paints it there has returned, and told when the step itself returns, to
        every panel. Both count only if what the screen shows then is, pixel for pixel, the map that QGIS draws.
        """
        times: dict[str, list[float | None]] = {"on the screen": [], "told": [], "drawn": []}
        paint = self.prefetcher._item.show_now
        self.prefetcher._item.show_now = lambda image: (paint(image), self._painted.append(time.perf_counter()))
        for _ in self._from_the_first():
            self.settle()
            time_drawn = self.drawn(self._step_and_look, layers=True)
            times["drawn"].append(time_drawn and time_drawn - self._looking)
            wait(100)
            right = len(self._painted) == 1 and self._seen == self.screen()
            times["on the screen"].append(1000 * (self._painted[0] - self._begin) if right else None)
            times["told"].append(self._took if right else None)
        del self.prefetcher._item.show_now
        return times

    def _step_and_look(self) -> None:
        self._painted: list[float] = []
        self._begin = time.perf_counter()
        self.imagery.step("next")
        returned = time.perf_counter()
        self._seen = self.screen()
        self._took, self._looking = 1000 * (returned - self._begin), 1000 * (time.perf_counter() - returned)

    def steps(self) -> list[float | None]:
        """Step through the scenes without anything drawn ahead."""
        SCENES_AHEAD.setValue(0)
        times = []
        for _ in self._from_the_first():
            wait(200)
            times.append(self.drawn(lambda: self.imagery.step("next"), layers=True))
        return times

    def leaps(self) -> list[float | None]:
        """Go to each of the scenes from one far away, when nothing of it is open."""
        SCENES_AHEAD.setValue(0)
        opened, scene_preloader.MIN_STEPS = scene_preloader.MIN_STEPS, 0
        self._from_the_first()
        times = []
        for scene in self._far_apart():
            wait(200)
            self.imagery.scene_layers.reset()
            times.append(self.drawn(lambda scene=scene: self.imagery.show(scene), layers=True))
        scene_preloader.MIN_STEPS = opened
        return times

    def qgis_leaps(self) -> list[float | None]:
        """The same by QGIS alone: a layer is opened as its own dialog opens one, in place of the one before."""
        self._without_ours()
        project, shown, times = QgsProject.instance(), [], []

        def show(scene: Scene) -> None:
            layer = QgsRasterLayer(f"/vsicurl/{scene.uri}" if is_remote(scene.uri) else scene.uri, scene.label, "gdal")
            project.addMapLayer(layer)
            project.removeMapLayers(shown)
            shown[:] = [layer.id()]
        for scene in self._far_apart():
            wait(200)
            times.append(self.drawn(partial(show, scene), layers=True))
        project.removeMapLayers(shown)
        return times

    def _without_ours(self) -> None:
        SCENES_AHEAD.setValue(0)
        self.imagery.scene_layers.clear()
        self.imagery.scene = None

    def _far_apart(self) -> list[Scene]:
        scenes = self.scenes.timeline.scenes
        return [scenes[LEAP * number % len(scenes)] for number in range(1, len(scenes))]

    def _from_the_first(self) -> tuple[Scene, ...]:
        first, *rest = self.scenes.timeline.scenes
        self.imagery.scene_layers.reset()
        self.drawn(lambda: self.imagery.show(first), layers=True)
        return tuple(rest)

    def screen(self) -> QImage:
        """What the screen shows of the map."""
        corner = self.canvas.viewport().mapToGlobal(QPoint(0, 0))
        return QApplication.primaryScreen().grabWindow(0, corner.x(), corner.y(), *SIZE).toImage()

    def temporal_steps(self, scenes: list[Scene]) -> tuple[list[float | None], list[float | None]]:
        """Step through the scenes as temporal layers with QGIS' temporal controller, then once more over all."""
        self._without_ours()
        layers = [temporal_layer(scene) for scene in scenes]
        ranges = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
        controller = self.canvas.temporalController()
        controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
        controller.setAvailableTemporalRanges(ranges)
        controller.setTemporalExtents(QgsDateTimeRange(ranges[0].begin(), ranges[-1].end()))
        controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.IrregularStep))
        assert controller.totalFrameCount() == len(scenes)
        self.drawn(lambda: QgsProject.instance().addMapLayers(layers), layers=True)
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
        return self.drawn(lambda: self.canvas.temporalController().setCurrentFrameNumber(number))

    def pan(self, ahead: bool, after_s: float) -> float | None:
        """One look elsewhere, begun so long after the last one was drawn; scenes are drawn ahead meanwhile, or not."""
        SCENES_AHEAD.setValue(2 if ahead else 0)
        self.drawn(self._move)
        wait(round(1000 * after_s))
        return self.drawn(self._move)

    def _move(self) -> None:
        """A tenth of the view to the right, then back."""
        self._way = -self._way
        by = QgsVector(self._way * self.canvas.extent().width() / 10, 0)
        self.canvas.setCenter(self.canvas.center() + by)
        self.canvas.refresh()

    def pans(self, ahead: tuple[bool, bool], count: int) -> list[tuple[float, float]]:
        """Pairs of looks elsewhere, each pair after the same rest, the two in random order."""
        dice, pairs = random.Random(1), []
        for _ in range(count):
            rest = dice.uniform(0.05, 1.0)
            order = dice.sample((0, 1), 2)
            times = {which: self.pan(ahead[which], rest) for which in order}
            if None not in times.values():
                pairs.append((times[0], times[1]))
        SCENES_AHEAD.setValue(2)
        return pairs


def temporal_layer(scene: Scene) -> QgsRasterLayer:
    """The scene in the same look, shown by QGIS itself on its day."""
    layer = scene_layer(scene)
    layer.removeCustomProperty(ROLE)
    day = scene.day
    begin = QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0), Qt.TimeSpec.UTC)
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    temporal.setFixedTemporalRange(QgsDateTimeRange(begin, begin.addDays(1)))
    temporal.setIsActive(True)
    return layer


def wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
