from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(data / "s2_romania", tmp_path / "s2"))
    (folder / "S2_L2A_romania_20161014.tif").write_bytes(b"no raster")
    return folder


@pytest.fixture
def survey(qgis_app, tmp_path: Path):
    from yalu_plugin.layers.survey.create import create_survey

    return create_survey(tmp_path / "survey.gpkg", "Test")


def run(folder: Path, survey: Path, cancel: bool = False):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.catalogue_imagery import CatalogueImagery

    feedback = QgsProcessingFeedback(False)
    if cancel:
        feedback.cancel()
    result, good = CatalogueImagery().create().run(
        {"FOLDER": str(folder), "SURVEY": str(survey)}, QgsProcessingContext(), feedback, catchExceptions=False)
    assert good
    return result, feedback


def test_scenes_come_into_the_survey_and_problems_into_the_log(folder: Path, survey) -> None:
    undated = folder / "IMG_1234.png"
    undated.write_bytes((folder / "S2_L2A_romania_20170606.tif").read_bytes())
    undated.with_suffix(".pgw").write_text("10\n0\n0\n-10\n0\n0\n")
    from osgeo import gdal

    with_tags = gdal.Open(str(undated), gdal.GA_Update)
    with_tags.SetMetadata({})
    del with_tags
    result, feedback = run(folder, survey.path)
    assert (result["SCENES"], result["UNDATED"]) == (15, 1)
    rows = survey.rows("images")
    assert len(rows) == 16 and sum(row["acquired_from"] is None for row in rows) == 1
    assert "IMG_1234.png is undated" in feedback.textLog()
    assert "S2_L2A_romania_20161014.tif is damaged or not a raster" in feedback.textLog()
    assert feedback.progress() == 100


def test_a_second_run_refreshes_and_keeps_ids(folder: Path, survey) -> None:
    files = sorted(folder.iterdir())
    run(folder, survey.path)
    assert sorted(folder.iterdir()) == files
    ids = {row["uri"]: row["id"] for row in survey.rows("images")}
    _, feedback = run(folder, survey.path)
    assert {row["uri"]: row["id"] for row in survey.rows("images")} == ids and len(ids) == 15
    assert "0 of them new" in feedback.textLog()


def test_a_cancelled_run_writes_nothing(folder: Path, survey) -> None:
    run(folder, survey.path, cancel=True)
    assert survey.rows("images") == []


def test_bad_input_is_one_line(folder: Path, survey, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=r"nowhere.gpkg"):
        run(folder, tmp_path / "nowhere.gpkg")
    with pytest.raises(QgsProcessingException, match=r"nowhere cannot be read"):
        run(tmp_path / "nowhere", survey.path)


def test_every_parameter_has_help(qgis_app) -> None:
    from yalu_plugin.algorithms.catalogue_imagery import CatalogueImagery

    algorithm = CatalogueImagery().create()
    assert [parameter.name() for parameter in algorithm.parameterDefinitions()] == ["FOLDER", "SURVEY"]
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions()) and algorithm.shortHelpString()
    assert [output.name() for output in algorithm.outputDefinitions()] == ["SCENES", "UNDATED"]
