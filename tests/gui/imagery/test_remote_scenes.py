"""Stepping through scenes on the web: they are opened in the background, and the panel reports it."""

from __future__ import annotations

import time
from datetime import date, datetime, timezone
from urllib.parse import urlsplit

import pytest

from tests.stac_server import hang, send, serving
from yalu_plugin.core.imagery.scene import Scene, scene_id

DAYS = ("20161014", "20170606", "20170721", "20171004")


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def imagery(bench, server):
    def scene(day):
        uri, time = f"{server.address}/files/S2_L2A_romania_{day}.tif", datetime.strptime(day, "%Y%m%d")
        time = time.replace(tzinfo=timezone.utc)
        return Scene(scene_id(uri), uri, time, time, "acquired", "stac")

    bench.scenes.add([scene(day) for day in DAYS])
    return bench.imagery


@pytest.fixture
def dock(window, bench, messages, actions, imagery):
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.show()
    bench.error_occurred.connect(messages.error)
    return dock


def notice(dock):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, "yalu_imagery_notice").text()


def test_a_step_does_not_wait_for_the_web(dock, imagery, server, wait_for):
    server.delay_s = 0.2
    imagery.step("first")
    assert imagery.scene is None and imagery.pending_scene.day.isoformat() == "2016-10-14"
    assert notice(dock) == "opening 2016-10-14 UTC · acquired (date from STAC)…"
    wait_for(lambda: imagery.scene)
    assert imagery.scene.day.isoformat() == "2016-10-14" and imagery.pending_scene is None
    assert not notice(dock).startswith("opening")


def test_quick_steps_end_at_the_last_one(dock, imagery, wait_for):
    for _ in range(3):
        imagery.step("next")
    wait_for(lambda: imagery.scene)
    assert imagery.scene.day.isoformat() == "2017-07-21"
    imagery.step("next")
    imagery.step("previous")
    assert imagery.pending_scene is None and imagery.scene.day.isoformat() == "2017-07-21"


def test_a_scene_opened_before_is_shown_at_once(imagery, wait_for):
    imagery.step("first")
    wait_for(lambda: imagery.scene)
    imagery.step("next")
    wait_for(lambda: imagery.pending_scene is None)
    imagery.step("previous")
    assert imagery.pending_scene is None and imagery.scene.day.isoformat() == "2016-10-14"


def test_a_failure_is_reported_and_the_previous_scene_stays(dock, imagery, server, wait_for, bar_texts):
    imagery.step("first")
    wait_for(lambda: imagery.scene)
    server.faults[urlsplit(imagery.scenes.timeline.scenes[1].uri).path] = lambda handler: send(handler, b"", 404)
    imagery.step("next")
    wait_for(bar_texts)
    assert "is gone" in bar_texts()[0] and imagery.pending_scene is None
    assert imagery.scene.day.isoformat() == "2016-10-14"
    imagery.show(imagery.scenes.timeline.scenes[2])
    wait_for(lambda: imagery.scene.day.isoformat() == "2017-07-21")


def test_one_that_fails_is_no_wall(dock, imagery, server, wait_for, bar_texts):
    imagery.step("first")
    wait_for(lambda: imagery.scene)
    server.faults[urlsplit(imagery.scenes.timeline.scenes[1].uri).path] = lambda handler: send(handler, b"", 404)
    imagery.step("next")
    wait_for(bar_texts)
    assert imagery.neighbour("previous") is None  # what is before the scene on screen, not that scene again
    imagery.step("next")
    wait_for(lambda: imagery.scene.day.isoformat() == "2017-07-21")
    imagery.step("previous")  # asked for again
    assert imagery.pending_scene is not None
    wait_for(lambda: imagery.pending_scene is None)
    imagery.step("next")
    wait_for(lambda: imagery.scene.day.isoformat() == "2017-10-04")


def test_after_a_failing_scene_the_next_step_goes_on(dock, imagery, server, wait_for):
    imagery.show_day(date(2017, 1, 1))
    server.faults[urlsplit(imagery.scenes.timeline.scenes[1].uri).path] = lambda handler: send(handler, b"", 404)
    imagery.step("next")
    wait_for(lambda: imagery.pending_scene is None)
    assert imagery.scene is None
    imagery.step("next")
    wait_for(lambda: imagery.scene)
    assert imagery.scene.day.isoformat() == "2017-07-21"


def test_one_that_hangs_is_stepped_past(dock, imagery, server, wait_for, bar_texts):
    server.faults[urlsplit(imagery.scenes.timeline.scenes[0].uri).path] = hang
    imagery.step("first")
    imagery.step("next")
    wait_for(lambda: imagery.scene, 5)
    assert imagery.scene.day.isoformat() == "2017-06-06" and not bar_texts()


def test_the_style_of_the_scene_on_screen_is_applied_on_steps(imagery, bench, wait_for):
    from yalu_plugin.layers.imagery.project_scenes import shown_layer, style_of

    imagery.step("first")
    wait_for(lambda: imagery.scene)
    shown_layer(bench.project).renderer().setOpacity(0.4)
    imagery.step("next")
    wait_for(lambda: imagery.pending_scene is None)
    assert shown_layer(bench.project).renderer().opacity() == pytest.approx(0.4)
    shown_layer(bench.project).renderer().setOpacity(0.7)
    imagery.step("previous")
    wait_for(lambda: imagery.pending_scene is None)
    assert shown_layer(bench.project).renderer().opacity() == pytest.approx(0.7)
    assert style_of(shown_layer(bench.project))


def test_another_survey_lets_go_of_what_is_coming(imagery, bench, server, tmp_path, qgis_app):
    server.delay_s = 0.2
    imagery.step("first")
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    end = time.monotonic() + 2
    while time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.01)
    assert imagery.scene is None and imagery.pending_scene is None and not imagery.scene_layers.spares


def test_the_next_scenes_are_opened_in_advance(window, bench, imagery, server, wait_for):
    from qgis.core import QgsProject, QgsRectangle
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    from yalu_plugin.gui.imagery.prefetch import Prefetcher

    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), window.canvas, window.canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    window.canvas.setCachingEnabled(True)
    window.canvas.setExtent(QgsRectangle(2464600, 5652800, 2466900, 5656000))
    server.delay_s = 0.05
    prefetcher = Prefetcher(window.canvas, bench, list, window)
    imagery.step("first")
    wait_for(lambda: imagery.scene)
    scenes = imagery.scenes.timeline.scenes
    wait_for(lambda: not prefetcher.busy and imagery.scene_layers.is_available(scenes[2]))
    asked = len(server.requests)
    imagery.step("next")
    assert imagery.pending_scene is None and imagery.scene == scenes[1] and len(server.requests) == asked
    prefetcher.release()


def test_of_a_day_what_the_web_gives_is_shown_and_the_rest_is_named(bench, server, wait_for):
    from dataclasses import replace

    from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers

    when = datetime(2016, 10, 14, 9, tzinfo=timezone.utc)
    uris = [f"{server.address}/files/S2_L2A_romania_{day}.tif" for day in DAYS[:2]]
    whole, lost = (Scene(scene_id(uri), uri, when, when, "acquired", "stac", "s2") for uri in uris)
    bench.scenes.add([whole, replace(lost, acquired_to=when)])
    errors = []
    bench.error_occurred.connect(errors.append)
    server.faults[urlsplit(lost.uri).path] = lambda handler: send(handler, b"", 404)
    bench.imagery.step("first")
    wait_for(lambda: bench.imagery.scene)
    assert [scene_id_of(one) for one in shown_layers(bench.project)] == [whole.id]
    assert bench.imagery.pending_scene is None
    assert len(errors) == 1 and lost.uri in str(errors[0]) and whole.uri not in str(errors[0])
    del server.faults[urlsplit(lost.uri).path]
    bench.imagery.show(whole)  # asked for again
    wait_for(lambda: len(shown_layers(bench.project)) == 2)


@pytest.fixture
def with_bands(bench, server, data, tmp_path):
    """Four scenes of a collection; each item has a picture in true colour and an infrared band, one file each."""
    from osgeo import gdal

    from tests.stac.scenes import item_scene
    from tests.stac_server import send_json

    server.folder, scenes = tmp_path, []
    for day in DAYS:
        whole = gdal.Open(str(data / f"s2_romania/S2_L2A_romania_{day}.tif"))
        for name, bands in (("visual", [1, 2, 3]), ("nir", [4])):
            gdal.Translate(str(tmp_path / f"{name}_{day}.tif"), whole, bandList=bands, noData="none")
        path = f"/collections/c/items/{day}"
        item = {"type": "Feature", "stac_version": "1.0.0", "id": day, "properties": {
            "datetime": f"{day[:4]}-{day[4:6]}-{day[6:]}T10:00:00Z"}, "links": [],
            "assets": {name: {"href": f"/files/{name}_{day}.tif", "type": "image/tiff", "roles": [role], "title": title}
                       for name, role, title in (("nir", "data", "Near & infra"), ("visual", "visual", "visual"))}}
        if day == DAYS[2]:
            del item["assets"]["nir"]
        server.faults[path] = lambda handler, item=item: send_json(handler, item)
        scenes.append(item_scene(item, server.address + path, {})[0])
    bench.scenes.add(scenes)
    return bench.imagery


def entries(dock, wait_for):
    """Press the button and return the entries of its menu by their texts."""
    from qgis.PyQt.QtWidgets import QWidget

    button = dock.findChild(QWidget, "yalu_choose_picture_button")
    button.menu_shown = None
    button.click()
    wait_for(lambda: button.menu_shown)
    return {entry.text(): entry for entry in button.menu_shown.actions() if entry.text()}


@pytest.fixture
def bands_dock(with_bands, window, bench, messages, actions):
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.settings import PictureSetting

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.show()
    bench.error_occurred.connect(messages.error)
    yield dock
    PictureSetting(with_bands.scenes.timeline.scenes[0].item_url.rpartition("/items/")[0]).setValue("")


def on_screen(bench):
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    layer = shown_layer(bench.project)
    return layer.bandCount(), layer.source().rpartition("%2F")[2]


def test_another_picture_is_selected_and_stored_for_the_collection(bands_dock, with_bands, bench, wait_for, bar_texts):
    imagery = with_bands
    imagery.step("first")
    wait_for(lambda: imagery.scene)
    assert on_screen(bench) == (3, "visual_20161014.tif")
    offered = entries(bands_dock, wait_for)
    assert list(offered) == ["Best: visual", "visual", "nir · Near && infra"]
    assert [entry.isChecked() for entry in offered.values()] == [True, False, False]
    offered["nir · Near && infra"].trigger()
    wait_for(lambda: on_screen(bench) == (1, "nir_20161014.tif"))
    imagery.step("next")
    wait_for(lambda: on_screen(bench) == (1, "nir_20170606.tif"))
    assert [layer.customProperty("yalu/role") for layer in bench.project.mapLayers().values()].count("scene") == 1
    imagery.step("next")
    wait_for(bar_texts)  # this one has none: not shown as another picture without a word
    assert "has no image nir" in bar_texts()[0] and on_screen(bench) == (1, "nir_20170606.tif")
    imagery.step("next")
    wait_for(lambda: on_screen(bench) == (1, "nir_20171004.tif"))
    offered = entries(bands_dock, wait_for)
    assert [entry.isChecked() for entry in offered.values()] == [False, False, True]
    offered["Best: visual"].trigger()
    wait_for(lambda: on_screen(bench) == (3, "visual_20171004.tif"))
    assert {scene.uri.rpartition("/")[2][:6] for scene in imagery.scenes.timeline.scenes} == {"visual"}


def test_only_images_of_a_stac_have_other_pictures(bands_dock, with_bands, bench, wait_for, actions):
    assert not actions.by_name["choose_picture"].isEnabled()
    with_bands.step("first")
    wait_for(lambda: with_bands.scene)
    assert actions.by_name["choose_picture"].isEnabled()
    with_bands.show_day(date(2017, 1, 1))
    assert not actions.by_name["choose_picture"].isEnabled()


def test_a_missing_item_is_reported(bands_dock, with_bands, server, wait_for, bar_texts, actions):
    with_bands.step("first")
    wait_for(lambda: with_bands.scene)
    server.faults["/collections/c/items/20161014"] = lambda handler: send(handler, b"", 404)
    actions.by_name["choose_picture"].trigger()
    wait_for(bar_texts)
    assert "HTTP 404" in bar_texts()[0] and actions.by_name["choose_picture"].isEnabled()


@pytest.mark.parametrize("pyramids", [True, False])
def test_on_an_image_of_the_web_what_it_does_not_show_was_not_seen(bench, qgis_app, wait_for, tmp_path, pyramids):
    import sys
    from pathlib import Path

    import numpy as np

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "crossings"))
    from test_unseen import NORTH, WEST, declared, pixels, place, write

    declared(tmp_path / "half.tif")
    large = np.repeat(np.repeat(pixels(left=0), 10, 1), 10, 2)
    raster = write(tmp_path / "collar.tif", large, placement=(WEST, 1, 0, NORTH, 0, -1))
    if pyramids:
        raster.BuildOverviews("NEAREST", [2])
    del raster  # GDAL writes the file on closing it
    with serving(tmp_path) as running:
        seen = {}
        for name, day in (("half", 30), ("collar", 31)):
            uri, moment = f"{running.address}/files/{name}.tif", datetime(2025, 7, day, tzinfo=timezone.utc)
            footprint = "POLYGON ((127 41, 129 41, 129 42, 127 42, 127 41))"
            bench.scenes.add([Scene(scene_id(uri), uri, moment, moment, "acquired", "stac", footprint_wkt=footprint)])
            bench.imagery.step("last")
            wait_for(lambda: bench.imagery.scene and bench.imagery.scene.uri == uri)  # noqa: B023 - waited for here
            for column in (10, 90):
                site = bench.annotation.add_site(place(column), "vehicle_ford")
                rows = bench.session.survey.rows("observations", site_id=site)
                seen[name, column] = [row["seen_to"] for row in rows]
    assert seen["half", 10] == [] and seen["half", 90] == ["2025-07-30"] and seen["collar", 90] == ["2025-07-31"]
    assert seen["collar", 10] == ([] if pyramids else ["2025-07-31"])  # all of it would have to be fetched
