"""Another survey is merged as a whole, and no row twice."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("geopandas")

TODAY = "2026-11-29T00:00:00Z"


@pytest.fixture
def two(new_survey: Any, tmp_path: Path) -> tuple[Any, Any]:
    """An empty survey and a colleague's SYNTHETIC one: two sites, an image, two observations, a mark, a search."""
    from yalu_plugin.layers.survey.write import change

    mine, theirs = (new_survey(tmp_path / f"{name}.gpkg", name, False) for name in ("mine", "theirs"))
    change(theirs.path, "test", added={
        "sources": [{"id": "src", "title": "Field notes"}],
        "images": [{"id": "img", "uri": "/x/2025-07-30.tif", "acquired_from": "2025-07-30T00:00:00Z",
                    "acquired_to": "2025-07-30T00:00:00Z", "date_kind": "acquired", "date_source": "filename",
                    "synthetic": True, "geom": "POLYGON ((127 41, 128 41, 128 42, 127 41))"}],
        "sites": [{"id": "a", "name": "A", "kind": "vehicle_ford", "source_id": "src", "geom": "POINT (127.5 41.5)"},
                  {"id": "b", "name": "B", "kind": "barge_dock", "replaces_site_id": "a",
                   "geom": "POINT (127.5001 41.5)"}],
        "observations": [{"id": "o1", "site_id": "a", "image_id": "img", "state": "present",
                          "seen_from": "2025-07-30", "seen_to": "2025-07-30", "created_at": TODAY},
                         {"id": "o2", "site_id": "b", "image_id": "img", "state": "washed_out",
                          "seen_from": "2025-07-30", "seen_to": "2025-07-30"}],
        "marks": [{"id": "m", "site_id": "b", "image_id": "img", "label": "truck", "geom": "POINT (127.5 41.5)"}],
        "searches": [{"id": "s", "from_m": 0.0, "to_m": 10.5, "geom": "LINESTRING (127 41, 128 41)"}]})
    return mine, theirs


def rows(survey: Any, table: str) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "fid"} for row in survey.rows(table)]


def merged(mine: Any, theirs: Any, answers: dict[int, str] | None = None, words: dict[str, str] | None = None) -> Any:
    from yalu_plugin.core.importing.import_assessment import Choices
    from yalu_plugin.layers.survey.merging import merge_rows
    from yalu_plugin.layers.survey.survey_assessment import assess_survey

    assessment = assess_survey(mine, theirs, Choices(rows=answers or {}, words=words or {}))
    merge_rows(mine, theirs, assessment)
    return assessment


def test_every_row_is_added_unchanged(two) -> None:
    mine, theirs = two
    assessment = merged(mine, theirs)
    assert [row.label for row in assessment.rows] == ["A", "B"] and all(row.included for row in assessment.rows)
    for table in ("sources", "images", "sites", "observations", "marks", "searches"):
        assert rows(mine, table) == rows(theirs, table), table
    assert [row["action"].split(",")[0] for row in mine.rows("audit")][-1] == "receive: theirs"
    assert {row["action"] for row in mine.rows("audit")[:-1]} == {"create", "import"}


def test_a_second_time_nothing_is_written(two) -> None:
    mine, theirs = two
    merged(mine, theirs)
    before = {table: rows(mine, table) for table in ("sites", "observations", "audit")}
    assessment = merged(mine, theirs)
    assert [row.change for row in assessment.rows] == ["unchanged", "unchanged"] and not assessment.writes
    assert {table: rows(mine, table) for table in before} == before


def test_new_rows_of_a_known_site_are_added(two) -> None:
    from yalu_plugin.layers.survey.write import change

    mine, theirs = two
    merged(mine, theirs)
    change(theirs.path, "test", added={"observations": [
        {"id": "o3", "site_id": "a", "state": "absent", "seen_from": "2025-09-01", "seen_to": "2025-09-01"}]})
    merged(mine, theirs)
    assert {row["id"]: row["site_id"] for row in rows(mine, "observations")} == {"o1": "a", "o2": "b", "o3": "a"}


def test_a_site_left_out_leaves_out_its_rows(two) -> None:
    mine, theirs = two
    merged(mine, theirs, {2: "leave_out"})
    assert [row["id"] for row in rows(mine, "sites")] == ["a"]
    assert [row["id"] for row in rows(mine, "observations")] == ["o1"] and rows(mine, "marks") == []


def test_a_site_that_is_one_here_brings_its_observations_to_it(two) -> None:
    from yalu_plugin.layers.survey.write import change

    mine, theirs = two
    change(mine.path, "test", added={"sites": [
        {"id": "mine", "name": "Mine", "kind": "vehicle_ford", "geom": "POINT (127.5 41.5003)"}]})
    asked = merged(mine, theirs)
    assert asked.rows[0].status == "asked" and asked.rows[0].of_site == "mine"
    assert [row["id"] for row in rows(mine, "sites")] == ["mine"]
    merged(mine, theirs, {1: "same", 2: "separate"})
    assert {row["id"]: row["site_id"] for row in rows(mine, "observations")} == {"o1": "mine", "o2": "b"}
    assert {row["id"]: row["replaces_site_id"] for row in rows(mine, "sites")} == {"mine": None, "b": "mine"}
    again = merged(mine, theirs)
    assert [row.change for row in again.rows] == ["unchanged", "unchanged"] and not again.writes
    assert again.rows[0].reason == "It was imported as Mine."


def test_rows_that_differ_stay_and_are_counted(two) -> None:
    from yalu_plugin.layers.survey.write import change

    mine, theirs = two
    merged(mine, theirs)
    change(theirs.path, "test", replaced={"observations": [{**row, "state": "absent"}
                                                           for row in rows(theirs, "observations")]})
    assessment = merged(mine, theirs)
    assert {row["state"] for row in rows(mine, "observations")} == {"present", "washed_out"}
    assert [(row.of_observation, *row.differences[0][:4]) for row in assessment.rows[2:]] == [
        ("o1", "state", "present", "absent", False), ("o2", "state", "washed_out", "absent", False)]
    assert [str(notice) for notice in assessment.more if "observations" in str(notice)] == [
        "observations: 0 new, 2 in the survey already"]


def test_whose_word_counts_is_chosen_for_each_field(two) -> None:
    mine, theirs = two
    merged(mine, theirs)
    (a, b) = rows(theirs, "sites")
    theirs.change("edit", replaced={
        "sites": [{**a, "name": "Other", "note": "theirs", "geom": "POINT (127.5 41.5002)"}, b],
        "observations": [{**row, "state": "absent"} for row in rows(theirs, "observations")]})
    shown = merged(mine, theirs)
    assert [row.change for row in shown.rows] == ["moved", "unchanged", "changed", "changed"]
    assert [each.field for each in shown.rows[0].differences] == ["place", "name", "note"]
    assert shown.rows[0].differences[0].metres == pytest.approx(22.2, abs=0.2)
    assert [row["name"] for row in rows(mine, "sites")] == ["A", "B"]  # nothing is overwritten unseen
    merged(mine, theirs, words={"1.name": "list", "1.place": "list", "3": "list"})
    site = rows(mine, "sites")[0]
    assert (site["name"], site["note"], site["geom"]) == ("Other", None, "Point (127.5 41.5002)")
    assert [row["state"] for row in rows(mine, "observations")] == ["absent", "washed_out"]
    assert [each.field for each in merged(mine, theirs).rows[0].differences] == ["note"]
    merged(mine, theirs, words={"*": "list"})
    assert not any(row.differences for row in merged(mine, theirs).rows)


def test_the_open_survey_is_refused_under_any_name(two, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_assessment import SameSurvey, assess_survey

    mine, _ = two
    (tmp_path / "link.gpkg").symlink_to(mine.path)
    with pytest.raises(SameSurvey):
        assess_survey(mine, open_survey(tmp_path / "link.gpkg"))


def test_an_image_that_was_given_another_crs_there_is_the_one_here(two) -> None:
    from yalu_plugin.layers.survey.survey_assessment import assess_survey
    from yalu_plugin.layers.survey.write import change

    mine, theirs = two
    image = {**theirs.rows("images")[0], "uri": "/x/2025-07-30.tif#crs=EPSG:32652"}
    change(theirs.path, "test", replaced={"images": [image]})
    change(mine.path, "test", added={"images": [{**image, "id": "mine", "uri": "/x/2025-07-30.tif#crs=EPSG:32651"}]})
    assert "images: 0 new, 1 in the survey already" in map(str, assess_survey(mine, theirs).more)
    merged(mine, theirs)
    assert [row["id"] for row in mine.rows("images")] == ["mine"]
    assert {row["image_id"] for table in ("observations", "marks") for row in mine.rows(table)} == {"mine"}


def test_a_survey_of_an_older_version_can_be_taken_over(two: Any, tmp_path: Path, data: Path) -> None:
    from yalu_plugin.layers.survey.import_job import SurveyImport
    from yalu_plugin.layers.survey.merging import survey_at

    mine, path = two[0], tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
    job = SurveyImport(survey_at(path))
    delta = job.write(mine, "old", job.assess_rows(mine, "old"))
    assert {"v1-o1", "v1-o2"} <= {row["id"] for row in delta.after()["observations"]}
    names = {row["name"]: row["id"] for row in mine.rows("sites")}
    assert names["SYNTHETIC barge, renamed"] == "v1-barge" and len(names) == 10
    assert len({names["SYNTHETIC pasted"], names["SYNTHETIC without an id"], "v1-barge"}) == 3


@pytest.mark.parametrize(("table", "row", "at"), [
    ("marks", {"id": "m", "site_id": "b", "count_id": "c"}, {"id": "m", "site_id": None, "count_id": "c"}),
    ("marks", {"id": "m", "site_id": "b", "count_id": None}, None),
    ("areas", {"id": "lot", "site_id": "b"}, {"id": "lot", "site_id": None})])
def test_what_was_counted_comes_without_a_site_that_is_left_out(table, row, at) -> None:
    from yalu_plugin.layers.survey.merging import _merged_row

    assert _merged_row(table, row, {"b": None}, {}) == at


def test_a_list_value_that_the_survey_has_already_is_the_same(two: Any) -> None:
    mine, theirs = two
    mine.change("edit", {"value_lists": [{"id": "here", "list": "site_kind", "value": "Cable car", "shape": "star"},
                                         {"id": "crane", "list": "mark_class", "value": "crane"}]})
    theirs.change("edit", {
        "value_lists": [{"id": "there", "list": "site_kind", "value": "CABLE CAR", "shape": "heart"},
                        {"id": "ferry", "list": "site_kind", "value": "Rope ferry"},
                        {"id": "crane-2", "list": "mark_class", "value": "crane"},
                        {"id": "crane-3", "list": "mark_class", "value": "Crane"}],
        "sites": [{"id": "a-cable", "kind": "CABLE CAR", "geom": "POINT (127.01 41.5)"},
                  {"id": "a-ferry", "kind": "Rope ferry", "geom": "POINT (127.02 41.5)"}]})
    merged(mine, theirs)
    assert {row["id"] for row in rows(mine, "value_lists")} == {"here", "crane", "ferry", "crane-3"}
    kinds = {row["id"]: row["kind"] for row in rows(mine, "sites")}
    assert (kinds["a-cable"], kinds["a-ferry"]) == ("Cable car", "Rope ferry")


def test_rows_that_were_removed_there_stay_and_are_named(two: Any) -> None:
    mine, theirs = two
    merged(mine, theirs)
    (first, second) = theirs.rows("observations")
    theirs.change("withdraw: SYNTHETIC", removed={"observations": [first, second]})
    theirs.change("undo", added={"observations": [second]})
    for _ in range(2):
        notices = [str(one) for one in merged(mine, theirs).notices]
        assert [one for one in notices if "removed" in one] == [
            "observations: 1 rows of the survey were removed there; they stay as they are"]
    assert [row["id"] for row in rows(mine, "observations")] == ["o1", "o2"]


def test_a_site_that_has_lost_its_place_does_not_lose_it_here(two: Any) -> None:
    mine, theirs = two
    merged(mine, theirs)
    (a, b) = rows(theirs, "sites")
    theirs.change("edit", replaced={"sites": [{**a, "geom": None}, {**b, "geom": "POINT EMPTY"}]})
    for words in ({}, {"*": "list"}):
        assert [row.change for row in merged(mine, theirs, words=words).rows] == ["unchanged", "unchanged"]
    assert [row["geom"] for row in rows(mine, "sites")] == ["Point (127.5 41.5)", "Point (127.5001 41.5)"]
