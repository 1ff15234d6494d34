"""make bench: how fast a step to another date shows, beside QGIS' own temporal controller. Tables, not a test.

In a real QGIS window, a map of 1600 x 900 pixels with the survey's layers on it and the panels beside it, over the same
files in the same run. Every way of stepping opens the files anew and has an address of its own on the server: what one
has read is not there for the next. The files themselves are in the system's cache, for all alike. The temporal
controller has all scenes in the project, each with its fixed range; as every other map it draws them when they are
stepped to. Its second round over the same dates finds in the map's cache what the first has drawn.

"Not drawn ahead" is the next date before it was drawn, beside the temporal controller on a date it has not seen: its
layers have all been opened before. "Not opened either" is one that nothing was done for, as after a click into the
timeline, beside a layer that QGIS opens. These rounds are done in turn, for machines are shared.
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
ROUNDS = 2  # of our steps and of QGIS', in turn
LIMIT_MS = 16
LIMIT_RATIO = 1  # a step that was not drawn ahead, to QGIS' own on a date not seen


def compare(window: Stepping, title: str, scenes_for: Callable[[str], list[Scene]], pixel_m: float | None,
            wanted: float) -> None:
    """The table of one set of scenes, which `scenes_for` a way of stepping have addresses of their own."""
    window.open(scenes_for("ahead"), pixel_m)
    ahead = window.ahead_steps()
    anew, leaps, opened, first, again = [], [], [], [], []
    for number in range(ROUNDS):
        window.open(scenes_for(f"anew{number}"), pixel_m)
        anew += window.steps()
        window.open(scenes_for(f"temporal{number}"), pixel_m)
        for times, more in zip((first, again), window.temporal_steps(list(window.scenes.timeline.scenes))):
            times += more
        window.open(scenes_for(f"leaps{number}"), pixel_m)
        leaps += window.leaps()
        window.open(scenes_for(f"opened{number}"), pixel_m)
        opened += window.qgis_leaps()
    print(f"{title}, {len(window.scenes.timeline)} scenes: a step, milliseconds")
    print(f"  {'':44}{'median':>8}{'p90':>8}{'least':>8}{'most':>8}{'failed':>8}{'ratio':>8}")
    base = middle(ahead["on the screen"])
    rows = {"drawn ahead: on the screen": ahead["on the screen"], "drawn ahead: every panel told": ahead["told"],
            "drawn ahead: drawn by QGIS as well": ahead["drawn"], "not drawn ahead": anew, "not opened either": leaps,
            "QGIS opens it as a layer of its own": opened,
            "QGIS' temporal controller, a date not seen yet": first, "QGIS' temporal controller, seen before": again}
    for name, times in rows.items():
        print(row(name, times, base))
    print(f"  {verdict('on the screen', base, LIMIT_MS, 'ms at most', base <= LIMIT_MS)}; "
          f"{verdict('faster', middle(first) / base, wanted, 'times at least', middle(first) / base >= wanted)}")
    for name, times, rival in (("not drawn ahead / QGIS' temporal controller", anew, first),
                               ("not opened either / QGIS opens it", leaps, opened)):
        ratio = middle(times) / middle(rival)
        print(f"  {verdict(name, ratio, LIMIT_RATIO, 'times at most', ratio <= LIMIT_RATIO)}", flush=True)
    print()


def row(name: str, times: list[float | None], base: float) -> str:
    """One way of stepping; what took longer than anybody waits, or showed another map, counts as failed."""
    done = [time for time in times if time is not None]
    if not done:
        return f"  {name:46}" + " all failed"
    p90 = statistics.quantiles(done, n=10)[8] if len(done) > 1 else done[0]
    return (f"  {name:46}{statistics.median(done):6.1f}{p90:8.1f}{min(done):8.1f}{max(done):8.1f}"
            f"{len(times) - len(done):8}{statistics.median(done) / base:8.1f}")


def middle(times: list[float | None]) -> float:
    """The median of what did not fail."""
    return statistics.median([time for time in times if time is not None] or [float("nan")])


def verdict(what: str, value: float, limit: float, unit: str, kept: bool) -> str:
    """One line that says whether a limit is kept."""
    return f"{what} {value:.2f}, wanted {limit:g} {unit}: {'kept' if kept else 'MISSED'}"


def burden(window: Stepping, scenes: list[Scene], pixel_m: float) -> None:
    """What drawing ahead costs the view being looked at, and how far two looks without it differ."""
    window.open(scenes, pixel_m)
    window.drawn(lambda: window.imagery.show(window.scenes.timeline.scenes[len(scenes) // 2]), layers=True)
    window.pans((False, True), 3)
    print(f"A look elsewhere 0.05 to 1 s after the last one, {PAIRS} pairs in random order, milliseconds")
    print(f"  {'':44}{'without':>8}{'with':>8}{'ratio':>8}{'quartiles':>14}")
    for name, ahead in (("drawing ahead", (False, True)), ("the same twice, for comparison", (False, False))):
        pairs = window.pans(ahead, PAIRS)
        without, with_it = (statistics.median(times) for times in zip(*pairs))
        ratios = [other / one for one, other in pairs]
        low, ratio, high = statistics.quantiles(ratios, n=4)
        print(f"  {name:44}{without:8.1f}{with_it:8.1f}{ratio:8.2f}{f'{low:.2f} to {high:.2f}':>14}")
    print(flush=True)


def at(address: str, scenes: list[Scene]) -> list[Scene]:
    """The scenes as a server has them."""
    addresses = [f"{address}/{Path(one.uri).name}" for one in scenes]
    return [replace(one, uri=uri, id=scene_id(uri)) for one, uri in zip(scenes, addresses)]


def main() -> None:
    """All the tables."""
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
        burden(window, large, pixel_m)
        with serve(LARGE, DELAY_S) as address:
            compare(window, f"the same behind HTTP, {1000 * DELAY_S:.0f} ms a request",
                    lambda way: at(f"{address}/{way}", large), pixel_m, 30)


main()
sys.stdout.flush()
os._exit(0)
