from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.lonlat import geodesic

place = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(place)
def test_as_proj_has_it(lonlat):
    expected = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True).transform(*lonlat, 0.0)
    assert geocentric(np.array([lonlat]))[0] == pytest.approx(expected, abs=1e-6)


@given(place, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_straight_is_never_longer_than_the_geodesic_and_near_it(lonlat, east, north):
    pair = np.array([lonlat, (lonlat[0] + east, np.clip(lonlat[1] + north, -90, 90))])
    straight = np.linalg.norm(np.diff(geocentric(pair), axis=0))
    along = geodesic(pair[:1], pair[1:])[2][0]
    assert along - 1 <= straight <= along + 1e-6
