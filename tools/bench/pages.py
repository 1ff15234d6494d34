"""make bench: how long the window is held while the pages of 43 SYNTHETIC sites are made and written. A table.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.pages

`made` is the longest time of the main thread between two moments at which the work lets a window live and hears of a
Cancel; `written` the same while the PDF is written: there the least is one page, which is one call of QGIS. Both are
without what the thread had to wait for a processor. The second of two rounds: the first imports packages.
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
from yalu_plugin.layers.layouts.lifetime import pages_of
from yalu_plugin.layers.layouts.overview_document import overview_document
from yalu_plugin.layers.layouts.report import build_report
from yalu_plugin.layers.layouts.sheets import build_sheets
from yalu_plugin.layers.layouts.strip_document import strip_document
from yalu_plugin.layers.layouts.template import prepare_templates
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
    print(f"The window while pages of 43 sites are made, ms\n  {'':14}{'made':>8}{'written':>10}")
    with tempfile.TemporaryDirectory() as name:
        survey = made_survey(Path(name))
        for title, build in DOCUMENTS.items():
            for _ in range(2):
                with pages_of(survey) as project:
                    made, pages = held_ms(lambda feedback, p=project, b=build: b(p, survey, feedback))
                    written, _ = held_ms(lambda feedback, made=pages: export(made, Path(name, "pages.pdf"),
                                                                             feedback=feedback))
            print(f"  {title:14}{made:8.0f}{written:10.0f}   wanted below {LIMIT_MS}: "
                  f"{'kept' if max(made, written) < LIMIT_MS else 'MISSED'}", flush=True)


def made_survey(folder: Path) -> Survey:
    """43 sites along the river."""
    survey = create_survey(folder / "survey.gpkg", "SYNTHETIC", False)
    with SITES.open(encoding="utf-8") as file:
        survey.change("bench", {"sites": [
            {"id": row["name"], "name": row["name"], "kind": KINDS[row["kind"]],
             "geom": f"POINT ({row['lon']} {row['lat']})"} for row in csv.DictReader(file)]})
    return survey


def held_ms(work: Callable[[QgsFeedback], object]) -> tuple[float, object]:
    """The longest time of this thread between two beats of the feedback, and what the work gives."""
    feedback, beats = QgsFeedback(), [time.thread_time()]
    feedback.progressChanged.connect(lambda _percent: beats.append(time.thread_time()))
    done = work(feedback)
    beats.append(time.thread_time())
    return 1000 * max(after - before for before, after in zip(beats, beats[1:])), done


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
    application.exitQgis()
    sys.exit(0)
