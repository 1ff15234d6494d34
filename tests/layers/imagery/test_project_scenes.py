from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def scenes(qgis_app, data: Path, tmp_path: Path):
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    return catalogue(Path(shutil.copytree(data / "s2_romania", tmp_path / "s2")), read_raster).scenes


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    project = QgsProject()
    yield project
    project.clear()


def tree(project) -> list[str]:
    return [f"{node.parent().name()}/{node.name()}" for node in project.layerTreeRoot().findLayers()]


def test_one_scene_at_most_and_its_name_has_the_date(project, scenes) -> None:
    from yalu_plugin.layers.imagery.project_scenes import clear_scene, scene_id_of, show_scene, shown_layer

    for scene in scenes[:4]:
        show_scene(project, scene)
    assert tree(project) == ["Imagery/2016-10-14 UTC sentinel-2 acquired"]
    assert len(project.mapLayers()) == 1 and scene_id_of(shown_layer(project)) == scenes[3].id
    clear_scene(project)
    assert project.mapLayers() == {} and shown_layer(project) is None


def test_it_is_under_the_plugins_layers_and_above_the_basemap(project, scenes) -> None:
    from qgis.core import QgsRasterLayer

    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.project import GROUP

    project.addMapLayer(QgsRasterLayer(scenes[0].uri, "basemap"))
    project.layerTreeRoot().insertGroup(0, "survey").setCustomProperty(GROUP, "survey")
    show_scene(project, scenes[1])
    show_scene(project, scenes[2])
    assert [child.name() for child in project.layerTreeRoot().children()] == ["survey", "Imagery", "basemap"]


def test_the_default_style_is_true_colour_stretched_to_the_scene(project, scenes) -> None:
    from qgis.core import QgsMultiBandColorRenderer

    from yalu_plugin.layers.imagery.project_scenes import show_scene

    renderer = show_scene(project, scenes[3]).renderer()
    assert isinstance(renderer, QgsMultiBandColorRenderer)
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (1, 2, 3)
    red = renderer.redContrastEnhancement()
    assert 50 < red.minimumValue() < 150 and 300 < red.maximumValue() < 600


def test_a_cloudy_scene_does_not_darken_the_next(project, scenes) -> None:
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    cloudy = show_scene(project, scenes[0]).renderer().redContrastEnhancement().maximumValue()
    clear = show_scene(project, scenes[3]).renderer().redContrastEnhancement().maximumValue()
    assert cloudy > 9000 and clear < 600


def test_what_the_user_set_stays(project, scenes) -> None:
    from qgis.core import QgsContrastEnhancement, QgsRasterMinMaxOrigin

    from yalu_plugin.layers.imagery.project_scenes import show_scene

    layer = show_scene(project, scenes[3])
    renderer = layer.renderer()
    origin = renderer.minMaxOrigin()
    origin.setLimits(QgsRasterMinMaxOrigin.Limits.None_)
    renderer.setMinMaxOrigin(origin)
    red = QgsContrastEnhancement(renderer.redContrastEnhancement())
    red.setMinimumValue(11)
    red.setMaximumValue(999)
    renderer.setRedContrastEnhancement(red)
    renderer.setRedBand(4)
    layer.setOpacity(0.5)
    project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    after = show_scene(project, scenes[4])
    red = after.renderer().redContrastEnhancement()
    assert (red.minimumValue(), red.maximumValue(), after.renderer().redBand(), after.opacity()) == (11, 999, 4, 0.5)
    assert not project.layerTreeRoot().findLayer(after.id()).itemVisibilityChecked()
    assert after.customProperty("yalu/scene") == scenes[4].id


def test_other_bands_start_with_the_default_style(project, scenes, tmp_path: Path) -> None:
    from osgeo import gdal
    from qgis.core import QgsSingleBandGrayRenderer

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    show_scene(project, scenes[3])
    gdal.Translate(str(tmp_path / "one.tif"), scenes[4].uri, bandList=[1])
    assert isinstance(show_scene(project, Scene("x", str(tmp_path / "one.tif"))).renderer(), QgsSingleBandGrayRenderer)


def test_a_missing_or_damaged_scene_changes_nothing(project, scenes) -> None:
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.imagery.raster import RasterMissing, RasterUnreadable

    show_scene(project, scenes[3])
    Path(scenes[4].uri).unlink()
    Path(scenes[5].uri).write_bytes(Path(scenes[5].uri).read_bytes()[:20_000])
    with pytest.raises(RasterMissing, match="20170606.tif is gone"):
        show_scene(project, scenes[4])
    with pytest.raises(RasterUnreadable, match="20170721.tif is damaged"):
        show_scene(project, scenes[5])
    assert tree(project) == ["Imagery/2016-10-14 UTC sentinel-2 acquired"]


def test_a_synthetic_scene_is_labelled(project, scenes) -> None:
    from dataclasses import replace

    from yalu_plugin.layers.imagery.project_scenes import show_scene

    assert show_scene(project, replace(scenes[3], synthetic=True)).name().endswith("acquired SYNTHETIC")
