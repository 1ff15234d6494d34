"""make bench: a survey of 100, 3,000 and 100,000 SYNTHETIC sites with ten observations each. A table, not a test.

    build/venv/bin/python -m tools.bench.survey [SITES ...]

Each size runs in a separate real QGIS window: the panels open, a map of a city on screen, a scene under it. An action
is timed until it is in the file (`commit`: the transaction has ended) and until the map that shows it is on the screen
(`screen`: mapCanvasRefreshed, painted). After each action QGIS adds a feature to a layer of the same size and style,
which then replaces the survey's sites on the map, and commits it. Actions that only change rows are compared with
QGIS' edit of an attribute there; actions that write several rows (successor, split, merge) with QGIS' edits of as many
rows of as many layers, each committed, and on the disk with the last of them. A click writes two rows, QGIS' add one.
Figures are the 95th percentile, ratios are to QGIS' figures of the same row. A row that takes longer than LIMIT_S for
one size is stopped: then fewer actions count, or none. YALU_BENCH_ROWS="click redo matrix" measures only these.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import statistics
import subprocess  # a real QGIS, and a process that builds surveys
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tools.bench.survey_actions import ACTIONS as OTHERS
from tools.bench.survey_limits import ACTIONS, LIMIT_S

ROOT = Path(__file__).resolve().parents[2]
SURVEYS = Path(os.environ.get("YALU_BUILD", ROOT / "build")) / "bench" / "surveys"
SIZES, PER_SITE = (100, 3_000, 100_000), 10  # sites; observations of a site
MAX_RATIO_SMALL, MAX_RATIO_LARGE = 1.5, 2  # to QGIS' figures, at the first and at the last size
MAX_GROWTH = 1.5  # from the first size to the last
COMPARED = {"click": "click (add a site)", "observe": "observe", "undo": "undo", "redo": "redo",
          "edit": "edit of an attribute", **{name: action.title for name, action in OTHERS.items()}}
SINGLE = (("open", "usable", "open: until the window answers", 1_000),
         ("open", "facts", "open: until the list has every site", 5_000),
         ("open", "held", "open: the window is blocked at most", None),
         ("open", "kilometres", "open: until each has its chainage", None),
         ("qgis_reads", "read", "QGIS reads sites and observations", None),
         ("open", "memory", "memory above QGIS, MB", 400),
         ("find", "held", "filter of the list", 50),
         ("locate", "found", "locator: until its results are complete", None),
         ("locate", "held", "locator: the window is blocked at most", 100),
         ("other_date", "held", "another date: the window is blocked", 100),
         ("other_date", "screen", "another date: on the screen", None),
         ("nearest", "held", "nearest known site", 5))
UNTIL = ("commit", "screen", "processor")  # processor: time of all threads until the map is on the screen
Result = dict[str, dict[str, list[float]]]


def built_survey(sites: int) -> Path:
    """Return the folder of the survey of this size and its rival, which is built once for each state of the sources."""
    parts = (Path(__file__), ROOT / "tools/synthetic_survey.py",
             *sorted((ROOT / "yalu_plugin/core").glob("schema*.py")),
             ROOT / "yalu_plugin/layers/survey/create.py", ROOT / "yalu_plugin/layers/survey/survey_tables.py",
             ROOT / "yalu_plugin/layers/survey/styles.py",
             *sorted((ROOT / "resources/styles").glob("*.qml")))
    state = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()[:12]
    folder = SURVEYS / f"{sites}-{state}"
    if not (folder / "rival.gpkg").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        run = [sys.executable, "-m", "tools.synthetic_survey", folder / "survey.gpkg", str(sites),
               str(PER_SITE * sites)]
        subprocess.run(run, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True)
        subprocess.run(["ogr2ogr", str(folder / "rival.gpkg"), str(folder / "survey.gpkg"), "sites", "observations"],
                       check=True, capture_output=True)
    return folder


def measure(sites: int) -> Result:
    """Return the window's results for a survey of this size; an action that was stopped has no figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(built_survey(sites), Path(name, "work")))
        results = folder / "results"
        command = [str(ROOT / "tools/desktop"), "--enable", "--size", "1600x900", "--time", "7200",
                   str(ROOT / "tools/bench/survey_window.py"), str(folder / "survey.gpkg"), str(folder / "rival.gpkg"),
                   str(results)]
        with subprocess.Popen(command, start_new_session=True) as window:
            while window.poll() is None:
                time.sleep(0.2)
                if results.is_file() and time.time() - results.stat().st_mtime > 2 * LIMIT_S:
                    window.send_signal(signal.SIGTERM)  # tools/desktop ends its child processes
                    window.wait()
        lines = [json.loads(line) for line in results.read_text().splitlines()] if results.is_file() else []
    return {line.pop("name"): line for line in lines if "name" in line} | {
        line["begin"]: {} for line in lines[-1:] if "begin" in line}


def p95(times: list[float] | None) -> float | None:
    """Return the 95th percentile, or the maximum of fewer than twenty; None without times or with a NaN."""
    if not times or any(one != one for one in times):
        return None
    return statistics.quantiles(times, n=20)[18] if len(times) >= 20 else max(times)


def compared_rows(results: list[Result]) -> Iterator[str]:
    """Yield an action's rows: ours, QGIS', the ratio."""
    for action, title in COMPARED.items():
        if not any(action in result for result in results):
            continue  # YALU_BENCH_ROWS has others
        ours = {until: [p95(result.get(action, {}).get(until)) for result in results] for until in UNTIL}
        rival = {until: [p95(result.get(action, {}).get(f"qgis {until}")) for result in results] for until in ours}
        counts = [len(result.get(action, {}).get("commit", ())) for result in results]
        yield f"  {title:44}" + "".join(f"{f'{count} times':>13}" for count in counts)
        for until, figures in ours.items():
            yield line(f"  {until}, p95", figures, [result.get(action) for result in results])
            yield line("    QGIS", rival[until], [result.get(action) for result in results])
            ratios = [one and other and one / other for one, other in zip(figures, rival[until])]
            growth = figures[-1] / figures[0] if figures[0] and figures[-1] else None
            yield f"  {'    ratio':44}" + "".join(f"{f'{one:.2f} x' if one else '–':>13}" for one in ratios) + (
                f"{f'{growth:.1f} x' if growth else '–':>10}   {verdict(ratios, growth)}")


def verdict(ratios: list[float | None], growth: float | None) -> str:
    """Return whether the limits are met, as text."""
    is_met = (all((ratios[0], ratios[-1], growth)) and ratios[0] <= MAX_RATIO_SMALL
              and ratios[-1] <= MAX_RATIO_LARGE and growth <= MAX_GROWTH)
    return f"({MAX_RATIO_SMALL}, {MAX_RATIO_LARGE}, growth {MAX_GROWTH}: {'met' if is_met else 'MISSED'})"


def line(title: str, figures: list[float | None], started: list[dict | None], limit: float | None = None) -> str:
    """Return a row of figures; an action that was started and has none took too long."""
    cells = [f"{figure:,.1f}" if figure is not None else "–" if here is None else f"over {LIMIT_S} s"
             for figure, here in zip(figures, started)]
    is_met = figures[-1] is not None and limit is not None and figures[-1] <= limit
    limit_text = "" if limit is None else f"{'':10}   (at most {limit:,}: {'met' if is_met else 'MISSED'})"
    return f"  {title:44}" + "".join(f"{cell:>13}" for cell in cells) + limit_text


def bench(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    results = [measure(size) for size in sizes]
    print(f"Survey: sites, with {PER_SITE} observations each; milliseconds; at most {ACTIONS} actions, "
          f"{LIMIT_S} s per row")
    print(f"  {'':44}" + "".join(f"{size:>13,}" for size in sizes) + f"{'growth':>10}")
    for row in compared_rows(results):
        print(row)
    for action, what, title, limit in SINGLE:
        figures = [p95(result.get(action, {}).get(what)) for result in results if action in result]
        if figures:
            print(line(title, figures, [result.get(action) for result in results], limit))


if __name__ == "__main__":
    bench(tuple(map(int, sys.argv[1:])) or SIZES)
