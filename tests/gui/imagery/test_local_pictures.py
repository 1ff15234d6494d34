"""Another picture of a local STAC item: in a catalog of files, or in a folder of images."""

from __future__ import annotations

import json

import pytest

from tests.gui.imagery.test_remote_scenes import entries
from tests.layers.sources.searching import run
from tests.stac.searching import search
from yalu_plugin.core.imagery.stac_picture import NoSuchPicture

DAYS = ("20161014", "20170606")


def item(day, **assets):
    titles = {"visual": "visual", "nir": "Near infrared"}
    return {"type": "Feature", "stac_version": "1.0.0", "id": day, "collection": "c", "geometry": None, "links": [],
            "properties": {"datetime": f"{day[:4]}-{day[4:6]}-{day[6:]}T10:00:00Z"},
            "assets": {key: {"href": href, "type": "image/tiff", "title": titles[key],
                             "roles": ["visual" if key == "visual" else "data"]} for key, href in assets.items()}}


@pytest.fixture
def folder(qgis_app, data, tmp_path):
    """A catalog of two items in one file, next to their images, in a folder with a name that has to be escaped."""
    from osgeo import gdal

    images = tmp_path / "사진 100% #1"
    images.mkdir()
    for day in DAYS:
        whole = gdal.Open(str(data / f"s2_romania/S2_L2A_romania_{day}.tif"))
        for name, bands in (("visual", [1, 2, 3]), ("nir", [4])):
            gdal.Translate(str(images / f"{name}_{day}.tif"), whole, bandList=bands, noData="none")
    features = [item(day, nir=f"nir_{day}.tif", visual=f"visual_{day}.tif") for day in DAYS]
    (images / "items.json").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return images


@pytest.fixture
def dock(window, bench, messages, actions):
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.settings import PictureSetting

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.show()
    bench.error_occurred.connect(messages.error)
    yield dock
    PictureSetting("c").setValue("")


def found_in(folder, way):
    from yalu_plugin.layers.sources.local_source import LocalSource

    return search(folder / "items.json") if way == "catalog" else run(LocalSource(folder))


def on_screen(bench):
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    layer = shown_layer(bench.project)
    return layer.bandCount(), layer.source().rpartition("/")[2]


@pytest.mark.parametrize("way", ["catalog", "folder"])
def test_another_picture_is_selected_and_stored_for_the_collection(dock, bench, folder, way, wait_for, actions):
    found = found_in(folder, way)
    assert [scene.uri for scene in found.all_scenes] == [str(folder / f"visual_{day}.tif") for day in DAYS]
    bench.scenes.add(found.all_scenes)
    imagery = bench.imagery
    imagery.step("first")
    assert on_screen(bench) == (3, "visual_20161014.tif") and actions.by_name["choose_picture"].isEnabled()
    offered = entries(dock, wait_for)
    assert list(offered) == ["Best: visual", "visual", "nir · Near infrared"]
    offered["nir · Near infrared"].trigger()
    assert on_screen(bench) == (1, "nir_20161014.tif")
    imagery.step("next")
    assert on_screen(bench) == (1, "nir_20170606.tif")
    assert {scene.uri.rpartition("/")[2][:6] for scene in imagery.scenes.timeline.scenes} == {"visual"}
    entries(dock, wait_for)["Best: visual"].trigger()
    assert on_screen(bench) == (3, "visual_20170606.tif")


def test_the_compare_date_is_in_the_chosen_picture_too(dock, bench, folder):
    from yalu_plugin.gui.compare.compare_scene_layers import CompareSceneLayers

    bench.scenes.add(found_in(folder, "catalog").all_scenes)
    bench.imagery.step("first")
    bench.imagery.select_picture("nir")
    compared = CompareSceneLayers(bench.project, bench)
    compared.open(bench.scenes.steppable.step_of(bench.scenes.timeline.scenes[1]))
    assert [layer.source().rpartition("/")[2] for layer in compared.layers] == ["nir_20170606.tif"]


def test_what_is_not_on_this_computer_is_not_offered(dock, bench, folder, wait_for, bar_texts, actions):
    bench.scenes.add(found_in(folder, "catalog").all_scenes)
    bench.imagery.step("first")
    (folder / "nir_20161014.tif").unlink()
    assert list(entries(dock, wait_for)) == ["Best: visual", "visual"]
    (folder / "items.json").unlink()
    actions.by_name["choose_picture"].trigger()
    wait_for(bar_texts)
    assert bar_texts() == ["The STAC item 20161014 is not in items.json (No such file or directory). Put it back, or "
                           "add its images again."]


def test_an_item_of_one_image_has_no_other(dock, bench, folder, actions):
    alone = {**item("20161014", visual="visual_20161014.tif"), "collection": None}
    (folder / "items.json").write_text(json.dumps(alone))
    bench.scenes.add(found_in(folder, "catalog").all_scenes)
    bench.imagery.step("first")
    assert bench.imagery.scene.item_url == "" and not actions.by_name["choose_picture"].isEnabled()


@pytest.mark.parametrize("way", ["catalog", "folder"])
def test_an_item_of_one_image_says_that_it_lacks_the_one_chosen_for_its_collection(dock, bench, folder, way):
    features = [item("20161014", nir="nir_20161014.tif", visual="visual_20161014.tif"),
                item("20170606", visual="visual_20170606.tif")]
    (folder / "items.json").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    if way == "folder":
        (folder / "nir_20170606.tif").unlink()
    bench.scenes.add(found_in(folder, way).all_scenes)
    bench.imagery.step("first")
    bench.imagery.select_picture("nir")
    with pytest.raises(NoSuchPicture, match="The STAC item 20170606 has no image nir, which was chosen for its"):
        bench.imagery.step("next")


@pytest.mark.parametrize("way", ["catalog", "folder"])
@pytest.mark.parametrize("href", ["../outside.tif", "{outside}", "file://{outside}", "{escaped}", "link.tif"])
def test_what_lies_outside_of_the_folder_is_not_offered_and_not_opened(dock, bench, folder, way, href, wait_for):
    outside = folder.parent / "outside.tif"
    (folder / "nir_20161014.tif").rename(outside)
    (folder / "link.tif").symlink_to(outside)
    href = href.format(outside=outside, escaped=str(outside).replace("/", "%2F"))
    one = item("20161014", nir=href, visual="visual_20161014.tif")
    (folder / "items.json").write_text(json.dumps(one))
    bench.scenes.add([scene for scene in found_in(folder, way).all_scenes if scene.item_url])
    bench.imagery.step("first")
    assert list(entries(dock, wait_for)) == ["Best: visual", "visual"]
    with pytest.raises(NoSuchPicture, match="The STAC item 20161014 has no image nir, which was chosen for its"):
        bench.imagery.select_picture("nir")
