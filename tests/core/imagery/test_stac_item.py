from __future__ import annotations

import json
import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.stac_folder_items import StacItems
from yalu_plugin.core.imagery.stac_footprint import footprint_wkt
from yalu_plugin.core.imagery.stac_item import read_item
from yalu_plugin.core.imagery.stac_links import local_file, resolve


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


def item(href: str = "", **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "stac_version": "1.0.0", "id": "a", "properties": properties,
            "assets": {"data": {"href": href}} if href else {}}


def items_of(folder: Path, **contents: object) -> StacItems:
    for name, content in contents.items():
        (folder / f"{name}.json").write_text(content if isinstance(content, str) else json.dumps(content))
    return StacItems(sorted(folder.glob("*.json")))


def test_a_real_item_with_its_collection(data: Path) -> None:
    folder = data / "s2_romania"
    items = StacItems(sorted(folder.glob("*.json")))
    found = items.for_raster(folder / "S2_L2A_romania_20161014.tif")
    assert found is not None and found.span is not None and items.problems == []
    assert (found.span.begin, found.span.end) == (utc(2016, 10, 14), utc(2016, 10, 14))
    assert (found.platform, found.gsd_m, found.cloud_cover, found.licence) == ("sentinel-2", 10.0, 0.0, "EUPL-1.2")
    assert found.attribution == "Sentinel-2 L2A 1 km x 1 km subset, Romania (from PyPI nrt 0.1.0)"
    assert found.footprint_wkt.startswith("POLYGON ((22.144939241132857 45.199617876037735, 22.1594")


def test_an_asset_address_leads_to_the_raster(tmp_path: Path) -> None:
    items = items_of(tmp_path, other=item("./a%20b.tif", datetime="2020-01-02T03:04:05Z"))
    found = items.for_raster(tmp_path / "a b.tif")
    assert found is not None and found.span is not None and found.span.begin == utc(2020, 1, 2, 3, 4, 5)
    assert items.for_raster(tmp_path / "b.tif") is None


def test_an_interval_is_kept_as_one(tmp_path: Path) -> None:
    span = dict(datetime=None, start_datetime="2020-01-01T00:00:00Z", end_datetime="2020-01-08T00:00:00Z")
    found = items_of(tmp_path, a=item(**span)).for_raster(tmp_path / "a.tif")
    assert found is not None and found.span is not None
    assert (found.span.begin, found.span.end) == (utc(2020, 1, 1), utc(2020, 1, 8))


def test_providers_attribution_and_address(tmp_path: Path) -> None:
    content = item(datetime="2020-01-01T00:00:00Z", providers=[{"name": "ESA"}, {"name": "JRC"}], attribution="(c) ESA")
    content["links"] = [{"rel": "self", "href": "https://example.org/items/a"}]
    found = items_of(tmp_path, a=content).for_raster(tmp_path / "a.tif")
    assert found is not None
    assert (found.provider, found.attribution, found.item_url) == ("ESA, JRC", "(c) ESA", "https://example.org/items/a")


MAKERS = [{"name": "ESA", "roles": ["producer", "licensor"]}, {"name": "JRC"}, {"name": "Shop", "roles": ["host"]}]


@pytest.mark.parametrize(("own", "collection", "provider", "attribution"), [
    ({"providers": MAKERS}, {}, "ESA, JRC, Shop", "ESA, JRC"),
    ({}, {"providers": MAKERS, "title": "Scenes"}, "ESA, JRC, Shop", "ESA, JRC"),
    ({"providers": [{"name": "USGS"}]}, {"providers": MAKERS}, "USGS", "USGS"),
    ({}, {"providers": MAKERS, "attribution": "(c) ESA"}, "ESA, JRC, Shop", "(c) ESA"),
    ({}, {"providers": MAKERS[2:], "title": "Scenes"}, "Shop", "Scenes"),
    ({"providers": "nonsense"}, {"providers": [None, {"name": 7}], "title": 3}, "", ""),
])
def test_providers_and_attribution(
        own: dict[str, Any], collection: dict[str, Any], provider: str, attribution: str) -> None:
    found = read_item(item(datetime="2020-01-01T00:00:00Z", **own), collection)
    assert (found.provider, found.attribution) == (provider, attribution)


@pytest.mark.parametrize("href", ["../collection.json", "./../my%20collection.json"])
def test_a_collection_is_found_where_the_item_points(tmp_path: Path, href: str) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    collection = {"type": "Collection", "stac_version": "1.0.0", "id": "c", "license": "CC-BY-4.0", "title": "Scenes"}
    for name in ("collection.json", "my collection.json"):
        (tmp_path / name).write_text(json.dumps(collection))
    content = {**item(datetime="2020-01-01T00:00:00Z"), "links": [{"rel": "collection", "href": href}]}
    items = items_of(folder, a=content, b=content)
    found = items.for_raster(folder / "b.tif")
    assert found is not None and (found.licence, found.attribution) == ("CC-BY-4.0", "Scenes")
    assert items.problems == []


@pytest.mark.parametrize("href", ["ABSOLUTE", "file://ABSOLUTE", "gone.json", "https://example.org/collection.json", 7])
def test_a_collection_elsewhere_is_not_read(tmp_path: Path, href: object) -> None:
    place = tmp_path / "collection.json"
    place.write_text(json.dumps({"type": "Collection", "id": "c", "license": "CC-BY-4.0"}))
    (tmp_path / "images").mkdir()
    href = href.replace("ABSOLUTE", str(place)) if isinstance(href, str) else href
    content = {**item(datetime="2020-01-01T00:00:00Z"), "links": [{"rel": "collection", "href": href}, 3]}
    items = items_of(tmp_path / "images", a=content)
    found = items.for_raster(tmp_path / "images" / "a.tif")
    assert found is not None and found.licence == "" and items.problems == []


@pytest.mark.parametrize(("second", "licence"), [("CC0-1.0", "CC0-1.0"), ("CC-BY-4.0", "")])
def test_two_collections_with_one_id_are_ambiguous(tmp_path: Path, second: str, licence: str) -> None:
    one = {"type": "Collection", "stac_version": "1.0.0", "id": "c", "license": "CC0-1.0"}
    items = items_of(tmp_path, one=one, two={**one, "license": second}, a={**item("a.tif"), "collection": "c"})
    found = items.for_raster(tmp_path / "a.tif")
    assert found is not None and found.licence == licence


@pytest.mark.parametrize("broken", [
    "{", "\x00", '{"type": "Feature", "stac_version": "1.0.0", "properties": []}', "[" * 100_000,
    json.dumps(item(datetime="yesterday"))])
def test_a_broken_sidecar_is_reported_and_the_others_are_used(tmp_path: Path, broken: str) -> None:
    items = items_of(tmp_path, a=broken, b=item(datetime="2020-01-01T00:00:00Z"))
    assert [Path(str(one.values["path"])).name for one in items.problems] == ["a.json"]
    assert items.for_raster(tmp_path / "b.tif") is not None


FIRST, WHOLE_DAY = "2020-01-01T02:00:00Z", dict(start_datetime="2020-01-01", end_datetime="2020-01-01")


@pytest.mark.parametrize(("one", "other", "begin", "end"), [
    (dict(datetime=FIRST), dict(datetime=FIRST), (2020, 1, 1, 2), (2020, 1, 1, 2)),
    (dict(datetime=FIRST), dict(datetime="2020-01-01T05:00:00+03:00"), (2020, 1, 1, 2), (2020, 1, 1, 2)),
    (dict(datetime=FIRST), dict(datetime="2020-01-01T02:00:07Z"), (2020, 1, 1, 2), (2020, 1, 1, 2, 0, 7)),
    (dict(datetime=FIRST), WHOLE_DAY, (2020, 1, 1), (2020, 1, 1, 23, 59, 59)),
    (dict(datetime=FIRST), {}, (2020, 1, 1, 2), (2020, 1, 1, 2))])
@pytest.mark.parametrize("turned", [False, True])
def test_items_of_one_image_that_agree_are_merged(tmp_path: Path, one: dict[str, Any], other: dict[str, Any],
                                               begin: tuple[int, ...], end: tuple[int, ...], turned: bool) -> None:
    one, other = (other, one) if turned else (one, other)
    found = items_of(tmp_path, x=item("c.tif", **one), y=item("c.tif", **other)).for_raster(tmp_path / "c.tif")
    assert found is not None and found.span is not None and found.date_error is None
    assert (found.span.begin, found.span.end) == (utc(*begin), utc(*end))


@pytest.mark.parametrize("names", [("x", "y"), ("c", "y"), ("x", "c")])
def test_items_of_one_image_that_disagree_leave_it_undated(tmp_path: Path, names: tuple[str, str]) -> None:
    """Also if one of them is the item with the image's name."""
    one, other = item("c.tif", datetime="2020-01-01"), item("c.tif", datetime="2021-01-01", synthetic=True)
    found = items_of(tmp_path, **dict(zip(names, (one, other)))).for_raster(tmp_path / "c.tif")
    assert found is not None and found.synthetic
    dating = found.date({"ACQUISITION_DATE": "2019-05-05"}, "c.tif")
    first, second = (f"{tmp_path}/{name}.json, a" for name in names)
    assert dating.span is None and str(dating.error) == (
        f"c.tif is undated: acquired 2020-01-01 (STAC item {first}), or 2021-01-01 (STAC item {second}). Correct the "
        "one that is wrong.")


WEB = "https://example.org/scenes/"


@pytest.mark.parametrize(("name", "hrefs", "dated"), [
    ("own", [], True),  # a sidecar that only has a time
    ("own", ["x.tif"], True),
    ("own", ["./y.tif"], False),
    ("x", ["./y.tif"], False),
    ("x", ["sub/x.tif"], False),
    ("x", ["../other/x.tif"], False),
    ("x", ["file:///elsewhere/x.tif"], False),
    ("x", ["C:\\data\\x.tif"], False),
    ("own", [".\\sub\\..\\x.tif"], True),
    ("x", ["y.tif", WEB + "x.tif"], False),
    ("own", ["y.tif", "x.tif"], True),
    ("own", ["FOLDER/x.tif"], True),
    ("own", ["FILE/x.tif"], True),
    ("x", [WEB + "B04.tif"], True),  # saved next to a downloaded picture
    ("X", ["s3://bucket/B04.jp2"], True),
    ("own", [WEB + "B04.tif"], False),
    ("own", ["s3://bucket/B04.jp2"], False),
    ("own", [WEB + "B04.tif", WEB + "x.tif?sig=1"], True),  # a copy of that asset
    ("own", ["x_thumb.jpg", "x.xml"], True),  # of no image
])
def test_the_image_that_an_item_describes(tmp_path: Path, name: str, hrefs: list[str], dated: bool) -> None:
    content = {**item(datetime="2020-01-01T00:00:00Z"), "id": name}
    hrefs = [href.replace("FOLDER", str(tmp_path)).replace("FILE", tmp_path.as_uri()) for href in hrefs]
    content["assets"] = {"thumbnail" if "thumb" in href else str(number): {"href": href}
                         for number, href in enumerate(hrefs)}
    (tmp_path / "x.json").write_text(json.dumps(content))
    items = StacItems([tmp_path / "x.json"], [tmp_path / "x.tif"])
    assert (items.for_raster(tmp_path / "x.tif") is not None) == dated
    messages = [str(one) for one in items.problems]
    display_name = f"{tmp_path}/x.json" + ("" if name == "x" else f", {name}")
    assert messages == ([] if dated else [
        f"x.tif has no date from the STAC item {display_name}, which names other images. Add it to the item's assets "
        "if it is one of them."])


@pytest.mark.parametrize("href", ["100%25 done#1?.tif", "100%2525%20done%231%3F.tif", "./한글 x.tif",
                                  "%ED%95%9C%EA%B8%80%20x.tif", "file://localhost/FOLDER/한글%20x.tif",
                                  "\u1112\u1161\u11ab\u1100\u1173\u11af x.tif"])
def test_any_name_of_a_file_is_found(tmp_path: Path, href: str) -> None:
    for name in ("100%25 done#1?.tif", "한글 x.tif"):
        (tmp_path / name).touch()
    raster = tmp_path / ("100%25 done#1?.tif" if "100" in href else "한글 x.tif")
    content = item(href.replace("/FOLDER", str(tmp_path)), datetime="2020-01-01T00:00:00Z")
    items = items_of(tmp_path, other=content)
    assert items.for_raster(raster) is not None and items.select_pictures([str(raster)]) == [str(raster)]


@pytest.mark.parametrize("href", ["//server/share/x.tif", "\\\\server\\share\\x.tif", "/\\server/x.tif",
                                  "file://server/share/x.tif", "file:////server/share/x.tif", "%2F%2Fserver/x.tif"])
def test_another_computer_is_never_contacted(href: str) -> None:
    assert local_file(Path("/data"), href) is None and resolve("file:///data/a.json", href) == ""


def test_an_adjacent_item_marks_an_image_as_synthetic(tmp_path: Path) -> None:
    items = items_of(tmp_path, a=item("a.tif", synthetic=True), b=item("b.tif"),
                     c={**item("c.tif"), "id": "SYNTHETIC_1"})
    found = [items.for_raster(tmp_path / name) for name in ("a.tif", "b.tif", "c.tif")]
    assert [one.synthetic for one in found if one] == [True, False, True]


def test_a_file_too_large_for_an_item_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yalu_plugin.core.imagery.stac_folder_items.MAX_BYTES", 50)
    items = items_of(tmp_path, a=item(datetime="2020-01-01T00:00:00Z"))
    found = items.for_raster(tmp_path / "a.tif")
    assert found is not None and found.unusable == "larger than 0 MB"
    assert "a.json cannot be read and was left out (larger than 0 MB)" in str(items.problems[0])


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    assert "(no file)" in str(items_of(tmp_path).problems[0])


def test_json_that_is_not_stac_is_ignored(tmp_path: Path) -> None:
    items = items_of(tmp_path, a={"name": "settings"}, b="[1, 2]", c={"type": "FeatureCollection", "features": None})
    assert items.problems == [] and items.for_raster(tmp_path / "a.tif") is None


@pytest.mark.parametrize("ring", [
    [[181, 0], [0, 0], [0, 1], [181, 0]], [[0, 0]], "x", [[0, "a"]] * 4, [[10**400, 0]] * 4])
def test_broken_coordinates_give_no_footprint(ring: object) -> None:
    assert footprint_wkt({"type": "Polygon", "coordinates": [ring]}) == ""


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=8)
keys = st.sampled_from(("properties", "assets", "links", "geometry", "collection", "id", "providers", "license"))

known = st.sampled_from(("datetime", "gsd", "eo:cloud_cover"))


@given(st.dictionaries(keys, json_values), st.dictionaries(known, json_values))
def test_any_content_is_read_without_an_exception(tmp_path_factory: pytest.TempPathFactory, fields: dict[str, Any],
                                properties: dict[str, Any]) -> None:
    folder = tmp_path_factory.mktemp("stac")
    items_of(folder, a={"properties": properties, **fields, "type": "Feature", "stac_version": "1.0.0"})
