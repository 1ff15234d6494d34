"""In a real QGIS window: how long actions on a survey take, compared with QGIS' edits of a layer of the same size.

Started by tools/bench/survey.py with: the survey, the rival (a plain copy of its sites), and the file for results, one
JSON line each. A line states which action is started, another its figures, so that the caller can stop what takes too
long.
"""

from __future__ import annotations

import compileall
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsLocatorWidget
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QTableView
from qgis.PyQt.QtXml import QDomDocument
from qgis.utils import iface, plugins

from tools.bench.survey_actions import ACTIONS as OTHERS
from tools.bench.survey_limits import ACTIONS, LIMIT_S, is_measured
from tools.bench.survey_rival import AROUND_DEG, Rival, add_to, edit_note, in_view
from tools.bench.survey_timing import Heart, Stopwatch, Times, memory_mb, numbers_within_limit, search_ms
from tools.desk import Desk
from tools.synthetic_scenes import FORD
from tools.synthetic_survey import ON_RIVER
from yalu_plugin import __file__ as plugin_file
from yalu_plugin.layers.project import ROLE, layer_with_role
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

CITY = 25_000  # the map's scale
STATES = ("absent", "washed_out", "under_construction", "present")


class Window:
    """The window, and the actions in it."""

    def __init__(self, survey: Path, rival: Path, results: Path) -> None:
        self._path, self._rival_path, self._results = survey, rival, results
        self.workbench, self._stopwatch = plugins["yalu_plugin"].workbench, Stopwatch(
            iface.mapCanvas(), self._show, lambda: self.workbench.session.layers.is_reloading)
        self._stopwatch.record_commits(GeoPackageSurvey)
        self.desk = Desk(iface, survey.parent / "pictures")
        self._generator, self.sites = random.Random(1), list[str]()
        self.seen = 0  # number of observations that the current action moves to another site
        compileall.compile_dir(Path(plugin_file).parent, quiet=2)  # as after a user's first start
        iface.newProject()
        QTest.qWait(1000)

    def write_result(self, **line: object) -> None:
        """Write a line of results."""
        with self._results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def measure(self, name: str, work: Callable[[], Times]) -> Times:
        """Do `work`, and write its times."""
        self.write_result(begin=name)
        times = work()
        self.write_result(name=name, **times)
        return times

    # measured actions

    def open(self) -> Times:
        """Open the survey: until the window responds, until the list has every site, until each has its chainage."""
        expected = int(QgsVectorLayer(f"{self._path}|layername=sites", "sites", "ogr").featureCount())
        memory, begin = memory_mb(), time.perf_counter()
        heart = Heart()
        self.workbench.open_survey(self._path)
        QgsApplication.processEvents()
        usable = time.perf_counter()
        model = self.desk.find("yalu_sites", QTableView).model()
        self.desk.wait(lambda: model.rowCount() >= expected, "the list", LIMIT_S)
        facts = time.perf_counter()
        blocked_ms = heart.longest_ms()
        expected_near = min(expected, ON_RIVER)
        self.desk.wait(lambda: len(self.workbench.river.chainages) >= 0.9 * expected_near, "the kilometres", LIMIT_S)
        measured = time.perf_counter()
        self._stopwatch.wait_until_idle()
        return {"usable": [1000 * (usable - begin)], "facts": [1000 * (facts - begin)], "held": [blocked_ms],
                "kilometres": [1000 * (measured - begin)], "memory": [memory_mb() - memory]}

    def qgis_reads(self) -> Times:
        """Read the tables of sites and observations with their attributes, as QGIS' attribute table does."""
        begin = time.perf_counter()
        for table in ("sites", "observations"):
            layer = QgsVectorLayer(f"{self._path}|layername={table}", table, "ogr")
            for feature in layer.getFeatures():
                feature.attributes()
        return {"read": [1000 * (time.perf_counter() - begin)]}

    def prepare(self) -> Times:
        """Add the rival to the project, in the style of the survey's sites; show the first scene on a map of a city."""
        self._stopwatch.wait_until_idle()  # a large record is still being checked
        sites = self.workbench.sites.layer()
        self.rival = QgsVectorLayer(f"{self._rival_path}|layername=sites", "rival", "ogr")
        style = QDomDocument()
        sites.exportNamedStyle(style)
        self.rival.importNamedStyle(style)
        self.rival.removeCustomProperty(ROLE)  # part of the style
        QgsProject.instance().addMapLayer(self.rival)
        observations = QgsVectorLayer(f"{self._rival_path}|layername=observations", "seen", "ogr")
        self._rows = Rival(self.rival, observations)
        for layer in (sites, *self._rows):
            self._stopwatch.record_saving(layer)
        self.workbench.imagery.show(self.workbench.scenes.timeline.scenes[0])
        self.zoom_to_city()
        for layer in self._rows:
            layer.startEditing()
        self._stopwatch.wait_until_idle()
        self.desk.picture(f"bench-{self._path.stem}")
        return {}

    def click(self) -> Times:
        """Add a crossing."""
        return self._stopwatch.compare((self._add_site for _ in range(ACTIONS)), self._add_to_rival)

    def observe(self) -> Times:
        """Record another state of the sites that were added."""
        def acts() -> Iterable[Callable[[], object]]:
            for number in range(ACTIONS):
                self.workbench.sites.select([self.sites[number % len(self.sites)]])
                self._stopwatch.wait_until_idle()
                state = STATES[number // len(self.sites) % len(STATES)]
                yield lambda state=state: self.workbench.annotation.observe(state)
        return self._stopwatch.compare(acts(), self._add_to_rival)

    def undo(self, done: int) -> Times:
        """Undo the clicks."""
        return self._stopwatch.compare([self.workbench.history.undo] * min(ACTIONS, done), self._add_to_rival)

    def redo(self, undone: int) -> Times:
        """Redo them."""
        return self._stopwatch.compare([self.workbench.history.redo] * undone, self._add_to_rival)

    def edit(self) -> Times:
        """Change the note of a site in view with QGIS' tools, on the survey's layer and on the rival's."""
        layer = self.workbench.sites.layer()
        fid = in_view(layer)
        return self._stopwatch.compare([lambda: edit_note(layer, fid)] * ACTIONS, self._edit_rival())

    def other(self, name: str) -> Times:
        """Do one of the other actions."""
        action = OTHERS[name]
        rivals = {"add": self._add_to_rival, "edit": self._edit_rival(), "merge": lambda: self._rows.merge(self.seen),
                  "succeed": lambda: self._rows.add_successor(self.place()),
                  "split": lambda: self._rows.split(self.place(), self.seen)}
        return self._stopwatch.compare(islice(action.acts(self), ACTIONS), rivals[action.rival])

    def find(self) -> Times:
        """Type into the list's filter: until the list is filtered and painted."""
        line, view, times = self.desk.find("yalu_find", QLineEdit), self.desk.find("yalu_sites", QTableView), []
        for text in [*(f"TIC {number}" for number in range(1, 20)), ""]:
            begin = time.perf_counter()
            line.setText(text)
            view.viewport().repaint()
            times.append(1000 * (time.perf_counter() - begin))
            QTest.qWait(50)
        return {"held": times}

    def locate(self) -> Times:
        """Search in QGIS' locator."""
        bar = iface.mainWindow().findChild(QgsLocatorWidget)
        found = [search_ms(bar.locator(), f"yl TIC {number}") for number in numbers_within_limit(20)]
        return {"found": [until for until, _ in found], "held": [blocked for _, blocked in found]}

    def other_date(self) -> Times:
        """Go to days without a scene: how long the window is blocked, and until the map is drawn."""
        times: Times = {"held": [], "screen": []}
        for number in numbers_within_limit(20):
            blocked_ms, screen, _ = self._stopwatch.time_of(lambda n=number: self.workbench.imagery.show_day(
                date(2016, 1, 1) + timedelta(days=97 * n)))
            times["held"].append(blocked_ms)
            times["screen"].append(screen)
            self._stopwatch.wait_until_idle()
        return times

    def nearest(self) -> Times:
        """Find the nearest known site."""
        times = []
        for _ in numbers_within_limit(ACTIONS):
            point, begin = self.place(), time.perf_counter()
            self.workbench.sites.nearest_known(point)
            times.append(1000 * (time.perf_counter() - begin))
        return {"held": times}

    def _show(self, rival: bool) -> None:
        """Show either the rival or the survey's sites on the map, so that neither draws the other's."""
        tree = QgsProject.instance().layerTreeRoot()
        for role in ("site_states", "sites"):
            tree.findLayer(layer_with_role(QgsProject.instance(), role).id()).setItemVisibilityChecked(not rival)
        tree.findLayer(self.rival.id()).setItemVisibilityChecked(rival)

    # edits

    def _add_site(self) -> None:
        self.sites.append(self.workbench.annotation.add_site(self.place(), "vehicle_ford"))

    def _add_to_rival(self) -> None:
        add_to(self.rival, self.place())

    def _edit_rival(self) -> Callable[[], None]:
        fid = in_view(self.rival)
        return lambda: edit_note(self.rival, fid)

    # used by the actions

    def selected(self) -> Iterator[str]:
        """Yield the sites that were added, each after selecting it."""
        for site in self.sites:
            self.workbench.sites.select([site])
            self._stopwatch.wait_until_idle()
            yield site

    def zoom_to_city(self) -> None:
        """Zoom to the map that all actions are measured with."""
        self.desk.zoom_to(*FORD, CITY)

    def place(self) -> QgsPointXY:
        """Return a place on the scene on screen, EPSG:4326."""
        return QgsPointXY(*(middle + self.random(AROUND_DEG) for middle in FORD))

    def random(self, most: float) -> float:
        """Return a number between -most and most, the same in each run."""
        return self._generator.uniform(-most, most)


def main() -> None:
    """Measure the actions, one after the other; those that others follow on are always done."""
    window = Window(*map(Path, sys.argv[1:4]))
    for name in ("open", "qgis_reads", "prepare", "click", *filter(is_measured, ["observe"])):
        window.measure(name, getattr(window, name))
    if is_measured("undo") or is_measured("redo"):
        undone = window.measure("undo", lambda: window.undo(len(window.sites)))["commit"]
        window.measure("redo", lambda: window.redo(len(undone)))
    for name in filter(is_measured, ("edit", *OTHERS)):
        window.measure(name, window.edit if name == "edit" else lambda name=name: window.other(name))
    for name in filter(is_measured, ("find", "locate", "other_date", "nearest")):
        window.measure(name, getattr(window, name))
    window.write_result(begin="end")


main()
sys.stdout.flush()
os._exit(0)
