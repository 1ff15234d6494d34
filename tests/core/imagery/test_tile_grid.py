"""Tiles against values computed by hand, and against invariants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.tile_grid import (
    Tile,
    TileAddress,
    box_wkt,
    is_tiles,
    screen_zoom,
    tile_at,
    tiles_of,
    tiles_over,
    zoom_of_pixel,
)

longitudes, latitudes = st.floats(-180, 180), st.floats(-85, 85)


@pytest.mark.parametrize(("longitude", "latitude", "zoom", "tile"), [
    (0.1, -0.1, 0, (0, 0)),
    (-0.1, 0.1, 1, (0, 0)),
    (0.1, -0.1, 1, (1, 1)),
    (128.186804, 41.411114, 3, (6, 2)),  # 128.19 / 45 + 4 = 6.8; mercator 45.4 degrees north is 2.99 from the top
    (180, -85.0511, 4, (15, 15)),
    (0, 90, 5, (16, 0)),
])
def test_a_place_is_in_its_tile(longitude, latitude, zoom, tile):
    assert tile_at(longitude, latitude, zoom) == Tile(zoom, *tile)


@given(longitudes, latitudes, st.integers(0, 20))
def test_a_tile_is_in_its_parent(longitude, latitude, zoom):
    child, parent = tile_at(longitude, latitude, zoom + 1), tile_at(longitude, latitude, zoom)
    assert (child.column // 2, child.row // 2) == (parent.column, parent.row)


@given(longitudes, latitudes, st.floats(1e-4, 5), st.integers(1, 9))
def test_tiles_over_a_box_contain_its_corners_and_are_limited(west, south, size, most):
    east, north = min(west + size, 180), min(south + size, 85)
    tiles = tiles_over((west, south, east, north), most)
    assert len(tiles) <= most
    assert {tile_at(x, y, tiles[0].zoom) for x in (west, east) for y in (south, north)} <= set(tiles)


@given(longitudes, latitudes, st.floats(1e-4, 5), st.integers(0, 14))
def test_tiles_of_a_zoom_are_all_or_none(west, south, size, zoom):
    box = west, south, min(west + size, 180), min(south + size, 85)
    tiles = tiles_of(box, zoom, 10_000_000)
    assert {tile.zoom for tile in tiles} == {zoom} and len(set(tiles)) == len(tiles)
    assert tiles_of(box, zoom, len(tiles)) == tiles and tiles_of(box, zoom, len(tiles) - 1) == []


def test_the_zoom_of_a_view():
    assert screen_zoom((-180, -85, 180, 85)) == 2
    assert screen_zoom((128.0, 41.0, 128.0 + 360 / 2**12, 41.1)) == 14
    assert [zoom_of_pixel(metres) for metres in (0.3, 0.5, 0.6, 1, 30)] == [19, 18, 18, 17, 12]


templates = st.sampled_from(["https://t.example/{z}/{x}/{y}.png", "https://t.example/{z}/{x}/{-y}?a=1&b={date}"])


@given(st.builds(TileAddress, templates, st.integers(0, 3), st.integers(4, 23), st.sampled_from(["", "a1b2c3d"]),
                 st.sampled_from(["", "2024-05-01 at 127.89,41.43"])))
def test_an_address_is_parsed_from_its_uri(address):
    assert TileAddress.parse(address.uri) == address and is_tiles(address.uri)


def test_the_address_of_a_tile():
    assert TileAddress("https://t.example/{z}/{x}/{y}").of(Tile(3, 6, 2)) == "https://t.example/3/6/2"
    assert TileAddress("https://t.example/{z}/{x}/{-y}").of(Tile(3, 6, 2)) == "https://t.example/3/6/5"


@pytest.mark.parametrize("uri", ["", "image.tif", "https://t.example/a.tif", "/data/{z}/{x}/{y}.tif#zmin=0"])
def test_other_uris_are_not_tiles(uri):
    assert not is_tiles(uri)


def test_a_box_as_text():
    assert box_wkt((1, 2, 3, 4)) == "POLYGON ((1 2, 3 2, 3 4, 1 4, 1 2))"
