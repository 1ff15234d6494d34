"""The table site_states, maintained by triggers, always equals the query that defines it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal

from yalu_plugin.core.schema import SITE_STATES, TABLE, states_query
from yalu_plugin.core.schema_sql import triggers

COLUMNS = ", ".join(("hex(geom)", *SITE_STATES.column_names))
DAYS = ("2024-05-01", "2024-05-02", "2024-08-01", None)
SITES = ("a", "b", "it's")

day = st.sampled_from(DAYS)
site = st.sampled_from(SITES)
state = st.sampled_from(("present", "absent", "not_observable", None))
change = st.one_of(
    st.tuples(st.just("INSERT INTO observations (site_id, state, seen_from, seen_to) VALUES ({}, {}, {}, {})"), site,
              state, day, day),
    st.tuples(st.just("UPDATE observations SET state = {}, seen_to = {} WHERE site_id = {}"), state, day, site),
    st.tuples(st.just("UPDATE observations SET site_id = {} WHERE site_id = {} AND fid % 2 = 0"), site, site),
    st.tuples(st.just("DELETE FROM observations WHERE site_id = {} AND seen_to = {}"), site, day),
    st.tuples(st.just("INSERT OR IGNORE INTO sites (id, geom) SELECT {}, geom FROM sites WHERE NOT EXISTS "
                      "(SELECT 1 FROM sites WHERE id = {}) LIMIT 1"), site).map(lambda one: (*one, one[1])),
    st.tuples(st.just("UPDATE sites SET name = name || 'x', geom = NULL WHERE id = {}"), site),
    st.tuples(st.just("UPDATE sites SET name = {}, kind = {} WHERE id = {}"), state, day, site),
    st.tuples(st.just("UPDATE sites SET geom = (SELECT geom FROM sites WHERE geom NOTNULL ORDER BY fid DESC LIMIT 1), "
                      "note = {} WHERE id = {}"), day, site),
    st.tuples(st.just("UPDATE observations SET image_id = {}, seen_from = {}, note = {} WHERE site_id = {}"), site, day,
              day, site),
    st.tuples(st.just("DELETE FROM sites WHERE id = {}"), site))


@pytest.fixture(scope="module")
def file(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    from yalu_plugin.layers.survey.create import create_survey

    yield create_survey(tmp_path_factory.mktemp("states") / "survey.gpkg", "Test", published=True).path


def literal(value: str | None) -> str:
    from yalu_plugin.core.sql import literal

    return literal(value)


def both(path: Path) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """Return the content of the table, the expected one, the boxes of its spatial index, and those of the sites."""
    with closing(sqlite3.connect(path)) as database:
        table = database.execute(f"SELECT {COLUMNS} FROM site_states ORDER BY 2, 10, 8").fetchall()
        wanted = database.execute(f"SELECT {COLUMNS} FROM ({states_query()}) ORDER BY 2, 10, 8").fetchall()
        boxes = database.execute("SELECT fid, minx, maxx, miny, maxy FROM rtree_site_states_geom JOIN site_states ON "
                                 "fid = rtree_site_states_geom.id ORDER BY 1").fetchall()
        of_sites = database.execute("SELECT p.fid, minx, maxx, miny, maxy FROM site_states p JOIN sites s ON s.id = "
                                    "site_id JOIN rtree_sites_geom r ON r.id = s.fid ORDER BY 1").fetchall()
    return table, wanted, boxes, of_sites


def test_a_new_survey_has_them(file: Path) -> None:
    table, wanted, boxes, of_sites = both(file)
    assert table == wanted and boxes == of_sites and len(table) > len(boxes) / 2 > 3
    with closing(sqlite3.connect(file)) as database:
        (boxed,) = database.execute("SELECT count(*) FROM rtree_site_states_geom").fetchone()
    assert boxed == len(boxes)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(change, min_size=1, max_size=12))
def test_they_follow_any_change(file: Path, changes: list[tuple[Any, ...]]) -> None:
    dataset = gdal.OpenEx(str(file), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for statement, *values in changes:
        gdal.ErrorReset()
        dataset.ExecuteSQL(statement.format(*map(literal, values)))
        assert gdal.GetLastErrorMsg() == "", statement
    del dataset
    table, wanted, boxes, of_sites = both(file)
    assert table == wanted and boxes == of_sites


@pytest.mark.parametrize(("table", "column"), [
    (table, column) for table in ("sites", "observations") for column in TABLE[table].column_names if column != "id"])
def test_they_follow_a_change_of_a_single_column(file: Path, table: str, column: str) -> None:
    other = {"site_id": "'second'", "state": "'absent'", "seen_from": "'2024-04-30'", "seen_to": "'2024-05-03'"}
    seen = "INSERT INTO observations (id, site_id, state, seen_from, seen_to) VALUES ({}, 'first', 'present', {}, {})"
    with survey_with(file, "INSERT INTO sites (id, geom) SELECT column1, geom FROM (VALUES ('first'), ('second')) "
                           "JOIN (SELECT geom FROM sites LIMIT 1)",
                     seen.format("'one'", "'2024-05-01'", "'2024-05-01'"), seen.format("'two'", "NULL", "'2024-05-02'"),
                     f"UPDATE {table} SET {column} = {other.get(column, literal('other'))} "
                     "WHERE id IN ('first', 'one')"):
        table_now, wanted, boxes, of_sites = both(file)
    assert table_now == wanted and boxes == of_sites


@contextmanager
def survey_with(file: Path, *statements: str) -> Iterator[None]:
    """The survey after these statements, which are undone afterwards."""
    dataset = gdal.OpenEx(str(file), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for statement in statements:
        gdal.ErrorReset()
        dataset.ExecuteSQL(statement)
        assert gdal.GetLastErrorMsg() == "", statement
    dataset.FlushCache()
    yield
    for undo in ("DELETE FROM observations WHERE id IN ('one', 'two')",
                 "DELETE FROM sites WHERE id IN ('first', 'second')"):
        dataset.ExecuteSQL(undo)


@pytest.mark.parametrize(("statement", "of_states"), [
    ("UPDATE sites SET note = note || 'x', county = 'x', confidence = NULL, modified_by = 'x'", "same"),
    ("UPDATE sites SET name = name || 'x', kind = 'other'", "kept"),
    ("UPDATE sites SET geom = NULL", "kept"),
    ("UPDATE observations SET note = 'x', confidence = NULL, likelihood = 'even', below_resolution = 1", "same"),
    ("UPDATE observations SET seen_from = NULL", "rebuilt")])
def test_only_changes_of_their_sources_rewrite_the_states(qgis_app: Any, tmp_path: Path, statement: str, of_states: str
                                                       ) -> None:
    """Another note of 10,000 sites took twenty times as long as its entries in the record."""
    from yalu_plugin.layers.survey.create import create_survey

    path = create_survey(tmp_path / "survey.gpkg", "Test", published=True).path
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)

    def rows() -> dict[int, str]:
        result = dataset.ExecuteSQL(f"SELECT fid + 0 AS number, {COLUMNS} FROM site_states WHERE valid_from NOTNULL")
        return {feature.GetField(0): feature.ExportToJson() for feature in result}

    def entries() -> int:
        return dataset.ExecuteSQL("SELECT COUNT(*) FROM audit").GetNextFeature().GetField(0)

    known = entries()
    before, _ = rows(), dataset.ExecuteSQL(statement)
    after = rows()
    assert before and {"same": before == after, "kept": before.keys() == after.keys() and before != after,
                       "rebuilt": before.keys().isdisjoint(after)}[of_states]
    assert entries() > known
    dataset = None
    held, wanted, boxes, of_sites = both(path)
    assert held == wanted and boxes == of_sites


@pytest.mark.parametrize("trigger", [name for name in triggers() if name.split("_")[1] in (
    "sites", "observations", "images", "states", "entry") and not name.endswith(("_new", "_keep"))])
def test_the_triggers_of_a_change_cost_the_same_in_a_large_survey(file: Path, trigger: str) -> None:
    """Each statement of the trigger finds its rows by an index or by their number: none scans a table."""
    body = triggers()[trigger].split(" BEGIN ", 1)[1].removesuffix("END")
    given = re.sub(r'\b(?:NEW|OLD)\."?(?P<name>\w+)"?', lambda match: "1" if match["name"] == "fid" else "'x'", body)
    plans = []
    with closing(sqlite3.connect(file)) as database:
        for function, count in (("ST_MinX", 1), ("ST_MaxX", 1), ("ST_MinY", 1), ("ST_MaxY", 1), ("ST_IsEmpty", 1)):
            database.create_function(function, count, lambda _: None)
        for statement in filter(str.strip, given.split("; ")):
            plans += [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}")]
    scans = [plan for plan in plans if plan.startswith("SCAN") and "CONSTANT ROW" not in plan
             and "VIRTUAL TABLE INDEX 1:" not in plan and not re.search(r"\(?subquery|^SCAN p$", plan)]
    assert scans == [] and (plans or all(" VALUES (" in statement for statement in given.split("; ") if statement))


def test_the_map_reads_them_through_the_spatial_index(file: Path) -> None:
    from qgis.core import QgsFeatureRequest, QgsFeatureSource, QgsRectangle

    from yalu_plugin.layers.survey.open import open_survey

    survey = open_survey(file)
    survey.change("far", added={"sites": [{"id": "far", "geom": "POINT (10 50)"}]})
    layer = survey.layer("site_states")
    assert layer.hasSpatialIndex() == QgsFeatureSource.SpatialIndexPresence.SpatialIndexPresent
    found = list(layer.getFeatures(QgsFeatureRequest(QgsRectangle(9, 49, 11, 51))))
    assert [feature["site_id"] for feature in found] == ["far"]
    with closing(sqlite3.connect(file)) as database:  # a site that the index does not have is not drawn: it is used
        database.execute("DELETE FROM rtree_site_states_geom WHERE minx < 11")
        database.commit()
    layer = survey.layer("site_states")
    assert list(layer.getFeatures(QgsFeatureRequest(QgsRectangle(9, 49, 11, 51)))) == []
    survey.change("gone", removed={"sites": [{"id": "far"}]})


def test_they_cannot_be_edited_in_qgis(file: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    survey = open_survey(file)
    assert [table for table in ("site_states", "audit", "sites", "observations")
            if survey.layer(table).startEditing()] == ["sites", "observations"]


@pytest.mark.parametrize("table", ["site_states", "sites"])
def test_an_index_that_gdal_rebuilt_is_maintained_by_both(qgis_app: Any, tmp_path: Path, table: str) -> None:
    """With GDAL's own triggers on site_states each box is written twice."""
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "survey.gpkg", "Test")
    survey.change("add", added={"sites": [{"id": "a", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}]})
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for function in ("DisableSpatialIndex", "CreateSpatialIndex"):
        dataset.ReleaseResultSet(dataset.ExecuteSQL(f"SELECT {function}('{table}', 'geom')"))
    del dataset
    survey.change("add", added={
        "sites": [{"id": "b", "kind": "barge_dock", "geom": "POINT (127.6 41.5)"}],
        "observations": [{"id": "1", "site_id": "a", "state": "present", "seen_to": "2024-05-01"}]})
    held, wanted, boxes, of_sites = both(survey.path)
    assert held == wanted and boxes == of_sites and len(boxes) == len(held) == 3
