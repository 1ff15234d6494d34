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

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def layers(project):
    from yalu_plugin.layers.imagery.scene_layers import SceneLayers

    return SceneLayers(project, 3)


def red_band(layer) -> int:
    return layer.renderer().redBand()


def test_a_scene_seen_before_is_shown_by_the_same_layer(layers, project, scenes) -> None:
    first = layers.show(scenes[3])
    layers.show(scenes[4])
    assert [layer.customProperty("yalu/scene") for layer in project.mapLayers().values()] == [scenes[4].id]
    assert layers.show(scenes[3]) is first and layers.show(scenes[3]) is first
    assert [node.layerId() for node in project.layerTreeRoot().findLayers()] == [first.id()]


def test_never_more_layers_than_the_limit(layers, project, scenes) -> None:
    from qgis.PyQt import sip

    first = layers.show(scenes[0])
    removed = []
    first.willBeDeleted.connect(lambda: removed.append(scenes[0].id))
    del first
    for scene in scenes[1:]:
        layers.show(scene)
        assert len(layers.spares) <= 3 and len(project.mapLayers()) == 1
    assert list(layers.spares) == [scene.id for scene in scenes[-4:-1]] and removed == [scenes[0].id]
    cached = list(layers.spares.values())
    layers.reset()
    assert layers.spares == {} and not any(sip.isdeleted(layer) for layer in cached)


def test_a_style_set_once_applies_to_scenes_already_open(layers, scenes) -> None:
    heard = []
    layers.style_changed.connect(lambda: heard.append(1))
    ready = layers.prepare(scenes[4])
    layer = layers.show(scenes[3])
    assert heard == []
    renderer = layer.renderer().clone()
    renderer.setRedBand(4)
    layer.setRenderer(renderer)
    assert heard == [1]
    dropped = []
    ready.repaintRequested.connect(lambda *_: dropped.append(1))
    assert layers.show(scenes[4]) is ready and red_band(ready) == 4 and dropped
    assert red_band(layers.show(scenes[5])) == 4
    assert heard == [1]


def test_each_scene_keeps_its_own_stretch(layers, scenes) -> None:
    def brightest(scene) -> float:
        return layers.show(scene).renderer().redContrastEnhancement().maximumValue()

    assert [brightest(scenes[index]) > 9000 for index in (0, 3, 0, 3)] == [True, False, True, False]


def test_scenes_with_other_bands_have_another_style(layers, scenes, tmp_path: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.core.imagery.scene import Scene

    layer = layers.show(scenes[3])
    layer.renderer().setRedBand(4)  # as a script may do: without a signal
    gdal.Translate(str(tmp_path / "one.tif"), scenes[4].uri, bandList=[1])
    layers.show(Scene("x", str(tmp_path / "one.tif")))
    assert red_band(layers.show(scenes[4])) == 4


def test_the_style_stored_in_a_project_is_used(layers, project, scenes) -> None:
    from yalu_plugin.layers.imagery.scene_layers import SceneLayers

    layers.show(scenes[3]).renderer().setRedBand(4)
    assert red_band(SceneLayers(project, 3).show(scenes[4])) == 4


def test_a_file_missing_since_it_was_opened_is_reported(layers, project, scenes) -> None:
    from yalu_plugin.layers.imagery.raster import RasterMissing

    shown = layers.show(scenes[3])
    layers.prepare(scenes[4])
    Path(scenes[4].uri).unlink()
    with pytest.raises(RasterMissing, match="20170606.tif is gone"):
        layers.show(scenes[4])
    assert list(project.mapLayers()) == [shown.id()] and scenes[4].id not in layers.spares


def order(project) -> list[str]:
    return [layer.customProperty("yalu/scene") for layer in project.layerTreeRoot().layerOrder()]


def test_a_mosaic_is_several_layers_the_requested_one_on_top(layers, project, scenes) -> None:
    ids = [scene.id for scene in scenes]
    layers.show(scenes[2])
    layers.show(*scenes[3:6])
    assert order(project) == ids[3:6] and len(project.mapLayers()) == 3
    same = dict(project.mapLayers())
    layers.show(scenes[4], scenes[3], scenes[5])
    assert order(project) == [ids[4], ids[3], ids[5]] and project.mapLayers() == same
    layers.show(scenes[4])
    assert order(project) == [ids[4]] and set(layers.spares) == {ids[2], ids[3], ids[5]}


def test_the_style_of_a_mosaic_is_applied_to_the_next(layers, scenes) -> None:
    heard = []
    layers.style_changed.connect(lambda: heard.append(1))
    layers.show(*scenes[3:5])
    below = layers.spares.get(scenes[4].id) or layers.show(scenes[4], scenes[3])
    renderer = below.renderer().clone()
    renderer.setRedBand(4)
    below.setRenderer(renderer)
    assert heard == [1] and red_band(layers.show(*scenes[5:7])) == 4


def test_an_incomplete_mosaic_changes_nothing(layers, project, scenes) -> None:
    from yalu_plugin.layers.imagery.raster import RasterMissing

    layers.show(scenes[2])
    Path(scenes[4].uri).unlink()
    with pytest.raises(RasterMissing, match="20170606.tif is gone"):
        layers.show(*scenes[3:5])
    assert order(project) == [scenes[2].id]


def test_about_to_show_comes_before_the_project_changes(layers, project, scenes) -> None:
    signalled = []
    layers.about_to_show.connect(
        lambda shown, scene: signalled.append((shown, scene, [one in project.mapLayers().values() for one in shown])))
    first = layers.show(scenes[3])
    second = layers.show(scenes[4], scenes[3])
    assert signalled == [([first], scenes[3], [False]), ([second, first], scenes[4], [False, True])]
    Path(scenes[5].uri).unlink()
    from yalu_plugin.layers.imagery.raster import RasterMissing

    with pytest.raises(RasterMissing):
        layers.show(scenes[5])
    assert len(signalled) == 2, "nothing is about to show that cannot be read"
