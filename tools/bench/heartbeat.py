"""make bench: the longest time the window is blocked while images come from a slow server. A table, not a test.

In a real QGIS window, a timer of the main thread should fire every 10 ms while the bench steps through the images of
a server on this computer that answers 100 ms late, slowly and quickly. `longest` is the longest time between two
ticks, without the time the main thread waited for a processor (Linux, proc(5): schedstat): on a busy machine it is
also blocked while a thread that holds Python's lock has lost its processor.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal
from qgis.core import QgsRectangle
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

from tools.bench.slow_server import serve
from tools.bench.survey_timing import longest_ms
from yalu_plugin.core.imagery.scene import Scene, scene_id

if TYPE_CHECKING:
    from yalu_plugin.workbench import Workbench

SCENES = Path(__file__).resolve().parents[2] / "tests/data/s2_romania"
DELAY_S, PATIENCE_S, LIMIT_MS = 0.1, 60, 100
VIEW = QgsRectangle(2464600, 5652800, 2466900, 5656000)  # EPSG:3857


def wait_for(condition: Callable[[], object]) -> None:
    """Process events until the condition holds."""
    end = time.monotonic() + PATIENCE_S
    while not condition() and time.monotonic() < end:
        QTest.qWait(10)


def scenes_at(address: str) -> list[Scene]:
    """Return the scenes as a search would find them."""
    found = []
    for path in sorted(SCENES.glob("S2*.tif")):
        uri, day = f"{address}/{path.name}", datetime.strptime(path.stem[-8:], "%Y%m%d").replace(tzinfo=timezone.utc)
        found.append(Scene(scene_id(uri), uri, day, day, "acquired", "stac"))
    return found


def steps(workbench: Workbench, pause_ms: int) -> None:
    """Step from the first scene to the last; a pause of 0 waits until each is drawn."""
    imagery = workbench.imagery
    gdal.VSICurlClearCache()
    imagery.scene_layers.reset()
    for where, scene in zip(("first", *["next"] * len(imagery.scenes.timeline)), imagery.scenes.timeline.scenes):
        imagery.step(where)
        if pause_ms:
            QTest.qWait(pause_ms)
        else:
            wait_for(lambda wanted=scene: imagery.scene == wanted and not iface.mapCanvas().isDrawing())
    wait_for(lambda: imagery.scene == imagery.scenes.timeline.last())


def main() -> None:
    """Print the table."""
    workbench = plugins["yalu_plugin"].workbench
    with tempfile.TemporaryDirectory() as folder, serve(SCENES, DELAY_S) as address:
        workbench.new_survey(Path(folder, "slow.gpkg"), "Slow", published=False)
        workbench.scenes.add(scenes_at(address))
        iface.mapCanvas().setExtent(VIEW)
        print(f"The window while {len(workbench.scenes.timeline)} images come {1000 * DELAY_S:.0f} ms late")
        print(f"  {'':30}{'ticks':>8}{'longest, ms':>14}")
        for name, pause_ms in (("each drawn before the next", 0), ("a step every 50 ms", 50)):
            ticks, longest = longest_ms(lambda pause=pause_ms: steps(workbench, pause))
            result = "met" if longest < LIMIT_MS else "MISSED"
            print(f"  {name:30}{ticks:8}{longest:14.0f}   wanted below {LIMIT_MS}: {result}", flush=True)
        iface.newProject()


main()
sys.stdout.flush()
os._exit(0)
