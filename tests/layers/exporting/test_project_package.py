"""The package for a QGIS without the plugin: its files, and what the project in it opens."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.work_progress import Cancelled, no_progress

pytest.importorskip("geopandas")


@pytest.fixture
def package(new_survey: Any, tmp_path: Path) -> Path:
    """The package of the published survey, unpacked elsewhere."""
    from yalu_plugin.layers.exporting.project_package import (
        copy_data,
        new_folder,
        write_project,
        zip_package,
    )

    (tmp_path / "out").mkdir()
    folder = new_folder(tmp_path / "out" / "yalu.zip")
    copy_data(new_survey(tmp_path / "mine.gpkg", "Yalu", published=True), folder)
    write_project(folder)
    zip_package(folder, tmp_path / "out" / "yalu.zip", no_progress)
    with zipfile.ZipFile(tmp_path / "out" / "yalu.zip") as archive:
        archive.extractall(tmp_path / "elsewhere")
    return tmp_path / "elsewhere" / "yalu"


def test_it_opens_styled_with_its_own_data_wherever_it_is_unpacked(package: Path) -> None:
    from qgis.core import QgsProject

    assert sorted(file.name for file in package.iterdir()) == ["places.geojson", "project.qgz", "survey.gpkg"]
    project = QgsProject()
    assert project.read(str(package / "project.qgz"))
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


def test_a_cancelled_or_impossible_package_leaves_nothing(new_survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.exporting.project_package import PackageNotWritten, copy_data, new_folder, zip_package

    def cancel(_fraction: float) -> None:
        raise Cancelled()

    survey = new_survey(tmp_path / "mine.gpkg", "Yalu")
    folder = new_folder(tmp_path / "a.zip")
    copy_data(survey, folder)
    with pytest.raises(Cancelled):
        zip_package(folder, tmp_path / "a.zip", cancel)
    assert not (tmp_path / "a.zip").exists()
    with pytest.raises(PackageNotWritten, match=r"a\.zip"):
        new_folder(tmp_path / "missing" / "a.zip")
    with pytest.raises(PackageNotWritten, match="enough space"):
        copy_data(survey, tmp_path / "gone")
