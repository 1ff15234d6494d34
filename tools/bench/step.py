"""make bench: how fast a step to another date shows, compared with QGIS' temporal controller. Tables, not a test.

In a real QGIS window, a map of 1600 x 900 pixels with the survey's layers on it and the panels next to it, over the
same files in the same run. Every method of stepping opens the files again and has a separate address on the server,
so that none profits from what another has read. The files are in the system's cache for all methods. The temporal
controller has all scenes in the project, each with its fixed range; like every map it draws them when they are
stepped to. Its second round over the same dates finds what the first has drawn in the map's cache.

"Not drawn ahead" is the next date before it was drawn, compared with the temporal controller on a date not seen yet:
its layers have all been opened before. "Not opened either" is a date that nothing was prepared for, as after a click
into the timeline, compared with a layer that QGIS opens. These rounds alternate, because machines are shared.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tools.bench.large_scenes import PIXELS, large_scenes
from tools.bench.slow_server import serve
from tools.bench.stepping import PATIENCE_S, SIZE, Stepping
from yalu_plugin.core.imagery.catalogue import catalogue
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.layers.imagery.raster import read_raster

ROOT = Path(__file__).resolve().parents[2]
SCENES = ROOT / "tests/data/s2_romania"
LARGE = Path(os.environ.get("YALU_BUILD", ROOT / "build")) / "bench"
DELAY_S = 0.1
PAIRS = 30
ROUNDS = 2  # of our steps and of QGIS', alternating
LIMIT_MS = 16
LIMIT_RATIO = 1  # a step that was not drawn ahead, to QGIS' own on a date not seen


def compare(window: Stepping, title: str, scenes_for: Callable[[str], list[Scene]], pixel_m: float | None,
            min_ratio: float) -> None:
    """Print the table of one set of scenes; `scenes_for` returns them with separate addresses for each method."""
    window.open(scenes_for("ahead"), pixel_m)
    ahead = window.ahead_steps()
    unprepared, jumps, opened, first, second = [], [], [], [], []
    for number in range(ROUNDS):
        window.open(scenes_for(f"unprepared{number}"), pixel_m)
        unprepared += window.steps()
        window.open(scenes_for(f"temporal{number}"), pixel_m)
        for times, new in zip((first, second), window.temporal_steps(list(window.scenes.timeline.scenes))):
            times += new
        window.open(scenes_for(f"leaps{number}"), pixel_m)
        jumps += window.jumps()
        window.open(scenes_for(f"opened{number}"), pixel_m)
        opened += window.qgis_jumps()
    print(f"{title}, {len(window.scenes.timeline)} scenes: a step, milliseconds")
    print(f"  {'':44}{'median':>8}{'p90':>8}{'least':>8}{'most':>8}{'failed':>8}{'ratio':>8}")
    base = middle(ahead["on the screen"])
    rows = {"drawn ahead: on the screen": ahead["on the screen"],
            "drawn ahead: every panel notified": ahead["notified"],
            "drawn ahead: drawn by QGIS as well": ahead["drawn"], "not drawn ahead": unprepared,
            "not opened either": jumps, "QGIS opens it as a layer": opened,
            "QGIS' temporal controller, a date not seen yet": first, "QGIS' temporal controller, seen before": second}
    for name, times in rows.items():
        print(row(name, times, base))
    print(f"  {verdict('on the screen', base, LIMIT_MS, 'ms at most', base <= LIMIT_MS)}; "
          f"{verdict('faster', middle(first) / base, min_ratio, 'times at least', middle(first) / base >= min_ratio)}")
    print(f"  drawing ahead is worth {middle(unprepared) - base:.0f} ms a step: {middle(unprepared) / base:.1f} times "
          f"faster than without, which opens scenes ahead and draws none")
    for name, times, rival in (("not drawn ahead / QGIS' temporal controller", unprepared, first),
                               ("not opened either / QGIS opens it", jumps, opened)):
        ratio = middle(times) / middle(rival)
        print(f"  {verdict(name, ratio, LIMIT_RATIO, 'times at most', ratio <= LIMIT_RATIO)}", flush=True)
    print()


def row(name: str, times: list[float | None], base: float) -> str:
    """Return the row of one method; steps that timed out or showed another map count as failed."""
    done = [time for time in times if time is not None]
    if not done:
        return f"  {name:46}" + " all failed"
    p90 = statistics.quantiles(done, n=10)[8] if len(done) > 1 else done[0]
    return (f"  {name:46}{statistics.median(done):6.1f}{p90:8.1f}{min(done):8.1f}{max(done):8.1f}"
            f"{len(times) - len(done):8}{statistics.median(done) / base:8.1f}")


def middle(times: list[float | None]) -> float:
    """Return the median of the steps that did not fail."""
    return statistics.median([time for time in times if time is not None] or [float("nan")])


def verdict(what: str, value: float, limit: float, unit: str, is_met: bool) -> str:
    """Return a line that states whether a limit is met."""
    return f"{what} {value:.2f}, wanted {limit:g} {unit}: {'met' if is_met else 'MISSED'}"


def measure_drawing_ahead(window: Stepping, scenes: list[Scene], pixel_m: float) -> None:
    """Print what drawing ahead costs the current view, and how much two pans without it differ."""
    window.open(scenes, pixel_m)
    window.time_to_draw(lambda: window.imagery.show(window.scenes.timeline.scenes[len(scenes) // 2]), layers=True)
    window.pans((False, True), 3)
    print(f"A pan 0.05 to 1 s after the last one, {PAIRS} pairs in random order, milliseconds")
    print(f"  {'':44}{'without':>8}{'with':>8}{'ratio':>8}{'quartiles':>14}")
    for name, ahead in (("drawing ahead", (False, True)), ("the same twice, for comparison", (False, False))):
        pairs = window.pans(ahead, PAIRS)
        without, with_it = (statistics.median(times) for times in zip(*pairs))
        ratios = [other / one for one, other in pairs]
        low, ratio, high = statistics.quantiles(ratios, n=4)
        print(f"  {name:44}{without:8.1f}{with_it:8.1f}{ratio:8.2f}{f'{low:.2f} to {high:.2f}':>14}")
    print(flush=True)


def at_server(address: str, scenes: list[Scene]) -> list[Scene]:
    """Return the scenes with their addresses on a server."""
    addresses = [f"{address}/{Path(one.uri).name}" for one in scenes]
    return [replace(one, uri=uri, id=scene_id(uri)) for one, uri in zip(scenes, addresses)]


def main() -> None:
    """Print all the tables."""
    with tempfile.TemporaryDirectory() as name:
        scenes = list(catalogue(SCENES, read_raster).scenes)
        large = large_scenes(LARGE, scenes)
        pixel_m = 1000 / PIXELS  # the crops are 1 km wide: one pixel of the scene on one of the map
        window = Stepping(Path(name))
        size = window.canvas.mapSettings().outputSize()
        print(f"Map of {size.width()} x {size.height()} pixels ({SIZE[0]} x {SIZE[1]} wanted); "
              f"a step fails after {PATIENCE_S} s\n")
        compare(window, "Sentinel-2 crops of 100 x 100 pixels", lambda _way: scenes, None, 10)
        compare(window, f"SYNTHETIC COGs of {PIXELS} x {PIXELS}, pixel on pixel", lambda _way: large, pixel_m, 10)
        measure_drawing_ahead(window, large, pixel_m)
        with serve(LARGE, DELAY_S) as address:
            compare(window, f"the same behind HTTP, {1000 * DELAY_S:.0f} ms a request",
                    lambda way: at_server(f"{address}/{way}", large), pixel_m, 30)


main()
sys.stdout.flush()
os._exit(0)
