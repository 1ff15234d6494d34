"""World Imagery Wayback, in the formats that Esri's own client reads."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from yalu_plugin.core.imagery.tile_grid import Tile
from yalu_plugin.core.imagery.wayback_releases import (
    Capture,
    NotWayback,
    Release,
    capture,
    last_change,
    metadata_address,
    release_scene,
    releases,
    tilemap_address,
)

SERVICE = "https://wayback.example/arcgis/rest/services/World_Imagery"
TILES = f"{SERVICE}/WMTS/1.0.0/default028mm/MapServer/tile/13161/{{level}}/{{row}}/{{col}}"
METADATA = "https://metadata.example/arcgis/rest/services/World_Imagery_Metadata_2023_r01/MapServer"
RELEASE = Release(13161, date(2023, 12, 7), TILES, METADATA)
PLACE = (127.885265, 41.431189)


def item(day):
    return {"itemTitle": f"World Imagery (Wayback {day})", "itemURL": TILES, "metadataLayerUrl": METADATA}


def test_releases_come_in_order_of_their_day():
    found = releases({"56102": item("2023-12-07"), "10": item("2014-02-20"), "x": item("2015-01-01"), "11": {}}, "a")
    assert [(one.number, one.day) for one in found] == [(10, date(2014, 2, 20)), (56102, date(2023, 12, 7))]
    assert found[0].template.endswith("/tile/13161/{z}/{y}/{x}")


@pytest.mark.parametrize("config", [{}, {"10": "x"}, {"10": {"itemTitle": "World Imagery"}}])
def test_documents_without_releases(config):
    with pytest.raises(NotWayback, match=r"https://a\.example lists no releases"):
        releases(config, "https://a.example")


def test_the_tilemap():
    assert tilemap_address(RELEASE, Tile(16, 24688, 19237)) == f"{SERVICE}/MapServer/tilemap/13161/16/19237/24688"
    assert last_change({"data": [1], "select": [9203]}, RELEASE) == 9203
    assert last_change({"data": [1]}, RELEASE) == 13161
    assert last_change({"data": [0]}, RELEASE) is None
    assert last_change({}, RELEASE) is None


@pytest.mark.parametrize(("zoom", "layer"), [(23, 0), (17, 6), (10, 13), (3, 13)])
def test_the_metadata_query(zoom, layer):
    parts = urlsplit(metadata_address(RELEASE, zoom, *PLACE))
    asked = {key: value[0] for key, value in parse_qs(parts.query).items()}
    assert parts.path.endswith(f"/MapServer/{layer}/query") and asked["f"] == "json"
    assert json.loads(asked["geometry"]) == {"x": 127.885265, "y": 41.431189, "spatialReference": {"wkid": 4326}}


def response(**attributes):
    ring = [[127, 41], [128, 41], [128, 42], [127, 42], [127, 41]]
    attributes = {"SRC_DATE2": 1620000000000, "NICE_DESC": "Maxar", "SRC_DESC": "WV02", "SAMP_RES": 0.5, "SRC_ACC": 5,
                  **attributes}
    return {"features": [{"attributes": attributes, "geometry": {"rings": [ring]}}]}


def test_a_capture_is_read():
    found = capture(response())
    assert found == Capture(date(2021, 5, 3), "WV02", "Maxar", 0.5, (((127, 41), (128, 41), (128, 42), (127, 42),
                                                                      (127, 41)),))


@pytest.mark.parametrize("document", [{}, {"features": []}, {"features": [3]}, {"error": {"code": 400}},
                                  response(SRC_DATE2=None), response(SRC_DATE2="2021"), response(SRC_DATE2=1e30)])
def test_responses_without_a_date(document):
    assert capture(document) is None


def test_a_known_acquisition_dates_the_scene_and_the_release_is_in_the_provider():
    scene = release_scene(RELEASE, capture(response()), PLACE, "")
    assert (str(scene.day), str(scene.last_day), scene.date_kind) == ("2021-05-03", "2021-05-03", "acquired")
    assert scene.platform == "WV02 Wayback 2023-12-07" and scene.gsd_m == 0.5
    assert scene.provider == "Maxar / Esri World Imagery Wayback, released 2023-12-07"
    assert "zmax=18" in scene.uri and "Esri" in scene.attribution and "Esri" in scene.licence


@pytest.mark.parametrize("document", [None, Capture(date(2024, 1, 1), "WV02", "Maxar", 0.5, ())])
def test_a_release_is_never_an_acquisition(document):
    scene = release_scene(RELEASE, document, PLACE, "")
    assert (str(scene.day), scene.date_kind, scene.gsd_m) == ("2023-12-07", "released", None)


def test_scenes_of_two_places_are_different():
    here, elsewhere = (release_scene(RELEASE, capture(response()), place, "") for place in (PLACE, (128.19, 41.41)))
    again = release_scene(RELEASE, capture(response(SRC_DATE2=1500000000000)), PLACE, "")
    assert len({here.id, elsewhere.id, again.id}) == len({here.uri, elsewhere.uri, again.uri}) == 3
