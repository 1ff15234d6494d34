"""make bench: the overview map of a survey of 100,000 SYNTHETIC sites as PDF, beside one of 100. A table, not a test.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.overview [SITES ...]

From the survey to the file, in a project of its own, as yalu:exportoverview does: making the sheet, and exporting it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from qgis.core import QgsApplication

from tools.bench.survey import made
from tools.bench.survey_timing import memory_mb
from yalu_plugin.layers.layouts.export import export
from yalu_plugin.layers.layouts.lifetime import pages_of
from yalu_plugin.layers.layouts.overview import build_overview
from yalu_plugin.layers.survey.open import open_survey

SIZES, DAY = (100, 100_000), date(2024, 12, 31)


def main(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    print(f"The overview map on {DAY}\n  {'sites':>9}{'sheet, s':>12}{'export, s':>12}{'PDF, MB':>10}"
          f"{'memory, MB':>13}")
    for sites in sizes:
        survey, before = open_survey(made(sites) / "survey.gpkg"), memory_mb()
        with tempfile.TemporaryDirectory() as name, pages_of(survey) as project:
            path, begin = Path(name, "overview.pdf"), time.perf_counter()
            layout = build_overview(project, survey, DAY)
            built = time.perf_counter()
            export(layout, path)
            exported, size = time.perf_counter(), path.stat().st_size / 1e6
            print(f"  {sites:9,}{built - begin:12.1f}{exported - built:12.1f}{size:10.1f}{memory_mb() - before:13.0f}",
                  flush=True)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(tuple(map(int, sys.argv[1:])) or SIZES)
    application.exitQgis()
