from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("geopandas")


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    from yalu_plugin.layers.survey.create import create_survey
    return create_survey(tmp_path / "survey.gpkg", "Test", False)


def _run(survey: Any, path: Path, **more: Any) -> dict[str, Any]:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.import_sites import ImportSites
    parameters = {"INPUT": str(path), "SURVEY": str(survey.path), **more}
    results, ok = ImportSites().create().run(
        parameters, QgsProcessingContext(), QgsProcessingFeedback(), catchExceptions=False)
    assert ok
    return results


def test_the_published_sites_go_in_once(survey: Any, data: Path) -> None:
    assert _run(survey, data / "import" / "sites.csv") == {"IMPORTED": 4, "REPAIRED": 0, "REFUSED": 0}
    rows = {row["source_ref"]: row for row in survey.rows("sites")}
    assert set(rows) == {"A1", "A2", "A3", "A4"}
    assert rows["A3"]["kind"] == "barge_dock" and rows["A3"]["name"] == "River barge crossing site"
    assert [(row["seen_from"], row["seen_to"]) for row in survey.rows("observations")] == [("2023-08-01", "2023-08-31")]
    assert _run(survey, data / "import" / "sites.csv") == {"IMPORTED": 0, "REPAIRED": 0, "REFUSED": 4}
    assert len(survey.rows("sites")) == 4


def test_a_dry_run_writes_nothing_but_its_report(survey: Any, data: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    results = _run(survey, data / "import" / "swapped.csv", DRY_RUN=True, OUTPUT_REPORT=str(report))
    assert results == {"IMPORTED": 2, "REPAIRED": 1, "REFUSED": 0, "OUTPUT_REPORT": str(report)}
    assert survey.rows("sites") == []
    said = json.loads(report.read_text("utf-8"))
    assert said["dry_run"] is True and said["counts"] == {
        "good": 1, "repaired": 1, "check": 0, "asked": 0, "refused": 0}
    assert said["rows"][1] == {"number": 3, "label": "Hyesan, sandbar ford", "fate": "repaired",
                               "reason": "latitude and longitude were swapped"}


def test_refused_rows_block_nothing(survey: Any, data: Path) -> None:
    assert _run(survey, data / "import" / "zero.csv") == {"IMPORTED": 2, "REPAIRED": 0, "REFUSED": 5}
    assert sorted(row["name"] for row in survey.rows("sites")) == ["Hyesan, sandbar ford", "Phungyang fording site"]


def test_a_crs_can_be_given(survey: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,x,y\nSYNTHETIC middle,1000000,2000000\n")
    assert _run(survey, path, CRS="EPSG:5179") == {"IMPORTED": 1, "REPAIRED": 0, "REFUSED": 0}
    assert survey.rows("sites")[0]["geom"].upper().startswith("POINT (127.5 ")


def test_a_bad_file_is_one_line(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException
    path = tmp_path / "header_only.csv"
    path.write_text("name,lat,lon\n")
    with pytest.raises(QgsProcessingException, match="has a header but no rows"):
        _run(survey, path)


def test_every_parameter_has_help(qgis_app: Any) -> None:
    from yalu_plugin.algorithms.import_sites import ImportSites
    algorithm = ImportSites().create()
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert algorithm.name() == "importsites" and algorithm.shortHelpString()


def test_canceled_before_writing_nothing_is_written(survey: Any, data: Path) -> None:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.import_sites import ImportSites
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    parameters = {"INPUT": str(data / "import" / "sites.csv"), "SURVEY": str(survey.path)}
    ImportSites().create().run(parameters, QgsProcessingContext(), feedback, catchExceptions=False)
    assert survey.rows("sites") == []
