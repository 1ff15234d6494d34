"""make bench: the overview map of 70,000 SYNTHETIC sites as PDF, compared with one of 100. A table, not a test.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.overview [SITES ...]

From the survey to the file, in a separate project, as yalu:exportoverview does: building the sheet, and exporting it.
`blocked` is the longest time between two points at which the work processes events and checks for Cancel, without the
time the main thread waited for a processor. For the same in a window see tools/bench/overview_window.py.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from qgis.core import QgsApplication, QgsFeedback

from tools.bench.survey import built_survey
from tools.bench.survey_timing import memory_mb, own_time
from yalu_plugin.layers.layouts.export import export
from yalu_plugin.layers.layouts.layout_lifetime import temporary_project
from yalu_plugin.layers.layouts.overview import build_overview
from yalu_plugin.layers.survey.open import open_survey

SIZES, DAY, LIMIT_S, LIMIT_MS = (100, 70_000), date(2024, 12, 31), 60, 100


def main(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    print(f"The overview map on {DAY}\n  {'sites':>9}{'sheet, s':>12}{'export, s':>12}{'blocked, ms':>13}"
          f"{'PDF, MB':>10}{'memory, MB':>13}")
    for sites in sizes:
        survey, before = open_survey(built_survey(sites) / "survey.gpkg"), memory_mb()
        with tempfile.TemporaryDirectory() as name, temporary_project(survey) as project:
            path, feedback, ticks = Path(name, "overview.pdf"), QgsFeedback(), [own_time()]
            feedback.progressChanged.connect(lambda _percent, ticks=ticks: ticks.append(own_time()))
            begin = time.perf_counter()
            layout = build_overview(project, survey, DAY, feedback=feedback)
            built = time.perf_counter()
            export(layout, path, feedback=feedback)
            exported, size = time.perf_counter(), path.stat().st_size / 1e6
            whole, ticks = exported - begin, [*ticks, own_time()]
            blocked_ms = 1000 * max(after - one for one, after in zip(ticks, ticks[1:]))
            print(f"  {sites:9,}{built - begin:12.1f}{exported - built:12.1f}{blocked_ms:13.0f}{size:10.1f}"
                  f"{memory_mb() - before:13.0f}   at most {LIMIT_S} s: {_verdict(whole, LIMIT_S)}; "
                  f"blocked at most {LIMIT_MS}: {_verdict(blocked_ms, LIMIT_MS)}", flush=True)


def _verdict(figure: float, limit: float) -> str:
    return "met" if figure <= limit else "MISSED"


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(tuple(map(int, sys.argv[1:])) or SIZES)
    application.exitQgis()
