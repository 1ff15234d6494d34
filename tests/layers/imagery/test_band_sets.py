"""Scenes of one file per band, in ZIP files, and virtual rasters, created from the real Sentinel-2 crops."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

NAME = "T35TLK_20161014T092031"


@pytest.fixture
def bands(qgis_app, data: Path, tmp_path: Path) -> Path:
    """A folder with the red, green, blue and infrared band of one scene in a file each."""
    from osgeo import gdal

    folder = tmp_path / "bands"
    folder.mkdir()
    whole = gdal.Open(str(data / "s2_romania/S2_L2A_romania_20161014.tif"))
    for number, band in enumerate(("B04", "B03", "B02", "B08"), 1):
        gdal.Translate(str(folder / f"{NAME}_{band}.tif"), whole, bandList=[number], noData="none")
    return folder


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def the_scene(folder: Path):
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    made = catalogue(folder, read_raster)
    assert not made.problems
    (scene,) = made.scenes
    return scene


def pixels(layer) -> list[bytes]:
    provider = layer.dataProvider()
    blocks = [provider.block(band, layer.extent(), 100, 100) for band in (1, 2, 3)]  # alive while read
    return [bytes(block.data()) for block in blocks]


def expected(data: Path) -> list[bytes]:
    from qgis.core import QgsRasterLayer

    return pixels(QgsRasterLayer(str(data / "s2_romania/S2_L2A_romania_20161014.tif"), "whole", "gdal"))


def test_bands_are_one_scene_in_true_colour(bands: Path, project, data: Path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    before = sorted(bands.iterdir())
    scene = the_scene(bands)
    assert scene.uri.endswith("_B04.tif") and str(scene.day) == "2016-10-14" and scene.gsd_m == pytest.approx(10, 1e-3)
    layer = show_scene(project, scene)
    assert layer.bandCount() == 3 and pixels(layer) == expected(data)
    assert sorted(path for path in bands.iterdir() if path.suffix != ".xml") == before


def test_a_project_finds_the_bands_again_without_the_plugin(bands: Path, project, data: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import show_scene, shown_layer

    show_scene(project, the_scene(bands))
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert pixels(shown_layer(project)) == expected(data)


def test_a_missing_band_is_named(bands: Path, project) -> None:
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.imagery.raster import RasterMissing
    from yalu_plugin.layers.imagery.vrt_checks import VrtSourceMissing

    scene = the_scene(bands)
    green = bands / f"{NAME}_B03.tif"
    content = green.read_bytes()
    green.unlink()
    with pytest.raises(RasterMissing, match=f"{green} is gone"):
        show_scene(project, scene)
    green.write_bytes(content)
    show_scene(project, scene)
    green.unlink()
    with pytest.raises((RasterMissing, VrtSourceMissing), match=f"{green}"):
        show_scene(project, scene)


def test_a_zip_is_shown_and_found_again(bands: Path, project, data: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import show_scene, shown_layer
    from yalu_plugin.layers.imagery.scene_source import is_missing

    with zipfile.ZipFile(tmp_path / "scene one.zip", "w") as archive:
        for path in bands.iterdir():
            archive.write(path, f"deep/{path.name}")
        archive.write(data / "s2_romania/S2_L2A_romania_20170606.tif", "S2_L2A_romania_20170606.tif")
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    first, second = catalogue(tmp_path / "scene one.zip", read_raster).scenes
    assert [str(one.day) for one in (first, second)] == ["2016-10-14", "2017-06-06"]
    assert pixels(show_scene(project, first)) == expected(data) and not is_missing(first)
    source = show_scene(project, second).source()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert shown_layer(project).source() == source
    (tmp_path / "scene one.zip").unlink()
    assert is_missing(first)


@pytest.mark.parametrize("relative", [True, False])
def test_a_vrt_without_its_source_is_named(bands: Path, relative: bool) -> None:
    from osgeo import gdal

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    source = bands / f"{NAME}_B08.tif"
    vrt = bands / "20161014_mosaic.vrt"
    gdal.BuildVRT(str(vrt), [str(source)]).FlushCache()
    if not relative:
        vrt.write_text(vrt.read_text().replace('"1">' + source.name, f'"0">{source}'))
    assert (str(source) in vrt.read_text()) is not relative
    assert read_raster(str(vrt)).gsd_m == pytest.approx(10, 1e-3)
    source.unlink()
    problems = catalogue(vrt.parent, read_raster).problems
    assert [one.reason for one in problems] == [
        f"The image {vrt} is put together from {source}, which is gone. Put that back."]


def test_a_damaged_zip_member_is_a_problem(bands: Path, tmp_path: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    folder = tmp_path / "zips"
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("2016-10-14.tif", b"no raster")
        archive.write(bands / f"{NAME}_B08.tif", "2017-06-06.tif")
    made = catalogue(folder, read_raster)
    assert [scene.uri for scene in made.scenes] == [f"/vsizip/{folder}/a.zip/2017-06-06.tif"]
    assert [one.path.name for one in made.problems if not one.image_included] == ["2016-10-14.tif"]


def test_bands_that_were_replaced_are_shown_as_they_are_now(bands: Path, project) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery.project_scenes import show_scene

    scene = the_scene(bands)
    show_scene(project, scene)
    for path in bands.glob("*.tif"):
        small = gdal.Translate("", str(path), format="MEM", srcWin=[0, 0, 40, 30])
        path.unlink()
        gdal.GetDriverByName("GTiff").CreateCopy(str(path), small).FlushCache()
    layer = show_scene(project, scene)
    assert (layer.width(), layer.height()) == (40, 30)
