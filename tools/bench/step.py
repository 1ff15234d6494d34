"""make bench: how fast a step to another date shows, beside QGIS' own temporal controller. Tables, not a test.

In a real QGIS window with a map of 1600 x 900 pixels and the plugin's survey on it, over the same files in the same
run. A step ends when the map has drawn itself and is painted. Each date is stepped to for the first time in its view.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from osgeo import gdal
from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsProject, QgsRasterLayer, QgsVector
from qgis.PyQt.QtCore import QDate, QDateTime, QEventLoop, Qt, QTime, QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

from tools.bench.slow_server import serve
from yalu_plugin.core.imagery.catalogue import catalogue
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.layers.footprint import footprint_on_map
from yalu_plugin.layers.project import ROLE
from yalu_plugin.layers.raster import read_raster
from yalu_plugin.layers.scenes import scene_layer

ROOT = Path(__file__).resolve().parents[2]
SCENES = ROOT / "tests/data/s2_romania"
SIZE = (1600, 900)
PIXELS = 2048  # width and height of the scenes made larger
DELAY_S = 0.1
PANS = 20


class Bench:
    """The window, and how long things take in it (milliseconds)."""

    def __init__(self, folder: Path) -> None:
        self.canvas, self.folder, self._way = iface.mapCanvas(), folder, -1
        self.plugin = plugins["yalu_plugin"]
        self.workbench, self.prefetcher = self.plugin.workbench, self.plugin._prefetcher
        iface.newProject()  # leaves the welcome page: the map is not laid out before
        wait(1000)
        for dock in iface.mainWindow().findChildren(QDockWidget):
            dock.close()
        self.canvas.setFixedSize(*SIZE)
        self.canvas.setPreviewJobsEnabled(False)
        wait(1000)

    def open(self, scenes: list[Scene]) -> list[Scene]:
        """A new survey with these scenes, all of them in the view; returns them in order of time."""
        self.workbench.new_survey(self.folder / f"{time.time_ns()}.gpkg", "Bench", published=True)
        self.workbench.add_scenes(scenes)
        wait(1000)  # the panels bring the new survey into the view
        self.canvas.setExtent(footprint_on_map(scenes, self.canvas.mapSettings()))
        self.refreshed(self.canvas.refresh)
        return list(self.workbench.imagery.timeline.scenes)

    def refreshed(self, act: Callable[[], object], layers: bool = False) -> float:
        """Time from `act` until the map is drawn and painted; with `layers`, drawn with other layers than before."""
        loop, changed = QEventLoop(), []

        def other_layers() -> None:
            changed.append(True)

        def drawn() -> None:
            if changed or not layers:
                loop.quit()

        self.canvas.layersChanged.connect(other_layers)
        self.canvas.mapCanvasRefreshed.connect(drawn)
        QTimer.singleShot(5_000, loop.quit)
        begin = time.perf_counter()
        act()
        loop.exec()
        self.canvas.viewport().repaint()
        end = time.perf_counter()
        self.canvas.mapCanvasRefreshed.disconnect(drawn)
        self.canvas.layersChanged.disconnect(other_layers)
        return 1000 * (end - begin)

    def settle(self) -> None:
        """Until the scene after this one is drawn ahead, and the one before."""
        layers, wanted = self.workbench.imagery.scene_layers, self.workbench.imagery.neighbours(2)
        end = time.monotonic() + 30
        while not all(one.id in layers.ready and self.canvas.cache().hasCacheImage(layers.ready[one.id].id())
                      for one in wanted):
            assert time.monotonic() < end, "not drawn ahead within 30 s"
            wait(10)
        wait(50)

    def plugin_steps(self, ahead: bool) -> list[float]:
        """Step through the scenes, those ahead drawn before or not."""
        first, *rest = self.workbench.imagery.timeline.scenes
        self.workbench.imagery.scene_layers.forget()
        self.refreshed(lambda: self.workbench.imagery.show(first), layers=True)
        times = []
        for _ in rest:
            if ahead:
                self.settle()
            else:
                self.prefetcher.stop()
            times.append(self.refreshed(lambda: self.workbench.imagery.step("next"), layers=True))
        return times

    def temporal_steps(self, scenes: list[Scene]) -> list[float]:
        """Step through the same scenes as temporal layers, with QGIS' temporal controller."""
        self.workbench.imagery.scene_layers.clear()
        self.workbench.imagery.scene = None
        layers, ranges = [], []
        for scene in scenes:
            layers.append(temporal_layer(scene))
            ranges.append(layers[-1].temporalProperties().fixedTemporalRange())
        self.refreshed(lambda: QgsProject.instance().addMapLayers(layers), layers=True)
        controller = self.canvas.temporalController()
        controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
        controller.setAvailableTemporalRanges(ranges)
        controller.setTemporalExtents(QgsDateTimeRange(ranges[0].begin(), ranges[-1].end()))
        controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.IrregularStep))
        assert controller.totalFrameCount() == len(scenes)
        wait(500)
        times = []
        for frame in range(1, len(scenes)):
            times.append(self.refreshed(lambda at=frame: controller.setCurrentFrameNumber(at)))
            wait(50)
        controller.setNavigationMode(Qgis.TemporalNavigationMode.Disabled)
        QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
        wait(200)
        return times

    def pans(self, ahead: bool) -> float:
        """One look elsewhere, begun while scenes are drawn ahead, or not."""
        self.prefetcher.restart() if ahead else self.prefetcher.stop()
        wait(45)
        if not ahead:
            self.prefetcher.stop()
        return self.refreshed(lambda: (self.canvas.setCenter(self.canvas.center() + self.stride()),
                                       self.canvas.refresh()))

    def stride(self) -> QgsVector:
        """A tenth of the view to the right, then back."""
        self._way = -self._way
        return QgsVector(self._way * self.canvas.extent().width() / 10, 0)


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


def larger(folder: Path, scenes: list[Scene]) -> list[Scene]:
    """The scenes resampled to many pixels, as COGs: real pictures, made heavy."""
    made = []
    for scene in scenes:
        path = folder / Path(scene.uri).name
        gdal.Translate(str(path), scene.uri, format="COG", width=PIXELS, height=PIXELS, resampleAlg="cubic",
                       bandList=[1, 2, 3], creationOptions=["COMPRESS=DEFLATE", "LEVEL=1"])
        made.append(replace(scene, uri=str(path), id=scene_id(str(path))))
    return made


def compare(bench: Bench, title: str, scenes: list[Scene]) -> None:
    """The table of one set of scenes."""
    scenes = bench.open(scenes)
    rows = [("drawn ahead", bench.plugin_steps(True)), ("not drawn ahead", bench.plugin_steps(False)),
            ("QGIS' temporal controller", bench.temporal_steps(scenes))]
    fast = statistics.median(rows[0][1])
    print(f"{title}, {len(scenes)} scenes: median step, milliseconds (least to most), times as long")
    for name, times in rows:
        middle = statistics.median(times)
        print(f"  {name:28}{middle:9.1f}   ({min(times):.1f} to {max(times):.1f}){middle / fast:9.1f}")
    print(flush=True)


def burden(bench: Bench, scenes: list[Scene]) -> None:
    """What drawing ahead costs the view being looked at, turn and turn about."""
    bench.open(scenes)
    bench.refreshed(lambda: bench.workbench.imagery.show(bench.workbench.imagery.timeline.scenes[3]), layers=True)
    bench.pans(True)
    pairs = [(bench.pans(False), bench.pans(True)) for _ in range(PANS)]
    without, with_it = (statistics.median(times) for times in zip(*pairs))
    print(f"A look elsewhere, median of {PANS}, milliseconds")
    print(f"  {'nothing drawn ahead':28}{without:9.1f}")
    print(f"  {'interrupts drawing ahead':28}{with_it:9.1f}   {with_it / without:.2f} times as long\n", flush=True)


def main() -> None:
    """All the tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder)
        scenes = list(catalogue(SCENES, read_raster).scenes)
        print(f"Map of {bench.canvas.mapSettings().outputSize().width()} x "
              f"{bench.canvas.mapSettings().outputSize().height()} pixels")
        compare(bench, "Sentinel-2, 100 x 100 pixels", scenes)
        heavy = larger(folder, scenes[:8])
        compare(bench, f"the same as COGs of {PIXELS} x {PIXELS}", heavy)
        burden(bench, heavy)
        with serve(folder, DELAY_S) as address:
            far = [replace(one, uri=f"{address}/{Path(one.uri).name}", id=scene_id(address + one.uri), item_url="")
                   for one in heavy]
            compare(bench, f"the same behind HTTP, {1000 * DELAY_S:.0f} ms a request", far)


main()
sys.stdout.flush()
os._exit(0)
