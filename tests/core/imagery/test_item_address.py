from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.item_address import ItemInFile, item_in_file, item_url, web_address
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stac_scene import collection_address

WEB = "https://a.example/collections/c/items/x"
FILE = "file:///s2%20a/x.json"


def item(*hrefs: str, **more: Any) -> dict[str, Any]:
    return {"id": "x", "collection": "c", "assets": {str(number): {"href": href} for number, href in enumerate(hrefs)},
            **more}


@pytest.mark.parametrize(("hrefs", "base", "web", "url"), [
    (("a.tif", "b.tif"), FILE, "", FILE + "#item=x&collection=c"),
    (("a.tif", "b.tif"), FILE, WEB, WEB + "#file=file:///s2%2520a/x.json&item=x&collection=c"),
    (("https://a.example/a.tif", "https://a.example/b.tif"), FILE, "", FILE + "#item=x&collection=c"),
    (("https://a.example/a.tif", "https://a.example/b.tif"), FILE, WEB, WEB),
    (("a.tif",), FILE, WEB, WEB + "#file=file:///s2%2520a/x.json&item=x&collection=c"),
    (("a.tif",), FILE, "", FILE + "#item=x&collection=c"), (("a.txt",), FILE, "", ""),
    (("a.tif", "b.tif"), WEB, "", WEB), (("a.tif", "b.tif"), "https://a.example/search", WEB, WEB)])
def test_the_item_url_in_the_survey(hrefs: tuple[str, ...], base: str, web: str, url: str) -> None:
    assert item_url(item(*hrefs), base, web) == url
    assert web_address(url) == (web if base == FILE else WEB)
    if "#" in url:
        assert item_in_file(url) == ItemInFile(FILE, "x", "c") and collection_address(url) == "c"
    else:
        assert item_in_file(url) is None


def test_a_collection_is_identified_by_the_address_of_its_link() -> None:
    linked = item("a.tif", "b.tif", links=[{"rel": "collection", "href": "../c.json"}])
    assert collection_address(item_url(linked, "file:///s2/x/x.json", "")) == "file:///s2/c.json"
    alone = {**item("a.tif", "b.tif"), "collection": None}
    assert collection_address(item_url(alone, "file:///s2/x/x.json", "")) == "file:///s2/x"


def test_an_item_with_one_image_and_no_collection_has_nothing_to_select() -> None:
    assert item_url({**item("a.tif"), "collection": None}, FILE, "") == ""


def test_a_local_file_is_not_shown_as_the_source() -> None:
    assert Scene("1", "/a.tif", item_url=FILE + "#item=x&collection=c").source == ""
    assert Scene("1", "/a.tif", item_url=WEB + "#file=file:///x.json&item=x&collection=c").source == WEB
    assert Scene("1", "/a.tif", provider="ESA", item_url=WEB).source == "ESA"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])),
       st.sampled_from(("", WEB)))
def test_any_id_is_read_back(name: str, collection: str, web: str) -> None:
    from yalu_plugin.core.imagery.json_values import as_text

    path = Path("/사진 100% #1/x.json")
    content = {**item("a.tif", "b.tif"), "id": name, "collection": collection}
    found = item_in_file(item_url(content, path.as_uri(), web))
    assert found is not None and (found.path, found.item) == (path, as_text(name))
