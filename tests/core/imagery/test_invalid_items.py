"""Invalid STAC items: affected images are left out with one message, and the rest of the folder is catalogued."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stac.scenes import item_scene
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Catalogue, catalogue
from yalu_plugin.core.imagery.scene import RasterFacts
from yalu_plugin.core.imagery.stac_scene import item_box

GOOD = '{"type": "Feature", "stac_version": "1.0.0", "id": "b", "properties": {"datetime": "2020-01-02T00:00:00Z"}}'


def item(extra: str = "", properties: str = "", assets: str = "") -> str:
    """An item as text, for values that Python does not write."""
    dated = f'"datetime": "2020-01-01T00:00:00Z"{", " + properties if properties else ""}'
    return (f'{{"type": "Feature", "stac_version": "1.0.0", "id": "a", "properties": {{{dated}}}, '
            f'"assets": {{{assets}}}{", " + extra if extra else ""}}}')


def link(href: str) -> str:
    return item(f'"links": [{{"rel": "collection", "href": "{href}"}}]')


def catalogue_with(folder: Path, sidecar: str | bytes) -> Catalogue:
    (folder / "a.json").write_bytes(sidecar if isinstance(sidecar, bytes) else sidecar.encode("utf-8"))
    (folder / "b.json").write_text(GOOD)
    for name in ("a.tif", "b.tif"):
        (folder / name).touch()
    return catalogue(folder, lambda uri: RasterFacts())


DAYS = {"good": ["2020-01-01", "2020-01-02"], "without a.json": ["2020-01-02"], "without a.tif": ["2020-01-02"]}


@pytest.mark.parametrize(("sidecar", "outcome"), [
    pytest.param(link("a" * 5000), "without a.tif", id="link longer than any path"),
    pytest.param(link("a/" * 3000 + "c.json"), "without a.tif", id="path longer than any"),
    pytest.param(link("\\u0000.json"), "good", id="NUL in a link"),
    pytest.param(link("%00.json"), "good", id="NUL in a link, escaped"),
    pytest.param(link("\\ud800.json"), "good", id="half of a character in a link"),
    pytest.param(item('"links": 7'), "good", id="links are a number"),
    pytest.param(item('"links": [null, [], {"rel": ["collection"], "href": {}}]'), "good", id="links of wrong types"),
    pytest.param(item(properties='"platform": "a\\ud800b", "gsd": 1e400'), "good", id="half of a character"),
    pytest.param(item(properties='"platform": ["a"], "gsd": true, "eo:cloud_cover": "x"'), "good", id="wrong types"),
    pytest.param(item(properties='"eo:cloud_cover": NaN'), "without a.tif", id="NaN in an item"),
    pytest.param(item(properties='"eo:cloud_cover": -Infinity'), "without a.tif", id="infinity in an item"),
    pytest.param("NaN", "without a.tif", id="NaN alone"),
    pytest.param('{"driverShortName": "GTiff", "noDataValue": NaN}', "without a.json", id="NaN in what is no item"),
    pytest.param(item(properties=f'"platform": "{"x" * 1_000_000}"'), "good", id="a platform of a million characters"),
    pytest.param(item(properties='"platform": "a\\u0000b"'), "good", id="NUL in the platform"),
    pytest.param(item('"providers": [[1], {"name": {"a": 1}}], "license": false'), "good", id="providers"),
    pytest.param(item(assets='"x": {"href": "a.tif\\u0000"}, "y": {"href": ["a.tif"]}, "z": 3'), "good", id="assets"),
    pytest.param(item(assets=f'"x": {{"href": "{"a" * 5000}.tif"}}'), "good", id="asset longer than any path"),
    pytest.param(item('"geometry": {"type": "Polygon", "coordinates": [[[null, 0], [1, 1e999], [1, 1], [null, 0]]]}'),
                 "good", id="no numbers in the outline"),
    pytest.param(item('"collection": {"a": []}'), "good", id="the collection is an object"),
    pytest.param(item('"stac_extensions": 5, "bbox": "x"'), "good", id="more wrong types"),
    pytest.param(item("", '"a": ' + "[" * 900 + "]" * 900), "good", id="deep"),
    pytest.param("\ufeff" + item(), "good", id="byte order mark"),
    pytest.param(item().encode("utf-16"), "good", id="UTF-16"),
    pytest.param(item().encode("utf-32-be"), "good", id="UTF-32"),
    pytest.param(item("", '"a": ' + "[" * 10_000 + "]" * 10_000), "without a.tif", id="too deep"),
    pytest.param(item("", '"datetime": "2021-01-01T00:00:00Z"'), "without a.tif", id="two dates under one key"),
    pytest.param(item().encode("latin-1").replace(b'"a"', b'"\xe4"'), "without a.tif", id="Latin-1"),
    pytest.param(item("", '"n": ' + "1" * 5_000), "good" if sys.version_info < (3, 11) else "without a.tif",
                 id="a number of 5,000 digits"),
    pytest.param(b"", "without a.tif", id="empty"),
    pytest.param(b"\x00" * 100, "without a.tif", id="NULs"),
    pytest.param('{"type": "FeatureCollection", "features": 5}', "without a.json", id="features are a number"),
])
def test_an_invalid_sidecar_does_not_stop_the_folder(tmp_path: Path, sidecar: str | bytes, outcome: str) -> None:
    found = catalogue_with(tmp_path, sidecar)
    assert [str(scene.day) for scene in found.scenes] == DAYS[outcome]
    undated = {Path(scene.scene.uri).name for scene in found.undated}
    assert undated == ({"a.tif"} if outcome == "without a.json" else set())
    assert len(found.problems) == (outcome == "without a.tif")
    assert all("a.json cannot be used" in one.reason and "Left out with it: a.tif." in one.reason
               and "\n" not in one.reason for one in found.problems)
    for scene in found.scenes:
        texts = [value for value in vars(scene).values() if isinstance(value, str)]
        assert all(text.isprintable() and len(text) <= 2_001 for text in texts)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_file_name_that_is_not_text(tmp_path: Path) -> None:
    for name in (b"\xff_20200103.tif", b"b_20200104.tif"):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).touch()
    found = catalogue(tmp_path, lambda uri: RasterFacts())
    assert [str(scene.day) for scene in found.scenes] == ["2020-01-04"]
    assert [one.reason.rpartition("/")[2] for one in found.problems] == [
        "\\udcff_20200103.tif is not written in UTF-8. Rename it."]


def test_only_the_picture_of_an_item_s_files_is_catalogued(tmp_path: Path) -> None:
    """Not the angles, the mask and the preview with the same date, too."""
    names = {"BAND15": "red", "BAND14": "green", "BAND13": "blue", "BAND16": "nir", "CMASK": "", "PVI": ""}
    assets = {key: {"href": f"x_{key}.tif", **({"eo:bands": [{"common_name": name}]} if name else {})}
              for key, name in names.items()}
    one = {"type": "Feature", "stac_version": "1.0.0", "id": "x", "properties": {"datetime": "2020-01-01T00:00:00Z"},
           "assets": assets}
    (tmp_path / "item.json").write_text(json.dumps(one))
    for key in (*names, "OTHER"):
        (tmp_path / f"x_{key}.tif").touch()
    read: list[str] = []
    found = catalogue(tmp_path, lambda uri: (read.append(uri), RasterFacts())[1])
    picture = (tmp_path / "x_BAND15.tif").as_uri() + "#green=x_BAND14.tif&blue=x_BAND13.tif"
    assert [(str(scene.day), scene.uri) for scene in found.scenes] == [("2020-01-01", picture)]
    assert read == [str(tmp_path / "x_BAND15.tif"), str(tmp_path / "x_OTHER.tif")]


def test_local_assets_of_an_incomplete_item_are_shown(tmp_path: Path) -> None:
    assets = {key: {"href": f"{key}.tif", "roles": [role]} for key, role in (("visual", "visual"), ("nir", "data"))}
    (tmp_path / "item.json").write_text(json.dumps({**json.loads(item()), "assets": assets}))
    (tmp_path / "nir.tif").touch()
    found = catalogue(tmp_path, lambda uri: RasterFacts())
    assert [(str(scene.day), scene.uri) for scene in found.scenes] == [("2020-01-01", str(tmp_path / "nir.tif"))]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3), max_leaves=8)
fields = st.sampled_from(("id", "collection", "geometry", "bbox", "links", "properties", "assets", "providers"))
keys = st.sampled_from(("datetime", "start_datetime", "end_datetime", "platform", "gsd", "eo:cloud_cover", "eo:bands"))
documents = st.dictionaries(fields, values)


@given(documents, st.dictionaries(keys, values), documents)
def test_any_item_of_a_service_is_read_without_an_exception(given_item: Any, properties: Any, collection: Any) -> None:
    content = {"properties": properties, "assets": {"visual": {"href": "a.tif"}}, **given_item}
    try:
        scene, _ = item_scene(content, "https://a.example/b", collection)
        assert scene.label.isprintable()
    except YaluError as error:
        assert "\n" not in str(error)
    item_box(content)
