"""make bench: the overview of 70,000 SYNTHETIC sites exported by the dialog in a real QGIS window. A table, not a test.

    tools/desktop --enable --time 1800 tools/bench/overview_window.py [SITES]

Two exports as PDF, the first of which imports packages, and some that are cancelled after different times. For each:
the time until the dialog is free, the longest time the window was blocked, without its waiting for a processor (see
heartbeat.py), and how many steps of progress were shown. A cancelled export must leave nothing in the folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLineEdit,
    QProgressBar,
    QProgressDialog,
    QPushButton,
    QTableView,
    QWidget,
)
from qgis.utils import iface, plugins

from tools.bench.survey import built_survey
from tools.bench.survey_timing import longest_ms, memory_mb
from tools.desk import LEFT, Desk

SITES, PATIENCE_S, LIMIT_S, LIMIT_MS, FREE_MS = 70_000, 300, 60, 100, 500
CANCELLED_MS = (500, 2_000, 5_000, 8_000)


class Export:
    """The export dialog, operated as a user would; each export is a line of the table."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk, self._path = desk, path

    def line(self, title: str, cancel_ms: int | None = None) -> None:
        """Export and print a line of the table; cancels after `cancel_ms` milliseconds unless None."""
        self._shown, self._cancelled, self._bar = [], [], None
        self._desk.with_dialog(plugins["yalu_plugin"]._export, lambda dialog: self._work(dialog, title, cancel_ms))

    def _work(self, dialog: QDialog, title: str, cancel_ms: int | None) -> None:
        self._desk.find("yalu_export_output", QWidget, dialog).findChild(QLineEdit).setText(str(self._path))
        wait_for_tasks(self._desk)
        watch = QTimer()
        watch.timeout.connect(lambda: self._watch_steps(dialog))
        watch.start(20)
        if cancel_ms is not None:
            QTimer.singleShot(cancel_ms, lambda: self._cancel(dialog))
        memory, begin = memory_mb(), time.perf_counter()
        button = self._desk.find("yalu_export_export", QPushButton, dialog)
        _, blocked_ms = longest_ms(lambda: QTest.mouseClick(button, LEFT))
        duration = time.perf_counter() - (self._cancelled or [begin])[0]
        watch.stop()
        limit_s = LIMIT_S if cancel_ms is None else FREE_MS / 1000
        print(f"  {title:26}{duration:9.2f}{blocked_ms:13.0f}{len(self._shown):8}{memory_mb() - memory:12.0f}   "
              f"blocked at most {LIMIT_MS} ms: {verdict(blocked_ms, LIMIT_MS)}; at most {limit_s:g} s: "
              f"{verdict(duration, limit_s)}", flush=True)
        assert cancel_ms is None or (self._cancelled and not list(self._path.parent.iterdir())), "not cancelled"
        dialog.close()

    def _watch_steps(self, dialog: QDialog) -> None:
        if self._bar is None:
            self._bar = dialog.findChild(QProgressDialog).findChild(QProgressBar)
            self._bar.valueChanged.connect(self._shown.append)

    def _cancel(self, dialog: QDialog) -> None:
        (bar,) = [one for one in dialog.findChildren(QProgressDialog) if one.isVisible()]
        self._cancelled = [time.perf_counter()]
        QTest.mouseClick(bar.findChild(QAbstractButton), LEFT)


def wait_for_tasks(desk: Desk) -> None:
    """Wait until no background task is running and the map is drawn."""
    tasks = QgsApplication.taskManager()
    desk.wait(lambda: not tasks.countActiveTasks(), "the tasks", PATIENCE_S)
    desk.settle()


def verdict(figure: float, limit: float) -> str:
    """Return whether a limit is met, as a word."""
    return "met" if figure <= limit else "MISSED"


def main() -> None:
    """Print the table."""
    sites = int(sys.argv[1]) if len(sys.argv) > 1 else SITES
    with tempfile.TemporaryDirectory() as name:
        desk, folder = Desk(iface, Path(name, "pictures")), Path(name, "maps")
        folder.mkdir()
        iface.newProject()
        plugins["yalu_plugin"].workbench.open_survey(built_survey(sites) / "survey.gpkg")
        model = desk.find("yalu_sites", QTableView).model()
        desk.wait(lambda: model.rowCount() >= sites, "the list", PATIENCE_S)
        wait_for_tasks(desk)
        print(f"The overview of {sites:,} sites, exported by the dialog\n  {'':26}{'seconds':>9}{'blocked, ms':>13}"
              f"{'steps':>8}{'memory, MB':>12}")
        run = Export(desk, folder / "overview.pdf")
        for title in ("the first", "once more"):
            run.line(title)
            (folder / "overview.pdf").unlink()
        for after_ms in CANCELLED_MS:
            run.line(f"cancelled after {after_ms / 1000:g} s", after_ms)
        iface.newProject()


main()
sys.stdout.flush()
os._exit(0)
