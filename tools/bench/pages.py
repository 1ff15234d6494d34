"""make bench: how long the window is blocked while the pages of 43 SYNTHETIC sites are built and written. A table.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.pages

`built` is the longest time of the main thread between two points at which the work processes events and checks for
Cancel; `written` is the same while the PDF is written: there the minimum is one page, which is one call of QGIS. Both
exclude the time the thread waited for a processor. The second of two rounds counts: the first imports packages.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from qgis.core import QgsApplication, QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.layers.corridor.chart_data import prepare_charts
from yalu_plugin.layers.layouts.export import export
from yalu_plugin.layers.layouts.layout_lifetime import temporary_project
from yalu_plugin.layers.layouts.map_documents import overview_document, strip_document
from yalu_plugin.layers.layouts.page_template import prepare_templates
from yalu_plugin.layers.layouts.report import build_report
from yalu_plugin.layers.layouts.site_sheets import build_sheets
from yalu_plugin.layers.survey.create import create_survey
from yalu_plugin.layers.survey.survey import Survey

SITES = Path(__file__).resolve().parents[2] / "tests/data/maps/forty_three_sites_SYNTHETIC.csv"
KINDS = {"vehicle": "vehicle_ford", "barge": "barge_dock"}
DAY, LIMIT_MS = date(2025, 7, 30), 100
Build = Callable[[QgsProject, Survey, QgsFeedback], Sequence[QgsPrintLayout]]
DOCUMENTS: dict[str, Build] = {
    "overview": lambda project, survey, feedback: overview_document(project, survey, DAY, feedback=feedback),
    "strip map": lambda project, survey, feedback: strip_document(project, survey, DAY, feedback=feedback),
    "booklet": lambda project, survey, feedback: strip_document(project, survey, DAY, feedback=feedback,
                                                                form="booklet"),
    "site sheets": lambda project, survey, feedback: [build_sheets(project, survey, DAY, feedback=feedback)],
    "report": lambda project, survey, feedback: build_report(project, survey, DAY, feedback=feedback)}


def main() -> None:
    """Print the table."""
    prepare_templates()
    prepare_charts()
    print(f"The window while pages of 43 sites are built, ms\n  {'':14}{'built':>8}{'written':>10}")
    with tempfile.TemporaryDirectory() as name:
        survey = build_survey(Path(name))
        for title, build in DOCUMENTS.items():
            for _ in range(2):
                with temporary_project(survey) as project:
                    built, pages = longest_block_ms(lambda feedback, p=project, b=build: b(p, survey, feedback))
                    written, _ = longest_block_ms(lambda feedback, built=pages: export(built, Path(name, "pages.pdf"),
                                                                             feedback=feedback))
            print(f"  {title:14}{built:8.0f}{written:10.0f}   wanted below {LIMIT_MS}: "
                  f"{'met' if max(built, written) < LIMIT_MS else 'MISSED'}", flush=True)


def build_survey(folder: Path) -> Survey:
    """Create a survey of 43 sites along the river."""
    survey = create_survey(folder / "survey.gpkg", "SYNTHETIC", False)
    with SITES.open(encoding="utf-8") as file:
        survey.change("bench", {"sites": [
            {"id": row["name"], "name": row["name"], "kind": KINDS[row["kind"]],
             "geom": f"POINT ({row['lon']} {row['lat']})"} for row in csv.DictReader(file)]})
    return survey


def longest_block_ms(work: Callable[[QgsFeedback], object]) -> tuple[float, object]:
    """Return the longest time of this thread between two steps of the feedback, and what `work` returns."""
    feedback, ticks = QgsFeedback(), [time.thread_time()]
    feedback.progressChanged.connect(lambda _percent: ticks.append(time.thread_time()))
    result = work(feedback)
    ticks.append(time.thread_time())
    return 1000 * max(after - before for before, after in zip(ticks, ticks[1:])), result


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
    application.exitQgis()
    sys.exit(0)
