"""The whole workflow in one go, by clicks and keys in a real QGIS window: make run without a display.

Writes to build/tour/: survey.gpkg, corridor.csv, overview.pdf, overview.png, tour.qgz, and a picture of the screen
after each step. The scenes it steps through are SYNTHETIC; no made-up row stays in the survey.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.utils import iface

from tools.desk import Desk
from tools.synthetic_scenes import FORD, make_scenes

ROOT = Path(__file__).resolve().parents[1]
OUT = Path(os.environ.get("YALU_BUILD", ROOT / "build")).resolve() / "tour"
CORRIDOR = (126.95, 41.25, 128.45, 41.80)
WHERE_TO_CLICK = (128.1895, 41.4128)


def tour(desk: Desk) -> None:
    """Do every step of the workflow."""
    desk.picture("00-qgis")
    desk.enable_plugin()
    desk.picture("02-plugin-enabled")
    load(desk)
    measure(desk)
    step(desk)
    annotate(desk)
    publish(desk)
    reopen(desk)


def load(desk: Desk) -> None:
    """Create a survey of the published sites and import the two official bridges."""
    desk.new_survey(OUT / "survey.gpkg")
    desk.enter_analyst("Tour", "T")
    desk.clear_messages()
    desk.zoom_to_box(*CORRIDOR)
    desk.picture("03-published-survey")
    desk.import_file(ROOT / "resources/data/official_crossings.csv", "04-import-preview")
    desk.picture("05-imported")
    desk.clear_messages()


def measure(desk: Desk) -> None:
    """Measure along the river and straight, as a table and as CSV."""
    desk.show_panel("corridor")
    desk.wait_for_figures()
    desk.picture("06-corridor")
    desk.save_corridor_csv(OUT / "corridor.csv")
    desk.show_panel("crossings")


def step(desk: Desk) -> None:
    """Step through four dates, by buttons and by keys."""
    make_scenes(OUT / "scenes")
    desk.add_folder(OUT / "scenes")
    desk.step("first")
    desk.zoom_to(*FORD, scale=18_000)
    desk.picture("07-first-scene")
    desk.clear_messages()
    desk.step("next")
    desk.picture("08-next-scene")
    desk.press("Alt+PgDown")
    desk.picture("09-next-by-key")
    desk.press("Alt+End")
    desk.picture("10-last-by-key")


def annotate(desk: Desk) -> None:
    """Add a site by a click and undo it, so that nothing made-up stays."""
    desk.click(desk.find("yalu_add_crossing_button"))
    desk.press("B")
    desk.click_map(*WHERE_TO_CLICK)
    desk.picture("11-clicked-a-site")
    desk.undo()
    desk.picture("12-undone")
    desk.click(desk.find("yalu_add_crossing_button"))


def publish(desk: Desk) -> None:
    """Export the overview of the published sites, on a day without a scene: it contains no synthetic picture."""
    desk.go_to_day("2025-08-01")
    desk.zoom_to_box(*CORRIDOR)
    for number, ending in enumerate(("pdf", "png"), 13):
        desk.export_overview(OUT / f"overview.{ending}", f"{number}-overview-{ending}")
        desk.clear_messages()


def reopen(desk: Desk) -> None:
    """Save the project, close it, and open it again."""
    project = QgsProject.instance()
    assert project.write(str(OUT / "tour.qgz"))
    iface.newProject()
    desk.picture("15-project-closed")
    iface.addProject(str(OUT / "tour.qgz"))
    desk.zoom_to_box(*CORRIDOR)
    desk.picture("16-project-reopened")


shutil.rmtree(OUT, ignore_errors=True)
tour_desk = Desk(iface, OUT)
code = 0
try:
    tour(tour_desk)
except BaseException:
    traceback.print_exc()
    tour_desk.picture("99-where-it-stopped")
    code = 1
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)
