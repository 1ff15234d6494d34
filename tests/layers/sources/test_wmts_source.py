"""A WMTS with a TIME dimension, in the format of NASA GIBS' capabilities (see tests/tile_server.py)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.layers.sources.searching import cancelled_once, each_fault, fails_in_one_line, in_task, run
from tests.stac_server import hang, hang_completed, send
from tests.tile_server import LAYER

VIEW = (127.880, 41.427, 127.890, 41.435)


def search(server, layer=LAYER, feedback=None, address="", only_pictures=False, **query):
    from yalu_plugin.layers.sources.wmts_source import WmtsSource

    source = WmtsSource(address or server.wmts, layer, "acquired", "", only_pictures)
    return run(source, feedback, **{"extent": VIEW, **query})


def capabilities(server, **options):
    content = server.capabilities(**options).encode()
    server.faults["/wmts/1.0.0"] = lambda handler: send(handler, content, media="application/xml")


def test_a_scene_for_each_time(tiles):
    found = search(tiles)
    assert [str(scene.day) for scene in found.scenes] == ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-06"]
    scene = found.scenes[0]
    assert scene.uri == (f"{tiles.address}/wmts/{LAYER}/default/2024-05-01/GoogleMapsCompatible_Level12/"
                         "{z}/{y}/{x}.png#zmin=0&zmax=12")
    assert (str(scene.last_day), scene.date_kind, scene.date_source) == ("2024-05-01", "acquired", "service")
    assert scene.platform == "Reflectance (Nadir & adjusted, HLS, Sentinel-2)"
    assert scene.item_url == tiles.wmts and not scene.footprint_wkt and not scene.attribution


def test_gibs_is_credited(tiles):
    from yalu_plugin.layers.sources.service_presets import GIBS, GIBS_LAYERS
    from yalu_plugin.layers.sources.wmts_capabilities import timed_layers
    from yalu_plugin.layers.sources.wmts_source import timed_scene

    assert LAYER in GIBS_LAYERS
    layer = timed_layers(tiles.capabilities().encode(), GIBS)[LAYER]
    scene = timed_scene(layer, next(iter(layer.times(None, None))), GIBS, "acquired", "")
    assert "NASA" in scene.attribution and "open" in scene.licence


def test_without_all_times_those_of_the_capabilities_are_used(tiles):
    tiles.faults[f"/wmts/1.0.0/{LAYER}/default/GoogleMapsCompatible_Level12/all/all.xml"] = (
        lambda handler: send(handler, b"<html/>", media="text/html"))
    found = search(tiles)
    assert [str(scene.day) for scene in found.scenes] == ["2024-05-02", "2024-05-03", "2024-05-06"]
    assert [type(one.error).__name__ for one in found.problems] == ["NotCapabilities"]


def test_days_without_a_picture_here(tiles):
    tiles.faults[f"/wmts/{LAYER}/default/2024-05-06"] = lambda handler: send(handler, b"", 404)
    found = search(tiles, only_pictures=True)
    assert [str(scene.day) for scene in found.scenes] == ["2024-05-01", "2024-05-02"]  # the third is black
    assert len([path for path in tiles.requests if path.endswith("/12/1529/3503.png")]) == 4 and not found.problems


def test_checking_pictures_ends_at_once_when_cancelled(tiles):
    tiles.faults[f"/wmts/{LAYER}/default/2024-05-02"] = hang
    search(tiles, feedback=cancelled_once(lambda: any("2024-05-02" in path for path in tiles.requests)),
           only_pictures=True)
    assert not hang_completed(tiles)


def test_days_narrow_it(tiles):
    found = search(tiles, start=date(2024, 5, 3), end=date(2024, 5, 6))
    assert [str(scene.day) for scene in found.scenes] == ["2024-05-03", "2024-05-06"]


def test_more_times_than_the_limit(tiles):
    capabilities(tiles, times=("2000-01-01T00:00:00Z/2024-01-01T00:00:00Z/PT10M",), resource=False)
    found = search(tiles)
    assert len(found.scenes) == 10_000
    assert [str(one.error) for one in found.problems] == [
        "There are more than 10000 dates in these days. Choose fewer days."]
    assert len(search(tiles, start=date(2023, 1, 1), end=date(2023, 1, 1)).scenes) == 144


def test_layers_that_can_be_stepped_through_are_listed(tiles):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.sources.wmts_source import fetch_layers

    layers = in_task(lambda: fetch_layers(tiles.wmts, "", QgsFeedback()))
    assert list(layers) == [LAYER]  # without the one without a time and the one in degrees


def test_key_value_pairs_where_there_is_no_restful_address(tiles):
    capabilities(tiles, resource=False)
    template, _, _ = search(tiles, start=date(2024, 5, 2)).scenes[0].uri.partition("#")
    assert template == (f"{tiles.address}/kvp?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={LAYER}&STYLE=default&"
                        "TILEMATRIXSET=GoogleMapsCompatible_Level12&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&"
                        "FORMAT=image%2Fpng&TIME=2024-05-02")


def test_a_layer_with_bounds_is_left_out_elsewhere(tiles):
    content = tiles.capabilities().replace("-180 -85.051129", "120 40").replace("180 85.051129", "130 43").encode()
    tiles.faults["/wmts/1.0.0"] = lambda handler: send(handler, content, media="application/xml")
    assert search(tiles).scenes[0].footprint_wkt.startswith("POLYGON ((120.0 40.0, 130.0 40.0")
    assert not search(tiles, extent=(10, 40, 11, 41)).scenes


def test_a_service_with_a_key_in_its_addresses(tiles):
    from yalu_plugin.core.imagery.address_keys import KeyInAddress

    content = tiles.capabilities().replace("{TileCol}.png", "{TileCol}.png?token=hidden").encode()
    tiles.faults["/wmts/1.0.0"] = lambda handler: send(handler, content, media="application/xml")
    with pytest.raises(KeyInAddress, match='"token"'):
        search(tiles)


@pytest.mark.parametrize(("version", "system"), [("1.3.0", "CRS"), ("1.1.1", "SRS")])
def test_a_wms_with_a_time(tiles, version, system):
    address = f"{tiles.address}/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION={version}"
    found = search(tiles, "mosaic", address=address)
    assert [str(scene.day) for scene in found.scenes] == ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-06"]
    assert found.scenes[0].uri == (
        f"{tiles.address}/wms?map=yalu&SERVICE=WMS&VERSION={version}&REQUEST=GetMap&LAYERS=mosaic&STYLES=&"
        f"{system}=EPSG:3857&FORMAT=image/png&TRANSPARENT=TRUE&TIME=2024-05-01")
    assert found.scenes[0].footprint_wkt.startswith("POLYGON ((120.0 40.0, 130.0 40.0")
    assert not search(tiles, "mosaic", address=address, extent=(10, 40, 11, 41)).scenes


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY f SYSTEM "file:///etc/hostname">]><Capabilities><Contents><Layer>&c;&f;</Layer></Contents></Capabilities>"""


@each_fault(
    (lambda handler: send(handler, b"<html><body/></html>", media="text/html"), "NotCapabilities", "WMTS"),
    (lambda handler: send(handler, b'{"a": 1}'), "NotCapabilities", "WMTS"),
    (lambda handler: send(handler, b"\x89PNG\r\n\0\1"), "NotCapabilities", "WMTS"),
    (lambda handler: send(handler, b"<Capabilities><Contents><Layer>"), "NotCapabilities", "WMTS"),
    (lambda handler: send(handler, b"<a>" * 100_000), "NotCapabilities", "WMTS"),
    (lambda handler: send(handler, ENTITIES), "NoTimedLayer", "List its layers"))
def test_each_fault_is_one_line(tiles, quick_timeout, fault, name, text):
    tiles.faults["/wmts/1.0.0"] = fault
    fails_in_one_line(lambda: search(tiles), name, text)


def test_a_missing_layer(tiles):
    from yalu_plugin.layers.sources.wmts_capabilities import NoTimedLayer

    with pytest.raises(NoTimedLayer, match='no layer "Coastlines" with a time'):
        search(tiles, layer="Coastlines")


def test_a_key_in_the_address_is_refused():
    from yalu_plugin.core.imagery.address_keys import KeyInAddress
    from yalu_plugin.layers.sources.wmts_source import WmtsSource

    with pytest.raises(KeyInAddress):
        WmtsSource("https://t.example/wmts?token=hidden", LAYER, "acquired")


def test_a_search_that_is_cancelled_waits_for_nothing(tiles):
    tiles.faults["/wmts/1.0.0"] = hang
    assert not search(tiles, feedback=cancelled_once(lambda: tiles.requests)).scenes
    assert not hang_completed(tiles)
