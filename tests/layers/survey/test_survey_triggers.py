"""A survey opened for writing has all its own triggers, and no others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from yalu_plugin.core.schema_sql import triggers
from yalu_plugin.core.survey.sealed_record import first_break


def run(survey: Any, *statements: str) -> list[Any]:
    with closing(sqlite3.connect(survey.path)) as database:
        found = [database.execute(statement).fetchall() for statement in statements]
        database.commit()
    return found[-1]


@pytest.mark.parametrize(("name", "statement"), [
    ("mine", "CREATE TRIGGER mine AFTER INSERT ON sites BEGIN DELETE FROM claims; END"),
    ("audit_log", "CREATE TRIGGER audit_log AFTER INSERT ON audit BEGIN UPDATE audit SET who = 'x'; END"),
    ("yalu_more", "CREATE TRIGGER yalu_more AFTER INSERT ON sites BEGIN SELECT 1; END"),
    ("yalu_sites_delete", "CREATE TRIGGER yalu_sites_delete AFTER DELETE ON sites BEGIN SELECT 1; END"),
    ("YALU_SITES_DELETE", "CREATE TRIGGER YALU_SITES_DELETE AFTER DELETE ON sites BEGIN SELECT 1; END"),
    ("rtree_sites_geom_insert", "CREATE TRIGGER rtree_sites_geom_insert AFTER INSERT ON claims BEGIN SELECT 1; END"),
    ("trigger_insert_feature_count_x", "CREATE TRIGGER trigger_insert_feature_count_x AFTER INSERT ON sites BEGIN "
                                       "SELECT 1; END"),
    ("rtree_sites_geom_update9", "CREATE TRIGGER rtree_sites_geom_update9 AFTER INSERT ON sites BEGIN SELECT 1; END"),
    ("", 'CREATE TRIGGER "" AFTER INSERT ON sites BEGIN SELECT 1; END'),
    ("gpkg_a", "CREATE TRIGGER gpkg_a AFTER INSERT ON sites BEGIN SELECT 1; END")])
def test_a_foreign_trigger_is_refused(survey: Any, name: str, statement: str) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import ForeignTriggers

    run(survey, f'DROP TRIGGER IF EXISTS "{name}"', statement)
    before = survey.path.read_bytes()
    with pytest.raises(ForeignTriggers) as refused:
        open_survey(survey.path)
    assert refused.value.values["trigger"] == name and survey.path.read_bytes() == before


def test_missing_triggers_are_restored_and_reported(survey: Any) -> None:
    from yalu_plugin.core.schema import states_query
    from yalu_plugin.layers.survey.open import open_survey

    last = max(row["seq"] for row in survey.rows("audit"))
    run(survey, *(f"DROP TRIGGER {name}" for name in triggers() if "_observations_" in name or "audit" in name),
        "UPDATE observations SET state = 'absent'")
    opened = open_survey(survey.path)
    assert str(*opened.notices).startswith(f"{survey.path} had lost 11 of the triggers that record every change.")
    assert [(entry.seq, entry.action, entry.table, entry.before, entry.after)
            for entry in opened.changes_since(last).entries] == [(last + 1, "triggers restored", "", None, None)]
    rows = sorted(opened.rows("audit"), key=lambda row: row["seq"])
    assert first_break(rows) is None
    assert [rows[-1][name] for name in ("action", "origin", "table_name", "before")] == [
        "triggers restored", "outside", None, None]
    own = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'yalu_%'"
    assert dict(run(survey, own)) == triggers()
    assert {row["state"] for row in opened.rows("site_states")} == {"absent", "unknown"}
    assert run(survey, f"SELECT count(*) FROM ({states_query()})") == [(len(opened.rows("site_states")),)]
    assert open_survey(survey.path).notices == ()


@pytest.mark.parametrize(("view", "triggers_of_it"), [
    ("yalu_claims_row", 0), ("yalu_survey_row", 0), ("yalu_entry", 1), ("yalu_states_of_day", 1)])
def test_a_missing_view_is_restored_with_its_triggers(survey: Any, view: str, triggers_of_it: int) -> None:
    from yalu_plugin.core.schema_sql import own_statements
    from yalu_plugin.layers.survey.open import open_survey

    run(survey, f"DROP VIEW {view}")
    (notice,) = open_survey(survey.path).notices
    assert notice.values["n"] == 1 + triggers_of_it
    own = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view') AND name LIKE 'yalu_%'"
    assert dict(run(survey, own)) == own_statements()
    run(survey, "UPDATE claims SET note = 'x' WHERE fid = 1")
    assert run(survey, "SELECT action, json_extract(after, '$.note') FROM audit ORDER BY seq DESC LIMIT 1") == [
        ("update", "x")]


@pytest.mark.parametrize("kind", ["VIEW", "TABLE"])
def test_another_view_under_the_name_of_an_own_one_is_refused(survey: Any, kind: str) -> None:
    """With a view that leaves something out, entries would not state what was changed."""
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import ForeignTriggers

    run(survey, "DROP VIEW yalu_sites_row",
        f"CREATE {kind} Yalu_Sites_Row AS SELECT fid, id, json_object('id', id) AS row FROM sites")
    with pytest.raises(ForeignTriggers):
        open_survey(survey.path)


def test_missing_triggers_of_a_read_only_file_stay_missing(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    run(survey, "DROP TRIGGER yalu_sites_delete")
    survey.path.chmod(0o444)
    before = survey.path.read_bytes()
    assert open_survey(survey.path).read_only and survey.path.read_bytes() == before


def test_a_sqlite_without_json_reads_only_and_states_the_reason(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import open as opening
    from yalu_plugin.layers.survey.survey_errors import CannotRecord

    monkeypatch.setattr(opening, "can_record", lambda _dataset: False)
    opened = opening.open_survey(survey.path)
    assert opened.read_only and [type(notice) for notice in opened.notices] == [CannotRecord]
    assert not opened.layer("sites").startEditing()


def test_triggers_are_the_same_text_in_every_run() -> None:
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).resolve().parents[3]
    code = "from yalu_plugin.core.schema_sql import triggers; print(sorted(triggers().items()))"
    outs = {subprocess.run([sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed}, check=True,
                           capture_output=True, text=True).stdout for seed in ("1", "2")}
    assert outs == {f"{sorted(triggers().items())}\n"}


@pytest.fixture
def edited(survey: Any) -> Any:
    """A function that moves a site with GDAL, as QGIS saves an edit; returns how many transactions that took."""
    from osgeo import gdal

    survey.change("test", added={"sites": [{"id": "a", "kind": "other", "geom": "POINT (127.5 41.5)"},
                                           {"id": "b", "kind": "other", "geom": "POINT (128.5 42.5)"}]})

    def move(wkt: str) -> int:
        from osgeo import ogr

        def transactions() -> int:
            return int.from_bytes(survey.path.read_bytes()[24:28], "big")

        before, dataset = transactions(), gdal.OpenEx(str(survey.path), gdal.OF_UPDATE)
        layer = dataset.GetLayerByName("sites")
        (site,) = (one for one in layer if one["id"] == "a")
        site.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        dataset.StartTransaction()
        layer.SetFeature(site)
        dataset.CommitTransaction()
        layer.SyncToDisk()
        return transactions() - before

    return move


def test_an_edit_by_others_is_one_transaction(survey: Any, edited: Any) -> None:
    """GDAL writes the time of the change in a second one, which takes as long again."""
    changed = "SELECT last_change > '2020-01-02' FROM gpkg_contents WHERE table_name = 'sites'"
    assert run(survey, "UPDATE gpkg_contents SET last_change = '2020-01-01T00:00:00.000Z'", changed) == [(False,)]
    counts = {edited(f"POINT (127.6 41.6{number})") for number in range(1, 5)}
    assert 1 in counts  # one that a new second interrupts takes two
    assert run(survey, changed) == [(True,)]


def test_a_larger_extent_is_stored(survey: Any, edited: Any) -> None:
    edited("POINT (140.5 20.5)")
    ((west, east),) = run(survey, "SELECT min_x, max_x FROM gpkg_contents WHERE table_name = 'sites'")
    assert west <= 128.5 and east == 140.5
