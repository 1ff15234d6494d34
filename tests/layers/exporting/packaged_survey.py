"""The package for a QGIS without the plugin, of the published survey with SYNTHETIC images of Hyesan."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Collection
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from yalu_plugin.core.work_progress import no_progress

IMAGES = (("free", "CC-BY-4.0"), ("kept", "proprietary"))  # names and licences: one may be copied
HYESAN = "POLYGON ((128.14 41.38, 128.23 41.38, 128.23 41.45, 128.14 41.45, 128.14 41.38))"


def survey_with_images(new_survey: Any, folder: Path) -> Any:
    """Return the published survey with IMAGES of Hyesan, whose files are in the folder, and one on the web."""
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.images import add_images

    survey = new_survey(folder / "mine.gpkg", "Yalu", published=True)
    time = datetime(2025, 7, 30, 2, tzinfo=timezone.utc)
    web = Scene("web", "https://tiles.invalid/a.tif", time, time, licence="CC0-1.0")
    add_images(survey, [web, *(Scene(
        name, str(write_image(folder / f"{name}.tif")), time, time, date_kind="acquired", platform="S2",
        date_source="filename", attribution="SYNTHETIC", licence=licence, synthetic=True, footprint_wkt=HYESAN)
        for name, licence in IMAGES)])
    return survey


def write_image(path: Path) -> Path:
    """Write a grey GeoTIFF of Hyesan with a file of its statistics beside it."""
    from osgeo import gdal, osr

    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 90, 70, 1)
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    dataset.SetProjection(system.ExportToWkt())
    dataset.SetGeoTransform((128.14, 0.001, 0, 41.45, 0, -0.001))
    dataset.GetRasterBand(1).Fill(128)
    del dataset
    path.with_name(f"{path.name}.aux.xml").write_text("<PAMDataset></PAMDataset>")
    return path


def packed(survey: Any, folder: Path, wanted: Collection[str] = ()) -> Path:
    """Write the package of a survey with every image that it may have, and return where it was unpacked."""
    from yalu_plugin.layers.exporting.package_images import offer_images
    from yalu_plugin.layers.exporting.project_package import copy_data, new_folder, write_project, zip_package
    from yalu_plugin.layers.survey.images import survey_scenes

    (folder / "out").mkdir()
    path = folder / "out" / "yalu.zip"
    data = copy_data(survey, new_folder(path), offer_images(survey_scenes(survey), no_progress).images)
    assert write_project(data, wanted) == []
    zip_package(data.folder, path, no_progress)
    shutil.rmtree(data.folder)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "elsewhere")
    return folder / "elsewhere" / "yalu"
