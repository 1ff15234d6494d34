"""Scenes are inserted into and removed from the layer tree: order, groups, what the user moved, and no crash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = """
import os, sys
from pathlib import Path
from qgis.core import QgsApplication, QgsLayerTreeModel, QgsProject
app = QgsApplication([], True)
app.initQgis()
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas
from tests.layers.imagery.test_scene_order import days_of, make_days
from yalu_plugin.layers.imagery.scene_layers import SceneLayers
from yalu_plugin.layers.imagery.project_scenes import scene_id_of
make_days(Path(sys.argv[1]))
days, project = days_of(Path(sys.argv[1])), QgsProject.instance()
canvas = QgsMapCanvas()
bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), canvas)
model = QgsLayerTreeModel(project.layerTreeRoot())
layers = SceneLayers(project, 12)
for count in (*range(1, 10), *range(9, 0, -1), 2, 4, 9, 1, 8, 3, 9):
    for step in (days[count], days[count][::-1]):
        layers.show(*step)
        app.processEvents()
        assert [scene_id_of(one) for one in project.layerTreeRoot().layerOrder()] == [scene.id for scene in step]
print("all steps done", flush=True)
os._exit(0)  # how Python takes it all apart is another matter
"""


def make_days(folder: Path) -> None:
    """Create SYNTHETIC images: on 1 July one, on the 2nd two, and so on to nine on the 9th."""
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32652)
    for day in range(1, 10):
        for tile in range(day):
            raster = gdal.GetDriverByName("GTiff").Create(str(folder / f"2025-07-0{day}_tile{tile}.tif"), 8, 8, 3)
            raster.SetGeoTransform((400_000 + 80 * tile, 10, 0, 4_590_000, 0, -10))
            raster.SetProjection(crs.ExportToWkt())
            for band in (1, 2, 3):
                raster.GetRasterBand(band).Fill(20 * band + day)
            raster = None


def days_of(folder: Path) -> dict[int, list]:
    """Return the scenes in `folder` by day of the month."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    scenes = catalogue(folder, read_raster).scenes
    return {day: [one for one in scenes if f"2025-07-0{day}" in one.uri] for day in range(1, 10)}


@pytest.fixture
def days(qgis_app, tmp_path: Path) -> dict[int, list]:
    make_days(tmp_path)
    return days_of(tmp_path)


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture
def scene_layers(project):
    from yalu_plugin.layers.imagery.scene_layers import SceneLayers

    return SceneLayers(project, 12)


def tree(project) -> list[str]:
    """Return every layer of the tree as group/name, a scene by its file."""
    return [f"{node.parent().name()}/{Path(node.layer().source()).stem or node.name()}"
            for node in project.layerTreeRoot().findLayers()]


def own_layer(project, name: str, group, place: int) -> None:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326", name, "memory")
    layer.setName(name)
    project.addMapLayer(layer, False)
    group.insertLayer(place, layer)


def test_steps_of_one_to_nine_scenes_do_not_crash(qgis_app, tmp_path: Path) -> None:
    """In a separate process with freed memory poisoned, which ends when a deleted node is used."""
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", STEPS, str(tmp_path)], cwd=root, text=True, capture_output=True, timeout=300,
        env={**os.environ, "MALLOC_PERTURB_": "165", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)})
    assert (run.returncode, run.stdout.splitlines()[-1:]) == (0, ["all steps done"]), run.stderr[-2000:]


def test_nothing_asks_qgis_to_sort_its_tree() -> None:
    package = Path(__file__).resolve().parents[3] / "yalu_plugin"
    assert [path for path in package.rglob("*.py") if ".reorderGroupLayers(" in path.read_text(encoding="utf-8")] == []


def test_another_scene_of_the_day_in_front(project, scene_layers, days) -> None:
    a, b, c, d = days[4]
    scene_layers.show(a, b, c, d)
    before = {layer.id() for layer in project.mapLayers().values()}
    scene_layers.show(c, a, d, b)
    assert tree(project) == [f"Imagery/2025-07-04_tile{tile}" for tile in (2, 0, 3, 1)]
    assert {layer.id() for layer in project.mapLayers().values()} == before


def test_a_layer_of_the_users_keeps_its_place_among_the_scenes(project, scene_layers, days) -> None:
    scene_layers.show(*days[2])
    group = project.layerTreeRoot().findGroup("Imagery")
    own_layer(project, "notes", group, 0)
    own_layer(project, "below", group, -1)
    for day in (4, 1, 9, 2):
        scene_layers.show(*days[day])
        names = [node.name() for node in group.findLayers()]
        assert (names[0], names[-1], len(names)) == ("notes", "below", day + 2)


def test_scenes_stay_where_the_user_has_put_them(project, scene_layers, days) -> None:
    scene_layers.show(*days[3])
    root = project.layerTreeRoot()
    own = root.insertGroup(0, "Mine")
    for node in root.findGroup("Imagery").findLayers():
        own.addChildNode(node.clone())
        node.parent().removeChildNode(node)
    scene_layers.show(*days[2])
    assert tree(project) == ["Mine/2025-07-02_tile0", "Mine/2025-07-02_tile1"]


def test_one_moved_scene_stays_there_while_it_is_shown(project, scene_layers, days) -> None:
    scene_layers.show(*days[3])
    root = project.layerTreeRoot()
    node = root.findGroup("Imagery").findLayers()[1]
    root.insertChildNode(-1, node.clone())
    node.parent().removeChildNode(node)
    a, b, c = days[3]
    scene_layers.show(c, b, a)
    assert tree(project) == ["Imagery/2025-07-03_tile2", "Imagery/2025-07-03_tile0", "/2025-07-03_tile1"]


def test_hidden_scenes_stay_hidden_and_collapsed(project, scene_layers, days) -> None:
    scene_layers.show(*days[3])
    for node in project.layerTreeRoot().findLayers():
        node.setItemVisibilityChecked(False)
    a, b, c = days[3]
    for step in ((b, a, c), tuple(days[4]), tuple(days[1])):
        scene_layers.show(*step)
        nodes = project.layerTreeRoot().findLayers()
        assert [(node.itemVisibilityChecked(), node.isExpanded()) for node in nodes] == [(False, False)] * len(step)


def test_a_custom_order_of_drawing(project, scene_layers, days) -> None:
    scene_layers.show(*days[2])
    root = project.layerTreeRoot()
    for name in ("under", "over"):
        own_layer(project, name, root, 0)
    over, under = (project.mapLayersByName(name)[0] for name in ("over", "under"))
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder([over, *(node.layer() for node in root.findGroup("Imagery").findLayers()), under])
    for day in (4, 1, 3):
        scene_layers.show(*days[day])
        names = [layer.name()[:10] for layer in root.layerOrder()]
        assert names == ["over", *[f"2025-07-0{day}"] * day, "under"]
