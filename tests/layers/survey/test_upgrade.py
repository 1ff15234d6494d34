"""A survey of version 1 comes through whole: same ids, same record; what QGIS changed in it unrecorded is noted.

tests/data/surveys/version1.gpkg.gz was made by the plugin of version 1: the published survey, four SYNTHETIC sites with
an image and observations, one renamed, one removed. Then QGIS' own tools changed v1-ford, deleted v1-gone, added a site
without an id and pasted one with the id of v1-barge.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.schema import SURVEY_VERSION
from yalu_plugin.core.survey.sealed_record import first_break


@pytest.fixture
def old(qgis_app: Any, tmp_path: Path, data: Path) -> Path:
    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
    return path


def record(survey: Any) -> list[dict[str, Any]]:
    return sorted(survey.rows("audit"), key=lambda row: row["seq"])


def test_it_is_opened_for_reading_only_when_asked(old: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyOlder
    from yalu_plugin.layers.survey.survey_states import states_on

    before = old.read_bytes()
    with pytest.raises(SurveyOlder, match=r"made by an older plugin \(survey version 1\): nothing can be written"):
        open_survey(old)
    survey = open_survey(old, reading=True)
    assert survey.read_only and [type(notice) for notice in survey.notices] == [SurveyOlder]
    assert len(survey.rows("sites")) == 10 and states_on(survey, None)["v1-ford"]["state"] == "washed_out"
    assert survey.layer("site_states").featureCount() > 10 and not survey.layer("sites").startEditing()
    assert survey.changes_since(0).entries == ()
    with pytest.raises(SurveyOlder):
        survey.change("no", added={"sites": [{"id": "x"}]})
    assert old.read_bytes() == before


def test_rows_ids_and_entries_are_the_same_and_differences_are_noted(old: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    was = open_survey(old, reading=True)
    tables = ("observations", "images", "sources", "claims", "corridors")
    rows, before, sites = {table: was.rows(table) for table in tables}, record(was), was.rows("sites")
    done = upgrade(old, "lee")
    assert done == (old.with_name("old.v1-backup.gpkg"), SURVEY_VERSION, 4)
    survey = open_survey(old)
    assert (survey.id, survey.title, survey.version, survey.notices) == (was.id, "Version 1", SURVEY_VERSION, ())
    assert {table: survey.rows(table) for table in tables} == rows
    entries = record(survey)
    assert [{**entry, "origin": None} for entry in before] == entries[:len(before)]
    assert first_break(entries) is None
    *noted, upgraded = entries[len(before):]
    assert {(entry["who"], entry["origin"]) for entry in noted} == {("lee", "baseline")}
    new = {entry["row_id"] for entry in noted if entry["action"] == "insert"}
    assert sorted((entry["action"], entry["row_id"]) for entry in noted if entry["row_id"] not in new) == [
        ("delete", "v1-gone"), ("update", "v1-ford")]
    assert len(new) == 2 and {len(row_id) for row_id in new} == {36}
    assert (upgraded["action"], upgraded["origin"], upgraded["table_name"]) == ("upgrade", "plugin", "survey")
    now = {row["id"]: row for row in survey.rows("sites")}
    assert [row["fid"] for row in now.values()] == [row["fid"] for row in sites]
    assert {now[row_id]["name"] for row_id in new} == {"SYNTHETIC without an id", "SYNTHETIC pasted"}
    assert now["v1-barge"]["name"] == "SYNTHETIC barge, renamed"
    assert now["v1-ford"]["location_accuracy_m"] == 0.1 + 0.2 and now["v1-ford"]["geom"] == "Point (127.25 41.25)"


def test_the_record_then_gives_the_tables(old: Path) -> None:
    from yalu_plugin.core.survey.codec import row_from_entry
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    upgrade(old, "lee")
    survey = open_survey(old)
    survey.change("add", added={"sites": [{"id": "n", "geom": "POINT (1 2)"}]}, removed={"sites": [{"id": "v1-barge"}]})
    for table in ("survey", "sites", "observations", "images", "corridors", "sources", "claims"):
        replayed: dict[str, Any] = {}
        for entry in record(survey):
            if entry["table_name"] == table:
                replayed[entry["row_id"]] = row_from_entry(table, entry["after"])
        rows = {row["id"]: {**row, "fid": None} for row in survey.rows(table)}
        assert rows == {row_id: {**row, "fid": None} for row_id, row in replayed.items() if row}


def test_it_is_like_a_new_one(old: Path) -> None:
    from yalu_plugin.core.schema import SITE_STATES, states_query
    from yalu_plugin.core.schema_sql import indexes, own_statements
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    upgrade(old, "lee")
    survey = open_survey(old)
    with closing(sqlite3.connect(old)) as database:
        objects = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE name LIKE 'yalu_%'")}
        assert objects == {*own_statements(), *indexes()}
        names = ", ".join(SITE_STATES.column_names)
        table = sorted(map(str, database.execute(f"SELECT {names} FROM site_states")))
        assert table == sorted(map(str, database.execute(f"SELECT {names} FROM ({states_query()})")))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    layer = survey.layer("site_states")
    assert layer.featureCount() == len(table) and layer.renderer().type() == "categorizedSymbol"
    ford = {**survey.rows("sites", id="v1-ford")[0], "name": "new"}
    (entry,) = survey.change("edit", replaced={"sites": [ford]}).entries
    assert (entry.before or {})["name"] == "SYNTHETIC ford, by hand"


def test_the_backup_is_the_survey_as_it_was_and_never_overwritten(old: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    was = open_survey(old, reading=True)
    rows = {table: was.rows(table) for table in ("sites", "observations", "audit", "site_states")}
    there = old.with_name("old.v1-backup.gpkg")
    there.write_bytes(b"precious")
    done = upgrade(old, "lee")
    assert done.backup == old.with_name("old.v1-backup-2.gpkg") and there.read_bytes() == b"precious"
    backup = open_survey(done.backup, reading=True)
    assert backup.version == 1 and {table: backup.rows(table) for table in rows} == rows
    assert sorted(old.parent.iterdir()) == [old, done.backup, there]


def test_a_survey_of_the_current_version_is_not_changed(survey: Any) -> None:
    from yalu_plugin.layers.survey.upgrade import upgrade

    before = survey.path.read_bytes()
    assert upgrade(survey.path, "lee") == (None, SURVEY_VERSION, 0)
    assert survey.path.read_bytes() == before


@pytest.mark.parametrize("statement", [
    "DELETE FROM audit WHERE seq = 3", "UPDATE audit SET seq = 4 WHERE seq = 3",
    "UPDATE audit SET seq = NULL WHERE seq = 3", "UPDATE audit SET seq = -3 WHERE seq = 3"])
def test_a_record_with_gaps_is_not_continued(old: Path, statement: str) -> None:
    from yalu_plugin.layers.survey.survey_errors import CannotUpgrade
    from yalu_plugin.layers.survey.upgrade import upgrade

    with closing(sqlite3.connect(old)) as database:
        database.execute(statement)
        database.commit()
    before = old.read_bytes()
    with pytest.raises(CannotUpgrade, match="record of changes"):
        upgrade(old, "lee")
    assert old.read_bytes() == before and [path.name for path in old.parent.iterdir()] == ["old.gpkg"]


def test_a_failure_leaves_the_survey_as_it_was_and_no_copy(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import upgrade as module
    from yalu_plugin.layers.survey.geopackage import open_locked
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked, WriteFailed

    survey = open_survey(old, reading=True)
    rows = {table: survey.rows(table) for table in ("sites", "audit", "site_states")}
    holder = open_locked(old)
    with pytest.raises(SurveyLocked):
        module.upgrade(old, "lee")
    del holder
    monkeypatch.setattr(module, "fill_states_statements", lambda: ("SELECT no_such_function()",))
    with pytest.raises(WriteFailed):
        module.upgrade(old, "lee")
    assert {table: survey.rows(table) for table in rows} == rows
    assert [path.name for path in old.parent.iterdir()] == ["old.gpkg"]


def test_an_entry_without_a_row_is_kept_and_the_row_noted(old: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    with closing(sqlite3.connect(old)) as database:
        database.execute("UPDATE audit SET after = 'no json' WHERE row_id = 'v1-image'")
        database.commit()
    assert upgrade(old, "lee").differences == 5
    *_, noted = [row for row in record(open_survey(old)) if row["row_id"] == "v1-image"]
    assert (noted["before"], json.loads(noted["after"])["uri"]) == ("no json", "/SYNTHETIC/scene.tif")
