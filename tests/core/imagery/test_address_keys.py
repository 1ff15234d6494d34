"""Detection of keys in addresses."""

from __future__ import annotations

import pytest

from yalu_plugin.core.imagery.address_keys import KeyInAddress, refuse_key


@pytest.mark.parametrize("address", [
    "https://t.example/{z}/{x}/{y}.png?api_key=abc",
    "https://t.example/{z}/{x}/{y}.png?mosaic=1&Access_Token=abc",
    "https://t.example/{z}/{x}/{y}.png?apiKey=x",
    "https://t.example/{z}/{x}/{y}.png?key=x",
    "https://t.example/{z}/{x}/{y}.png?subscription-key=x",
    "https://t.example/{z}/{x}/{y}.png?sig=x",
    "https://t.example/{z}/{x}/{y}.png?q=0123456789abcdef0123456789abcdef",
    "https://user:word@t.example/{z}/{x}/{y}.png",
    "https://t.example/ogc/wmts/12345678-90ab-cdef-1234-567890abcdef/{z}/{x}/{y}",
    "https://t.example/a1B2c3D4e5F6g7H8i9J0k1L2m3/{z}/{x}/{y}",
])
def test_a_key_is_refused(address):
    with pytest.raises(KeyInAddress, match="looks like a key"):
        refuse_key(address)


def test_the_key_is_not_repeated():
    with pytest.raises(KeyInAddress) as raised:
        refuse_key("https://t.example/a1B2c3D4e5F6g7H8i9J0k1L2m3/{z}?token=hidden")
    assert "hidden" not in str(raised.value) and "c3D4" not in str(raised.value)


@pytest.mark.parametrize("address", [
    "https://tiles.planet.com/basemaps/v1/planet-tiles/global_monthly_{yyyy}_{mm}_mosaic/gmap/{z}/{x}/{y}.png",
    "https://gibs.earthdata.nasa.gov/wmts/epsg3857/best/HLS_S30_Nadir_BRDF_Adjusted_Reflectance/default/{Time}/"
    "GoogleMapsCompatible_Level12/{z}/{y}/{x}.png",
    "https://wayback.maptiles.arcgis.com/arcgis/rest/services/World_Imagery/WMTS/1.0.0/default028mm/MapServer/tile/10/"
    "{z}/{y}/{x}",
    "https://t.example/wmts?SERVICE=WMTS&REQUEST=GetTile&LAYER=a&STYLE=default&TILEMATRIXSET=g&TIME={date}&id=3",
    "https://t.example/{z}/{x}/{y}.png?key=",
])
def test_ordinary_addresses_pass(address):
    refuse_key(address)
