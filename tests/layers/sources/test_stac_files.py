"""Local STAC catalogs with all kinds of faults: everything readable is found, the rest is reported in one line."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.stac.searching import search

TIFF = "image/tiff; application=geotiff"


def item(name: str, href: str | None = None, when: Any = "2020-01-02T03:04:05Z", **fields: Any) -> dict[str, Any]:
    """Return a STAC item with one image; `when` is its datetime, or its properties."""
    properties = when if isinstance(when, dict) else {"datetime": when}
    return {"type": "Feature", "stac_version": "1.0.0", "id": name, "properties": properties, "links": [],
            "assets": {"data": {"href": f"./{name}.tif" if href is None else href, "type": TIFF}}, **fields}


def catalog(*hrefs: Any, rel: str = "item", **fields: Any) -> dict[str, Any]:
    return {"type": "Catalog", "stac_version": "1.0.0", "id": "root",
            "links": [{"rel": rel, "href": href} for href in hrefs], **fields}


def write(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def folder(qgis_app: Any, tmp_path: Path) -> Path:
    return tmp_path


def names(found: Any) -> list[str]:
    return sorted(Path(scene.uri).name for scene in found.all_scenes)


def reasons(found: Any) -> list[str]:
    return [one.reason for one in found.problems]


def one_item(folder: Path, content: Any) -> Any:
    """Return the result for one item in a catalog next to a good one."""
    write(folder / "good.json", item("good"))
    write(folder / "one.json", content)
    return search(write(folder / "catalog.json", catalog("one.json", "./good.json")))


@pytest.mark.parametrize("href", [
    "a.json", "./a.json", "sub/../a.json", "../HERE/a.json", "FOLDER/a.json", "file://FOLDER/a.json",
    "file://localhost/FOLDER/a.json", "%61.json", "a.json?v=1", "a.json#x", "한글 100% #1.json",
    "%ED%95%9C%EA%B8%80%20100%25%20%231.json"])
def test_any_form_of_a_link(folder: Path, href: str) -> None:
    for name in ("a", "한글 100% #1"):
        write(folder / f"{name}.json", item("a"))
    href = href.replace("HERE", folder.name).replace("/FOLDER" if "localhost" in href else "FOLDER", str(folder))
    found = search(write(folder / "catalog.json", catalog(href)))
    assert names(found) == ["a.tif"] and not found.problems


@pytest.mark.parametrize(("href", "message"), [
    ("gone.json", "gone.json cannot be read (No such file or directory)"), ("sub", "sub cannot be read (no file)"),
    ("a" * 5000 + ".json", "cannot be read (File name too long)"), ("big.json", "(larger than 50 MB)"),
    ("text.json", "cannot be read (Expecting value"), ("korean.json", "cannot be read ('utf-8' codec"),
    ("list.json", "list.json is not a STAC API, catalog or item"), ("pipe.json", "pipe.json cannot be read (no file)"),
    ("file:///dev/zero", "/dev/zero lies outside the folder of the catalog"), ("%00.json", ""), ("http://[broken", ""),
    (None, ""), (7, ""), ("", ""), ("s3://bucket/a.json", ""), ("//server/share/a.json", ""),
    ("file://server/a.json", ""), ("C:\\data\\a.json", ""), ("a" * 9000, "")])
def test_a_broken_link_is_reported(folder: Path, href: Any, message: str) -> None:
    (folder / "sub").mkdir()
    write(folder / "text.json", b"<html>")
    write(folder / "korean.json", "{\"id\": \"신의주\"}".encode("cp949"))
    write(folder / "list.json", [1])
    os.mkfifo(folder / "pipe.json")
    with (folder / "big.json").open("wb") as big:
        big.truncate(200_000_000)
    write(folder / "a.json", item("a"))
    found = search(write(folder / "catalog.json", catalog(href, "a.json")))
    assert names(found) == ["a.tif"]
    assert len(found.problems) == bool(message) and all(message in one and "\n" not in one for one in reasons(found))


def test_a_ring_of_links_ends(folder: Path) -> None:
    ring = ["catalog.json", "./catalog.json", "sub/../catalog.json", "catalog.json#1", "catalog.json?2",
            "%63atalog.json"]
    write(folder / "sub/catalog.json", catalog("../catalog.json", "catalog.json", rel="child"))
    write(folder / "a.json", item("a", links=[{"rel": "child", "href": "catalog.json"}]))
    root = catalog(*ring, "sub/catalog.json", "a.json", "./a.json", rel="child")
    found = search(write(folder / "catalog.json", root))
    assert names(found) == ["a.tif"] and not found.problems


@pytest.mark.parametrize(("when", "begin", "end"), [
    ({"datetime": None, "start_datetime": "2020-01-01T00:00:00Z", "end_datetime": "2020-01-31T00:00:00Z"},
     "2020-01-01T00:00:00+00:00", "2020-01-31T00:00:00+00:00"),
    ({"datetime": "2020-01-02T03:04:05+09:00"}, "2020-01-01T18:04:05+00:00", "2020-01-01T18:04:05+00:00"),
    ({"datetime": "2020-01-02"}, "2020-01-02T00:00:00+00:00", "2020-01-02T23:59:59+00:00")])
def test_the_time_an_item_states(folder: Path, when: dict[str, Any], begin: str, end: str) -> None:
    one = next(scene for scene in one_item(folder, item("one", when=when)).scenes if "one" in scene.uri)
    assert (one.acquired_from.isoformat(), one.acquired_to.isoformat(), one.date_source) == (begin, end, "stac")


@pytest.mark.parametrize(("when", "why"), [
    ({"created": "2020-01-01T00:00:00Z"}, "no date of acquisition in a STAC item"),
    ({"datetime": "07/08/2025"}, "is undated: its STAC item has datetime '07/08/2025'. Correct that."),
    ({"start_datetime": "2020-02-01", "end_datetime": "2020-01-01"}, "its STAC item has start_datetime '2020-02-01'"),
    ({"datetime": "2999-01-01T00:00:00Z"}, "lies in the future")])
def test_an_item_without_a_credible_time_is_undated(folder: Path, when: dict[str, Any], why: str) -> None:
    """A wrong time is not replaced by a date from the id."""
    name = "one" if "created" in when else "S2A_20190505"
    found = one_item(folder, item(name, when=when))
    assert [Path(scene.uri).name for scene in found.scenes] == ["good.tif"]
    assert [Path(one.scene.uri).name for one in found.undated] == [f"{name}.tif"] and why in str(found.undated[0].error)


@pytest.mark.parametrize("content", [
    json.dumps(item("one")).encode("utf-8-sig"), json.dumps(item("one")).encode("utf-16"),
    {"type": "FeatureCollection", "features": [item("one"), 7, None, {"type": "Feature"}]},
    item("one", assets={f"a{number}": {"href": f"{number}.xml"} for number in range(10_000)}
         | {"data": {"href": "one.tif", "type": TIFF}}),
    item("one", stac_version=7, bbox="x", geometry={"type": "Point"}, links={"rel": "self"}, collection=["c"])])
def test_ugly_items_are_read(folder: Path, content: Any) -> None:
    found = one_item(folder, content)
    assert names(found) == ["good.tif", "one.tif"] and not found.problems


@pytest.mark.parametrize(("href", "path"), [
    ("one.tif", "HERE/one.tif"), ("../cat/one.tif", "HERE/one.tif"), ("file://HERE/one.tif", "HERE/one.tif"),
    ("a%20b/%ED%95%9C.tif", "HERE/a b/한.tif"), ("사진 #1/100% 한글?.tif", "HERE/사진 #1/100% 한글?.tif"),
    ("x.tif?sig=1", "HERE/x.tif"), ("HERE/../cat/y.tif", "HERE/y.tif")])
def test_where_an_asset_is(folder: Path, href: str, path: str) -> None:
    here = folder / "cat"
    (here / "사진 #1").mkdir(parents=True)
    (here / "사진 #1/100% 한글?.tif").touch()
    found = search(write(here / "one.json", item("one", href.replace("HERE", str(here)))))
    assert [scene.uri for scene in found.scenes] == [str(folder / path.replace("HERE", "cat"))]


@pytest.mark.parametrize("href", ["../one.tif", "/etc/passwd", "%2Fetc%2Fpasswd", "file:///etc/passwd", "out/one.tif"])
def test_images_outside_the_folder_of_a_catalog_are_reported_and_not_opened(folder: Path, href: str) -> None:
    here = folder / "cat"
    here.mkdir()
    (here / "out").symlink_to(folder)
    write(here / "one.json", item("one", href))
    found = search(write(here / "catalog.json", {
        "type": "Catalog", "id": "c", "links": [{"rel": "item", "href": "one.json"}]}))
    assert found.scenes == () or not list(found.scenes)
    assert [type(one.error).__name__ for one in found.problems] == ["OutsideCatalog"]


@pytest.mark.parametrize("href", ["../other.json", "https://127.0.0.1:1/other.json", "out/other.json"])
def test_documents_outside_the_folder_of_a_catalog_are_reported_and_not_read(folder: Path, href: str) -> None:
    here = folder / "cat"
    here.mkdir()
    (here / "out").symlink_to(folder)
    write(folder / "other.json", item("other"))
    write(here / "one.json", item("one"))
    found = search(write(here / "catalog.json", {"type": "Catalog", "id": "c", "links": [
        {"rel": "item", "href": href}, {"rel": "item", "href": "one.json"}]}))
    assert [scene.id for scene in found.scenes] and names(found) == ["one.tif"]
    assert ["outside the folder of the catalog" in reason for reason in reasons(found)] == [True]


@pytest.mark.parametrize(("href", "message"), [
    ("s3://bucket/one.tif", "lies at s3://bucket/one.tif and has no https address"),
    ("//server/share/one.tif", "has no GeoTIFF"), ("file://server/share/one.tif", "has no GeoTIFF"),
    ("", "has no GeoTIFF"), ("http://[broken/one.tif", "has no GeoTIFF"), (7, "has no GeoTIFF")])
def test_an_unreachable_asset_is_reported(folder: Path, href: Any, message: str) -> None:
    found = one_item(folder, item("one", href))
    assert names(found) == ["good.tif"] and len(found.problems) == 1 and message in reasons(found)[0]


def test_items_of_one_image_that_disagree_leave_it_undated_in_any_order(folder: Path) -> None:
    """This also holds if only one of them is within the requested days."""
    for name, year in (("a", 2020), ("b", 2021)):
        write(folder / f"{name}.json", item(name, "x.tif", f"{year}-01-01T00:00:00Z"))
    write(folder / "c.json", item("c"))
    for order in (("a", "b", "c"), ("b", "c", "a")):
        root = write(folder / "catalog.json", catalog(*(f"{name}.json" for name in order)))
        for query in ({}, {"start": date(2021, 1, 1)}):
            found = search(root, **query)
            assert [str(one.error) for one in found.undated] == [
                f"x.tif is undated: acquired 2020-01-01 (STAC item {folder}/a.json), or 2021-01-01 (STAC item "
                f"{folder}/b.json). Correct the one that is wrong."]
            assert names(found) == (["x.tif"] if query else ["c.tif", "x.tif"])


def test_items_of_one_image_that_agree_are_one_scene(folder: Path) -> None:
    for name, second in (("a", 5), ("b", 9)):
        write(folder / f"{name}.json", item(name, "x.tif", f"2020-01-01T00:00:0{second}Z"))
    scene, = search(write(folder / "catalog.json", catalog("b.json", "a.json"))).scenes
    assert (scene.acquired_from.second, scene.acquired_to.second) == (5, 9)


def test_the_same_file_in_another_order_of_bands_is_the_same_file(folder: Path) -> None:
    bands = [{"eo:common_name": name} for name in ("blue", "green", "red")]
    other = item("b", when="2021-01-01T00:00:00Z",
                 assets={"data": {"href": "x.tif", "type": TIFF, "bands": bands}})
    write(folder / "a.json", item("a", "x.tif"))
    write(folder / "b.json", other)
    found = search(write(folder / "catalog.json", catalog("a.json", "b.json")))
    assert not found.scenes and len(found.undated) == 2


def test_ids_used_twice_are_kept_apart(folder: Path) -> None:
    """Items have their own collection's licence even if collections share an id; without a link it is unknown."""
    for place, licence in (("one", "CC0-1.0"), ("two", "CC-BY-4.0")):
        link = [{"rel": "collection", "href": "collection.json"}]
        write(folder / place / "a.json", item("a", collection="c", links=link))
        write(folder / place / "b.json", item("b", collection="c"))
        write(folder / place / "collection.json", {**catalog("a.json", "b.json"), "type": "Collection", "id": "c",
                                                   "license": licence})
    root = catalog("one/collection.json", "two/collection.json", rel="child")
    found = search(write(folder / "catalog.json", root))
    licences = {scene.uri[len(str(folder)) + 1:]: scene.licence for scene in found.all_scenes}
    assert licences == {"one/a.tif": "CC0-1.0", "two/a.tif": "CC-BY-4.0", "one/b.tif": "", "two/b.tif": ""}


def test_a_catalog_of_more_items_than_documents_are_fetched_from_the_web(folder: Path) -> None:
    numbers = range(2_500)
    for number in numbers:
        write(folder / f"{number}.json", item(str(number)))
    found = search(write(folder / "catalog.json", catalog(*(f"{number}.json" for number in numbers))))
    assert len(found.scenes) == 2_500 and not found.problems


@pytest.mark.parametrize(("geometry", "footprint"), [
    ({"type": "MultiPolygon", "coordinates": [[[[179, 0], [180, 0], [180, 1], [179, 0]]],
                                              [[[-180, 0], [-179, 0], [-180, 1], [-180, 0]]]]},
     "MULTIPOLYGON (((179.0 0.0, 180.0 0.0, 180.0 1.0, 179.0 0.0)), "
     "((-180.0 0.0, -179.0 0.0, -180.0 1.0, -180.0 0.0)))"),
    ({"type": "Polygon", "coordinates": [[[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]]}, "")])
def test_an_outline_across_the_date_line(folder: Path, geometry: Any, footprint: str) -> None:
    found = one_item(folder, item("one", geometry=geometry, bbox=[179, 0, -179, 1]))
    assert next(scene for scene in found.scenes if "one" in scene.uri).footprint_wkt == footprint
