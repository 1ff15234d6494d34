"""make bench: a KMZ of 70,000 SYNTHETIC placemarks through the import dialog of a real QGIS window. Not a test.

    tools/desktop --enable --time 7200 tools/bench/import_kmz.py [PLACEMARKS]

Timed are reading and assessing (until the dialog offers the import) and writing (until the dialog has closed and the
list has every site), which share a limit; and Cancel during writing, until the dialog has closed and until what was
written is rolled back. Then the same list comes again with every hundredth placemark moved: until it is compared with
the survey, until a click shows only what has moved, until a tick takes the list's places, and until these are written.
For each: the longest time the window was blocked, without its waiting for a processor (see
heartbeat.py), and how many steps of progress were shown.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QDialog, QLineEdit, QProgressBar, QTableView, QWidget
from qgis.utils import iface, plugins

from tools.bench.survey_timing import longest_ms, memory_mb
from tools.desk import LEFT, Desk
from tools.synthetic_scenes import FORD

PLACEMARKS, PATIENCE_S, LIMIT_S, LIMIT_MS, FREE_S = 70_000, 900, 60, 100, 1
STEP_DEG, COLUMNS = 0.003, 265  # some 300 m: for closer ones the import asks whether they are the same site
MOVED_EVERY, MOVED_DEG, CHOICE_S = 100, 0.0004, 5
KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>SYNTHETIC</name>{}</Document></kml>'
PLACEMARK = ("<Placemark><name>SYNTHETIC {number}</name><TimeStamp><when>2025-07-{day:02}</when></TimeStamp>"
             "<Point><coordinates>{lon:.6f},{lat:.6f},0</coordinates></Point></Placemark>")


def write_kmz(path: Path, count: int, moved_deg: float = 0.0) -> Path:
    """Write a KMZ as Google Earth does, all places in one document, on a grid from the ford at Hyesan."""
    places = "".join(PLACEMARK.format(
        number=number, day=number % 31 + 1, lon=FORD[0] + STEP_DEG * (number % COLUMNS),
        lat=FORD[1] + STEP_DEG * (number // COLUMNS) + (moved_deg if number % MOVED_EVERY == 0 else 0.0))
        for number in range(count))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", KML.format(places))
    return path


class Import:
    """The import dialog, operated as a user would; each stage is a line of the table."""

    def __init__(self, desk: Desk, count: int) -> None:
        self._desk, self._count, self._shown = desk, count, []
        self._model = desk.find("yalu_sites", QTableView).model()

    def stage(self, name: str, until: Callable[[], object], limit_s: float | None = None) -> float:
        """Wait for the end of a stage that has just started, print its line, and return the seconds it took."""
        begin, steps, duration = time.perf_counter(), len(self._shown), 0.0

        def wait() -> None:
            nonlocal duration
            self._desk.wait(until, name, PATIENCE_S)
            duration = time.perf_counter() - begin

        _, blocked_ms = longest_ms(wait)
        print(f"  {name:28}{duration:9.1f}{blocked_ms:12.0f}{len(self._shown) - steps:10}   "
              f"blocked at most {LIMIT_MS}: {verdict(blocked_ms, LIMIT_MS)}"
              + (f"; at most {limit_s} s: {verdict(duration, limit_s)}" if limit_s else ""), flush=True)
        return duration

    def read(self, dialog: QDialog, path: Path) -> tuple[float, QAbstractButton]:
        """Select the file and wait for the assessment; returns the seconds that took, and the Import button."""
        dialog.findChild(QProgressBar).valueChanged.connect(self._shown.append)
        write = self._desk.find("yalu_import_write", QAbstractButton, dialog)
        self._desk.find("yalu_import_file", QWidget, dialog).findChild(QLineEdit).setText(str(path))
        return self.stage("read and assessed", write.isEnabled), write

    def cancel(self, dialog: QDialog, path: Path) -> None:
        """Press Import, and Cancel when a third of it is written."""
        _, write = self.read(dialog, path)
        bar, tasks = dialog.findChild(QProgressBar), QgsApplication.taskManager()
        QTimer.singleShot(0, write.click)
        self._desk.wait(lambda: bar.format().startswith("Importing") and bar.value() >= 33, "a third", PATIENCE_S)
        QTimer.singleShot(0, dialog.reject)
        self.stage("Cancel: the dialog is free", lambda: not dialog.isVisible(), FREE_S)
        self.stage("Cancel: all is rolled back", lambda: not tasks.countActiveTasks())

    def work(self, dialog: QDialog, path: Path) -> None:
        """Press Import, and wait until everything is written."""
        reading, write = self.read(dialog, path)
        QTimer.singleShot(0, write.click)
        writing = self.stage("written and in the list", lambda: not dialog.isVisible()
                             and self._model.rowCount() >= self._count)
        print(f"  {'together':28}{reading + writing:9.1f}{'':25}at most {LIMIT_S} s: "
              f"{verdict(reading + writing, LIMIT_S)}", flush=True)

    def update(self, dialog: QDialog, path: Path) -> None:
        """Import the list again: show what has moved, take it, and press Import."""
        _, write = self.read(dialog, path)
        table = self._desk.find("yalu_import_rows", QTableView, dialog)
        moved = len(range(0, self._count, MOVED_EVERY))
        QTimer.singleShot(0, self._desk.find("yalu_import_change_moved", QAbstractButton, dialog).click)
        self.stage("only what has moved", lambda: table.model().rowCount() == moved, CHOICE_S)
        QTimer.singleShot(0, self._desk.find("yalu_import_take_place", QAbstractButton, dialog).click)
        self._desk.wait(lambda: not write.isEnabled() or dialog.findChild(QProgressBar).isVisible(), "the choice")
        self.stage("the list's places taken", write.isEnabled, CHOICE_S)
        QTimer.singleShot(0, write.click)
        self.stage("written", lambda: not dialog.isVisible())


def verdict(figure: float, limit: float) -> str:
    """Return whether a limit is met, as a word."""
    return "met" if figure <= limit else "MISSED"


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PLACEMARKS
    with tempfile.TemporaryDirectory() as name:
        desk, folder = Desk(iface, Path(name, "pictures")), Path(name)
        iface.newProject()
        plugins["yalu_plugin"].workbench.new_survey(folder / "import.gpkg", "SYNTHETIC", published=False)
        path = write_kmz(folder / "places.kmz", count)
        desk.settle()
        memory, run = memory_mb(), Import(desk, count)
        print(f"A KMZ of {count:,} placemarks into a new survey\n"
              f"  {'':28}{'seconds':>9}{'blocked, ms':>12}{'steps':>10}")
        (folder / "newer").mkdir()
        newer = write_kmz(folder / "newer" / path.name, count, MOVED_DEG)
        for work, file in ((run.cancel, path), (run.work, path), (run.update, newer)):
            desk.with_dialog(lambda: QTest.mouseClick(desk.find("yalu_import_sites_button"), LEFT),
                             lambda dialog, work=work, file=file: work(dialog, file))
        print(f"  memory: {memory_mb() - memory:,.0f} MB more", flush=True)
        iface.newProject()


main()
sys.stdout.flush()
os._exit(0)
