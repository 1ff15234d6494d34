"""STAC items in a ZIP file describe the images in it, as in a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from yalu_plugin.core.imagery.catalogue import Catalogue, catalogue
from yalu_plugin.core.imagery.scene import RasterFacts


def item(name: str, day: str, *hrefs: str, **more: Any) -> str:
    assets = {str(number): {"href": href, **more} for number, href in enumerate(hrefs)}
    return json.dumps({"type": "Feature", "stac_version": "1.0.0", "id": name, "assets": assets,
                       "properties": {"datetime": f"{day}T00:00:00Z"}})


def packed(folder: Path, **members: str | bytes) -> Catalogue:
    """The catalogue of a folder with a ZIP file of these members, each named with __ for its last dot."""
    with ZipFile(folder / "pack.zip", "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return catalogue(folder, lambda uri: RasterFacts())


def days(found: Catalogue) -> dict[str, tuple[str, str]]:
    return {scene.uri.partition("pack.zip/")[2]: (str(scene.day), scene.date_source) for scene in found.all_scenes}


def test_an_item_dates_the_image_that_it_names_or_is_adjacent_to(tmp_path: Path) -> None:
    found = packed(tmp_path, **{
        "혜 #%41/p_2025-07-27__tif": "", "혜 #%41/p_2025-07-27__json": item("p", "2025-05-27", "p_2025-07-27.tif"),
        "q_2025-07-28__tif": "", "q_2025-07-28__json": item("q_2025-07-28", "2025-05-28"),
        "r\\s_2025-07-29__tif": "", "r\\t__json": item("t", "2025-05-29", "s_2025-07-29.tif")})
    assert days(found) == {"혜 #%41/p_2025-07-27.tif": ("2025-05-27", "stac"),
                           "q_2025-07-28.tif": ("2025-05-28", "stac"), "r/s_2025-07-29.tif": ("2025-05-29", "stac")}
    assert all(one.image_included for one in found.problems) and {scene.item_url for scene in found.scenes} == {""}


@pytest.mark.parametrize(("broken", "detail"), [
    (b'{"type": "Feature", ', "Expecting property name"), (item("q", "bad").encode(), "badT00:00:00Z"),
    (b"\xff\xfe{", "truncated data"), (b"[" + b" " * 9_000_000 + b"]", "larger than 8 MB"),
    (b"[" + b" " * 7_000_000 + b"]", "packed too tightly")])
def test_a_broken_item_is_reported_and_left_out_with_its_image(tmp_path: Path, broken: bytes, detail: str) -> None:
    found = packed(tmp_path, q_2025__tif="", q_2025__json=broken, r_20250728__tif="")
    assert days(found) == {"r_20250728.tif": ("2025-07-28", "filename")}
    ((path, reason),) = [(one.path, one.reason) for one in found.problems]
    assert path == tmp_path / "pack.zip/q_2025.tif" and detail in reason
    assert reason.startswith(f"The STAC item {tmp_path}/pack.zip/q_2025.json")
    assert reason.endswith("Left out with it: q_2025.tif. Repair or remove it.")


def test_contradicting_items_and_items_of_other_images(tmp_path: Path) -> None:
    found = packed(tmp_path, q__tif="", a__json=item("a", "2025-01-01", "q.tif"),
                   b__json=item("b", "2025-02-01", "q.tif"), s_20250729__tif="",
                   s_20250729__json=item("x", "2025-01-01", "https://a.example/x.tif"))
    assert days(found) == {"q.tif": ("None", ""), "s_20250729.tif": ("2025-07-29", "filename")}
    error = str(found.undated[0].error)
    assert "acquired 2025-01-01 (STAC item" in error and "2025-02-01" in error
    assert [one.reason for one in found.problems] == [
        f"s_20250729.tif has no date from the STAC item {tmp_path}/pack.zip/s_20250729.json, x, which names other "
        "images. Add it to the item's assets if it is one of them."]


def test_only_the_picture_of_an_item_is_catalogued(tmp_path: Path) -> None:
    one = json.loads(item("a", "2025-01-01"))
    one["assets"] = {"visual": {"href": "v.tif"}, "cloud": {"href": "c.tif"}, "nir": {"href": "n.tif"}}
    found = packed(tmp_path, a__json=json.dumps({**one, "collection": "c"}), v__tif="", c__tif="", n__tif="")
    assert days(found) == {"v.tif": ("2025-01-01", "stac")}
    assert found.scenes[0].item_url == ""  # no other picture is looked up in a ZIP file


def test_the_picture_may_have_its_bands_in_another_order(tmp_path: Path) -> None:
    one = json.loads(item("a", "2025-01-01"))
    bands = [{"common_name": name} for name in ("blue", "green", "red")]
    one["assets"] = {"analytic": {"href": "v.tif", "eo:bands": bands}, "cloud": {"href": "c.tif"}}
    assert days(packed(tmp_path, a__json=json.dumps(one), v__tif="", c__tif="")) == {"v.tif": ("2025-01-01", "stac")}


def test_colours_in_separate_files_are_separate_scenes(tmp_path: Path) -> None:
    one = json.loads(item("a", "2025-01-01"))
    one["assets"] = {key: {"href": f"{key}_x.tif"} for key in ("red", "green", "blue")}
    assert days(packed(tmp_path, a__json=json.dumps(one), red_x__tif="", green_x__tif="", blue_x__tif="")) == {
        f"{key}_x.tif": ("2025-01-01", "stac") for key in ("red", "green", "blue")}


@pytest.mark.parametrize("asset", [
    {"href": "https://127.0.0.1:8765/get?id=123", "type": "image/tiff; application=geotiff"},
    {"href": "https://a.example/get?id=1", "roles": ["data"]}, {"href": "https://a.example/v", "roles": ["visual"]},
    {"href": "https://a.example/o", "roles": ["overview"]}, {"href": "/etc/passwd", "type": "image/tiff"},
    {"href": "%2Fetc%2Fpasswd", "type": "application/geotiff"}])
def test_an_asset_is_an_image_by_its_type_or_role_too(tmp_path: Path, asset: dict[str, Any]) -> None:
    one = {**json.loads(item("foreign", "2025-05-05")), "assets": {"data": asset}}
    (tmp_path / "a_2025-07-01.json").write_text(json.dumps(one))
    (tmp_path / "a_2025-07-01.tif").touch()
    found = catalogue(tmp_path, lambda uri: RasterFacts())
    assert [(str(scene.day), scene.date_source) for scene in found.scenes] == [("2025-07-01", "filename")]
    assert [type(one.error).__name__ for one in found.problems] == ["ItemOfOtherImages"]


@pytest.mark.parametrize("asset", [
    {"href": "https://a.example/x.xml", "type": "application/xml", "roles": ["data"]},
    {"href": "https://a.example/t?id=1", "type": "image/png", "roles": ["thumbnail"]},
    {"href": "overview.png", "roles": ["overview"]}, {"href": "", "type": "image/tiff"}, {"href": 123}])
def test_other_assets_do_not_make_it_the_item_of_something_else(tmp_path: Path, asset: dict[str, Any]) -> None:
    one = {**json.loads(item("foreign", "2025-05-05")), "assets": {"asset": asset}}
    (tmp_path / "a_2025-07-01.json").write_text(json.dumps(one))
    (tmp_path / "a_2025-07-01.tif").touch()
    found = catalogue(tmp_path, lambda uri: RasterFacts())
    assert [(str(scene.day), scene.date_source) for scene in found.scenes] == [("2025-05-05", "stac")]


def test_geojson_next_to_an_image_of_its_name_may_be_its_item(tmp_path: Path) -> None:
    for name in ("a_2025-07-22", "b_2025-07-23", "c_2025-07-24"):
        (tmp_path / f"{name}.tif").touch()
    (tmp_path / "a_2025-07-22.geojson").write_text(item("a_2025-07-22", "2025-05-22", "a_2025-07-22.tif"))
    (tmp_path / "b_2025-07-23.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    (tmp_path / "c_2025-07-24.geojson").write_text(item("c_2025-07-24", "2025-05-24"))
    (tmp_path / "c_2025-07-24.json").write_text(item("c_2025-07-24", "2025-04-24"))
    (tmp_path / "places.geojson").write_text("broken")
    found = catalogue(tmp_path, lambda uri: RasterFacts())
    assert [(str(scene.day), scene.date_source) for scene in found.scenes] == [
        ("2025-05-22", "stac"), ("2025-07-23", "filename")]
    assert [Path(one.scene.uri).name for one in found.undated] == ["c_2025-07-24.tif"]
    assert all(one.image_included for one in found.problems)  # the name has another date


def test_geojson_that_is_broken_or_larger_than_any_item(tmp_path: Path) -> None:
    for name in ("a_2025-07-22", "b_2025-07-23"):
        (tmp_path / f"{name}.tif").touch()
    (tmp_path / "a_2025-07-22.geojson").write_text(item("a", "2025-05-22").replace('"a"', "NaN"))
    (tmp_path / "b_2025-07-23.geojson").write_text("[" + " " * 9_000_000 + "]")
    found = catalogue(tmp_path, lambda uri: RasterFacts())
    assert [str(scene.day) for scene in found.scenes] == ["2025-07-23"]
    assert [one.reason for one in found.problems] == [
        f"The STAC item {tmp_path}/a_2025-07-22.geojson cannot be used (NaN is no JSON). Left out with it: "
        "a_2025-07-22.tif. Repair or remove it."]


def test_an_item_with_a_password_is_reported(tmp_path: Path) -> None:
    packed(tmp_path, q_20250728__json=item("q", "2025-05-28"))
    content = bytearray((tmp_path / "pack.zip").read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag of a password, in the directory of the ZIP
    (tmp_path / "pack.zip").write_bytes(content)
    (one,) = catalogue(tmp_path, lambda uri: RasterFacts()).problems
    assert one.reason == (f"{tmp_path}/pack.zip/q_20250728.json was left out: it has a password. Unpack the ZIP file, "
                          "and add the folder.")
