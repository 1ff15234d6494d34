"""Uris of local images: file, image in the file, and CRS."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import (
    LONGEST_NAME,
    ImageRef,
    common_folder,
    files_below,
    identity_uri,
    image_name,
    image_ref,
    with_crs,
)

ADDRESSES = ("/a/b.jpg", "/a/b#1.jpg", "/a/b.gpkg#part=2", "/vsizip//a/b.kmz/doc.kml#part=3", "file:///a/b.tif",
             "file:///a/red.tif#green=g.tif&blue=b.tif", "C:\\a\\b.jpg", "https://a.example/wms?LAYERS=a&crs=EPSG:3857")


@given(st.sampled_from(ADDRESSES), st.sampled_from(["EPSG:32652", "EPSG:32651", "ESRI:102001"]),
       st.sampled_from(["EPSG:4326", "EPSG:5179"]))
def test_another_crs_replaces_the_previous_one(uri: str, one: str, other: str) -> None:
    given = with_crs(uri, one)
    assert with_crs(given, other) == with_crs(uri, other) and with_crs(given, "") == uri == with_crs(uri, "")
    if not uri.startswith("http"):
        assert image_ref(given) == image_ref(uri)._replace(crs=one)


@pytest.mark.parametrize("uri", [uri for uri in ADDRESSES if ":" not in uri])
def test_a_uri_with_a_crs_is_that_of_the_reference(uri: str) -> None:
    assert with_crs(uri, "EPSG:4326") == ImageRef(image_ref(uri).file, image_ref(uri).part, "EPSG:4326").uri


@given(st.text(min_size=1), st.integers(1, 99), st.sampled_from(["", "EPSG:32652"]))
def test_an_image_in_a_file_keeps_its_name(name: str, part: int, crs: str) -> None:
    one = ImageRef("/a/b.gpkg", part, crs, name)
    assert image_ref(one.uri) == one._replace(name=name[:LONGEST_NAME])
    assert identity_uri(one.uri) == f"/a/b.gpkg#part={part}"
    assert with_crs(one.uri, "EPSG:4326") == one._replace(crs="EPSG:4326").uri


@pytest.mark.parametrize(("uri", "name"), [
    ("/a/b.tif", "b.tif"), ("/a/b.jpg#crs=EPSG:32652", "b.jpg (EPSG:32652)"), ("/vsizip//a/b.zip/c/d.tif", "d.tif"),
    ("/vsizip//a/b.kmz/doc.kml#part=1&name=Hyesan 1", "Hyesan 1 (b.kmz)"), ("/a/b.kml#part=1", "b.kml"),
    ("/a/b.gpkg#part=2&name=x&crs=EPSG:32652", "x (b.gpkg, EPSG:32652)"), ("https://a.example/b.tif", "b.tif")])
def test_the_name_of_an_image(uri: str, name: str) -> None:
    assert image_name(uri) == name


def test_an_unreadable_link_is_reported_and_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.tif").write_bytes(b"")
    (tmp_path / "b.tif").symlink_to("a.tif")
    (tmp_path / "c").symlink_to("a folder")
    read = os.readlink

    def refuse(path: object, *given: object, **named: object) -> object:
        if str(path).startswith(str(tmp_path)):
            raise PermissionError(13, "Permission denied", str(path))
        return read(path, *given, **named)

    monkeypatch.setattr(os, "readlink", refuse)
    problems: list[YaluError] = []
    assert list(files_below(tmp_path, problems)) == [str(tmp_path / "a.tif")]
    assert [type(one).__name__ for one in problems] == ["FolderUnreadable", "FolderUnreadable"]
    assert str(tmp_path / "b.tif") in str(problems[0])


@pytest.mark.parametrize(("path", "others", "folder"), [
    ("/a/items/x.json", ["/a/images/x.tif"], "/a"), ("/a/x.json", ["/a/b/x.tif", "/a/c/x.tif"], "/a"),
    ("/a/b/x.json", ["/a/b/x.tif"], "/a/b"), ("/a/b/x.json", ["/a/x.tif"], "/a"), ("/a/x.json", [], "/a"),
    ("/a/x.json", ["not/below/any.tif"], "/a")])
def test_the_common_folder_of_files(path: str, others: list[str], folder: str) -> None:
    assert common_folder(Path(path), [Path(one) for one in others]) == Path(folder)
