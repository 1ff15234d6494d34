"""A new survey file: its content, and that it is created whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.schema import TABLES


def columns(path: Path, table: str) -> list[str]:
    return [row[1] for row in sqlite3.connect(path).execute(f'PRAGMA table_info("{table}")')]


def test_every_table_of_the_schema_is_there(survey: Any) -> None:
    for table in TABLES:
        expected = ["fid", *(["geom"] if table.geometry else []), *table.column_names]
        assert columns(survey.path, table.name) == expected


def test_published_facts_are_there_and_nothing_else(survey: Any) -> None:
    sites = {row["name"]: row for row in survey.rows("sites")}
    assert len(sites) == 6
    assert sites["Hyesan sandbar ford"]["geom"] == "Point (128.186804 41.411114)"
    kinds = sorted(row["kind"] for row in sites.values())
    assert kinds == ["barge_dock", "fuel_station", "staging_area", "vehicle_ford", "vehicle_ford", "vehicle_ford"]
    sources = {row["id"] for row in survey.rows("sources")}
    for table in ("sites", "observations", "claims"):
        assert {row["source_id"] for row in survey.rows(table)} <= sources


def test_claims_say_43_and_177_and_95(survey: Any) -> None:
    values = {(row["quantity"], row["scope"]): row["value"] for row in survey.rows("claims")}
    assert values["crossings", "all irregular crossing points"] == 43
    assert values["stretch", "Kumchang-ri (Kimhyongjik) to Hyesan"] == 177
    quarters = [row["value"] for row in survey.rows("claims") if row["quantity"] == "new crossings"]
    assert quarters == [4, 7, 5, 14]


def test_the_river_is_there_also_in_an_empty_survey(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    empty = create_survey(tmp_path / "empty.gpkg", "Empty")
    assert empty.rows("sites") == empty.rows("claims") == []
    (river,) = empty.rows("corridors")
    assert river["licence"] == "ODbL-1.0"
    assert river["attribution"] == "© OpenStreetMap contributors"


def test_an_existing_file_is_left_as_it_is(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyExists

    path = tmp_path / "there.gpkg"
    path.write_bytes(b"precious")
    with pytest.raises(SurveyExists, match="already exists"):
        create_survey(path, "x")
    assert path.read_bytes() == b"precious"


def test_a_missing_folder_is_reported_and_nothing_is_left(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import CannotCreate

    with pytest.raises(CannotCreate, match="Choose another folder"):
        create_survey(tmp_path / "no" / "such.gpkg", "x")
    assert list(tmp_path.iterdir()) == []


def test_no_working_file_stays_behind(survey: Any) -> None:
    assert [path.name for path in survey.path.parent.iterdir()] == ["survey.gpkg"]


def test_a_failure_half_way_leaves_nothing(qgis_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import create
    from yalu_plugin.layers.survey.survey_errors import CannotCreate, WriteFailed

    def fail(*_: object) -> None:
        raise WriteFailed("disk full", path="x")

    monkeypatch.setattr(create, "save_styles", fail)
    with pytest.raises(CannotCreate, match=r"half.gpkg.*free space"):
        create.create_survey(tmp_path / "half.gpkg", "x", published=True)
    assert list(tmp_path.iterdir()) == []
