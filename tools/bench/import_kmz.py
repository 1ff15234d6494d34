"""make bench: a KMZ of 70,000 SYNTHETIC placemarks through the import dialog of a real QGIS window. Not a test.

    tools/desktop --enable --time 7200 tools/bench/import_kmz.py [PLACEMARKS]

Timed are reading and judging (until the dialog offers the import) and writing (until the dialog has closed and the list
has every site). For each: how long the window was held at most, and how many steps of progress were shown.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QDialog, QLineEdit, QProgressBar, QTableView, QWidget
from qgis.utils import iface, plugins

from tools.bench.survey_timing import Heart, memory_mb
from tools.desk import LEFT, Desk
from tools.synthetic_scenes import FORD

PLACEMARKS, LIMIT_S, LIMIT_MS = 70_000, 900, 100
STEP_DEG, COLUMNS = 0.003, 265  # some 300 m: nearer ones are asked about, whether they are the same site
KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>SYNTHETIC</name>{}</Document></kml>'
PLACEMARK = ("<Placemark><name>SYNTHETIC {number}</name><TimeStamp><when>2025-07-{day:02}</when></TimeStamp>"
             "<Point><coordinates>{lon:.6f},{lat:.6f},0</coordinates></Point></Placemark>")


def made_kmz(path: Path, count: int) -> Path:
    """A KMZ as Google Earth writes it, all places in one document, on a grid from the ford at Hyesan."""
    places = "".join(PLACEMARK.format(number=number, day=number % 31 + 1, lon=FORD[0] + STEP_DEG * (number % COLUMNS),
                                      lat=FORD[1] + STEP_DEG * (number // COLUMNS)) for number in range(count))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", KML.format(places))
    return path


class Import:
    """The dialog, worked as a person would; each stage is a line of the table."""

    def __init__(self, desk: Desk, count: int) -> None:
        self._desk, self._count, self._shown = desk, count, []
        self._model = desk.find("yalu_sites", QTableView).model()

    def stage(self, name: str, until: Callable[[], object]) -> None:
        """Wait for the end of a stage that has just begun, and print its line."""
        begin, beats, steps = time.perf_counter(), Heart(), len(self._shown)
        self._desk.wait(until, name, LIMIT_S)
        seconds, held = time.perf_counter() - begin, beats.longest_ms()
        kept = "kept" if held <= LIMIT_MS else "MISSED"
        print(f"  {name:28}{seconds:9.1f}{held:12.0f}{len(self._shown) - steps:10}   held at most {LIMIT_MS}: {kept}",
              flush=True)

    def work(self, dialog: QDialog, path: Path) -> None:
        """Choose the file, wait for the judgement, press Import, wait until it is written."""
        dialog.findChild(QProgressBar).valueChanged.connect(self._shown.append)
        write = self._desk.find("yalu_import_write", QAbstractButton, dialog)
        self._desk.find("yalu_import_file", QWidget, dialog).findChild(QLineEdit).setText(str(path))
        self.stage("read and judged", write.isEnabled)
        QTimer.singleShot(0, write.click)
        self.stage("written and in the list", lambda: not dialog.isVisible() and self._model.rowCount() >= self._count)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PLACEMARKS
    with tempfile.TemporaryDirectory() as name:
        desk, folder = Desk(iface, Path(name, "pictures")), Path(name)
        iface.newProject()
        plugins["yalu_plugin"].workbench.new_survey(folder / "import.gpkg", "SYNTHETIC", published=False)
        path = made_kmz(folder / "places.kmz", count)
        desk.settle()
        memory, run = memory_mb(), Import(desk, count)
        print(f"A KMZ of {count:,} placemarks into a new survey\n  {'':28}{'seconds':>9}{'held, ms':>12}{'steps':>10}")
        desk.with_dialog(lambda: QTest.mouseClick(desk.find("yalu_import_sites_button"), LEFT),
                         lambda dialog: run.work(dialog, path))
        print(f"  memory: {memory_mb() - memory:,.0f} MB more", flush=True)
        iface.newProject()


main()
sys.stdout.flush()
os._exit(0)
