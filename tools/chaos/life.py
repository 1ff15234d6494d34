"""A QGIS that works on a survey until it is killed: adds, observes, imports, undoes, and redoes.

    build/venv/bin/python -m tools.chaos.life SURVEY LOG SEED     (without a window, with the same workbench)
    tools/desktop --enable tools/chaos/life.py SURVEY LOG SEED    (a real window)

LOG gets a JSON line before each action, with what it is about to change, and one after the workbench's call has
returned, with what the file must hold now. Sites are {id: [lon, lat, kind]}, observations are {"site image": state},
None for what was removed.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsTemporalNavigationObject
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

from tools.chaos.facts import Facts, facts_of
from tools.synthetic_scenes import FORD
from yalu_plugin.core.importing.import_assessment import GOOD, ImportRow
from yalu_plugin.layers.survey.import_writing import import_rows
from yalu_plugin.layers.survey.observations import NotDrawnYet
from yalu_plugin.workbench import Workbench

AROUND_DEG = 0.012  # of the middle of the scene
IMPORTED = 5  # sites at once
STATES = ("present", "absent", "washed_out", "under_construction", "not_observable")
KINDS = ("vehicle_ford", "barge_dock")
ACTS = {"add": 40, "observe": 30, "undo": 15, "redo": 7, "import": 8}  # their frequencies, in percent


class Worker:
    """Random actions on the workbench, with or without a window; `work` never returns."""

    def __init__(self, workbench: Workbench, survey: Path, log: Path, seed: int) -> None:
        self._workbench, self._random = workbench, random.Random(seed)
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        workbench.error_occurred.connect(lambda error: self._write_log(error=str(error)))
        workbench.open_survey(survey)
        while not len(workbench.scenes.timeline):  # a large survey is read in the background
            QTest.qWait(20)
        workbench.imagery.show(workbench.scenes.timeline.scenes[0])
        self._facts = facts_of(workbench.session.need_survey())
        self._done: list[tuple[Facts, Facts]] = []  # the facts that each action changed, before and after
        self._undone: list[tuple[Facts, Facts]] = []
        self._number = 0
        self._wait_for_map()
        self._write_log(pid=os.getpid())

    def _wait_for_map(self) -> None:
        """Wait until the map shows the scene: nothing can be observed on it before."""
        while isinstance(self._workbench.annotation.sighting_error(QgsPointXY(*FORD)), NotDrawnYet):
            QTest.qWait(20)

    def work(self) -> None:
        """Do one action after the other."""
        while True:
            QTest.qWait(self._random.randrange(60))
            act = self._random.choices(list(ACTS), list(ACTS.values()))[0]
            {"add": self._add, "observe": self._observe, "import": self._import,
             "undo": self._undo, "redo": self._redo}[act]()

    def _add(self) -> None:
        lon, lat, kind = *self._place(), self._random.choice(KINDS)
        point = QgsPointXY(lon, lat)
        seen = {self._key("?"): "present"} if self._workbench.annotation.sighting_error(point) is None else {}
        with self._action("add", {"sites": {"?": [lon, lat, kind]}, "seen": seen}) as now:
            site = self._workbench.annotation.add_site(point, kind)
            now["sites"] = {site: [lon, lat, kind]}
            now["seen"] = {self._key(site): state for state in seen.values()}

    def _observe(self) -> None:
        near = [site for site, (lon, lat, _) in self._facts["sites"].items()
                if max(abs(lon - FORD[0]), abs(lat - FORD[1])) <= AROUND_DEG]
        if not near:
            return
        site = self._random.choice(near)
        state = self._random.choice([one for one in STATES if one != self._facts["seen"].get(self._key(site))])
        self._workbench.sites.select([site])
        now: Facts = {"sites": {}, "seen": {self._key(site): state}}
        with self._action("observe", now):
            self._workbench.annotation.observe(state)

    def _import(self) -> None:
        places = [self._place() for _ in range(IMPORTED)]
        title = f"SYNTHETIC {self._random.random()}"
        rows = [ImportRow(number, GOOD, (), {"name": "SYNTHETIC", "kind": KINDS[0], "lon": lon, "lat": lat})
                for number, (lon, lat) in enumerate(places)]
        pending: Facts = {"sites": {f"?{number}": [*place, KINDS[0]] for number, place in enumerate(places)},
                          "seen": {}}
        with self._action("import", pending) as now:
            delta = import_rows(self._workbench.session.need_survey(), rows, title)
            self._workbench.history.push(title, delta)
            self._workbench.session.refresh()
            now["sites"] = {row["id"]: [*place, KINDS[0]] for (_, row), place in zip(delta.changes("sites"), places)}

    def _undo(self) -> None:
        if self._done:
            self._undo_or_redo("undo", self._done, self._undone, self._workbench.history.undo)

    def _redo(self) -> None:
        if self._undone:
            self._undo_or_redo("redo", self._undone, self._done, self._workbench.history.redo)

    def _undo_or_redo(self, act: str, source: list[Any], target: list[Any], call: Callable[[], None]) -> None:
        before, after = source.pop()
        self._write_log(begin=self._number, act=act, now=before)
        call()
        self._finish(act, before)
        target.append((after, before))

    @contextmanager
    def _action(self, act: str, pending: Facts) -> Iterator[Facts]:
        """Log a new action, which can be undone; the body may correct the facts in `pending`."""
        self._write_log(begin=self._number, act=act, now=pending)
        yield pending
        before: Facts = {part: {key: self._facts[part].get(key) for key in values} for part, values in pending.items()}
        self._finish(act, pending)
        self._done.append((before, pending))
        self._undone.clear()

    def _finish(self, act: str, now: Facts) -> None:
        self._write_log(done=self._number, act=act, now=now)
        self._number += 1
        for part, values in now.items():
            self._facts[part].update(values)
            self._facts[part] = {key: value for key, value in self._facts[part].items() if value is not None}

    def _place(self) -> tuple[float, float]:
        return tuple(round(middle + self._random.uniform(-AROUND_DEG, AROUND_DEG), 6) for middle in FORD)

    def _key(self, site: str) -> str:
        return f"{site} {self._workbench.imagery.scene.id}"

    def _write_log(self, **line: object) -> None:
        os.write(self._log, f"{json.dumps(line)}\n".encode())


if iface is not None:
    workbench_in_use = plugins["yalu_plugin"].workbench
else:
    app = QgsApplication([], True)
    app.initQgis()
    navigation = QgsTemporalNavigationObject()
    workbench_in_use = Workbench(QgsProject.instance(), navigation)
Worker(workbench_in_use, Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])).work()
