"""A STAC API and static catalogs, searched over a real connection to a local server."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.layers.sources.searching import cancelled_once, each_fault, fails_in_one_line
from tests.stac.searching import search
from tests.stac_server import hang, hang_completed, send, send_json, serving

ROMANIA = (22.14, 45.19, 22.16, 45.21)


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def quick_timeout(qgis_app):
    from qgis.core import QgsNetworkAccessManager

    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(500)
    yield
    QgsNetworkAccessManager.setTimeout(before)


def days(found):
    return [str(scene.day) for scene in found.scenes]


def test_all_pages_are_read_by_post(server):
    found = search(server.api, ("s2-romania",), extent=ROMANIA)
    assert len(found.scenes) == 16 and not found.undated and not found.problems
    posted = [body for method, path, body in server.requests if method == "POST"]
    assert [body.get("token") for body in posted] == [None, "5", "10", "15"]
    assert all(body["collections"] == ["s2-romania"] and body["bbox"] == list(ROMANIA) for body in posted)


def test_all_pages_are_read_by_get(qgis_app, data):
    with serving(data / "s2_romania", ("GET",)) as server:
        found = search(server.api, ("s2-romania",), extent=ROMANIA, start=date(2016, 1, 1), end=date(2018, 8, 15))
        assert days(found)[0] == "2016-04-27" and days(found)[-1] == "2018-08-15" and len(found.scenes) == 8
        assert {method for method, _, _ in server.requests} == {"GET"}
        assert "bbox=22.14,45.19,22.16,45.21" in server.requests[1][1]


def test_a_scene_has_all_facts_of_the_item(server):
    found = search(server.api, start=date(2016, 10, 14), end=date(2016, 10, 14))
    scene, = found.scenes
    assert scene.uri == f"{server.address}/files/S2_L2A_romania_20161014.tif"
    assert scene.item_url == f"{server.api}/collections/s2-romania/items/S2_L2A_romania_20161014"
    assert (scene.date_kind, scene.date_source, scene.platform) == ("acquired", "stac", "sentinel-2")
    assert (scene.gsd_m, scene.cloud_cover) == (10, 0)
    assert scene.footprint_wkt.startswith("POLYGON ((22.144939241132857 45.199617876037735")


def test_cloud_and_view_and_collection_narrow_it(server):
    clouds = [item["properties"]["eo:cloud_cover"] for item in server.items]
    assert len(search(server.api, max_cloud=5).scenes) == sum(cloud <= 5 for cloud in clouds) < 16
    assert not search(server.api, extent=(120, 40, 130, 43)).scenes
    assert not search(server.api, ("another",)).scenes


def test_progress_is_reported(server):
    from qgis.core import QgsFeedback

    feedback = QgsFeedback()
    search(server.api, feedback=feedback)
    assert feedback.progress() == 100


def test_a_static_catalog_of_files(qgis_app, romania_folder):
    found = search(romania_folder / "catalog.json", extent=ROMANIA)
    assert len(found.scenes) == 16 and not found.problems
    assert found.scenes[3].uri == str(romania_folder / "S2_L2A_romania_20161014.tif")
    assert found.scenes[3].licence == "EUPL-1.2"
    assert len(search(romania_folder / "catalog.json", start=date(2020, 1, 1)).scenes) == 3
    assert not search(romania_folder / "catalog.json", ("another",)).scenes


@pytest.fixture
def romania_folder(data, tmp_path):
    return Path(shutil.copytree(data / "s2_romania", tmp_path / "s2"))


def as_of_0_9(folder):
    """The real catalogue in STAC 0.9: catalogs and collections without a type, common properties in the collection."""
    for path in folder.glob("*.json"):
        document = {**json.loads(path.read_text()), "stac_version": "0.9.0"}
        if document["type"] != "Feature":
            del document["type"]
        else:
            for shared in ("platform", "gsd"):
                del document["properties"][shared]
            del document["assets"]["visual"]["type"]
        if "extent" in document:
            document["properties"] = {"platform": "sentinel-2", "gsd": 10}
            document["item_assets"] = {"visual": {"type": "image/tiff; application=geotiff"}}
        path.write_text(json.dumps(document))


def test_an_item_and_a_name_that_disagree_are_both_reported(romania_folder):
    path = romania_folder / "S2_L2A_romania_20161014.json"
    item = json.loads(path.read_text())
    item["properties"]["datetime"] = "2016-10-17T09:21:03Z"
    path.write_text(json.dumps(item))
    found = search(str(romania_folder / "collection.json"))
    assert "2016-10-17" in days(found) and len(found.scenes) == 16
    assert [(one.reason, one.image_included) for one in found.problems] == [(
        "S2_L2A_romania_20161014.tif is dated 2016-10-17 (STAC), but there is another date, 2016-10-14 (file name). "
        "Correct the one that is wrong.", True)]


def test_a_catalog_of_an_older_version_has_the_same_facts(romania_folder):
    today = search(romania_folder / "catalog.json")
    as_of_0_9(romania_folder)
    older = search(romania_folder / "catalog.json")
    assert older.scenes == today.scenes and len(older.scenes) == 16 and not older.problems
    item = romania_folder / "S2_L2A_romania_20161014.json"
    assert search(item).scenes == tuple(scene for scene in today.scenes if "20161014" in scene.uri)


def test_the_collection_is_requested_once_for_the_licence(server):
    collection = {"type": "Collection", "id": "s2-romania", "license": "EUPL-1.2", "providers": [{"name": "JRC"}]}
    link = [{"rel": "collection", "href": f"{server.api}/collections/s2-romania"}]
    items = [{**server.api_item(item), "links": link} for item in server.items]
    page = {"type": "FeatureCollection", "features": items}
    server.faults = {"/api/search": lambda handler: send_json(handler, page),
                     "/api/collections/s2-romania": lambda handler: send_json(handler, collection)}
    found = search(server.api)
    assert {(scene.licence, scene.provider) for scene in found.scenes} == {("EUPL-1.2", "JRC")}
    assert sum(path.endswith("collections/s2-romania") for _, path, _ in server.requests) == 1
    server.faults["/api/collections/s2-romania"] = lambda handler: send(handler, b"", 404)
    found = search(server.api)
    assert len(found.scenes) == 16 and {scene.licence for scene in found.scenes} == {""}
    assert [type(one.error).__name__ for one in found.problems] == ["ServiceRefused"]


@pytest.mark.parametrize(("moment", "dated"), [
    ("2016-10-14T00:00:00Z", True), ("", False), (None, False), ("yesterday", False), ("2016-13-45T00:00:00Z", False),
    ("2999-01-01T00:00:00Z", False)])
def test_an_invalid_date_leaves_the_others_dated(server, moment, dated):
    server.items[2] = {**server.items[2], "id": "IMG", "properties": {**server.items[2]["properties"],
                                                                      "datetime": moment}}
    page = {"type": "FeatureCollection", "features": [*map(server.api_item, server.items)]}
    server.faults["/page"] = lambda handler: send_json(handler, page)
    found = search(f"{server.address}/page")
    assert len(found.scenes) == 15 + dated and len(found.undated) == 1 - dated
    assert all("\n" not in str(one.error) and str(one.error) for one in found.undated)


def test_a_static_catalog_on_the_web_with_an_item_missing(server):
    server.faults["/files/S2_L2A_romania_20161014.json"] = lambda handler: send(handler, b"gone", 404)
    found = search(f"{server.address}/files/catalog.json")
    assert len(found.scenes) == 15
    assert [type(one.error).__name__ for one in found.problems] == ["ServiceRefused"]
    assert found.scenes[0].uri == f"{server.address}/files/S2_L2A_romania_20150801.tif"
    assert found.scenes[0].item_url == f"{server.address}/files/S2_L2A_romania_20150801.json"


def test_a_catalog_on_the_web_cannot_name_local_files(server, romania_folder):
    item = {**server.items[0], "links": [], "assets": {"visual": {**server.items[0]["assets"]["visual"],
                                                                  "href": (romania_folder / "a.tif").as_uri()}}}
    catalog = {"type": "Catalog", "links": [{"rel": "item", "href": "/one"},
                                            {"rel": "item", "href": (romania_folder / "catalog.json").as_uri()}]}
    server.faults = {"/cat": lambda handler: send_json(handler, catalog),
                     "/one": lambda handler: send_json(handler, item)}
    found = search(f"{server.address}/cat")
    assert not found.scenes
    assert [type(one.error).__name__ for one in found.problems] == ["NoImageAsset"]


def test_a_catalog_in_circles_ends(server):
    catalog = {"type": "Catalog", "links": [{"rel": "child", "href": "/cat"}, {"rel": "child", "href": "/cat2"}]}
    server.faults = {path: lambda handler: send_json(handler, catalog) for path in ("/cat", "/cat2")}
    assert not search(f"{server.address}/cat").scenes
    assert len(server.requests) == 2


def test_a_page_that_fails_keeps_those_before(server):
    pages = []

    def fail_third(handler):
        pages.append(1)
        if len(pages) == 3:
            send(handler, b"out of order", 500)
        else:
            send_json(handler, server.search({"limit": 5, "token": 5 * (len(pages) - 1)}, posted=True))

    server.faults["/api/search"] = fail_third
    found = search(server.api)
    assert len(found.scenes) == 10
    assert str(found.problems[0].error) == (
        f"{server.address[7:]} failed (HTTP 500). The fault is on its side: try again later.")
    assert found.problems[0].error.detail == "out of order"


def test_pages_in_circles_end(server):
    page = {**server.search({}, posted=True), "links": [{"rel": "next", "href": f"{server.api}/search"}]}
    server.faults["/api/search"] = lambda handler: send_json(handler, page)
    assert len(search(server.api).scenes) == 5


def test_a_busy_service_is_retried_after_its_stated_time(server, monkeypatch):
    from yalu_plugin.layers import network

    def busy_once(handler):
        del server.faults["/api/search"]
        send(handler, b"slow down", 429, Retry_After="1")

    waits = []
    monkeypatch.setattr(network, "_wait", lambda seconds, _feedback: waits.append(seconds))
    server.faults["/api/search"] = busy_once
    assert len(search(server.api).scenes) == 16
    assert waits == [1.0]


@pytest.mark.parametrize("after", ["3600", "date"])
def test_a_service_busy_for_long_is_not_waited_for(server, after):
    later = format_datetime(datetime.now(timezone.utc) + timedelta(hours=1), usegmt=True)
    server.faults["/api"] = lambda handler: send(
        handler, b"", 429, Retry_After=later if after == "date" else after)
    with pytest.raises(Exception, match="is busy and takes no more requests now. Try again in 3[56]"):
        search(server.api)


def redirect(handler):
    send(handler, b"", 302, Location="/b" if handler.path == "/a" else "/a")


@each_fault(
    (lambda handler: send(handler, b"", 401), "ServiceRefused", "HTTP 401"),
    (lambda handler: send(handler, b"<html>", media="text/html"), "AnswerNotJson", "text/html"),
    (lambda handler: send(handler, b"[1]"), "AnswerNotJson", "list"),
    (lambda handler: send(handler, b'{"a": 1}'), "NotStac", "not a STAC"),
    (lambda handler: send(handler, b"[" * 200_000), "AnswerNotJson", "recursion"),
    (redirect, "RedirectedInCircles", "in a circle"))
def test_each_fault_is_named(server, quick_timeout, fault, name, text):
    server.faults = {"/a": fault, "/b": fault}
    fails_in_one_line(lambda: search(f"{server.address}/a"), name, text)


def test_a_fault_after_a_good_answer_is_a_fault(server):
    """QGIS' network manager has a disk cache; a good answer in it must not replace a fault."""
    from qgis.core import QgsBlockingNetworkRequest
    from qgis.PyQt.QtCore import QUrl
    from qgis.PyQt.QtNetwork import QNetworkRequest

    QgsBlockingNetworkRequest().get(QNetworkRequest(QUrl(server.api)))
    server.faults["/api"] = lambda handler: send(handler, b"", 500)
    with pytest.raises(Exception, match=r"failed \(HTTP 500\)"):
        search(server.api)


def test_a_service_that_has_moved_is_followed(server):
    server.faults = {"/old": lambda handler: send(handler, b"", 301, Location="/api")}
    assert len(search(f"{server.address}/old").scenes) == 16


@pytest.mark.parametrize(("address", "name"), [
    ("http://nowhere.invalid/api", "ServiceNotFound"),
    ("http://127.0.0.1:9/api", "ServiceUnreachable"),
    ("missing/catalog.json", "CatalogFileUnreadable"),
])
def test_an_unreachable_address(qgis_app, address, name):
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError) as raised:
        search(address)
    assert type(raised.value).__name__ == name


@pytest.mark.parametrize("fault", [hang, lambda handler: send(handler, b"", 429, Retry_After="30")],
                         ids=["while it hangs", "while it is busy"])
def test_a_search_that_is_cancelled_waits_for_nothing(server, fault):
    def asked():
        return [path for _, path, _ in server.requests if path == "/api/search"]

    server.faults["/api/search"] = fault
    found = search(server.api, feedback=cancelled_once(asked))
    assert not hang_completed(server) and len(asked()) == 1  # nor until the stated time of the next request
    assert not found.all_scenes


def test_faulty_items_are_reported_and_the_others_found(server):
    """One faulty item must not lose the page."""
    def altered(number, **fields):
        return {**server.api_item(server.items[number]), **fields}

    cloud = {"visual": {"href": "s3://bucket/TCI.jp2", "type": "image/jp2", "roles": ["visual"]}}
    bands = {name: {"href": f"{server.address}/files/{name}.tif", "type": "image/tiff",
                    "bands": [{"eo:common_name": name}]} for name in ("nir", "blue", "green", "red")}
    ugly = {"geometry": {"type": "MultiPolygon", "coordinates": [[[[float("nan")]]]]}, "bbox": ["x"], "id": ["y"],
            "links": [{"rel": "self", "href": "\ud800"}], "collection": None}
    features = [altered(0, assets=cloud), altered(1, assets=bands), altered(2, assets=[]), altered(3, **ugly),
                {"type": "Feature"}, 5, altered(4)]
    page = {"type": "FeatureCollection", "features": features}
    server.faults["/page"] = lambda handler: send(handler, json.dumps(page).encode())
    found = search(f"{server.address}/page")
    assert [scene.uri.rpartition("/files/")[2] for scene in found.scenes] == [
        "red.tif#green=green.tif&blue=blue.tif", *(f"{server.items[n]['id']}.tif" for n in (3, 4))]
    assert [type(one.error).__name__ for one in found.problems] == ["ImageNotOnTheWeb", "NoImageAsset"]
    assert "lies at s3://bucket/TCI.jp2 and has no https address" in found.problems[0].reason


def test_an_item_without_a_usable_asset_is_reported(server):
    server.items[2]["properties"]["datetime"] = "2999-01-01T00:00:00Z"
    only_thumbnail = {**server.items[0], "links": [], "assets": {"thumbnail": {"href": "t.png", "type": "image/png"}}}
    page = {"type": "FeatureCollection", "features": [only_thumbnail, *map(server.api_item, server.items[1:3])]}
    server.faults["/page"] = lambda handler: send(handler, json.dumps(page).encode())
    found = search(f"{server.address}/page")
    assert [str(scene.day) for scene in found.scenes] == ["2016-04-27"]
    assert "lies in the future" in str(found.undated[0].error)
    assert "S2_L2A_romania_20150801 has no GeoTIFF" in str(found.problems[0].error)
