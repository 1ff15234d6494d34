"""Scenes that are tiles on the web: what QGIS draws of them, and that their key is not exposed."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from tests.tile_server import colour_of, serving_tiles
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.tile_grid import TileAddress

KEY = "hidden-key-4711"


@pytest.fixture
def server(qgis_app):
    with serving_tiles() as running:
        yield running


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def authcfg(qgis_app):
    """The id of an entry in QGIS' authentication store that sends KEY as a header."""
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    store = QgsApplication.authManager()
    store.setMasterPassword("of the test", True)
    entry = QgsAuthMethodConfig("APIHeader")
    entry.setName("tiles")
    entry.setConfig("Authorization", f"api-key {KEY}")
    assert store.storeAuthenticationConfig(entry)[0]
    yield entry.id()
    store.removeAuthenticationConfig(entry.id())


def scene(server, month, authcfg=""):
    template = server.monthly.replace("{yyyy}_{mm}", month)
    uri = TileAddress(template, 0, 18, authcfg).uri
    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    return Scene(scene_id(uri), uri, moment, moment, "at_or_before", "address")


def drawn(layer):
    """Return the colour in the middle of the layer's picture of the Phungyang ford."""
    from qgis.core import QgsMapRendererParallelJob

    job = QgsMapRendererParallelJob(settings_of(layer))
    job.start()
    job.waitForFinished()
    return job.renderedImage().pixelColor(100, 100).getRgb()[:3]


def settings_of(layer):
    """Return settings for a map of 200 by 200 pixels around the Phungyang ford."""
    from qgis.core import QgsMapSettings, QgsRectangle
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(14235600, 5072000, 14236600, 5073000))
    settings.setOutputSize(QSize(200, 200))
    return settings


def test_tiles_are_drawn(server, project):
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    for month in ("2024_05", "2024_06"):
        layer = show_scene(project, scene(server, month))
        assert layer.isValid() and layer.crs().authid() == "EPSG:3857"
        assert drawn(layer) == colour_of(f"monthly_{month}")
    assert len(project.mapLayers()) == 1


@pytest.mark.parametrize("version", ["1.3.0", "1.1.1"])
def test_maps_of_a_wms_are_drawn(server, project, version):
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.sources.wmts_capabilities import timed_layers

    layer = timed_layers(server.wms_capabilities(version).encode(), server.address)["mosaic"]
    for day in ("2024-05-01", "2024-05-06"):
        server.requests.clear()
        stored = Scene(day, layer.uri(day, ""))
        shown = show_scene(project, stored)
        assert shown.crs().authid() == "EPSG:3857" and not server.requests
        assert drawn(shown) == colour_of(day)
        one, = map(parameters_of, server.requests)  # the whole view at once
        assert one["VERSION"] == version and one["map"] == "yalu" and (one["WIDTH"], one["HEIGHT"]) == ("200", "200")
        assert one["BBOX"] == "14235600,5072000,14236600,5073000"
        assert one["CRS" if version == "1.3.0" else "SRS"] == "EPSG:3857"
        assert "QGIS" in server.headers[-1]["User-Agent"]  # by its network manager


def parameters_of(path):
    from urllib.parse import parse_qsl, urlsplit

    return dict(parse_qsl(urlsplit(path).query))


def test_a_wms_is_sent_the_key_that_is_stored_nowhere(server, project, authcfg, tmp_path):
    from tests.layers.sources.searching import run
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.sources.wmts_source import WmtsSource

    address = f"{server.address}/wms?SERVICE=WMS&REQUEST=GetCapabilities"
    stored = run(WmtsSource(address, "mosaic", "acquired", authcfg)).scenes[0]
    shown = show_scene(project, stored)
    assert drawn(shown) == colour_of("2024-05-01")
    assert {headers.get("Authorization") for headers in server.headers} == {f"api-key {KEY}"}
    assert KEY not in stored.uri and KEY not in shown.source() and authcfg not in " ".join(server.requests)
    project.write(str(tmp_path / "p.qgs"))
    assert KEY not in (tmp_path / "p.qgs").read_text()
    project.clear()
    project.read(str(tmp_path / "p.qgs"))
    assert drawn(*project.mapLayers().values()) == colour_of("2024-05-01")


def test_a_missing_map_does_not_block(server, project):
    import time

    from qgis.core import QgsMapRendererParallelJob

    from tests.stac_server import hang, hang_completed
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.sources.wmts_capabilities import timed_layers

    layer = timed_layers(server.wms_capabilities().encode(), server.address)["mosaic"]
    server.faults["/wms"] = hang
    job = QgsMapRendererParallelJob(settings_of(show_scene(project, Scene("one", layer.uri("2024-05-01", "")))))
    job.start()
    while not server.requests:
        time.sleep(0.01)
    job.cancel()
    assert not hang_completed(server)


def test_the_key_is_not_sent_to_another_host(server, authcfg):
    from tests.layers.sources.searching import run
    from tests.stac_server import send
    from tests.tile_server import LAYER
    from yalu_plugin.layers.sources.wmts_source import KeyForAnotherHost, WmtsSource

    content = server.capabilities().replace('template="http://127.0.0.1', 'template="http://elsewhere.invalid')
    server.faults["/wmts"] = lambda handler: send(handler, content.encode(), media="text/xml")
    with pytest.raises(KeyForAnotherHost, match=r"elsewhere\.invalid"):
        run(WmtsSource(server.wmts, LAYER, "acquired", authcfg))
    server.faults.clear()
    found = run(WmtsSource(server.wmts, LAYER, "acquired", authcfg, True), extent=(127.88, 41.42, 127.89, 41.44))
    assert len(found.scenes) == 3
    assert {headers.get("Authorization") for headers in server.headers} == {f"api-key {KEY}"}


def test_the_style_is_carried_from_date_to_date(server, project):
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    show_scene(project, scene(server, "2024_05")).setOpacity(0.5)
    assert show_scene(project, scene(server, "2024_06")).opacity() == 0.5


def test_a_scene_on_the_web_is_not_missing_and_has_no_digest(server):
    from yalu_plugin.core.imagery.image_files import file_of
    from yalu_plugin.layers.imagery.scene_source import is_missing

    assert not is_missing(scene(server, "2024_05")) and not file_of(scene(server, "2024_05").uri).is_file()


def test_the_key_is_sent_and_stored_nowhere(server, project, authcfg, tmp_path):
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.images import add_images, survey_scenes

    stored = scene(server, "2024_05", authcfg)
    survey = create_survey(tmp_path / "survey.gpkg", "Test", False)
    add_images(survey, [stored])
    assert survey_scenes(survey) == [stored]
    drawn(show_scene(project, stored))
    assert {headers.get("Authorization") for headers in server.headers} == {f"api-key {KEY}"}
    for name in ("project.qgs", "project.qgz"):
        assert project.write(str(tmp_path / name))
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert authcfg.encode() in written["project.qgs"] and authcfg.encode() in written["survey.gpkg"]
    assert not [name for name, content in written.items() if KEY.encode() in content]


def test_a_project_finds_its_tiles_again(server, project, tmp_path):
    from yalu_plugin.layers.imagery.project_scenes import show_scene, shown_layer

    show_scene(project, scene(server, "2024_05"))
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert drawn(shown_layer(project)) == colour_of("monthly_2024_05")


def test_a_missing_authentication_is_one_line(server, qgis_app):
    from qgis.core import QgsFeedback

    from tests.layers.sources.searching import in_task
    from yalu_plugin.core.imagery.stac_search import Request
    from yalu_plugin.layers.network import NoSuchAuthentication, fetch

    with pytest.raises(NoSuchAuthentication, match='"a1b2c3d" cannot be used for 127.0.0.1'):
        in_task(lambda: fetch(Request(server.address, authcfg="a1b2c3d"), QgsFeedback()))
