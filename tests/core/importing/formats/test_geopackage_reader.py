from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.importing.import_errors import NotFeatures, NothingRead, ReachesOut, SurveyGiven, UnreadableFile
from yalu_plugin.core.importing.import_source import ReadOptions
from yalu_plugin.core.importing.source_reader import read_source

HYESAN, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    geopandas = pytest.importorskip("geopandas")
    pandas = pytest.importorskip("pandas")
    frame = geopandas.GeoDataFrame(
        {"name": ["혜산", "B"], "big": pandas.array([2**53 + 1, None], dtype="Int64"), "gate": [True, False],
         "day": pandas.to_datetime(["2025-07-30", "2025-07-31T01:02:03"], format="ISO8601"), "x": [1.1, 3.0]},
        geometry=geopandas.points_from_xy(*zip(HYESAN, BARGE)), crs="EPSG:4326")
    frame.to_file(tmp_path / "a.gpkg", layer="sites")
    return tmp_path / "a.gpkg"


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        for (name,) in list(database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
            database.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            database.execute(statement)
        database.commit()


def _as_layer(view: str) -> tuple[str, str]:
    return (f"INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('{view}', 'features', "
            f"'{view}', 4326)", f"INSERT INTO gpkg_geometry_columns VALUES ('{view}', 'geom', 'POINT', 4326, 0, 0)")


def test_typed_values_are_exact(path: Path) -> None:
    first, second = read_source(path).rows
    assert dict(first.values) == {"name": "혜산", "big": "9007199254740993", "gate": "true", "day": "2025-07-30",
                                  "x": "1.1"}
    assert dict(second.values) == {"name": "B", "big": "", "gate": "false", "day": "2025-07-31T01:02:03", "x": "3"}
    assert (first.lon, first.lat) == HYESAN


@pytest.mark.parametrize("view", [
    "CREATE VIEW v AS SELECT fid, geom, name FROM sites",
    "CREATE VIEW v AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS fid, NULL AS geom "
    "FROM r", "CREATE VIRTUAL TABLE v USING fts4 (geom)",
])
def test_views_are_named_and_not_read(path: Path, view: str) -> None:
    _change(path, view, *_as_layer("v"))
    source = read_source(path)
    assert (source.layers, len(source.rows)) == (("sites",), 2)
    assert list(map(str, source.notices)) == ["“v” is a view, made from other tables, and was not read."]
    _change(path, "DELETE FROM gpkg_geometry_columns WHERE table_name = 'sites'")
    with pytest.raises(NothingRead, match="“v” is a view"):
        read_source(path)


def test_point_layers_are_read_and_others_named(path: Path) -> None:
    geopandas: Any = pytest.importorskip("geopandas")
    from shapely import LineString
    geopandas.GeoDataFrame({"n": [1]}, geometry=[LineString([HYESAN, BARGE])], crs="EPSG:4326").to_file(
        path, layer="river")
    geopandas.GeoDataFrame({"label": ["C"]}, geometry=geopandas.points_from_xy([BARGE[0]], [BARGE[1]]),
                           crs="EPSG:4326").to_crs("EPSG:32652").to_file(path, layer="barges")
    source = read_source(path)
    assert source.layers == ("sites", "barges") and source.crs == "EPSG:4326, EPSG:32652"
    assert [row.values["layer"] for row in source.rows] == ["sites", "sites", "barges"]
    assert (source.rows[2].lon, source.rows[2].lat) == pytest.approx(BARGE, abs=1e-9)
    assert list(map(str, source.notices)) == ["Layer “river” has no points (LINESTRING) and was not read."]
    assert read_source(path, ReadOptions(layers=("river",))).rows[0].geometry == "LineString"


def test_a_bad_geometry_refuses_its_row_only(path: Path) -> None:
    _change(path, "UPDATE sites SET geom = x'4750000100' WHERE fid = 1")
    first, second = read_source(path).rows
    assert first.error is not None and first.values["name"] == "혜산"
    assert (second.lon, second.lat) == BARGE


def test_functions_in_tables_never_run(path: Path) -> None:
    _change(path, "ALTER TABLE sites ADD COLUMN g TEXT GENERATED ALWAYS AS (printf('%.*c', 100000000, 'x')) VIRTUAL")
    assert "g" not in read_source(path).columns


def test_a_survey_is_not_a_list(path: Path) -> None:
    _change(path, "CREATE TABLE survey (title)", "CREATE TABLE observations (id)")
    with pytest.raises(SurveyGiven, match="a.gpkg is a survey"):
        read_source(path)


def test_damage_and_databases_without_layers_are_named(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "b.gpkg")) as database:
        database.execute("CREATE TABLE a (b)")
    with pytest.raises(NotFeatures):
        read_source(tmp_path / "b.gpkg")
    os.truncate(path, 20_000)
    with pytest.raises(UnreadableFile):
        read_source(path)


def test_no_sidecar_files_are_written(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
    before = sorted(path.parent.iterdir())
    assert len(read_source(path).rows) == 2
    assert sorted(path.parent.iterdir()) == before


def test_changes_in_the_log_are_read(path: Path) -> None:
    _change(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("DELETE FROM sites WHERE fid = 1")
        database.commit()
        assert [row.values["name"] for row in read_source(path).rows] == ["B"]


def test_a_log_that_is_a_link_is_not_opened(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.gpkg-wal").symlink_to("/etc/passwd")
    with pytest.raises(ReachesOut, match="a.gpkg-wal"):
        read_source(path)


def test_any_name_can_be_read(path: Path) -> None:
    other = path.rename(path.with_name("100%25 a!b #1?.gpkg"))
    assert len(read_source(other).rows) == 2
