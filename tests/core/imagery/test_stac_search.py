from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stac.scenes import item_scene
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_query import SceneQuery
from yalu_plugin.core.imagery.stac_links import resolve
from yalu_plugin.core.imagery.stac_picture import NoImageAsset
from yalu_plugin.core.imagery.stac_scene import item_box
from yalu_plugin.core.imagery.stac_search import Request, next_request, search_request

TIFF = "image/tiff; application=geotiff; profile=cloud-optimized"
ITEM = {"type": "Feature", "stac_version": "1.0.0", "id": "one", "collection": "c",
        "properties": {"datetime": "2020-01-02T03:04:05Z", "gsd": 10},
        "assets": {"visual": {"href": "./one.tif", "type": TIFF, "gsd": 20}}}


def test_the_address_of_a_scene_is_relative_to_its_item() -> None:
    scene, error = item_scene(ITEM, "https://a.example/x/one.json", {"license": "CC0-1.0"})
    assert (scene.uri, scene.item_url) == ("https://a.example/x/one.tif", "https://a.example/x/one.json")
    assert (scene.gsd_m, scene.licence, error) == (20, "CC0-1.0", None)
    assert scene.acquired_from == datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    moved = {**ITEM, "links": [{"rel": "self", "href": "https://b.example/y/one.json"}]}
    assert item_scene(moved, "https://a.example/search", {})[0].uri == "https://b.example/y/one.tif"
    scene, _ = item_scene(moved, "file:///folder%20a/one.json", {})
    assert (scene.uri, scene.item_url) == (
        "/folder a/one.tif", "https://b.example/y/one.json#file=file:///folder%2520a/one.json&item=one&collection=c")


@pytest.mark.parametrize("marks", [{"properties": {**ITEM["properties"], "synthetic": "yes"}},
                                  {"assets": {"visual": {"href": "SYNTHETIC_one.tif"}}}])
def test_an_item_marks_its_scene_as_synthetic(marks: dict[str, object]) -> None:
    assert item_scene({**ITEM, **marks}, "https://a.example/x/one.json", {})[0].synthetic
    assert not item_scene(ITEM, "https://a.example/synthetic/one.json", {})[0].synthetic


def test_an_item_without_raster_is_refused() -> None:
    with pytest.raises(NoImageAsset, match="one has no GeoTIFF"):
        item_scene({**ITEM, "assets": {}}, "https://a.example/one.json", {})


@pytest.mark.parametrize(("base", "href", "address"), [
    ("https://a.example/x/y.json", "../z.tif", "https://a.example/z.tif"),
    ("https://a.example/x", "http://b.example/z", "http://b.example/z"),
    ("https://a.example/x", "file:///etc/z", ""),
    ("https://a.example/x", "/vsizip/z", "https://a.example/vsizip/z"),
    ("https://a.example/x", "s3://bucket/z", ""),
    ("https://a.example/x", "http://[broken", ""),
    ("https://a.example/x", None, ""),
    ("file:///x/y.json", "z.tif", "file:///x/z.tif"),
])
def test_links_are_resolved(base: str, href: object, address: str) -> None:
    assert resolve(base, href) == address


def test_box_of_an_item() -> None:
    assert item_box({"bbox": [1, 2, 3, 4]}) == (1, 2, 3, 4)
    assert item_box({"bbox": [1, 2, 0, 3, 4, 9]}) == (1, 2, 3, 4)
    assert item_box({"bbox": ["a"]}) is None and item_box({}) is None


def scene_on(first: date, last: date, cloud: float | None = None) -> Scene:
    begin, end = (datetime(day.year, day.month, day.day, tzinfo=timezone.utc) for day in (first, last))
    return Scene("id", "uri", begin, end, cloud_cover=cloud)


DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, DAYS, DAYS)
def test_a_scene_matches_exactly_if_it_shares_a_day(a: date, b: date, c: date, d: date) -> None:
    (first, last), (start, end) = sorted((a, b)), sorted((c, d))
    shares = max(first, start) <= min(last, end)
    assert SceneQuery(start=start, end=end).admits(scene_on(first, last)) == shares


def test_unknown_cloud_and_extent_match() -> None:
    day, query = date(2020, 1, 1), SceneQuery((0, 0, 1, 1), max_cloud=10)
    assert [query.admits(scene_on(day, day, cloud)) for cloud in (None, 10, 10.1)] == [True, True, False]
    assert [query.overlaps_extent(box) for box in (None, (1, 1, 2, 2), (1.1, 0, 2, 2), (170, 0, -170, 1))] == [
        True, True, False, True]


LANDING = {"links": [{"rel": "search", "href": "/search", "method": "GET"},
                     {"rel": "search", "href": "/search", "method": "POST"}]}
QUERY = SceneQuery((1, 2, 3, 4), date(2020, 1, 1), None)


def test_a_search_is_posted_if_possible() -> None:
    assert search_request(LANDING, "https://a.example", QUERY, ["c"]) == Request("https://a.example/search", {
        "limit": 100, "bbox": [1, 2, 3, 4], "datetime": "2020-01-01T00:00:00Z/..", "collections": ["c"]})


def test_a_search_is_otherwise_in_the_address() -> None:
    document = {"links": [{"rel": "search", "href": "/search?a=b"}]}
    request = search_request(document, "https://a.example", SceneQuery(end=date(2020, 1, 1)), ["c", "d"])
    assert request == Request(
        "https://a.example/search?a=b&limit=100&datetime=../2020-01-01T23:59:59Z&collections=c,d")
    collection = {"links": [{"rel": "items", "href": "https://a.example/c/items"}]}
    assert search_request(collection, "https://a.example/c", SceneQuery(), ["c"]) == Request(
        "https://a.example/c/items?limit=100")
    assert search_request({"links": [{"rel": "item", "href": "x"}]}, "https://a.example", QUERY, []) is None


@pytest.mark.parametrize(("link", "expected"), [
    ({"href": "?page=2"}, Request("https://a.example/search?page=2")),
    ({"href": "/search", "method": "POST", "body": {"token": "t"}, "merge": True},
     Request("https://a.example/search", {"limit": 5, "token": "t"}, {"X": "1"})),
    ({"href": "/search", "method": "POST", "body": {"token": "t"}, "headers": {"Y": 2}},
     Request("https://a.example/search", {"token": "t"}, {"Y": "2"})),
    ({"href": "file:///x"}, None),
    ({}, None),
])
def test_the_next_page(link: dict, expected: Request | None) -> None:
    last = Request("https://a.example/search", {"limit": 5}, {"X": "1"})
    assert next_request({"links": [{"rel": "prev", "href": "x"}, {"rel": "next", **link}]}, last) == expected
