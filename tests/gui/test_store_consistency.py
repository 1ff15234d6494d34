"""Consistency of an open survey that the plugin, QGIS' own tools and other programs write to, in any order."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.gui.consistency import DAYS, ConsistencyCheck, day, run_consistency_check, state, text, which

KINDS = ("vehicle_ford", "barge_dock")
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
kind, place = map(st.sampled_from, (KINDS, PLACES))


class Store(ConsistencyCheck):
    """Steps of the analyst, of QGIS' own tools and of other programs on one survey."""

    def write(self, what: str, **rows: Any) -> None:
        """Write as the plugin does: make the change and push it to the history."""
        self.bench.history.push(what, self.bench.session.change(what, **rows))

    # the analyst

    @rule(kind=kind, place=place)
    def add(self, kind: str, place: tuple[float, float]) -> None:
        from qgis.core import QgsPointXY

        self.bench.annotation.add_site(QgsPointXY(*place), kind)

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, name=text, kind=kind)
    def edit(self, number: int, name: str | None, kind: str) -> None:
        self.write("edit", replaced={"sites": [{**self.site(number), "name": name, "kind": kind}]})

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, place=place)
    def move(self, number: int, place: tuple[float, float]) -> None:
        self.write("move", replaced={"sites": [{**self.site(number), "geom": f"POINT ({place[0]!r} {place[1]!r})"}]})

    @precondition(ConsistencyCheck.sites)
    @rule(number=which)
    def remove(self, number: int) -> None:
        site = self.site(number)
        seen = self.bench.session.facts.observations_of(site["id"])
        self.write("remove", removed={"sites": [site], "observations": seen})

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, state=state, day=st.sampled_from(DAYS[1:3]))
    def observe(self, number: int, state: str, day: str) -> None:
        from yalu_plugin.core.errors import YaluError

        self.bench.scenes.add(self._scenes)
        self.bench.imagery.show_day(date.fromisoformat(day))
        self.bench.sites.select([self.site(number)["id"]])
        try:
            self.bench.annotation.observe(state, "cloud" if state == "not_observable" else "")
        except YaluError as error:  # the scene does not show the site
            self.window_state.errors.append(error)

    @rule(name=text, place=place, kind=kind, day=day, state=state)
    def bring_in(self, name: str | None, place: tuple[float, float], kind: str, day: str | None, state: str) -> None:
        from yalu_plugin.core.importing.import_assessment import ImportRow
        from yalu_plugin.layers.survey.import_writing import import_rows

        site = {"name": name, "kind": kind, "lon": place[0], "lat": place[1]}
        rows = [ImportRow(1, "good", site=site, observations=({"state": state, "seen_from": day, "seen_to": day},)),
                ImportRow(2, "good", of_row=1, observations=({"state": "present", "seen_to": "2020-01-01"},))]
        self.bench.history.push("import", import_rows(self.bench.session.need_survey(), rows, "A file"))
        self.bench.session.refresh()

    # the list

    @rule(column=st.integers(0, 7), descending=st.booleans())
    def sort(self, column: int, descending: bool) -> None:
        from qgis.PyQt.QtCore import Qt

        self.window_state.list.sortByColumn(column, Qt.SortOrder.DescendingOrder
                                            if descending else Qt.SortOrder.AscendingOrder)

    @rule(text=st.sampled_from(("", "ford", "나루")))
    def find(self, text: str) -> None:
        self.window_state.find.setText(text)

    @rule(column=st.sampled_from((-1, 1, 2, 5)))
    def group(self, column: int) -> None:
        from yalu_plugin.settings import LIST_GROUP

        self.window_state.list.group_by(column)
        LIST_GROUP.setValue("")

    # others

    @rule(statement=st.sampled_from(SQL), number=which, text=text, day=day, state=state)
    def sql(self, statement: str, number: int, text: str | None, day: str | None, state: str) -> None:
        from yalu_plugin.core.sql import literal

        values = {name: "NULL" if value is None else literal(value)
                  for name, value in (("text", text), ("day", day), ("state", state))}
        self.execute(statement, number, **values)

    @precondition(ConsistencyCheck.sites)
    @rule(statement=st.sampled_from(REFUSED), number=which)
    def sql_refused(self, statement: str, number: int) -> None:
        from yalu_plugin.layers.survey.survey_errors import WriteFailed

        before = self.tables()
        if "observations" in statement and not before["observations"]:
            return
        with pytest.raises(WriteFailed):
            self.execute(statement, number)
        assert self.tables() == before

    def execute(self, statement: str, number: int, **values: str) -> None:
        """Execute SQL as another program would, which does not know the plugin."""
        from yalu_plugin.core.sql import literal
        from yalu_plugin.layers.survey.geopackage import execute, opened

        site = literal(self.site(number)["id"]) if self.sites() else "'none'"
        with opened(self._path, update=True) as dataset:
            execute(dataset, statement.format(site=site, number=next(self._numbers), **values))
        self.bench.session.refresh()

    @rule(number=which, name=text, place=place, how=st.sampled_from(("rename", "move", "add", "delete")))
    def edit_in_qgis(self, number: int, name: str | None, place: tuple[float, float], how: str) -> None:
        from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

        layer = self.bench.sites.layer()
        assert layer.startEditing()
        features, point = list(layer.getFeatures()), QgsGeometry.fromPointXY(QgsPointXY(*place))
        selected = features[number % len(features)].id() if features else None
        if how == "add":
            feature = QgsFeature(layer.fields())
            feature["name"], feature["kind"] = name, "barge_dock"
            feature.setGeometry(point)
            assert layer.addFeature(feature)
        elif selected is not None and how == "rename":
            assert layer.changeAttributeValue(selected, layer.fields().indexOf("name"), name)
        elif selected is not None and how == "move":
            assert layer.changeGeometry(selected, point)
        elif selected is not None:
            assert layer.deleteFeature(selected)
        assert layer.commitChanges(), layer.commitErrors()


@pytest.fixture
def scenes(data: Path, tmp_path: Path) -> list[Any]:
    """Two scenes without a footprint."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    folder = shutil.copytree(data / "s2_romania", tmp_path / "scenes")
    return [replace(scene, footprint_wkt="") for scene in catalogue(folder, read_raster).all_scenes
            if str(scene.acquired_from)[:10] in DAYS]


def test_a_survey_is_consistent_whoever_writes(
        open_window: Any, scenes: list[Any], window: Any, tmp_path: Path, wait_for: Callable[..., None]) -> None:
    run_consistency_check(Store, open_window, tmp_path, window, scenes, wait_for)
