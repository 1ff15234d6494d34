from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.tile_server import LAYER, serving_tiles


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(data / "s2_romania", tmp_path / "s2"))
    (folder / "S2_L2A_romania_20161014.tif").write_bytes(b"no raster")
    return folder


@pytest.fixture
def survey(new_survey, tmp_path: Path):
    return new_survey(tmp_path / "survey.gpkg", "Test")


def run(folder: Path, survey: Path, cancel: bool = False):
    return run_with(survey, cancel, FOLDER=str(folder))


def run_with(survey: Path, cancel: bool = False, **parameters: str):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.catalogue_imagery import CatalogueImagery

    feedback = QgsProcessingFeedback(False)
    if cancel:
        feedback.cancel()
    result, good = CatalogueImagery().create().run(
        {**parameters, "SURVEY": str(survey)}, QgsProcessingContext(), feedback, catchExceptions=False)
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
    with pytest.raises(QgsProcessingException, match=r'There are no images at ".*nowhere"'):
        run(tmp_path / "nowhere", survey.path)


def test_every_parameter_has_help(qgis_app) -> None:
    from yalu_plugin.algorithms.catalogue_imagery import CatalogueImagery

    algorithm = CatalogueImagery().create()
    assert [parameter.name() for parameter in algorithm.parameterDefinitions()] == [
        "SOURCE", "FOLDER", "CRS", "EXTENT", "START", "END", "SURVEY"]
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions()) and algorithm.shortHelpString()
    assert [output.name() for output in algorithm.outputDefinitions()] == ["SCENES", "UNDATED"]


def test_a_source_may_be_a_folder_a_zip_or_a_list(folder: Path, survey, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.write(folder / "S2_L2A_romania_20170606.tif", "one.tif")
    (tmp_path / "list.csv").write_text("uri,datetime\ns2/S2_L2A_romania_20170606.tif,2017-06-06\n"
                                       "https://example.org/x.tif,2024-05-31\n")
    for source, count in ((folder, 15), (tmp_path / "s.zip", 1), (tmp_path / "list.csv", 2)):
        assert run_with(survey.path, SOURCE=str(source))[0] == {"SCENES": count, "UNDATED": 0}
    assert len(survey.rows("images")) == 17
    assert run_with(survey.path, SOURCE=str(folder), START="2017-01-01", END="2017-12-31")[0]["SCENES"] == 3


def test_a_source_may_be_a_stac_or_tiles(survey, data: Path) -> None:
    result, _ = run_with(survey.path, SOURCE=str(data / "s2_romania" / "catalog.json"))
    assert result["SCENES"] == 16
    result, _ = run_with(survey.path, SOURCE="https://tiles.example.org/{yyyy}-{mm}/{z}/{x}/{y}.png",
                         START="2024-01-15", END="2024-03-02")
    assert result == {"SCENES": 3, "UNDATED": 0}
    assert sorted(row["acquired_from"] for row in survey.rows("images"))[-1] == "2024-03-01T00:00:00Z"


BAD_SOURCES = {
    "": r'There are no images at ""\. Give a folder',
    "/no/where": r'There are no images at "/no/where"',
    "https://tiles.example.org/{yyyy}/{z}/{x}/{y}.png": "This is not an address of dated tiles",
    "https://tiles.example.org/{yyyy}-{mm}/{z}/{x}.png": "This is not an address of dated tiles",
    "https://tiles.example.org/{yyyy}-{mm}/{z}/{x}/{y}.png": "Choose the first day",
    "https://tiles.example.org/{yyyy}-{mm}/{z}/{x}/{y}.png?api_key=1": "looks like a key",
}


@pytest.mark.parametrize("source", BAD_SOURCES)
def test_a_source_that_is_none_is_refused_in_one_line(survey, source: str) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=BAD_SOURCES[source]) as error:
        run_with(survey.path, SOURCE=source)
    assert "\n" not in str(error.value).strip() and survey.rows("images") == []


def test_a_list_without_places_is_refused_and_its_bad_rows_are_reported(survey, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    path = tmp_path / "list.csv"
    path.write_text("when\n2024-05-31\n")
    with pytest.raises(QgsProcessingException, match="has no column that says where the images are"):
        run_with(survey.path, SOURCE=str(path))
    path.write_text("uri,datetime\n,2024-05-31\nhttps://example.org/x.tif,May\nhttps://example.org/y.tif,2024-05-31\n")
    result, feedback = run_with(survey.path, SOURCE=str(path))
    assert result == {"SCENES": 1, "UNDATED": 1}
    assert "Row 2 of" in feedback.textLog() and '"May" in row 3 of' in feedback.textLog()


def test_images_without_a_crs_are_reported_and_added_with_a_given_one(survey, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    from tests.layers.imagery.kinds import WORLD_FILE, save

    folder = tmp_path / "pictures"
    folder.mkdir()
    save(folder / "2025-07-31.JPG", "JPEG")
    (folder / "2025-07-31.JGW").write_text(WORLD_FILE)
    (folder / "b.ecw").write_bytes(b"ecw")
    result, feedback = run(folder, survey.path)
    assert result == {"SCENES": 0, "UNDATED": 0}
    assert "2025-07-31.JPG is not placed on the ground: it has no CRS" in feedback.textLog()
    assert "b.ecw was not opened: this QGIS has no ECW driver" in feedback.textLog()
    result, _ = run_with(survey.path, FOLDER=str(folder), CRS="EPSG:4326")
    assert result == {"SCENES": 1, "UNDATED": 0}
    assert survey.rows("images")[0]["uri"] == f"{folder}/2025-07-31.JPG#crs=EPSG:4326"
    with pytest.raises(QgsProcessingException, match="This CRS has no code"):
        run_with(survey.path, FOLDER=str(folder), CRS="PROJ:+proj=aea +lat_1=20 +lat_2=33 +lon_0=127.12 +type=crs")
    (tmp_path / "list.csv").write_text("uri,datetime\npictures/2025-07-31.JPG,2025-07-30\n")
    result, feedback = run_with(survey.path, SOURCE=str(tmp_path / "list.csv"))
    assert result["SCENES"] == 0 and "it has no CRS" in feedback.textLog()
    assert run_with(survey.path, SOURCE=str(tmp_path / "list.csv"), CRS="EPSG:4326")[0]["SCENES"] == 1


@pytest.fixture
def tiles(qgis_app):
    with serving_tiles() as running:
        yield running


def test_a_source_may_be_a_wmts(survey, tiles) -> None:
    result, _ = run_with(survey.path, SOURCE=f"{tiles.wmts}|layer={LAYER}", EXTENT="127.88,127.89,41.42,41.44")
    assert result["SCENES"] == 3
    assert {row["date_kind"] for row in survey.rows("images")} == {"at_or_before"}


def test_a_source_may_be_wayback(survey, tiles, monkeypatch) -> None:
    from yalu_plugin.layers.sources import wayback_source

    monkeypatch.setattr(wayback_source.WaybackSource.__init__, "__defaults__", (True, tiles.wayback))
    result, _ = run_with(survey.path, SOURCE="Wayback", EXTENT="127.88,127.89,41.42,41.44", START="2017-01-01")
    assert result["SCENES"] == 3
    assert sorted(row["date_kind"] for row in survey.rows("images")) == ["acquired", "acquired", "released"]


def test_wayback_needs_a_place(survey) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="Wayback is searched for a place"):
        run_with(survey.path, SOURCE="wayback")


def test_two_dates_of_one_image_are_both_in_the_log(qgis_app, data: Path, tmp_path: Path, survey) -> None:
    from osgeo import gdal

    folder = Path(shutil.copytree(data / "imagery_dates", tmp_path / "dates"))
    raster = gdal.Open(str(folder / "hyesan_2025-07-30_epoch0.tif"), gdal.GA_Update)
    raster.SetMetadataItem("ACQUISITION_DATE", "2025-08-02")
    del raster
    result, feedback = run(folder, survey.path)
    assert (result["SCENES"], result["UNDATED"]) == (3, 0)
    assert ("hyesan_2025-07-30_epoch0.tif is dated 2025-08-02 (the image's own metadata), but there is another "
            "date, 2025-07-30 (file name). Correct the one that is wrong.") in feedback.textLog()
    assert "CBERS" not in feedback.textLog()
