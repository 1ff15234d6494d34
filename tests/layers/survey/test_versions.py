"""A survey of every version is stored, opens with its content, and is upgraded as a whole.

tests/data/surveys/version2.gpkg.gz was made by the plugin of version 2: the published survey, an image, three
SYNTHETIC sites with an observation each. A script then changed two of them, one of the changes was adopted, and the
third site was undone. version3.gpkg.gz was created in the same way by the plugin of version 3, with a row in each new
table. version4.gpkg.gz is that one upgraded, with a finished count and a custom kind. version5.gpkg.gz is that one
upgraded, with a SYNTHETIC survey imported as a whole, and so its record.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

from yalu_plugin.core.schema import FACTS, SURVEY_VERSION, TABLE

HEADS = {  # of the stored survey of each version that has a record
    2: (55, "ba34c9dee3b964939fcf0d3bd85de9c4408a3229a4789919f9c6a120f8661807"),
    3: (60, "238a21222327f117fbbb25534d99e8c23602a91df33208d965aabe3211683254"),
    4: (63, "d6f794f9675b5cd8b2de28da7e8a068bef0b5d9a790178d9ae96bc45caa521b8"),
    5: (66, "b9982991a13a629d28fbdf01e197e84c0dbd38fd710326e10b937c2190c7483a"),
}


@pytest.fixture
def unpacked(qgis_app: Any, tmp_path: Path, data: Path) -> Callable[[int], Any]:
    """The survey of a version, opened."""
    from yalu_plugin.layers.survey.open import open_survey

    def opened(version: int) -> Any:
        path = tmp_path / f"version{version}.gpkg"
        path.write_bytes(gzip.decompress((data / "surveys" / f"{path.name}.gz").read_bytes()))
        return open_survey(path, reading=True)

    return opened


@pytest.fixture
def second(unpacked: Callable[[int], Any]) -> Any:
    return unpacked(2)


def test_there_is_one_of_every_version(data: Path) -> None:
    files = {path.name for path in (data / "surveys").iterdir()}
    assert {f"version{number}.gpkg.gz" for number in range(1, SURVEY_VERSION + 1)} <= files
    assert list(HEADS) == list(range(2, SURVEY_VERSION + 1))


@pytest.mark.parametrize(("version", "head"), HEADS.items())
def test_the_record_is_whole_and_the_triggers_are_known(unpacked: Any, version: int, head: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyOlder
    from yalu_plugin.layers.survey.verify import verify

    survey = unpacked(version)
    found = verify(survey.path)
    assert (found.valid, found.entries, found.outside, found.head) == (True, head[0], 1, head)
    assert [type(notice) for notice in survey.notices] == ([SurveyOlder] if version < SURVEY_VERSION else [])


@pytest.mark.parametrize("version", [2, 3])
def test_the_rows_are_what_they_were(unpacked: Any, version: int) -> None:
    from yalu_plugin.layers.survey.survey_states import states_on

    survey, v = unpacked(version), f"v{version}"
    rows = [row for row in survey.rows("sites") if row["id"].startswith(v)]
    sites = {row["id"]: (row["name"], row["geom"]) for row in rows}
    assert sites == {f"{v}-ford": ("SYNTHETIC ford", "Point (127.6 41.45)"),
                     f"{v}-barge": ("SYNTHETIC barge, renamed outside", "Point (127.7 41.45)")}
    assert {row["note"] for row in rows if row["id"] == f"{v}-ford"} == {"SYNTHETIC: changed outside"}
    states = {site_id: row["state"] for site_id, row in states_on(survey, None).items() if site_id in sites}
    assert states == {f"{v}-ford": "present", f"{v}-barge": "absent"}


def test_what_version_3_is_the_first_to_have(unpacked: Any) -> None:
    survey = unpacked(3)

    def one(table: str, *columns: str) -> list[object]:
        (row,) = [row for row in survey.rows(table) if row["id"].startswith("v3-") and row["id"] != "v3-ford"]
        return [row[name] for name in columns]

    assert one("sites", "retired_on") == ["2025-10-01"]
    assert one("areas", "site_id", "name") == ["v3-ford", "SYNTHETIC lot"]
    assert one("counts", "area_id", "share_shown") == ["v3-lot", 0.75]
    assert one("marks", "count_id", "width_m", "error_m") == ["v3-count", 2.5, 0.5]
    assert one("searches", "result", "reason", "from_m", "to_m") == ["not_observable", "cloud", 0.0, 1000.5]
    assert one("value_lists", "list", "value", "label", "key") == ["mark_class", "crane", "Crane", "R"]
    assert [row["below_resolution"] for row in survey.rows("observations", site_id="v3-ford")] == [True]


def test_what_version_4_is_the_first_to_have(unpacked: Any) -> None:
    survey, third = unpacked(4), unpacked(3)
    assert {row["id"]: row["finished_at"] for row in survey.rows("counts")} == {
        "v3-count": None, "v4-count": "2026-11-30T00:00:00Z"}
    assert [(row["shape"], row["colour"]) for row in survey.rows("value_lists", value="winch")] == [("star", "#663399")]
    assert [row["finished_at"] for row in third.rows("counts")] == [None]
    assert {(row["shape"], row["colour"]) for row in third.rows("value_lists")} == {(None, None)}


def test_the_version_of_today_is_written_to_and_an_older_one_is_not(unpacked: Any) -> None:
    from yalu_plugin.layers.survey.verify import verify

    assert unpacked(3).read_only
    newest = unpacked(SURVEY_VERSION)
    newest.change("edit", added={"sites": [{"id": "new", "kind": "other"}]})
    assert newest.head().seq == HEADS[SURVEY_VERSION][0] + 1 and verify(newest.path).valid


def test_what_version_5_is_the_first_to_have(unpacked: Any) -> None:
    survey = unpacked(5)
    rows = survey.rows("received_entries")
    assert [(row["seq"], row["action"], row["table_name"]) for row in rows] == [
        (1, "create", "survey"), (2, "create", "corridors"), (3, "add", "sites")]
    assert [row["row_id"] for row in survey.rows("audit", table_name="received_entries")] == [rows[0]["survey_id"]]
    assert unpacked(4).rows("received_entries") == []


@pytest.mark.parametrize("version", range(3, SURVEY_VERSION))
def test_later_versions_are_upgraded_with_their_rows(unpacked: Any, version: int) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade
    from yalu_plugin.layers.survey.verify import verify

    older = unpacked(version)
    before, entries = {table: older.rows(table) for table in FACTS if table != "survey"}, older.rows("audit")
    older.close()
    upgrade(older.path, "kim")
    survey = open_survey(older.path)
    assert {table: survey.rows(table) for table in before} == before and survey.rows("audit")[:-1] == entries
    assert verify(older.path).valid


def test_version_2_reads_as_if_it_had_the_new_tables_empty(second: Any) -> None:
    from qgis.core import QgsFeedback

    facts = second.read(QgsFeedback())
    for table in FACTS:
        assert [row["id"] for row in facts.rows(table)] == [row["id"] for row in second.rows(table)]
    assert second.rows("areas") == second.rows("counts") == second.rows("value_lists") == []
    assert {row["retired_on"] for row in second.rows("sites")} == {None}


def test_version_2_is_counted_over_time_as_when_it_is_upgraded(second: Any) -> None:
    from tests.layers.survey.known_over_time import known_over_time
    from yalu_plugin.layers.survey.upgrade import upgrade

    before = known_over_time(second.path)
    second.close()
    upgrade(second.path, "kim")
    assert before == known_over_time(second.path) and before[0]


def test_version_2_is_upgraded_with_its_rows_and_record(second: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade
    from yalu_plugin.layers.survey.verify import verify

    def plain(survey: Any) -> dict[str, Any]:
        """Rows by table, the survey's own but for its version."""
        return {table: [{**row, "version": None} for row in survey.rows(table)] for table in (*FACTS, "site_states")}

    before, entries = plain(second), second.rows("audit")
    second.close()
    done = upgrade(second.path, "kim")
    assert done == (second.path.with_name("version2.v2-backup.gpkg"), SURVEY_VERSION, 0)
    survey = open_survey(second.path)
    assert plain(survey) == before and survey.rows("audit")[:-1] == entries
    last = survey.rows("audit")[-1]
    assert (last["who"], last["action"], last["origin"], last["table_name"]) == ("kim", "upgrade", "plugin", "survey")
    rows = {"areas": [{"id": "lot", "name": "SYNTHETIC"}],
            "observations": [{"id": "seen", "site_id": "v2-ford", "state": "absent", "seen_to": "2030-01-01",
                              "likelihood": "even"}]}
    delta = survey.change("add", added=rows)
    assert [(entry.table, entry.after["id"]) for entry in delta.entries] == [("areas", "lot"), ("observations", "seen")]
    assert delta.entries[1].after["likelihood"] == "even" and verify(survey.path).valid
    assert [row["state"] for row in survey.states(None, site_id="v2-ford")] == ["absent"]


def test_tampering_in_version_2_stays_a_difference(second: Any) -> None:
    from yalu_plugin.layers.survey.upgrade import upgrade
    from yalu_plugin.layers.survey.verify import verify

    second.close()
    dataset = gdal.OpenEx(str(second.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    (statement,) = [feature.GetField(0) for feature in dataset.ExecuteSQL(
        "SELECT sql FROM sqlite_master WHERE name = 'yalu_sites_update'")]
    for one in ("DROP TRIGGER yalu_sites_update", "UPDATE sites SET name = 'tampered' WHERE id = 'v2-ford'", statement):
        dataset.ExecuteSQL(one)
    dataset = None
    upgrade(second.path, "kim")
    found = verify(second.path)
    assert (found.valid, found.different) == (False, 1)
    assert [(one.table, one.row_id, one.column) for one in found.differences] == [("sites", "v2-ford", "name")]


def test_an_upgraded_file_is_like_a_new_one(second: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    def made(path: Path) -> dict[str, Any]:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        layers = [dataset.GetLayerByName(table).GetLayerDefn() for table in TABLE]
        own = dataset.ExecuteSQL("SELECT name, sql FROM sqlite_master WHERE name LIKE 'yalu%' ORDER BY name")
        found = {feature.GetField(0): feature.GetField(1) for feature in own}
        return {**found, **{layer.GetName(): [(field.GetName(), field.GetTypeName(), field.GetSubType()) for field in (
            layer.GetFieldDefn(number) for number in range(layer.GetFieldCount()))] for layer in layers}}

    second.close()
    upgrade(second.path, "kim")
    new = create_survey(tmp_path / "new.gpkg", "New")
    assert made(second.path) == made(new.path)
