"""make bench: what the plugin adds to QGIS' start, and how fast chainage is computed. A table, not a test.

QGIS is started again for every figure, as a user starts it: `plugin` is the first load in a fresh process, import,
classFactory and initGui together; `QGIS` is the time from starting the program to its window, without the plugin.
The first start compiles the plugin's Python files, arranges its panels, and is not counted. Adding panels to a window
that is already open is slower than during QGIS' start, so the figure is an upper bound.
`processor time`, of all threads, depends less on what else the machine does.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess  # QGIS is a program
import sys
import tempfile
import time
from pathlib import Path

from qgis.core import QgsSettings
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

NAME = "yalu_plugin"
STARTS = 5
LIMIT_MS = 50
HEAVY = ("geopandas", "pandas", "shapely", "pyproj", "numpy")
RESULT = "YALU_BENCH_RESULT"  # the file a start writes to; unset in the QGIS that starts the others
STARTED = "YALU_BENCH_BEGUN"


def measure(result: Path) -> None:
    """In a fresh QGIS, start the plugin and write the times it took to `result`."""
    ready, before = time.time(), set(sys.modules)
    assert NAME not in before
    begin, begin_cpu = time.perf_counter(), time.process_time()
    assert loadPlugin(NAME)
    imported = time.perf_counter()
    assert startPlugin(NAME) and NAME in plugins
    end, end_cpu = time.perf_counter(), time.process_time()
    new = set(sys.modules) - before
    result.write_text(json.dumps({
        "QGIS": 1000 * (ready - float(os.environ[STARTED])), "import": 1000 * (imported - begin),
        "start": 1000 * (end - imported), "plugin": 1000 * (end - begin),
        "processor": 1000 * (end_cpu - begin_cpu),
        "heavy": [name for name in HEAVY if name in new], "before": [name for name in HEAVY if name in before]}))
    unloadPlugin(NAME)  # keeps its settings, as when a user closes QGIS
    QgsSettings().sync()


def one_start(folder: Path) -> dict:
    """Run this QGIS again, with the same profile and script, and return its times."""
    result = folder / "result.json"
    command = Path("/proc/self/cmdline").read_text().rstrip("\0").split("\0")
    compiled = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}  # as for a user, but not in build/
    subprocess.run(command, env={**os.environ, **compiled, RESULT: str(result), STARTED: repr(time.time())}, check=True)
    return json.loads(result.read_text())


def print_starts(starts: list[dict]) -> None:
    """Print the table of the starts."""
    print(f"Start, median of {len(starts)} fresh starts of QGIS, milliseconds (least to most)")
    median = {name: statistics.median(start[name] for start in starts) for name in ("QGIS", "plugin")}
    for name, what in (("QGIS", "QGIS without the plugin"), ("import", "plugin: import"),
                       ("start", "plugin: classFactory, initGui"), ("plugin", "plugin: together"),
                       ("processor", "plugin: processor time")):
        values = [start[name] for start in starts]
        print(f"  {what:32}{statistics.median(values):9.1f}   ({min(values):.1f} to {max(values):.1f})")
    print(f"  {'plugin / QGIS':32}{median['plugin'] / median['QGIS']:9.4f}")
    print(f"  {'limit for the plugin':32}{LIMIT_MS:9.1f}   {'met' if median['plugin'] <= LIMIT_MS else 'EXCEEDED'}")
    for what, key in (("imported by the plugin's start", "heavy"), ("imported before the plugin", "before")):
        print(f"  {what}: {', '.join(sorted({name for start in starts for name in start[key]})) or 'none'}")
    print(f"  (of {', '.join(HEAVY)})")


def bench() -> None:
    """Start QGIS several times, then compare the methods of computing chainage."""
    from tools.bench.chainage import compare  # imports the plugin, so only after its start is measured

    with tempfile.TemporaryDirectory() as folder:
        starts = [one_start(Path(folder)) for _ in range(STARTS + 1)][1:]
    print_starts(starts)
    print()
    print(compare())


if RESULT in os.environ:
    measure(Path(os.environ[RESULT]))
else:
    bench()
sys.stdout.flush()
os._exit(0)
