"""Plus Codes: the examples of the specification, and codes read back by the import."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.notations.grid_references import read_grid
from yalu_plugin.core.plus_code import plus_code


@pytest.mark.parametrize(("latitude", "longitude", "code"), [  # test_data/encoding.csv of open-location-code, cut
    (20.3700625, 2.7821875, "7FG49QCJ+2V"), (20.3701125, 2.782234375, "7FG49QCJ+2VX"),
    (47.0000625, 8.0000625, "8FVC2222+22"), (-41.2730625, 174.7859375, "4VCPPQGP+Q9"),
    (0.5, -179.5, "62G2"), (-89.5, -179.5, "2222"), (-89.9999375, -179.9999375, "22222222+22"), (1, 1, "6FH32222+222"),
    (90, 1, "CFX3X2X2+X2"), (1, 180, "62H2"), (1.2, 3.4, "6FH56C22+22"), (37.539669125, -122.375069724, "849VGJQF+VX7"),
    (35.019, 148.827, "8R7C2R9G+JR2"), (-2.804, 7.003, "6F9952W3+C62"), (80.0100000001, 58.57, "CHGW2H6C+222"),
    (80.0099999999, 58.57, "CHGW2H5C+X2R"), (-80.0100000001, 58.57, "2HFWXHQC+X2R"), (41.87, -145.59, "83HPVCC6+222")])
def test_known_codes(latitude: float, longitude: float, code: str) -> None:
    assert plus_code(longitude, latitude)[:len(code)] == code


@given(st.floats(-89.99, 89.99), st.floats(-179.99, 179.99))
def test_a_code_is_read_back_as_its_place(latitude: float, longitude: float) -> None:
    read = read_grid(plus_code(longitude, latitude))
    assert read is not None
    assert abs(read.lat - latitude) <= 1 / 80_000 + 1e-9 and abs(read.lon - longitude) <= 1 / 64_000 + 1e-9
