from __future__ import annotations

from typing import Any

import pytest

from tests.stac.scenes import item_scene
from yalu_plugin.core.imagery.stac_versions import document_type, upgraded_item

LINKS = [{"rel": "child", "href": "a.json"}]


@pytest.mark.parametrize(("document", "kind"), [
    ({"type": "Catalog"}, "Catalog"),
    ({"stac_version": "0.9.0", "id": "a", "links": LINKS}, "Catalog"),
    ({"stac_version": "0.7.0", "id": "a", "links": LINKS, "extent": {}}, "Collection"),
    ({"links": LINKS}, ""),
    ({"stac_version": "0.9.0", "type": 3}, ""),
    ({}, ""),
])
def test_the_type_of_a_document(document: dict[str, Any], kind: str) -> None:
    assert document_type(document) == kind


# from the change log: an item of each version
OLD = {
    "0.7": ({"datetime": "2018-10-01T01:08:32Z", "eo:cloud_cover": 7},
            {"properties": {"eo:platform": "CBERS-4", "eo:gsd": 20}, "license": "CC-BY-SA-3.0"}),
    "0.8": ({"datetime": "2018-10-01T01:08:32Z", "eo:platform": "CBERS-4", "eo:gsd": 20, "eo:cloud_cover": 7},
            {"license": "CC-BY-SA-3.0"}),
    "0.9": ({"datetime": "2018-10-01T01:08:32Z", "gsd": 20, "eo:cloud_cover": 7},
            {"properties": {"platform": "CBERS-4", "gsd": 99}, "license": "CC-BY-SA-3.0"}),
    "1.1": ({"datetime": "2018-10-01T01:08:32Z", "platform": "CBERS-4", "gsd": 20, "eo:cloud_cover": 7},
            {"license": "CC-BY-SA-3.0"}),
}


@pytest.mark.parametrize("version", OLD)
def test_items_of_all_versions_are_equal(version: str) -> None:
    properties, collection = OLD[version]
    item = {"type": "Feature", "stac_version": version, "id": "a", "properties": properties,
            "assets": {"B7": {"href": "a.tif", "type": "image/vnd.stac.geotiff"}}}
    scene, error = item_scene(item, "https://a.example/a.json", collection)
    assert (str(scene.day), scene.platform, scene.gsd_m, scene.cloud_cover, scene.licence, error) == (
        "2018-10-01", "CBERS-4", 20, 7, "CC-BY-SA-3.0", None)


def test_an_interval_before_version_0_9() -> None:
    item = {"properties": {"datetime": "2018-01-01T00:00:00Z", "dtr:start_datetime": "2018-01-01T00:00:00Z",
                           "dtr:end_datetime": "2018-01-31T00:00:00Z"}, "assets": {"a": {"href": "a.tif"}}}
    scene, _ = item_scene(item, "https://a.example/a.json", {})
    assert (str(scene.day), str(scene.last_day)) == ("2018-01-01", "2018-01-31")


def test_item_assets_complement_the_items() -> None:
    item = {"properties": {}, "assets": {"tci": {"href": "a", "title": "its own"}, "odd": 3}}
    collection = {"item_assets": {"tci": {"type": "image/tiff", "roles": ["visual"], "title": "shared"}}}
    assert upgraded_item(item, collection)["assets"] == {
        "tci": {"href": "a", "type": "image/tiff", "roles": ["visual"], "title": "its own"}, "odd": 3}
    assert item["assets"]["tci"] == {"href": "a", "title": "its own"}
