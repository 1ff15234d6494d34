from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.band_address import bands_of, combined_address, files_of, reordered_address
from yalu_plugin.core.imagery.tile_grid import TileAddress


@pytest.mark.parametrize("files", [
    ("https://a.example/x/B04.tif", "https://a.example/x/B03.tif", "https://a.example/x/B02.tif"),
    ("https://a.example/x/B04.tif", "https://b.example/B03.tif", "https://a.example/B02.tif"),
    ("https://a.example/x/4.tif?sig=a&b=%2F", "https://a.example/x/3.tif?sig=c", "https://a.example/x/2.tif?x=#d"),
    ("file:///my%20images/4.tif", "file:///my%20images/a%23b.tif", "file:///my%20images/d:e.tif"),
])
def test_three_files_are_one_address(files: tuple[str, str, str]) -> None:
    assert files_of(combined_address(*files)) == files


NAMES = st.text("ab4/?&=#%+ ;:é", min_size=1, max_size=8)


@given(NAMES, NAMES)
def test_other_bands_with_any_name(green: str, blue: str) -> None:
    from urllib.parse import urljoin

    red = "https://a.example/x/B04.tif"
    files = (red, urljoin(red, "/" + green), urljoin(red, "/y/" + blue))
    assert files_of(combined_address(*files)) == files


def test_bands_in_another_order() -> None:
    uri = reordered_address("https://a.example/a.tif?x=1", (3, 2, 1))
    assert uri == "https://a.example/a.tif?x=1#bands=3,2,1"
    assert bands_of(uri) == (3, 2, 1) and files_of(uri) == ("https://a.example/a.tif?x=1",)


@pytest.mark.parametrize("uri", [
    "/images/100% done#green=1&blue=2.tif", "C:\\images\\#bands=1.tif", "https://a.example/a.tif", "/vsizip/a.zip/#",
    "https://a.example/a.tif#green=1", "https://a.example/a.tif#bands=x", TileAddress("https://a/{z}/{x}/{y}").uri])
def test_any_other_uri_is_one_unchanged_file(uri: str) -> None:
    assert bands_of(uri) == () and len(files_of(uri)) == 1
    if "bands=" not in uri:
        assert files_of(uri) == (uri,)
