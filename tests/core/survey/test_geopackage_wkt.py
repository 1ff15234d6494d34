"""GeoPackage geometries as WKT. Compared with QGIS: tests/layers/survey/test_codec.py."""

from __future__ import annotations

import struct

import pytest

from yalu_plugin.core.survey.geopackage_wkt import wkt_of_blob, wkt_of_text

POINT = struct.pack("<BI2d", 1, 1, 127.25, 41.5)


def blob(wkb: bytes, flags: int = 1, envelope: bytes = b"") -> str:
    return (b"GP\x00" + bytes([flags]) + struct.pack("<i", 4326) + envelope + wkb).hex().upper()


def test_a_point_of_either_byte_order_with_or_without_an_envelope():
    big = struct.pack(">BI2d", 0, 1, 127.25, 41.5)
    assert wkt_of_blob(blob(POINT)) == wkt_of_blob(blob(big)) == "Point (127.25 41.5)"
    assert wkt_of_blob(blob(POINT, 3, struct.pack("<4d", 0, 0, 1, 1))) == "Point (127.25 41.5)"


def test_heights_and_measures_are_dropped():
    for code, count in ((1001, 3), (2001, 3), (3001, 4), (0x80000001, 3)):
        assert wkt_of_blob(blob(struct.pack(f"<BI{count}d", 1, code, 1, 2, *range(3, count + 1)))) == "Point (1 2)"


def test_none_empty_damaged_or_of_another_kind_is_no_geometry():
    nan = float("nan")
    cut = struct.pack("<BII", 1, 2, 4_000_000_000)
    deep = struct.pack("<BII", 1, 7, 1) * 100_000
    for text in (None, "", "GP", "4750", "zz", blob(POINT, 0x11), blob(struct.pack("<BI2d", 1, 1, nan, nan)),
                 blob(POINT[:-1]), blob(POINT, 0x0F), blob(cut), blob(struct.pack("<BII", 1, 3, 0)), blob(deep),
                 blob(struct.pack("<BII", 1, 8, 0)), "00" + blob(POINT)[2:], blob(POINT)[:-1] + "x"):
        assert wkt_of_blob(text) is None


@pytest.mark.parametrize(("wkt", "expected"), [
    ("POINT (127.10 41.4)", "Point (127.1 41.4)"),
    ("Point Z (127.1 41.4 0)", "Point (127.1 41.4)"),
    ("PointZ (1e2 -4.0E-1 7)", "Point (100 -0.4)"),
    ("LINESTRING(0 0,1.5 1)", "LineString (0 0, 1.5 1)"),
    ("POLYGON ((0 0,1 0,1 1,0 0),(0.1 0.1,0.2 0.1,0.2 0.2,0.1 0.1))",
     "Polygon ((0 0, 1 0, 1 1, 0 0),(0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))"),
    ("POINT EMPTY", None), ("", None), (None, None), ("127.1 41.4", None), ("POINT (a b)", None), ("CURVE (1 2)", None),
])
def test_wkt_of_another_writer_reads_the_same(wkt, expected):
    assert wkt_of_text(wkt) == expected


def test_geometry_that_nine_decimals_cannot_represent_is_stored_exactly() -> None:
    """Points that they represent are plain text: there are a hundred thousand of these."""
    from copy import deepcopy

    from yalu_plugin.core.survey.geopackage_wkt import ExactWkt, wkb_of_blob

    exact = struct.pack("<BIdd", 1, 1, 127 + 1 / 3, 41.5)
    text = wkt_of_blob(blob(exact, 3, struct.pack("<4d", 0, 0, 1, 1)))
    assert text == "Point (127.333333333 41.5)" and isinstance(text, ExactWkt) and wkb_of_blob(text.blob) == exact
    assert deepcopy(text).blob == text.blob and f"{text}" == text
    assert type(wkt_of_blob(blob(POINT))) is str
