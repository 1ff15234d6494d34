"""Pictures that a STAC item combines from several files of a folder: each file is checked like any image."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.counting_server import CountingServer, counting
from tests.layers.imagery import hostile

BANDS = {"red": "one.tif", "green": "two.tif", "blue": "three.tif"}


@pytest.fixture(scope="module")
def web():
    with counting() as server:
        yield server


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    """A folder with an item of three single bands whose names do not state their colours."""
    from osgeo import gdal

    source = str(data / "s2_romania/S2_L2A_romania_20161014.tif")
    for number, name in enumerate(BANDS.values(), 1):
        gdal.Translate(str(tmp_path / name), source, bandList=[number]).FlushCache()
    write_item(tmp_path, BANDS)
    return tmp_path


def write_item(folder: Path, files: dict[str, str], name: str = "item.json") -> None:
    (folder / name).write_text(json.dumps({
        "type": "Feature", "stac_version": "1.0.0", "id": "a", "geometry": None, "links": [],
        "properties": {"datetime": "2016-10-14T02:16:01Z"},
        "assets": {key: {"href": file, "type": "image/tiff; application=geotiff", "roles": ["data"],
                         "eo:bands": [{"name": key, "common_name": key}]} for key, file in files.items()}}))


def catalogued(folder: Path):
    from qgis.core import QgsFeedback

    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.local_source import LocalSource

    return LocalSource(folder).search(SceneQuery(), QgsFeedback())


def test_the_bands_are_one_scene_that_is_drawn_and_read(folder: Path) -> None:
    from yalu_plugin.layers.imagery.empty_view import is_view_empty
    from yalu_plugin.layers.imagery.project_scenes import scene_layer
    from yalu_plugin.layers.imagery.raster import read_metadata

    found = catalogued(folder)
    (scene,) = found.all_scenes
    assert scene.uri == f"file://{folder}/one.tif#green=two.tif&blue=three.tif" and not found.problems
    layer = scene_layer(scene)
    assert layer.isValid() and layer.bandCount() == 3
    assert read_metadata(scene.uri) == read_metadata(str(folder / "one.tif"))
    assert not is_view_empty(scene.uri, (-180, -90, 180, 90))


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("method", ["file", "overviews"])
def test_no_band_refers_outside_the_folder(folder: Path, web: CountingServer, band: str, method: str) -> None:
    from yalu_plugin.layers.imagery.path_checks import ExternalReference
    from yalu_plugin.layers.imagery.scene_source import source_of

    (scene,) = catalogued(folder).all_scenes
    hostile_text = hostile.vrt(hostile.band(f"/vsicurl/{web.address}/a.tif"))
    (folder / (BANDS[band] if method == "file" else f"{BANDS[band]}.ovr")).write_text(hostile_text)
    with pytest.raises(ExternalReference):
        source_of(scene)
    assert web.requests == []


def test_an_item_names_no_file_of_another_folder(folder: Path, tmp_path: Path) -> None:
    chosen = folder / "chosen"
    chosen.mkdir()
    shutil.copy(folder / "one.tif", chosen)
    write_item(chosen, {"red": "one.tif", "green": "../two.tif", "blue": f"file://{folder}/three.tif"})
    (scene,) = catalogued(chosen).all_scenes
    assert scene.uri == str(chosen / "one.tif") and str(scene.day) == "2016-10-14"


def test_an_unusable_item_leaves_out_only_its_own_image(folder: Path) -> None:
    for name in BANDS.values():
        shutil.copy(folder / name, folder / f"other_{name}")
    (folder / "item.json").unlink()
    content = {"type": "Feature", "stac_version": "1.0.0", "id": "a", "assets": {}, "properties": {},
               "links": [{"rel": "collection", "href": "x" * 5000}]}
    (folder / "one.json").write_text(json.dumps(content))
    found = catalogued(folder)
    assert "one.tif" not in {Path(one.uri).name for one in found.all_scenes} and len(found.all_scenes) == 5
    assert [(one.path.name, one.reason) for one in found.problems] == [(
        "one.tif", f"The STAC item {folder}/one.json, a cannot be used (File name too long). Left out with it: "
        "one.tif. Repair or remove it.")]
