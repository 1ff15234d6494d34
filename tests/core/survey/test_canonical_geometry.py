"""A GeoPackage blob and WKT of the same geometry have the same canonical text."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.survey.canonical_geometry import shape_of_blob, shape_of_wkt


def blob(wkb: bytes, flags: int = 1, envelope: bytes = b"") -> str:
    return (b"GP\x00" + bytes([flags]) + struct.pack("<i", 4326) + envelope + wkb).hex().upper()


def point(x: float, y: float, *more: float, code: int = 1, order: str = "<") -> bytes:
    return bytes([order == "<"]) + struct.pack(f"{order}I{2 + len(more)}d", code, x, y, *more)


def line(*points: tuple[float, float]) -> bytes:
    flat = [value for position in points for value in position]
    return b"\x01" + struct.pack(f"<II{len(flat)}d", 2, len(points), *flat)


def ring(*points: tuple[float, float]) -> bytes:
    return line(*points)[5:]


SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.5), (0.0, 0.0))


@pytest.mark.parametrize(("wkb", "wkt"), [
    (point(127.5, 41.25), "POINT (127.5 41.25)"),
    (point(127.5, 41.25), " Point(127.50  41.250) "),
    (point(127.5, 41.25, 9.0, code=1001), "POINT Z (127.5 41.25 9)"),
    (point(127.5, 41.25, 9.0, code=0x80000001), "PointZ (127.5 41.25 8)"),
    (point(127.5, 41.25, 9.0, 8.0, code=3001), "POINT ZM (127.5 41.25 1 2)"),
    (point(127.5, 41.25, order=">"), "POINT (127.5 41.25)"),
    (line((1.0, 2.0), (3.0, 4.5)), "LINESTRING (1 2, 3.0 4.5)"),
    (b"\x01" + struct.pack("<II", 3, 1) + ring(*SQUARE), "POLYGON ((0 0,1 0,1 1.5,0 0))"),
    (b"\x01" + struct.pack("<II", 4, 2) + point(1, 2) + point(3, 4), "MULTIPOINT ((1 2),(3 4))"),
    (b"\x01" + struct.pack("<II", 4, 2) + point(1, 2) + point(3, 4), "MULTIPOINT (1 2,3 4)"),
    (b"\x01" + struct.pack("<II", 5, 1) + line((1, 2), (3, 4)), "MULTILINESTRING ((1 2, 3 4))"),
])
def test_the_same_geometry_is_the_same_text(wkb: bytes, wkt: str) -> None:
    assert shape_of_blob(blob(wkb)) == shape_of_wkt(wkt) is not None


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_wkt_of_15_digits_is_the_blob_it_was_written_from(x: float, y: float) -> None:
    assert shape_of_blob(blob(point(x, y))) == shape_of_wkt(f"POINT ({x:.15g} {y:.15g})") == shape_of_wkt(
        f"POINT ({x!r} {y!r})")


def test_an_envelope_in_the_header_is_skipped() -> None:
    boxed = blob(line((1.0, 2.0), (3.0, 4.5)), flags=0b11, envelope=struct.pack("<4d", 1, 3, 2, 4.5))
    assert shape_of_blob(boxed) == "LINESTRING(1 2,3 4.5)"


@pytest.mark.parametrize("empty", ["", blob(point(float("nan"), float("nan"))), blob(point(0, 0), flags=0b10001)])
def test_an_empty_geometry_is_none(empty: str) -> None:
    assert shape_of_blob(empty) is None
    assert shape_of_wkt("POINT EMPTY") is None


@pytest.mark.parametrize("ugly", [
    "zz", "47", "4750", "FF" * 30, blob(b""), blob(b"\x01"), blob(b"\x01" + struct.pack("<II", 2, 2**31)),
    blob(b"\x01" + struct.pack("<II", 99, 1)), blob(b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 50),
    blob(point(1, 2)[:-3]), "\x00", "4750x"])
def test_text_that_is_not_a_geometry_is_unchanged(ugly: str) -> None:
    assert shape_of_blob(ugly) == ugly


@given(st.binary(max_size=60))
def test_no_bytes_raise_an_error(noise: bytes) -> None:
    found: Any = shape_of_blob(blob(noise))
    assert found is None or isinstance(found, str)


@pytest.mark.parametrize("ugly", ["POINT (1)", "POINT (a b)", "POINT 1 2", "(((", "GEOMETRYCOLLECTION (POINT (1 2))"])
def test_text_that_is_not_wkt_is_unchanged(ugly: str) -> None:
    assert shape_of_wkt(ugly) == ugly
