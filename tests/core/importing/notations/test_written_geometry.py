"""Geometries in text: a single point is read, others are refused by type."""

from __future__ import annotations

import struct

import pytest

from yalu_plugin.core.importing.notations.coordinate_types import (
    CoordinateError,
    EmptyCoordinate,
    NotAPoint,
    OtherCrs,
    UnreadableCoordinate,
)
from yalu_plugin.core.importing.notations.written_geometry import read_geometry


@pytest.mark.parametrize("text", [
    "POINT(128.18 41.41)", "Point (128.18 41.41)", "POINT Z (128.18 41.41 700)", "POINTZ(128.18 41.41 700)",
    "POINT ZM (128.18 41.41 700 1)", "SRID=4326;POINT(128.18 41.41)", "MULTIPOINT((128.18 41.41))",
    "MULTIPOINT(128.18 41.41)", "GEOMETRYCOLLECTION(POINT(128.18 41.41))", "point( 1.2818e2 41.41 )",
    "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(41.41 128.18)",
    "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(128.18 41.41)",
    '{"type":"Point","coordinates":[128.18,41.41,0]}', '{"type":"MultiPoint","coordinates":[[128.18,41.41]]}',
    '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[128.18,41.41]}}',
    '{"type":"FeatureCollection","features":[{"type":"Feature",'
    '"geometry":{"type":"Point","coordinates":[128.18,41.41]}}]}',
    '{"lat": 41.41, "lng": 128.18}', '{"lat": "41.41", "lon": "128.18"}', '{"Longitude": 128.18, "Latitude": 41.41}',
    struct.pack("<BIdd", 1, 1, 128.18, 41.41).hex(),
    "0x" + struct.pack("<BIIdd", 1, 0x20000001, 4326, 128.18, 41.41).hex(),
    struct.pack("<BIddd", 1, 1001, 128.18, 41.41, 700).hex().upper(), struct.pack(">BIdd", 0, 1, 128.18, 41.41).hex(),
    "47500001e6100000" + struct.pack("<BIdd", 1, 1, 128.18, 41.41).hex(),
    "47500003e6100000" + "00" * 32 + struct.pack("<BIdd", 1, 1, 128.18, 41.41).hex(),
    struct.pack("<BIIBIdd", 1, 4, 1, 1, 1, 128.18, 41.41).hex(),
    struct.pack("<BIIBIdd", 1, 7, 1, 1, 1, 128.18, 41.41).hex(),
])
def test_a_point(text: str) -> None:
    assert read_geometry(text)[:3] == (pytest.approx(41.41), pytest.approx(128.18), True)


def test_a_point_in_a_utm_zone_that_it_names() -> None:
    assert read_geometry("SRID=32652;POINT(432035 4584715)")[:2] == pytest.approx((41.4111114, 128.1867993), abs=1e-6)


def test_the_order_of_a_list_is_unknown() -> None:
    assert read_geometry("[128.18, 41.41]")[:3] == (128.18, 41.41, False)


@pytest.mark.parametrize(("text", "error"), [
    ("LINESTRING(128 41, 129 42)", NotAPoint), ("POLYGON((128 41, 129 42, 128 42, 128 41))", NotAPoint),
    ("MULTIPOINT((128 41),(129 42))", NotAPoint), ("POINT EMPTY", EmptyCoordinate),
    ("POINT(41.41)", UnreadableCoordinate),
    ("SRID=3857;POINT(14269000 5072000)", OtherCrs), ('{"type":"Point","coordinates":[]}', EmptyCoordinate),
    ('{"type":"Polygon","coordinates":[[[128.18,41.41]]]}', NotAPoint), ('{"type":"Thing"}', UnreadableCoordinate),
    ('{"type":"MultiPoint","coordinates":[[128.18,41.41],[1,2]]}', NotAPoint),
    ('{"type":"Point","coordinates":["128.18","41.41"]}', UnreadableCoordinate),
    ('{"type":"Point","crs":{"type":"name","properties":{"name":"EPSG:5179"}},"coordinates":[1,2]}', OtherCrs),
    ("0102000000020000000000000000000000000000000000000000000000000000000000F03F", NotAPoint),
    ("0101000000000000000000F87F000000000000F87F", EmptyCoordinate),
    (struct.pack("<BIddB", 1, 1, 128.18, 41.41, 0).hex(), UnreadableCoordinate),
    ("47500001E610000001010000" + "00" * 9, UnreadableCoordinate), ("FF" * 21, UnreadableCoordinate),
])
def test_errors_of_geometries_without_a_place(text: str, error: type[CoordinateError]) -> None:
    with pytest.raises(error):
        read_geometry(text)


@pytest.mark.parametrize("text", ["[41.41]", "[[[[", "[" * 2000, "{}" * 3, "[NaN, 1]", "[true, false]", "no point",
                                 "pointless", "[1e999, 1]"])
def test_other_texts(text: str) -> None:
    assert read_geometry(text) is None
