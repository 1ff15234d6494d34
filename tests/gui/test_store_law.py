"""The law of the store: whoever writes to the open survey, in whatever order, all that tells of it agrees.

What is in memory, the file's tables, the record replayed, the states that triggers keep, the chainages and the list on
screen are compared after every step.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

# the same examples each time; a failure is told as it was found: to find a shorter one would take minutes
FEW = settings(max_examples=6, stateful_step_count=12, derandomize=True, phases=[Phase.generate],
               suppress_health_check=list(HealthCheck))
TEXTS = ("Ford", "밀수 나루", "it's; --", "", None)
KINDS = ("vehicle_ford", "barge_dock")
DAYS = (None, "2016-10-14", "2017-06-06", "2024-02-29")
STATES = ("present", "absent", "washed_out", "not_observable")
PLACES = ((127.6, 41.45), (127.885265, 41.431189), (127.25, 41.5), (126.9, 41.8))
SQL = (
    "UPDATE sites SET name = {text} WHERE id = {site}",
    "UPDATE sites SET kind = 'other', name = {text} WHERE id = {site}",
    "UPDATE sites SET geom = NULL WHERE id = {site}",
    "UPDATE sites SET geom = (SELECT geom FROM sites WHERE geom NOT NULL ORDER BY fid LIMIT 1) WHERE id = {site}",
    "DELETE FROM sites WHERE id = {site}",
    "DELETE FROM observations WHERE site_id = {site}",
    "INSERT INTO sites (name, kind, geom) SELECT {text}, 'barge_dock', geom FROM sites WHERE id = {site}",
    "INSERT INTO observations (site_id, state, seen_from, seen_to) VALUES ({site}, {state}, {day}, {day})",
    "INSERT INTO observations (id, site_id, state, seen_to) VALUES ('sql {number}', 'nowhere', {state}, {day})",
    "UPDATE observations SET state = {state}, seen_to = {day} WHERE site_id = {site}",
    "UPDATE observations SET site_id = {site} WHERE fid = (SELECT max(fid) FROM observations)",
    "UPDATE claims SET note = {text}",
)
REFUSED = (
    "UPDATE sites SET id = 'other' WHERE id = {site}",
    "UPDATE observations SET fid = fid + 1000",
    "INSERT OR REPLACE INTO sites SELECT * FROM sites WHERE id = {site}",
    "UPDATE audit SET at = 'never'",
    "DELETE FROM audit",
)
text, kind, day, state, place = map(st.sampled_from, (TEXTS, KINDS, DAYS, STATES, PLACES))
which = st.integers(0, 9)


class Store(RuleBasedStateMachine):
    """Steps of the analyst, of QGIS' own tools and of other programs on one survey. `make` opens a window on a file."""

    def __init__(self, make: Callable[[Path], Any], folder: Path, window: Any, scenes: list[Any],
                 settle: Callable[[], None]) -> None:
        super().__init__()
        self._make, self._settle, self._scenes, self._window = make, settle, scenes, window
        self._numbers = count()
        self._path = folder / "survey.gpkg"
        self.own = make(self._path)

    def teardown(self) -> None:
        self.own.close()

    @property
    def bench(self) -> Any:
        return self.own.bench

    def sites(self) -> list[Any]:
        return list(self.bench.session.facts.rows("sites"))

    def site(self, number: int) -> dict[str, Any]:
        sites = self.sites()
        return sites[number % len(sites)]

    def write(self, what: str, **rows: Any) -> None:
        """As the plugin does: the change, and its place in the history."""
        self.bench.history.push(what, self.bench.session.change(what, **rows))

    # the analyst

    @rule(kind=kind, place=place)
    def add(self, kind: str, place: tuple[float, float]) -> None:
        from qgis.core import QgsPointXY

        self.bench.annotation.add_site(QgsPointXY(*place), kind)

    @precondition(sites)
    @rule(number=which, name=text, kind=kind)
    def edit(self, number: int, name: str | None, kind: str) -> None:
        self.write("edit", replaced={"sites": [{**self.site(number), "name": name, "kind": kind}]})

    @precondition(sites)
    @rule(number=which, place=place)
    def move(self, number: int, place: tuple[float, float]) -> None:
        self.write("move", replaced={"sites": [{**self.site(number), "geom": f"POINT ({place[0]!r} {place[1]!r})"}]})

    @precondition(sites)
    @rule(number=which)
    def remove(self, number: int) -> None:
        site = self.site(number)
        seen = self.bench.session.facts.observations_of(site["id"])
        self.write("remove", removed={"sites": [site], "observations": seen})

    @precondition(sites)
    @rule(number=which, state=state, day=st.sampled_from(DAYS[1:3]))
    def observe(self, number: int, state: str, day: str) -> None:
        from yalu_plugin.core.errors import YaluError

        self.bench.scenes.add(self._scenes)
        self.bench.imagery.show_day(date.fromisoformat(day))
        self.bench.sites.select([self.site(number)["id"]])
        try:
            self.bench.annotation.observe(state, "cloud" if state == "not_observable" else "")
        except YaluError as error:  # nothing to see there
            self.own.trouble.append(error)

    @rule(name=text, place=place, kind=kind, day=day, state=state)
    def bring_in(self, name: str | None, place: tuple[float, float], kind: str, day: str | None, state: str) -> None:
        from yalu_plugin.core.importing.judged import ImportRow
        from yalu_plugin.layers.survey.importing import import_rows

        site = {"name": name, "kind": kind, "lon": place[0], "lat": place[1]}
        rows = [ImportRow(1, "good", site=site, observations=({"state": state, "seen_from": day, "seen_to": day},)),
                ImportRow(2, "good", of_row=1, observations=({"state": "present", "seen_to": "2020-01-01"},))]
        self.bench.history.push("import", import_rows(self.bench.session.need_survey(), rows, "A file"))
        self.bench.session.follow()

    def seen(self, number: int) -> dict[str, Any] | None:
        """An observation of a site, if there is one."""
        rows = self.bench.session.facts.observations_of(self.site(number)["id"])
        return rows[number % len(rows)] if rows else None

    @precondition(sites)
    @rule(number=which, state=state, day=st.sampled_from(DAYS[1:]), note=text)
    def correct(self, number: int, state: str, day: str, note: str | None) -> None:
        from yalu_plugin.workbench.observing import NothingCorrected

        row = self.seen(number)
        if row is not None:
            with suppress(NothingCorrected):
                self.bench.observing.correct(row, "it's; -- why", state=state, seen_from=day, seen_to=day, note=note)

    @precondition(sites)
    @rule(number=which)
    def withdraw(self, number: int) -> None:
        row = self.seen(number)
        if row is not None:
            self.bench.observing.withdraw([row], "밀수")

    @precondition(sites)
    @rule(number=which, state=state, day=st.sampled_from(DAYS[1:]))
    def report(self, number: int, state: str, day: str) -> None:
        values = {"state": state, "seen_from": None, "seen_to": day, "likelihood": "even"}
        self.bench.observing.report(self.site(number)["id"], values, {"title": "A witness"})

    @precondition(sites)
    @rule(number=which, day=st.sampled_from(DAYS[1:]), back=st.booleans())
    def retire(self, number: int, day: str, back: bool) -> None:
        from yalu_plugin.workbench.lineage import SeenLater

        ids = [self.site(number)["id"], self.site(number + 1)["id"]]
        with suppress(SeenLater):
            self.bench.lineage.bring_back(ids) if back else self.bench.lineage.retire(ids, day)

    @precondition(sites)
    @rule(number=which, place=place)
    def succeed(self, number: int, place: tuple[float, float]) -> None:
        from qgis.core import QgsPointXY

        self.bench.lineage.succeed(self.site(number)["id"], QgsPointXY(*place))

    @precondition(lambda self: len(self.sites()) > 1)
    @rule(number=which)
    def merge(self, number: int) -> None:
        ids = [self.site(number)["id"], self.site(number + 1)["id"]]
        self.bench.lineage.merge(ids, ids[number % 2])

    @precondition(sites)
    @rule(number=which, place=place)
    def split(self, number: int, place: tuple[float, float]) -> None:
        from qgis.core import QgsPointXY

        row = self.seen(number)
        if row is not None:
            self.bench.lineage.split(self.site(number)["id"], [row], QgsPointXY(*place))

    @rule()
    def undo(self) -> None:
        self.bench.history.undo()

    @rule()
    def redo(self) -> None:
        self.bench.history.redo()

    @precondition(lambda self: self.bench.history.done)
    @rule()
    def undo_and_redo_leave_all_as_it_was(self) -> None:
        before = self.tables()
        if self.bench.history.undo():
            assert self.tables() != before
            assert self.bench.history.redo()
            assert self.tables() == before

    # the list

    @rule(column=st.integers(0, 7), descending=st.booleans())
    def sort(self, column: int, descending: bool) -> None:
        from qgis.PyQt.QtCore import Qt

        self.own.list.sortByColumn(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    @rule(text=st.sampled_from(("", "ford", "나루")))
    def find(self, text: str) -> None:
        self.own.find.setText(text)

    @rule(column=st.sampled_from((-1, 1, 2, 5)))
    def group(self, column: int) -> None:
        from yalu_plugin.settings import LIST_GROUP

        self.own.list.group_by(column)
        LIST_GROUP.set("")

    # others

    @rule(statement=st.sampled_from(SQL), number=which, text=text, day=day, state=state)
    def sql(self, statement: str, number: int, text: str | None, day: str | None, state: str) -> None:
        from yalu_plugin.core.sql import literal

        given = {name: "NULL" if value is None else literal(value)
                 for name, value in (("text", text), ("day", day), ("state", state))}
        self.execute(statement, number, **given)

    @precondition(sites)
    @rule(statement=st.sampled_from(REFUSED), number=which)
    def sql_refused(self, statement: str, number: int) -> None:
        from yalu_plugin.layers.survey.errors import WriteFailed

        before = self.tables()
        if "observations" in statement and not before["observations"]:
            return
        with pytest.raises(WriteFailed):
            self.execute(statement, number)
        assert self.tables() == before

    def execute(self, statement: str, number: int, **given: str) -> None:
        """Another program, that knows nothing of the plugin."""
        from yalu_plugin.core.sql import literal
        from yalu_plugin.layers.survey.geopackage import execute, opened

        site = literal(self.site(number)["id"]) if self.sites() else "'none'"
        with opened(self._path, update=True) as dataset:
            execute(dataset, statement.format(site=site, number=next(self._numbers), **given))
        self.bench.session.follow()

    @rule(number=which, name=text, place=place, how=st.sampled_from(("rename", "move", "add", "delete")))
    def edit_in_qgis(self, number: int, name: str | None, place: tuple[float, float], how: str) -> None:
        from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

        layer = self.bench.sites.layer()
        assert layer.startEditing()
        features, point = list(layer.getFeatures()), QgsGeometry.fromPointXY(QgsPointXY(*place))
        chosen = features[number % len(features)].id() if features else None
        if how == "add":
            feature = QgsFeature(layer.fields())
            feature["name"], feature["kind"] = name, "barge_dock"
            feature.setGeometry(point)
            assert layer.addFeature(feature)
        elif chosen is not None and how == "rename":
            assert layer.changeAttributeValue(chosen, layer.fields().indexOf("name"), name)
        elif chosen is not None and how == "move":
            assert layer.changeGeometry(chosen, point)
        elif chosen is not None:
            assert layer.deleteFeature(chosen)
        assert layer.commitChanges(), layer.commitErrors()

    @precondition(sites)
    @rule(number=which, name=text)
    def another_window(self, number: int, name: str | None) -> None:
        from yalu_plugin.layers.survey.open import open_survey

        other = open_survey(self._path)
        other.change("edit", replaced={"sites": [{**self.site(number), "name": name}]},
                     added={"sources": [{"id": f"other window {next(self._numbers)}", "title": name}]})
        self.bench.session.follow()

    @rule(crash=st.booleans())
    def close_and_open(self, crash: bool) -> None:
        self.own.crash() if crash else self.own.close()
        self.own = self._make(self._path)

    # the law

    def tables(self) -> dict[str, list[Any]]:
        from yalu_plugin.core.schema import FACTS

        return {table: self.bench.session.survey.rows(table) for table in FACTS}

    @invariant()
    def all_agree(self) -> None:
        from yalu_plugin.layers.survey.errors import ChangedSince

        self._settle()
        self.bench.session.follow()
        self.memory_is_the_file()
        self.record_is_the_file()
        self.states_follow_from_the_observations()
        self.list_is_a_new_one()
        assert not [error for error in self.own.trouble if not isinstance(error, (ChangedSince, *self.own.allowed))]

    def memory_is_the_file(self) -> None:
        from qgis.core import QgsFeedback

        from yalu_plugin.core.schema import SITE_KINDS
        from yalu_plugin.layers.survey.read_facts import read_facts

        facts, fresh = self.bench.session.facts, read_facts(self._path, QgsFeedback())
        assert {table: facts.rows(table) for table in self.tables()} == self.tables()
        assert facts.seq == fresh.seq
        for kind in SITE_KINDS:
            assert facts.known_present(kind) == fresh.known_present(kind)
        for one in (None, *map(date.fromisoformat, DAYS[1:])):
            assert facts.retired(one) == fresh.retired(one)
        assert sorted(facts.looked()) == sorted(fresh.looked()) and facts.located() == fresh.located()
        assert facts.all_sites.find("o", {}).tolist() == fresh.all_sites.find("o", {}).tolist()
        layer = self.bench.sites.layer()
        assert sorted(feature["id"] for feature in layer.getFeatures()) == sorted(facts.site_ids())

    def record_is_the_file(self) -> None:
        from yalu_plugin.core.survey.replay import Replay
        from yalu_plugin.layers.survey.verify import verify

        replay = Replay()
        entries = self.bench.session.survey.rows("audit")
        for entry in entries:
            replay.add(entry)
        differing = [replay.compare(table, row) for table, rows in self.tables().items() for row in rows]
        assert not any(differing) and not list(replay.missing())
        assert (replay.overwritten, replay.unreadable) == ([], [])
        assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
        assert all(entry["hash"] for entry in entries)
        found = verify(self._path)
        assert not [finding for finding in found.findings if finding.is_fault] and found.different == 0

    def states_follow_from_the_observations(self) -> None:
        from yalu_plugin.core.schema import SITE_STATES, states_query
        from yalu_plugin.layers.survey.geopackage import opened, rows_of

        columns = ", ".join(('hex("geom")', *SITE_STATES.column_names))
        with opened(self._path) as dataset:
            held, wanted = (sorted(rows_of(dataset, f"SELECT {columns} FROM {source}"), key=repr)
                            for source in ("site_states", f"({states_query()})"))
        assert held == wanted
        from yalu_plugin.layers.survey.states import states_on

        facts = self.bench.session.facts
        for day in (*map(date.fromisoformat, DAYS[1:]), None):
            in_file = states_on(self.bench.session.survey, day)
            assert set(in_file) == set(facts.site_ids())
            for site_id, row in in_file.items():
                state = facts.state_on(site_id, day)
                assert {name: state[name] for name in SITE_STATES.column_names} == {
                    name: row[name] for name in SITE_STATES.column_names}

    def list_is_a_new_one(self) -> None:
        from yalu_plugin.core.survey.geometry import lonlat_of
        from yalu_plugin.gui.crossings.sites_model import SitesModel
        from yalu_plugin.workbench.river import _chainages

        bench = self.bench
        assert bench.river.chainages == _chainages(bench.river.line(), self.sites(), None)
        assert all(lonlat_of(site["geom"]) for site in self.sites() if site["id"] in bench.river.chainages)
        new, header = SitesModel(bench), self.own.list.horizontalHeader()
        new.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        new.find(self.own.find.text())
        new.show_facts(bench.session.facts, bench.imagery.day, bench.river.along)
        new.listing.kept |= self.own.list.model().listing.kept  # what was made or edited stays in sight
        new.group_by(self.own.list.model().listing.group)
        assert shown(self.own.list.model()) == shown(new)
        chosen = {index.data(ID) for index in self.own.list.selectionModel().selectedRows()} - {None}
        assert chosen == set(bench.sites.selected()) & set(listed(new))
        new.deleteLater()


ID = 256  # Qt's UserRole


def listed(model: Any) -> list[str]:
    return [model.index(row, 0).data(ID) for row in range(model.rowCount())]


def shown(model: Any) -> list[tuple[str, ...]]:
    columns = range(model.columnCount())
    return [(site_id, *(model.index(row, column).data() for column in columns), model.index(row, 0).data(3))
            for row, site_id in enumerate(listed(model))]


@pytest.fixture
def scenes(data: Path, tmp_path: Path) -> list[Any]:
    """Two scenes that do not tell where they lie."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    folder = shutil.copytree(data / "s2_romania", tmp_path / "scenes")
    return [replace(scene, footprint_wkt="") for scene in catalogue(folder, read_raster).all_scenes
            if str(scene.acquired_from)[:10] in DAYS]


@pytest.fixture
def make(window: Any, bar: Any, wait_for: Callable[..., None]) -> Callable[[Path], Any]:
    """A function that opens a window's workbench and panel on a file, which is created where there is none."""
    from qgis.core import QgsProject, QgsTemporalNavigationObject
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QTableView, QWidget

    from yalu_plugin.gui.actions import Actions
    from yalu_plugin.gui.crossings.dock import CrossingsDock
    from yalu_plugin.gui.messages import Messages
    from yalu_plugin.layers.survey.observations import NoEvidenceOfADay, SiteNotOnScene
    from yalu_plugin.workbench import Workbench

    def made(path: Path) -> Any:
        bench, actions, trouble = Workbench(QgsProject.instance(), QgsTemporalNavigationObject()), Actions(window), []
        bench.trouble.connect(trouble.append)
        dock = CrossingsDock(bench, Messages(bar), actions, window.canvas, window)
        bench.open_survey(path) if path.exists() else bench.new_survey(path, "Law", published=True)
        wait_for(lambda: bench.river.chainages)

        def crash() -> None:
            """The process is gone: nothing is let go of in order."""
            sip.delete(dock)
            sip.delete(bench)
            actions.release()
            QgsProject.instance().clear()

        def close() -> None:
            bench.release()
            crash()

        return SimpleNamespace(bench=bench, trouble=trouble, list=dock.findChild(QTableView, "yalu_sites"),
                               find=dock.findChild(QWidget, "yalu_find"), crash=crash, close=close,
                               allowed=(NoEvidenceOfADay, SiteNotOnScene))
    return made


def test_all_that_tells_of_a_survey_agrees_whoever_writes(
        make: Any, scenes: list[Any], window: Any, tmp_path: Path, wait_for: Callable[..., None]) -> None:
    from qgis.core import QgsApplication

    numbers = count()

    def machine() -> Store:
        folder = tmp_path / f"survey {next(numbers)}"
        folder.mkdir()
        return Store(make, folder, window, scenes, lambda: wait_for(
            lambda: not QgsApplication.taskManager().countActiveTasks()))

    run_state_machine_as_test(machine, settings=FEW)
