"""Changes by QGIS' own tools, ogr2ogr or plain SQL: each change of a fact leaves an entry."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr

from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.survey.sealed_record import first_break

SITE = {"id": "a", "name": "새 도하장", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}


def entries(survey: Any) -> list[dict[str, Any]]:
    """The record's entries, before and after as objects."""
    rows = sorted(survey.rows("audit"), key=lambda row: row["seq"])
    return [{**row, **{side: row[side] and json.loads(row[side]) for side in ("before", "after")}} for row in rows]


@pytest.fixture
def new(survey: Any) -> Callable[[], list[dict[str, Any]]]:
    """A function: the entries since the last time."""
    survey.change("test", added={"sites": [SITE]})
    seen = [len(survey.rows("audit"))]

    def since() -> list[dict[str, Any]]:
        found = entries(survey)[seen[0]:]
        seen[0] += len(found)
        return found

    return since


def sql(survey: Any, statement: str) -> str:
    """Run a statement by GDAL; return the error."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL(statement)
    gdal.PopErrorHandler()
    return str(gdal.GetLastErrorMsg())


def feature_of(layer: Any, site_id: str) -> Any:
    return next(feature for feature in layer.getFeatures() if feature["id"] == site_id)


def test_qgis_digitizing_adds_moves_and_deletes(survey: Any, new: Any) -> None:
    from qgis.core import QgsFeature, QgsGeometry

    layer = survey.layer("sites")
    assert layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["name"] = "by hand"
    feature.setGeometry(QgsGeometry.fromWkt("POINT (127.7 41.7)"))
    assert layer.addFeature(feature) and layer.commitChanges(), layer.commitErrors()
    (added,) = new()
    assert (added["action"], added["before"], added["after"]["name"]) == ("insert", None, "by hand")
    assert len(added["row_id"]) == 36 and added["row_id"] == added["after"]["id"]
    assert added["row_id"] in {row["id"] for row in survey.rows("sites")}
    assert layer.startEditing()
    assert layer.changeGeometry(feature_of(layer, "a").id(), QgsGeometry.fromWkt("POINT (127.6 41.6)"))
    assert layer.commitChanges(), layer.commitErrors()
    (moved,) = new()
    assert moved["action"] == "update" and moved["before"]["geom"] != moved["after"]["geom"]
    assert layer.startEditing() and layer.deleteFeature(feature_of(layer, "a").id()) and layer.commitChanges()
    (deleted,) = new()
    assert (deleted["action"], deleted["row_id"]) == ("delete", "a")
    assert (deleted["before"], deleted["after"]) == (moved["after"], None)


def test_qgis_attribute_table(survey: Any, new: Any) -> None:
    layer = survey.layer("sites")
    fields = layer.fields()
    assert layer.startEditing()
    fid = feature_of(layer, "a").id()
    assert layer.changeAttributeValue(fid, fields.indexOf("name"), "renamed")
    assert layer.changeAttributeValue(fid, fields.indexOf("location_accuracy_m"), 0.1 + 0.2)
    assert layer.commitChanges(), layer.commitErrors()
    found = new()
    assert {entry["row_id"] for entry in found} == {"a"} and found[0]["before"]["name"] == SITE["name"]
    assert (found[-1]["after"]["name"], found[-1]["after"]["location_accuracy_m"]) == ("renamed", 0.1 + 0.2)


def test_the_id_of_a_row_is_kept_for_good(survey: Any, new: Any) -> None:
    layer = survey.layer("sites")
    assert layer.startEditing()
    assert layer.changeAttributeValue(feature_of(layer, "a").id(), layer.fields().indexOf("id"), "b")
    assert not layer.commitChanges()
    assert "survey: the id of a row is kept for good" in " ".join(layer.commitErrors())
    layer.rollBack()
    assert new() == [] and feature_of(layer, "a").isValid()


def test_a_pasted_copy_of_a_site_gets_an_id_of_its_own(survey: Any, new: Any) -> None:
    from qgis.core import QgsVectorLayerUtils

    layer = survey.layer("sites")
    assert layer.startEditing()
    copy = feature_of(layer, "a")
    pasted = QgsVectorLayerUtils.createFeature(layer, copy.geometry(), dict(enumerate(copy.attributes())))
    assert layer.addFeature(pasted) and layer.commitChanges(), layer.commitErrors()
    (added,) = new()
    assert added["action"] == "insert" and added["row_id"] not in ("", "a")


@pytest.mark.parametrize("mode", [["-append"], ["-update", "-append"]])
def test_ogr2ogr(survey: Any, new: Any, tmp_path: Path, mode: list[str]) -> None:
    points = tmp_path / "points.geojson"
    points.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": name, "kind": "other"},
         "geometry": {"type": "Point", "coordinates": [127.1, 41.1]}} for name in ("one", "two")]}), encoding="utf-8")
    options = gdal.VectorTranslateOptions(options=[*mode, "-nln", "sites"])
    assert gdal.VectorTranslate(str(survey.path), str(points), options=options) is not None
    found = new()
    assert [(entry["action"], entry["after"]["name"]) for entry in found] == [("insert", "one"), ("insert", "two")]
    assert len({entry["row_id"] for entry in found} - {"", None}) == 2


def test_a_row_that_overwrites_another_is_refused_as_no_trigger_would_fire(survey: Any, new: Any) -> None:
    before = survey.rows("sites")
    for statement in ("INSERT OR REPLACE INTO sites (id, name) VALUES ('a', 'over')",
                      "INSERT OR REPLACE INTO sites (fid, name) SELECT fid, 'over' FROM sites WHERE id = 'a'",
                      "UPDATE OR REPLACE sites SET fid = 1 WHERE id = 'a'"):
        assert "survey: " in sql(survey, statement), statement
    assert new() == [] and survey.rows("sites") == before


def test_gdal_changes_and_deletes(survey: Any, new: Any) -> None:
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayerByName("sites")
    layer.SetAttributeFilter("id = 'a'")
    feature = next(iter(layer))
    feature["note"] = "by GDAL"
    assert layer.SetFeature(feature) == ogr.OGRERR_NONE == layer.SetFeature(feature)
    assert layer.DeleteFeature(feature.GetFID()) == ogr.OGRERR_NONE
    del layer, dataset
    assert [(entry["action"], entry["row_id"]) for entry in new()] == [("update", "a"), ("delete", "a")]


def test_plain_sqlite_without_gdal(survey: Any, new: Any) -> None:
    with sqlite3.connect(survey.path) as database:
        database.execute("INSERT INTO observations (site_id, state, seen_to) VALUES ('a', 'present', '2024-05-01')")
        database.execute("UPDATE observations SET note = 'x' WHERE site_id = 'a'")
        database.execute("UPDATE observations SET note = note")
        database.execute("UPDATE sources SET title = title || '!'")
        database.execute("DELETE FROM observations WHERE site_id = 'a'")
    sources = len(survey.rows("sources"))
    assert [(entry["table_name"], entry["action"]) for entry in new()] == [
        ("observations", "insert"), ("observations", "update"), *[("sources", "update")] * sources,
        ("observations", "delete")]


@pytest.mark.parametrize("statement", [
    "UPDATE audit SET who = 'x' WHERE seq = 1", "DELETE FROM audit WHERE seq = 1",
    "INSERT INTO audit (seq, action) VALUES (1000000, 'x')", "INSERT INTO audit (action) VALUES ('x')",
    "INSERT OR REPLACE INTO audit (fid, seq) VALUES (1, 1)", "UPDATE audit SET hash = NULL"])
def test_the_record_itself_is_not_written_by_hand(survey: Any, new: Any, statement: str) -> None:
    assert "survey: " in sql(survey, statement)
    assert new() == []


def test_what_others_did_is_sealed_as_such_before_our_own_change(survey: Any, new: Any) -> None:
    sql(survey, "UPDATE sites SET name = 'outside' WHERE id = 'a'")
    delta = survey.change("edit", replaced={"sites": [{**SITE, "name": "ours"}]})
    outside, own = new()
    assert (outside["action"], outside["origin"], outside["who"]) == ("update", "outside", None)
    assert (own["action"], own["origin"], bool(own["who"])) == ("edit", "plugin", True)
    assert [(entry.seq, entry.action, entry.before["name"], entry.after["name"]) for entry in delta.entries] == [
        (own["seq"], "edit", "outside", "ours")]
    assert first_break(sorted(survey.rows("audit"), key=lambda row: row["seq"])) is None


def test_all_of_a_new_survey_is_recorded_and_sealed(survey: Any) -> None:
    found = entries(survey)
    rows = sum(len(survey.rows(table)) for table in FACTS)
    assert len(found) == rows > 20
    assert {(entry["origin"], entry["action"], bool(entry["who"]), bool(entry["hash"])) for entry in found} == {
        ("plugin", "create", True, True)}


@pytest.mark.parametrize("value", ["9e999", "-9e999", "1e-310", "0.1 + 0.2", "'Inf'", "''", "123456789.123456789"])
def test_ugly_numbers_are_recorded_as_they_are(survey: Any, new: Any, value: str) -> None:
    assert sql(survey, f"UPDATE sites SET location_accuracy_m = {value} WHERE id = 'a'") == ""
    (found,) = survey.change("next", added={"sites": [{"id": "b"}]}).entries
    assert found.row_id == "b"
    changed, _ = new()
    assert changed["origin"] == "outside"
    with sqlite3.connect(survey.path) as database:
        stored = database.execute("SELECT location_accuracy_m FROM sites WHERE id = 'a'").fetchone()[0]
    recorded = changed["after"]["location_accuracy_m"]
    assert recorded == stored or float(recorded) == stored


@pytest.mark.parametrize("text", ["'\"' || char(10, 9, 1, 92)", "char(55357)", "''", "'새 도하장 🚢'",
                                  "CAST(x'ff' AS TEXT)", "printf('%.*c', 100000, 'x')",
                                  "'{\"a\": [1]}'", "5", "x'00ff'"])
def test_ugly_texts_are_recorded(survey: Any, new: Any, text: str) -> None:
    assert sql(survey, f"UPDATE sites SET note = {text}, location_accuracy_m = x'ff' WHERE id = 'a'") == ""
    survey.change("next", removed={"sites": [{"id": "a"}]})
    assert [entry["row_id"] for entry in new()] == ["a", "a"]
    assert first_break(sorted(survey.rows("audit"), key=lambda row: row["seq"])) is None
