"""The package for a QGIS without the plugin: its files, and what the project in it opens."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.layers.exporting.packaged_survey import packed, survey_with_images
from yalu_plugin.core.work_progress import Cancelled

pytest.importorskip("geopandas")


@pytest.fixture
def package(new_survey: Any, tmp_path: Path) -> Path:
    """The package without layouts, unpacked elsewhere."""
    return packed(survey_with_images(new_survey, tmp_path), tmp_path)


def opened(package: Path) -> Any:
    from qgis.core import QgsProject

    project = QgsProject()
    assert project.read(str(package / "project.qgz"))
    return project


def test_it_opens_styled_with_its_own_data_wherever_it_is_unpacked(package: Path) -> None:
    files = sorted(str(file.relative_to(package)) for file in package.rglob("*") if file.is_file())
    assert files == ["images/free.tif", "images/free.tif.aux.xml", "images/licences.txt", "places.geojson",
                     "project.qgz", "survey.gpkg"]
    project = opened(package)
    layers = {layer.customProperty("yalu/role"): layer for layer in project.mapLayers().values()}
    assert all(layer.isValid() and str(package) in layer.source() for layer in layers.values()), layers
    assert layers["sites"].featureCount() == 6 and layers["places"].featureCount() > 0
    assert layers["sites"].renderer().type() == "categorizedSymbol"
    assert layers["site_states"].temporalProperties().isActive()
    assert len(project.relationManager().relations()) > 5
    assert layers["sites"].editFormConfig().tabs()
    assert [layout.name() for layout in project.layoutManager().layouts()] == ["Map"]
    assert project.readEntry("TemporalControllerWidget", "/StartDateTime")[0] == "2025-07-30T00:00:00.000+00:00"
    project.clear()


def test_an_image_is_shown_on_its_days_with_its_licence(package: Path) -> None:
    project = opened(package)
    image = next(layer for layer in project.mapLayers().values() if layer.customProperty("yalu/role") == "scene")
    days = image.temporalProperties().fixedTemporalRange()
    assert image.temporalProperties().isActive() and image.serverProperties().attribution() == "SYNTHETIC, CC-BY-4.0"
    assert [days.begin().toString("yyyy-MM-dd hh:mm:ss"), days.end().toString("yyyy-MM-dd hh:mm:ss")] == [
        "2025-07-30 00:00:00", "2025-07-30 23:59:59"]
    assert (package / "images" / "licences.txt").read_text("utf-8").splitlines()[1] == (
        "free.tif\t2025-07-30 UTC S2 acquired SYNTHETIC\tSYNTHETIC\tCC-BY-4.0")
    project.clear()


def test_no_path_of_this_computer_is_in_the_project(package: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package / "project.qgz") as archive:
        text = "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
    sources = re.findall(r"<datasource>(.*?)</datasource>", text)
    assert str(tmp_path) not in text and len(sources) > 8 and {source[:2] for source in sources} == {"./", ""}


def test_the_layouts_open_with_layers_of_their_own_file(new_survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsLayoutItemMap

    package = packed(survey_with_images(new_survey, tmp_path), tmp_path, ("maps", "sheets"))
    project = opened(package)
    layouts = {layout.name(): layout for layout in project.layoutManager().layouts()}
    assert list(layouts) == ["Overview map", "Strip map", "Site sheets"]
    for layout in layouts.values():
        maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.isVisible()]
        assert maps and all(layer.isValid() for item in maps for layer in item.layers())
    assert (package / "pages.gpkg").is_file()
    sheets = layouts["Site sheets"].atlas().coverageLayer()
    assert sheets.featureCount() == 6 and str(package) in sheets.source()
    after = {row["after_missing"].split("\n")[-1] for row in sheets.getFeatures()}
    assert "No image in the survey covers this site" in after and not any("gone" in text for text in after)
    project.clear()


def test_an_image_that_is_not_in_the_package_is_named_so(new_survey: Any, tmp_path: Path) -> None:
    survey = survey_with_images(new_survey, tmp_path)
    (tmp_path / "free.tif").unlink()
    project = opened(packed(survey, tmp_path, ("sheets",)))
    sheets = project.layoutManager().layoutByName("Site sheets").atlas().coverageLayer()
    texts = {row["after_missing"]: str(row["after_caption"]) for row in sheets.getFeatures()}
    assert "Image kept.tif, id kept" in texts["After\nThis image is not in the package"].split("\n")
    project.clear()


def test_what_is_still_in_the_log_of_the_survey_is_in_the_package(new_survey: Any, tmp_path: Path) -> None:
    survey = new_survey(tmp_path / "mine.gpkg", "Yalu")
    other = sqlite3.connect(tmp_path / "mine.gpkg")
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("UPDATE survey SET title = 'In the log'")
    other.commit()
    package = packed(survey, tmp_path)
    assert sqlite3.connect(package / "survey.gpkg").execute("SELECT title FROM survey").fetchall() == [("In the log",)]
    other.close()


def test_a_cancelled_or_impossible_package_is_not_written(new_survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.exporting.project_package import PackageNotWritten, copy_data, new_folder, zip_package

    def cancel(_fraction: float) -> None:
        raise Cancelled()

    survey, folder = new_survey(tmp_path / "mine.gpkg", "Yalu"), new_folder(tmp_path / "a.zip")
    copy_data(survey, folder)
    with pytest.raises(Cancelled):
        zip_package(folder, tmp_path / "a.zip", cancel)
    assert not (tmp_path / "a.zip").exists()
    with pytest.raises(PackageNotWritten, match=r"a\.zip"):
        new_folder(tmp_path / "missing" / "a.zip")
    with pytest.raises(PackageNotWritten, match="out"):
        copy_data(survey, tmp_path / "out" / "missing")
