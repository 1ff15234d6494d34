"""Round trips: an export that nobody edited changes nothing when it is imported, of an edited one only the edits."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.layers.exporting.exported_survey import NAMES, exported, site_id, survey_with_names

pytest.importorskip("geopandas")
FORMATS = ("GeoJSON", "GPKG", "CSV", "XLSX", "GPX", "SHP")


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    return survey_with_names(new_survey, tmp_path / "survey.gpkg")


def assessed(survey: Any, path: Path) -> Any:
    """Return the assessment of a file as an import into the survey that takes the words of the file."""
    from yalu_plugin.core.importing.import_assessment import Choices
    from yalu_plugin.core.importing.import_source import ReadOptions
    from yalu_plugin.layers.survey.import_job import open_import

    job = open_import(path, ReadOptions())
    return job.assess_rows(survey, job.title, Choices(words={"*": "list"}))


def differences(assessment: Any) -> list[tuple[str, str]]:
    return [(row.change, each.field) for row in assessment.rows for each in row.differences]


@pytest.mark.parametrize("form", FORMATS)
def test_an_unedited_export_changes_nothing(survey: Any, tmp_path: Path, form: str) -> None:
    written = exported(survey, tmp_path / "out", form)
    found = assessed(survey, written.files[0])
    assert differences(found) == [] and {row.change for row in found.rows} == {"unchanged"}
    assert not found.writes and found.gone == ()
    assert len(found.rows) == len(NAMES) - 1 + (3 if form == "XLSX" else 0)  # without the site without a place


@pytest.mark.parametrize("form", FORMATS)
def test_characters_that_a_format_cannot_hold_are_no_edit(new_survey: Any, tmp_path: Path, form: str) -> None:
    survey = new_survey(tmp_path / "survey.gpkg", "SYNTHETIC")
    survey.change("test", {"sites": [
        {"id": site_id(number), "name": name, "note": "a\x0bb\x1f\x7f", "kind": "vehicle_ford",
         "geom": f"POINT ({128 + number / 100} 41.4)"} for number, name in enumerate(("a\x01b\x07", "\ufffe\uffff"))]})
    found = assessed(survey, exported(survey, tmp_path / "out", form).files[0])
    assert differences(found) == [] and [row.change for row in found.rows] == ["unchanged"] * 2


def test_the_observations_of_a_table_change_nothing(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out", "CSV")
    found = assessed(survey, tmp_path / "out_observations.csv")
    assert [row.change for row in found.rows] == ["unchanged"] * 3 and not found.writes


def test_rows_of_observations_are_labelled_with_their_site(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out", "XLSX")
    rows = [row for row in assessed(survey, tmp_path / "out.xlsx").rows if row.of_observation is not None]
    assert [row.label for row in rows] == ["=SUM(A1)", "=SUM(A1)", "+1"]


def test_only_the_edited_cells_of_a_table_are_differences(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out", "CSV")
    path = tmp_path / "out.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    cell = {name: at for at, name in enumerate(head)}
    rows[0][cell["name"]], rows[1][cell["longitude"]], rows[2][cell["chainage_km"]] = "Renamed", "128.1862", "99"
    removed = rows.pop(5)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    found = assessed(survey, path)
    assert differences(found) == [("changed", "name"), ("moved", "place")]
    assert [gone.site.id for gone in found.gone] == [removed[cell["site_id"]]]


def test_a_moved_and_an_added_feature_of_geojson(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out", "GeoJSON")
    path = tmp_path / "out.geojson"
    content = json.loads(path.read_text("utf-8"))
    content["features"][0]["geometry"]["coordinates"][0] += 0.001
    content["features"].append({"type": "Feature", "geometry": {"type": "Point", "coordinates": [127.0, 41.6]},
                                "properties": {"name": "SYNTHETIC new", "kind": "vehicle_ford"}})
    path.write_text(json.dumps(content), "utf-8")
    found = assessed(survey, path)
    assert [row.change for row in found.rows if row.change != "unchanged"] == ["moved", "new"]


def test_a_part_has_no_gone_sites(survey: Any, tmp_path: Path) -> None:
    exported(survey, tmp_path / "out", "XLSX", where="\"county\" = 'Samsu'")
    found = assessed(survey, tmp_path / "out.xlsx")
    assert found.gone == () and not found.writes
