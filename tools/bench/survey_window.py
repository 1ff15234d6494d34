"""In a real QGIS window: how long the work on a survey takes, beside QGIS' own on a layer of the same size.

Started by tools/bench/survey.py with: the survey, the rival (a plain copy of its sites), and the file that results go
to, a JSON line each. A line tells what is begun, another its figures, so that one who watches can end what takes too
long.
"""

from __future__ import annotations

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
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QTableView
from qgis.PyQt.QtXml import QDomDocument
from qgis.utils import iface, plugins

from tools.bench.survey_actions import ACTIONS as OTHERS
from tools.bench.survey_limits import ACTIONS, LIMIT_S
from tools.bench.survey_rival import AROUND_DEG, Rival, add_to, in_view, note
from tools.bench.survey_timing import Heart, Times, Watch, memory_mb, while_there_is_time
from tools.desk import Desk
from tools.synthetic_scenes import FORD
from tools.synthetic_survey import ON_RIVER
from yalu_plugin.layers.project import ROLE, layer_with_role
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

CITY = 25_000  # the map's scale
STATES = ("absent", "washed_out", "under_construction", "present")


class Window:
    """The window, and what one does in it."""

    def __init__(self, survey: Path, rival: Path, results: Path) -> None:
        self._path, self._rival_path, self._results = survey, rival, results
        self.workbench, self._watch = plugins["yalu_plugin"].workbench, Watch(iface.mapCanvas(), self._show)
        self._watch.note_commits(GeoPackageSurvey)
        self.desk = Desk(iface, survey.parent / "pictures")
        self._chance, self.sites = random.Random(1), list[str]()
        self.seen = 0  # observations that the action at hand gives to another site
        iface.newProject()
        QTest.qWait(1000)

    def tell(self, **line: object) -> None:
        """Write a line of results."""
        with self._results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def measure(self, name: str, work: Callable[[], Times]) -> Times:
        """Do it, and tell what it took."""
        self.tell(begin=name)
        times = work()
        self.tell(name=name, **times)
        return times

    # what is measured

    def open(self) -> Times:
        """The survey: until the window answers, until the list has every site, until each has its kilometre."""
        wanted = int(QgsVectorLayer(f"{self._path}|layername=sites", "sites", "ogr").featureCount())
        memory, begin = memory_mb(), time.perf_counter()
        beats = Heart()
        self.workbench.open_survey(self._path)
        QgsApplication.processEvents()
        usable = time.perf_counter()
        model = self.desk.find("yalu_sites", QTableView).model()
        self.desk.wait(lambda: model.rowCount() >= wanted, "the list", LIMIT_S)
        facts = time.perf_counter()
        held = beats.longest_ms()
        near = min(wanted, ON_RIVER)
        self.desk.wait(lambda: len(self.workbench.river.chainages) >= 0.9 * near, "the kilometres", LIMIT_S)
        measured = time.perf_counter()
        self._watch.quiet()
        return {"usable": [1000 * (usable - begin)], "facts": [1000 * (facts - begin)], "held": [held],
                "kilometres": [1000 * (measured - begin)], "memory": [memory_mb() - memory]}

    def qgis_reads(self) -> Times:
        """The tables of sites and observations, features with their attributes, as QGIS' attribute table reads them."""
        begin = time.perf_counter()
        for table in ("sites", "observations"):
            layer = QgsVectorLayer(f"{self._path}|layername={table}", table, "ogr")
            for feature in layer.getFeatures():
                feature.attributes()
        return {"read": [1000 * (time.perf_counter() - begin)]}

    def prepare(self) -> Times:
        """The rival beside the survey in one project, in the look of its sites; the first scene on a map of a city."""
        self._watch.quiet()  # a large record is still being checked
        sites = self.workbench.sites.layer()
        self.rival = QgsVectorLayer(f"{self._rival_path}|layername=sites", "rival", "ogr")
        look = QDomDocument()
        sites.exportNamedStyle(look)
        self.rival.importNamedStyle(look)
        self.rival.removeCustomProperty(ROLE)  # came with the look
        QgsProject.instance().addMapLayer(self.rival)
        observations = QgsVectorLayer(f"{self._rival_path}|layername=observations", "seen", "ogr")
        self._rows = Rival(self.rival, observations)
        for layer in (sites, *self._rows):
            self._watch.note_saving(layer)
        self.workbench.imagery.show(self.workbench.scenes.timeline.scenes[0])
        self.look_at_city()
        for layer in self._rows:
            layer.startEditing()
        self._watch.quiet()
        self.desk.picture(f"bench-{self._path.stem}")
        return {}

    def click(self) -> Times:
        """Add a crossing."""
        return self._watch.beside((self._add_site for _ in range(ACTIONS)), self._add_to_rival)

    def observe(self) -> Times:
        """Record another state of the sites that were added."""
        def acts() -> Iterable[Callable[[], object]]:
            for number in range(ACTIONS):
                self.workbench.sites.select([self.sites[number % len(self.sites)]])
                self._watch.quiet()
                state = STATES[number // len(self.sites) % len(STATES)]
                yield lambda state=state: self.workbench.annotation.observe(state)
        return self._watch.beside(acts(), self._add_to_rival)

    def undo(self, done: int) -> Times:
        """Take back what was done."""
        return self._watch.beside([self.workbench.history.undo] * min(ACTIONS, done), self._add_to_rival)

    def redo(self, undone: int) -> Times:
        """Do it again."""
        return self._watch.beside([self.workbench.history.redo] * undone, self._add_to_rival)

    def edit(self) -> Times:
        """Change a note of a site in view with QGIS' own tools, on the survey's layer; the rival's is the same."""
        layer = self.workbench.sites.layer()
        fid = in_view(layer)
        return self._watch.beside([lambda: note(layer, fid)] * ACTIONS, self._note_rival())

    def other(self, name: str) -> Times:
        """One of the other actions."""
        action = OTHERS[name]
        rivals = {"add": self._add_to_rival, "edit": self._note_rival(), "merge": lambda: self._rows.merge(self.seen),
                  "succeed": lambda: self._rows.succeed(self.place()),
                  "split": lambda: self._rows.split(self.place(), self.seen)}
        return self._watch.beside(islice(action.acts(self), ACTIONS), rivals[action.rival])

    def find(self) -> Times:
        """Type into the list's filter: until the list is filtered and painted."""
        line, view = self.desk.find("yalu_find", QLineEdit), self.desk.find("yalu_sites", QTableView)
        times = []
        for text in [*(f"TIC {number}" for number in range(1, 20)), ""]:
            begin = time.perf_counter()
            line.setText(text)
            view.viewport().repaint()
            times.append(1000 * (time.perf_counter() - begin))
            QTest.qWait(50)
        return {"held": times}

    def other_date(self) -> Times:
        """Go to days without a scene: what the window is held, and until the map is drawn."""
        times: Times = {"held": [], "screen": []}
        for number in while_there_is_time(20):
            held, screen, _ = self._watch.timed(lambda n=number: self.workbench.imagery.show_day(
                date(2016, 1, 1) + timedelta(days=97 * n)))
            times["held"].append(held)
            times["screen"].append(screen)
            self._watch.quiet()
        return times

    def nearest(self) -> Times:
        """The nearest known site."""
        times = []
        for _ in while_there_is_time(ACTIONS):
            point, begin = self.place(), time.perf_counter()
            self.workbench.sites.known_near(point)
            times.append(1000 * (time.perf_counter() - begin))
        return {"held": times}

    def _show(self, rival: bool) -> None:
        """The rival on the map in place of the survey's sites, or these in its place: neither draws the other's."""
        tree = QgsProject.instance().layerTreeRoot()
        for role in ("site_states", "sites"):
            tree.findLayer(layer_with_role(QgsProject.instance(), role).id()).setItemVisibilityChecked(not rival)
        tree.findLayer(self.rival.id()).setItemVisibilityChecked(rival)

    # what is clicked

    def _add_site(self) -> None:
        self.sites.append(self.workbench.annotation.add_site(self.place(), "vehicle_ford"))

    def _add_to_rival(self) -> None:
        add_to(self.rival, self.place())

    def _note_rival(self) -> Callable[[], None]:
        fid = in_view(self.rival)
        return lambda: note(self.rival, fid)

    # for what is done

    def selected(self) -> Iterator[str]:
        """The sites that were added, each once it is the one selected."""
        for site in self.sites:
            self.workbench.sites.select([site])
            self._watch.quiet()
            yield site

    def look_at_city(self) -> None:
        """The map that all is measured with."""
        self.desk.zoom_to(*FORD, CITY)

    def place(self) -> QgsPointXY:
        """A place on the scene on screen, EPSG:4326."""
        return QgsPointXY(*(middle + self.random(AROUND_DEG) for middle in FORD))

    def random(self, most: float) -> float:
        """A number between -most and most, the same in each run."""
        return self._chance.uniform(-most, most)


def main() -> None:
    """All figures, one after the other."""
    window = Window(*map(Path, sys.argv[1:4]))
    for name in ("open", "qgis_reads", "prepare", "click", "observe"):
        window.measure(name, getattr(window, name))
    undone = window.measure("undo", lambda: window.undo(len(window.sites)))["commit"]
    window.measure("redo", lambda: window.redo(len(undone)))
    window.measure("edit", window.edit)
    for name in OTHERS:
        window.measure(name, lambda name=name: window.other(name))
    for name in ("find", "other_date", "nearest"):
        window.measure(name, getattr(window, name))
    window.tell(begin="end")


main()
sys.stdout.flush()
os._exit(0)
