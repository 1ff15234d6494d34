"""MGRS references: letters, zones with exceptions, metres."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.mgrs import from_mgrs, from_utm, mgrs, utm, utm_zone


@pytest.mark.parametrize(("longitude", "latitude", "reference"), [  # what GEOTRANS makes of these places
    (128.186804, 41.411114, "52T DL 32035 84715"), (-77.0352, 38.8895, "18S UJ 23486 06483"),
    (5.3, 60.4, "32V KN 96191 01684"), (15.6, 78.2, "33X WG 13696 80760"), (-68.3, -54.8, "19F EV 45000 27239")])
def test_known_places(longitude, latitude, reference):
    assert mgrs(longitude, latitude) == reference


@pytest.mark.parametrize("latitude", [-80.1, 84.1, 90])
def test_beyond_utm_there_is_none(latitude):
    assert mgrs(0, latitude) == ""


def test_zones_wrap_around_the_earth():
    assert [utm_zone(longitude, 0) for longitude in (-180, -174.1, 179.9, 180, 186.5)] == [1, 1, 60, 1, 2]


@given(st.floats(-180, 179.99), st.floats(-80, 84))
def test_utm_is_that_of_proj(longitude, latitude):
    from pyproj import Transformer

    zone = utm_zone(longitude, latitude)
    proj = Transformer.from_crs(4326, (32600 if latitude >= 0 else 32700) + zone, always_xy=True)
    assert utm(longitude, latitude, zone) == pytest.approx(proj.transform(longitude, latitude), abs=0.002)


@given(st.floats(-180, 179.99), st.floats(-80, 84))
def test_utm_and_back(longitude, latitude):
    zone = utm_zone(longitude, latitude)
    found = from_utm(zone, *utm(longitude, latitude, zone), north=latitude >= 0)
    assert found[1] == pytest.approx(latitude, abs=1e-9)
    assert abs((found[0] - longitude + 180) % 360 - 180) < 1e-8


@given(st.floats(-180, 179.99), st.floats(-80, 83.99))
def test_a_reference_is_read_back(longitude, latitude):
    zone, square, easting, northing = mgrs(longitude, latitude).split()
    place = from_mgrs(int(zone[:-1]), zone[-1], square, int(easting), int(northing), 1)
    assert place is not None
    assert abs(place[1] - latitude) < 1e-5
    assert abs((place[0] - longitude + 180) % 360 - 180) * max(0.1, math.cos(math.radians(latitude))) < 1e-5


@given(st.floats(126.001, 131.999), st.floats(40.001, 47.999))
def test_the_middle_of_a_square_is_in_the_square(longitude, latitude):
    reference = mgrs(longitude, latitude)
    zone, square, easting, northing = reference.split()
    assert mgrs(*from_mgrs(int(zone[:-1]), zone[-1], square, int(easting), int(northing), 1)) == reference


@pytest.mark.parametrize(("zone", "band", "square"), [(52, "T", "IL"), (52, "C", "DL"), (52, "T", "DW"),
                                                      (0, "T", "DL")])
def test_letters_that_do_not_fit(zone, band, square):
    assert from_mgrs(zone, band, square, 32035, 84715, 1) is None
