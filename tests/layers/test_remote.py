"""Scenes on the web: shown from a server on this computer that serves ranges as object stores do."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.stac_server import hang, send, serving
from yalu_plugin.core.imagery.scene import Scene


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def scene(server):
    return Scene("one", f"{server.address}/files/S2_L2A_romania_20161014.tif")


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def test_a_remote_scene_is_shown_as_the_local_one(project, scene, data):
    from yalu_plugin.layers.scenes import show_scene

    layer = show_scene(project, scene)
    local = show_scene(project, replace(scene, uri=str(data / "s2_romania/S2_L2A_romania_20161014.tif")))
    assert layer.isValid() and layer.extent() == local.extent()
    there, here = (one.dataProvider().block(1, one.extent(), 100, 100).data() for one in (layer, local))
    assert there == here


def test_side_files_are_not_searched_for(project, scene, server):
    from yalu_plugin.layers.scenes import show_scene

    show_scene(project, scene)
    assert {path for _, path, _ in server.asked} == {"/files/S2_L2A_romania_20161014.tif"}


def test_a_project_finds_its_remote_scene_again(project, scene, tmp_path):
    from yalu_plugin.layers.scenes import show_scene, shown_layer

    source = show_scene(project, scene).source()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert shown_layer(project).source() == source


def test_a_remote_scene_is_kept_beside_the_project_as_local_ones_are(project, scene, server):
    from yalu_plugin.layers.scene_layers import SceneLayers

    other = replace(scene, id="two", uri=scene.uri.replace("20161014", "20170606"))
    layers = SceneLayers(project, spares=3)
    first = layers.show(scene)
    layers.show(other)
    asked = len(server.asked)
    assert layers.show(scene) is first and layers.show(scene) is first
    assert len(server.asked) == asked


def test_an_image_that_is_gone_is_missing_and_found_when_back(scene, server):
    from yalu_plugin.layers.raster import RasterMissing
    from yalu_plugin.layers.remote import check_remote

    path = urlsplit(scene.uri).path
    server.faults[path] = lambda handler: send(handler, b"", 404)
    with pytest.raises(RasterMissing, match="is gone"):
        check_remote(scene)
    del server.faults[path]
    assert check_remote(scene)


@pytest.mark.parametrize("fault", [lambda handler: send(handler, b"", 403), lambda handler: send(handler, b"x" * 99)],
                         ids=["expired signature", "no raster"])
def test_an_image_that_cannot_be_opened(scene, server, fault):
    from yalu_plugin.layers.remote import RasterOutOfReach, check_remote

    server.faults[urlsplit(scene.uri).path] = fault
    with pytest.raises(RasterOutOfReach, match="cannot be opened"):
        check_remote(scene)


def test_a_server_that_hangs_is_not_waited_for(scene, server, monkeypatch):
    from yalu_plugin.layers import remote

    monkeypatch.setitem(remote._HOW, "timeout", "1")
    server.faults[urlsplit(scene.uri).path] = hang
    with pytest.raises(remote.RasterOutOfReach, match="cannot be opened"):
        remote.check_remote(scene)


def test_images_of_the_planetary_computer_are_signed(server, scene):
    from osgeo import gdal

    from yalu_plugin.layers.remote import check_remote, remote_source

    there = replace(scene, item_url="https://planetarycomputer.microsoft.com/api/stac/v1/collections/c/items/i")
    assert "pc_url_signing" in parse_qs(urlsplit(remote_source(there)).query)
    assert "pc_url_signing" not in parse_qs(urlsplit(remote_source(scene)).query)
    answer = {"msft:expiry": "2999-01-01T00:00:00Z", "href": f"{there.uri}?signed=yes"}
    server.faults["/sign"] = lambda handler: send(handler, json.dumps(answer).encode())
    gdal.SetConfigOption("VSICURL_PC_SAS_SIGN_HREF_URL", f"{server.address}/sign?href=")
    try:
        check_remote(there)
    finally:
        gdal.SetConfigOption("VSICURL_PC_SAS_SIGN_HREF_URL", None)
    images = [path for _, path, _ in server.asked if path.startswith("/files")]
    assert images and all(path.endswith("?signed=yes") for path in images)
