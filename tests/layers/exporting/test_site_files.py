"""Exported files: their values read back by other programs' readers, their names, and what is never left behind."""

from __future__ import annotations

import csv
import json
import resource
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.layers.exporting.exported_survey import NAMES, exported, site_id, survey_with_names

pytest.importorskip("geopandas")
FORMATS = ("KMZ", "GeoJSON", "GPKG", "CSV", "XLSX", "GPX", "SHP")


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    return survey_with_names(new_survey, tmp_path / "survey.gpkg")


def rows_of(path: Path, layer: str = "") -> list[dict[str, Any]]:
    """Return the features of a layer as QGIS reads them, with None for NULL and x and y."""
    from qgis.core import NULL, QgsVectorLayer

    found = QgsVectorLayer(f"{path}|layername={layer}" if layer else str(path), "x", "ogr")
    assert found.isValid(), path
    return [{**{name: None if value == NULL else value for name, value in one.attributeMap().items()},
             "place": None if one.geometry().isEmpty() else tuple(one.geometry().asPoint())}
            for one in found.getFeatures()]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_has_numbers_texts_and_no_formula(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.core.cell_text import restored

    written = exported(survey, tmp_path / "out.csv", "CSV")
    assert [file.name for file in written.files] == ["out.csv", "out_matrix.csv", "out_observations.csv"]
    rows = read_csv(tmp_path / "out.csv")
    assert [restored(row["name"]) for row in rows] == [name or "" for name in NAMES]
    assert [row["name"] for row in rows[:9]] == ["'=SUM(A1)", "+1", "'-2+3", "'@x", "'＝1", "''=quoted", "'\t=tab",
                                                 "007", "-128"]
    first = rows[0]
    assert (float(first["longitude"]), first["coordinates"], first["mgrs"]) == (
        128.186804, "41.411114, 128.186804", "52T DL 32035 84715")
    assert (first["state"], first["state_from"], first["state_to"], first["state_date_kind"]) == (
        "washed_out", "", "2024-01-05", "at_or_before")
    assert (first["first_seen_from"], first["first_seen_to"], first["observations"], first["synthetic"]) == (
        "2023-08-01", "2023-08-31", "2", "true")
    assert (first["county"], first["site_id"], first["survey_id"], first["exported_scope"]) == (
        "Samsu", site_id(0), survey.id, "all")
    assert rows[-1]["longitude"] == rows[-1]["coordinates"] == "" and rows[-1]["label"]
    seen = read_csv(tmp_path / "out_observations.csv")
    assert [(row["site_id"], row["state"], row["seen_from"], row["seen_to"], row["date_kind"], row["note"])
            for row in seen] == [(site_id(0), "present", "2023-08-01", "2023-08-31", "reported", "'=1"),
                                 (site_id(0), "washed_out", "", "2024-01-05", "at_or_before", "'=1"),
                                 (site_id(1), "present", "2024-01-05", "2024-01-05", "at_or_before", "'=1")]
    assert {row["exported_role"] for row in read_csv(tmp_path / "out_matrix.csv")} == {"matrix"}


def test_a_workbook_has_sheets_of_sites_observations_matrix_and_legend(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.core.cell_text import restored

    exported(survey, tmp_path / "out.xlsx", "XLSX")
    rows = rows_of(tmp_path / "out.xlsx", "sites")
    assert [restored(row["name"] or "") for row in rows] == [name or "" for name in NAMES]
    assert rows[0]["longitude"] == 128.186804 and rows[0]["synthetic"] == "true"
    assert [row["state"] for row in rows_of(tmp_path / "out.xlsx", "observations")] == [
        "present", "washed_out", "present"]
    matrix = rows_of(tmp_path / "out.xlsx", "matrix")
    assert (matrix[0]["site_id"], matrix[0]["exported_role"], matrix[0]["<=2024-01-05 S2 at_or_before SYNTHETIC"]) == (
        site_id(0), "matrix", "W")
    assert rows_of(tmp_path / "out.xlsx", "legend")


def test_geojson_keeps_every_text_and_has_times_for_other_programs(survey: Any, tmp_path: Path) -> None:
    from qgis.core import Qgis, QgsVectorLayer

    written = exported(survey, tmp_path / "out.geojson", "GeoJSON")
    assert [file.name for file in written.files] == ["out.geojson", "out_states.geojson"]
    features = json.loads((tmp_path / "out.geojson").read_text("utf-8"))["features"]
    assert [one["properties"]["name"] for one in features] == list(NAMES)
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [128.186804, 41.411114]}
    assert features[-1]["geometry"] is None
    states = [one["properties"] for one in json.loads((tmp_path / "out_states.geojson").read_text("utf-8"))["features"]]
    assert [(one["state"], one["valid_from"], one["valid_to"]) for one in states
            if one["state_of_site_id"] == site_id(0)] == [
                  ("unknown", None, "2023-08-31T00:00:00Z"),
                  ("present", "2023-08-31T00:00:00Z", "2024-01-05T00:00:00Z"),
                  ("washed_out", "2024-01-05T00:00:00Z", None)]
    assert [one["valid_to"] for one in states if one["state_of_site_id"] == site_id(1)][-1] == "2025-01-01T00:00:00Z"
    layer = QgsVectorLayer(str(tmp_path / "out_states.geojson"), "x", "ogr")
    temporal = layer.temporalProperties()
    temporal.guessDefaultsFromFields(layer.fields())
    assert (temporal.mode(), temporal.startField(), temporal.endField()) == (
        Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields, "valid_from", "valid_to")
    assert layer.fields().field("valid_from").typeName() == "DateTime"


def test_a_geopackage_has_layers_of_sites_states_and_observations(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out.gpkg", "GPKG")
    sites = rows_of(tmp_path / "out.gpkg", "sites")
    assert [row["name"] for row in sites] == list(NAMES)
    assert sites[0]["place"] == (128.186804, 41.411114) and sites[-1]["place"] is None
    assert sites[0]["state_to"].toString("yyyy-MM-dd") == "2024-01-05" and sites[0]["synthetic"] is True
    assert [row["state"] for row in rows_of(tmp_path / "out.gpkg", "observations")] == [
        "present", "washed_out", "present"]
    assert len(rows_of(tmp_path / "out.gpkg", "states")) == 2 + 1 + len(NAMES)


def test_a_shapefile_is_utf8_has_dates_and_names_what_it_cut(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out.shp", "SHP")
    rows = rows_of(tmp_path / "out.shp")
    assert (tmp_path / "out.cpg").read_text().strip() == "UTF-8"
    names = [name and name.encode()[:254].decode(errors="ignore").strip(" ") for name in NAMES]
    assert [row["name"] for row in rows] == names
    assert [row["exp_cut"] for row in rows if row["exp_cut"]] == ["label, name, note"] * 2
    assert rows[0]["first_to"].toString("yyyy-MM-dd") == "2023-08-31" and rows[-1]["place"] is None
    assert rows[0]["exp_at"].endswith("Z") and all(len(name) <= 10 for name in rows[0])


def test_gpx_has_waypoints_and_no_site_without_a_place(survey: Any, tmp_path: Path) -> None:
    written = exported(survey, tmp_path / "out.gpx", "GPX")
    rows = rows_of(tmp_path / "out.gpx", "waypoints")
    assert [row["name"] for row in rows] == list(NAMES[:-1])
    assert [str(notice) for notice in written.notices] == [
        "1 site has no place and is not in the file: GPX has only waypoints."]
    assert rows[0]["place"] == (128.186804, 41.411114) and rows[0]["desc"] == "note =SUM(A1)"
    assert (rows[0]["yalu_exported_name"], rows[0]["yalu_state_to"], rows[0]["yalu_site_id"]) == (
        "=SUM(A1)", "2024-01-05", site_id(0))
    assert rows[16]["name"] == "</Placemark><script>" and rows[16]["yalu_exported_note"].endswith("<script>")


@pytest.mark.parametrize("form", FORMATS)
def test_a_filter_is_an_expression_on_the_columns(survey: Any, tmp_path: Path, form: str) -> None:
    from yalu_plugin.layers.exporting.site_files import NoSiteToExport

    written = exported(survey, tmp_path / "out", form, where="\"state\" = 'present' and \"longitude\" > 128",
                       day=date(2024, 1, 4))
    assert written.sites == 1 and written.files[0].name.startswith("out.")
    with pytest.raises(NoSiteToExport):
        exported(survey, tmp_path / "none", form, where='"kind" = NULL')
    assert not list(tmp_path.glob("none*")) and not list(tmp_path.glob("partial*"))


@pytest.mark.parametrize(("where", "message"), [
    ("kind ==", "not an expression"), ('"colour" = 1', "no column “colour”"),
    ("to_date('x') > 1", "not an expression")])
def test_a_wrong_filter_is_one_clear_line(survey: Any, tmp_path: Path, where: str, message: str) -> None:
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError, match=message) as error:
        exported(survey, tmp_path / "out.csv", "CSV", where=where)
    assert "\n" not in str(error.value) and not list(tmp_path.glob("out*"))


def test_the_ending_is_that_of_the_format_and_dots_of_a_name_stay(survey: Any, tmp_path: Path) -> None:
    assert exported(survey, tmp_path / "v1.2.gpkg", "CSV").files[0].name == "v1.2.csv"
    assert exported(survey, tmp_path / "v1.2", "GPX").files[0].name == "v1.2.gpx"


def test_a_file_of_someone_else_beside_it_is_not_replaced(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.core.exporting.export_files import ForeignFile

    (tmp_path / "out_observations.csv").write_text("mine")
    with pytest.raises(ForeignFile, match="out_observations.csv"):
        exported(survey, tmp_path / "out.csv", "CSV")
    assert not (tmp_path / "out.csv").exists() and (tmp_path / "out_observations.csv").read_text() == "mine"
    (tmp_path / "out_observations.csv").unlink()
    exported(survey, tmp_path / "out.csv", "CSV")
    assert len(exported(survey, tmp_path / "out.csv", "CSV", only=frozenset([site_id(0)])).files) == 3
    (tmp_path / "map.dbf").write_text("mine")
    with pytest.raises(ForeignFile, match="map.dbf"):
        exported(survey, tmp_path / "map.shp", "SHP")


@pytest.mark.parametrize("form", FORMATS)
def test_cancelled_or_on_a_full_disk_nothing_changes(survey: Any, tmp_path: Path, form: str,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    from qgis.core import QgsFeedback

    from yalu_plugin.core import work_progress
    from yalu_plugin.layers.exporting.site_files import ExportNotWritten, SiteChoice, export_sites

    monkeypatch.setattr(work_progress, "_ITEMS_PER_CHECK", 1)
    monkeypatch.setattr(work_progress, "_PAUSE_S", 0)
    exported(survey, tmp_path / "out", form)
    files = [file for file in tmp_path.iterdir() if file.name.startswith("out")]
    before = {file: file.read_bytes() for file in files}
    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 60 else None)
    with pytest.raises(work_progress.Cancelled):
        export_sites(survey, tmp_path / "out", form, SiteChoice(), None, feedback=feedback)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        with pytest.raises(ExportNotWritten, match="out"):
            exported(survey, tmp_path / "out", form)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {file: file.read_bytes() for file in tmp_path.iterdir() if file.name.startswith(("out", "part"))} == before


def test_a_folder_that_is_missing_is_one_clear_line(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.exporting.site_files import ExportNotWritten

    with pytest.raises(ExportNotWritten, match="could not be written"):
        exported(survey, tmp_path / "missing" / "out.csv", "CSV")
