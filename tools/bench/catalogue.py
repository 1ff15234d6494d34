"""make bench: a survey of 100, 1,000 and 10,000 scenes in the Imagery panel. A table, not a test.

"Open" lasts until the survey is read and the panel's lists are filled; "filter" filters by view and cloud cover; "step"
adds the neighbouring scene to the project (drawing it depends on the map, not on the catalogue). Each size runs in a
separate process, so that memory is what this survey added. The rival is QGIS itself: the same images table as a
layer, its features read with their attributes and footprints, as any attribute table in QGIS reads them.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess  # this very script, for a fresh process
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from qgis.core import QgsApplication

    from yalu_plugin.workbench import Workbench

SIZES = (100, 1_000, 10_000)
LIMITS = {"open": 1_000, "memory": 100, "filter": 10}  # milliseconds, megabytes, for the largest
LIMIT_RATIO = 1  # of opening the largest to QGIS' reading of its table
STEPS = 30
ROUNDS = 4  # of opening and of reading as QGIS does: the minimum counts, because machines are shared
ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "tests" / "data" / "s2_romania"
FIRST = datetime(2000, 1, 1, 2, tzinfo=timezone.utc)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def memory_mb() -> float:
    """Return the memory this process uses now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def build_survey(folder: Path, count: int) -> Path:
    """Create a survey of `count` scenes, SYNTHETIC except for their pixels: hard links to the tests' real images."""
    from yalu_plugin.core.imagery.scene import Scene, scene_id
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.images import add_images

    images = [folder / path.name for path in sorted(IMAGES.glob("*.tif"))]
    for image in images:
        image.write_bytes((IMAGES / image.name).read_bytes())
    scenes = []
    for number in range(count):
        path = folder / f"{number:05}.tif"
        path.hardlink_to(images[number % len(images)])
        west, taken = 126.5 + number % 997 / 500, FIRST + timedelta(hours=20 * number)
        corners = ((west, 41), (west + 0.2, 41), (west + 0.2, 41.2), (west, 41.2), (west, 41))
        outline = ", ".join(f"{x!r} {y!r}" for x, y in corners)
        scenes.append(Scene(scene_id(str(path)), str(path), taken, taken, "acquired", "stac", "sentinel-2", "ESA", 10.0,
                            float(number % 101), synthetic=True, footprint_wkt=f"POLYGON (({outline}))"))
    survey = create_survey(folder / "survey.gpkg", "Bench", published=True)
    add_images(survey, scenes)
    return survey.path


def measure(count: int) -> NoReturn:
    """In a fresh process, print the milliseconds and megabytes for a survey of `count` scenes as JSON, and exit."""
    from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsTemporalNavigationObject
    from qgis.gui import QgsMapCanvas, QgsMessageBar
    from qgis.PyQt.QtWidgets import QMainWindow

    app = QgsApplication([], True)
    app.initQgis()
    from yalu_plugin.core.imagery.scene_filter import SceneFilter
    from yalu_plugin.gui.actions import Actions
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.gui.messages import Messages
    from yalu_plugin.workbench import Workbench

    with tempfile.TemporaryDirectory() as name:
        empty, filled = (build_survey(create_folder(name, str(size)), size) for size in (0, count))
        window, canvas = QMainWindow(), QgsMapCanvas()
        window.setCentralWidget(canvas)
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        bench = Workbench(QgsProject.instance(), QgsTemporalNavigationObject())
        dock = ImageryDock(bench, Messages(QgsMessageBar(window)), Actions(window), canvas, window)
        dock.show()
        bench.open_survey(empty)  # what any survey needs: styles, layers, places
        while not bench.river.chainages:  # geopandas is imported in the background; it is not part of the scenes' cost
            app.processEvents()
        before = memory_mb()
        figures = {"open": milliseconds(lambda: open_and_wait(app, bench, filled)), "memory": memory_mb() - before,
                   "rival": milliseconds(lambda: read_with_qgis(filled))}
        for _ in range(ROUNDS - 1):
            wait_for_tasks(app)
            bench.open_survey(empty)
            figures["open"] = min(figures["open"], milliseconds(lambda: open_and_wait(app, bench, filled)))
            wait_for_tasks(app)
            figures["rival"] = min(figures["rival"], milliseconds(lambda: read_with_qgis(filled)))
        views = [SceneFilter((west, 41.05, west + 0.1, 41.1), 40) for west in (126.6, 127.0, 127.4, 127.8, 128.2)]
        figures["first filter"] = milliseconds(partial(bench.scenes.set_filter, views[0]))
        figures["filter"] = statistics.median(
            milliseconds(partial(bench.scenes.set_filter, view)) for view in views[1:])
        bench.scenes.set_filter(SceneFilter())
        bench.imagery.show(bench.scenes.timeline.scenes[count // 2])
        figures["step"] = statistics.median(milliseconds(lambda: bench.imagery.step("next")) for _ in range(STEPS))
    print(json.dumps(figures), flush=True)
    os._exit(0)  # before Python destroys QGIS' objects in an unsafe order


def open_and_wait(app: QgsApplication, bench: Workbench, path: Path) -> None:
    """Open a survey and wait until its contents are shown: a large one is read in the background."""
    from qgis.PyQt.QtCore import QEventLoop

    bench.open_survey(path)
    while bench.session.facts is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def wait_for_tasks(app: QgsApplication) -> None:
    """Wait until no background task is running."""
    while app.taskManager().countActiveTasks():
        app.processEvents()


def create_folder(parent: str, name: str) -> Path:
    """Create a folder."""
    folder = Path(parent, name)
    folder.mkdir()
    return folder


def read_with_qgis(path: Path) -> None:
    """Read the images table as QGIS reads it."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=images", "images", "ogr")
    names = layer.fields().names()
    rows = [{name: feature[name] for name in names} | {"geom": feature.geometry()} for feature in layer.getFeatures()]
    assert len(rows) == layer.featureCount()


def bench() -> None:
    """Print the table."""
    command = (sys.executable, __file__)
    results = [json.loads(subprocess.run([*command, str(size)], check=True, capture_output=True, text=True).stdout)
               for size in SIZES]
    print("Catalogue: scenes in a survey, milliseconds (memory: MB)")
    print(f"  {'':44}" + "".join(f"{size:>10,}" for size in SIZES) + f"{'growth':>10}")
    for name, what in (("open", "open the survey, panel filled"), ("filter", "filter by view and cloud"),
                       ("first filter", "the first, which reads footprints"),
                       ("step", "step to the next scene"), ("memory", "memory added"),
                       ("rival", "QGIS reads the same table, features only")):
        values = [result[name] for result in results]
        print(f"  {what:44}" + "".join(f"{value:10.1f}" for value in values)
              + f"{values[-1] / max(values[0], 0.1):9.1f} x")
    last = results[-1]
    ratio = last["open"] / last["rival"]
    print(f"  open / QGIS, {SIZES[-1]:,} scenes: {ratio:.2f} x, wanted {LIMIT_RATIO} x at most: "
          f"{'met' if ratio <= LIMIT_RATIO else 'MISSED'}")
    for name, limit in LIMITS.items():
        print(f"  {name} {last[name]:.1f}, wanted {limit} {'MB' if name == 'memory' else 'ms'} at most: "
              f"{'met' if last[name] <= limit else 'MISSED'}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
    bench()
